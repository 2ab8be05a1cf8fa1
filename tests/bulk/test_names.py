"""Names of files: filled from data, safe everywhere, never outside of the folder."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.bulk.names import NUMBER, NamePattern, with_number
from docgen.bulk.targets import Targets, targets_of
from docgen.case.choices import Choice
from docgen.errors import UsageError
from tests.bulk.test_columns import SCHEMA

TARGETS = Targets(
    [
        *targets_of(SCHEMA),
        *targets_of(
            {"properties": {"school": {"title": "학교", "properties": {"name": {"title": "학교명"}}}}}
        ),
    ]
)
DATA = {
    "person": {"name": "한가람", "birth_date": date(1975, 11, 3)},
    "school": {"name": "새별/중:학교"},
    "hours": None,
}


def named(pattern: str, no: int = 7) -> str:
    return NamePattern(pattern, TARGETS).name(DATA, no)


class DescribeAName:
    @pytest.mark.parametrize(
        ("pattern", "name"),
        [
            ("{school}/{no}_{name}", "새별_중_학교/7_한가람"),
            ("{no:05d}", "00007"),
            ("{성명}({생년월일})", "한가람(1975-11-03)"),
            ("{person.name}{hours}", "한가람"),
            ("../{name}", "문서/한가람"),
            ("/절대/{name}", "절대/한가람"),
            ("{{중괄호}}", "{중괄호}"),
            ("con", "con_"),
        ],
    )
    def it_is_filled_and_safe(self, pattern: str, name: str) -> None:
        assert named(pattern) == name

    def it_prints_the_word_of_a_choice(self) -> None:
        pattern = NamePattern("{hours}", TARGETS)
        assert pattern.name({"hours": Choice("pre", "사전 회의")}, 1) == "사전 회의"

    def its_parts_are_short_enough_for_any_disk(self) -> None:
        long = NamePattern("{name}/{name}", TARGETS).name({"person": {"name": "가" * 400}}, 1)
        assert all(len(part.encode()) <= 200 for part in long.split("/"))

    def the_number_comes_later(self) -> None:
        pattern = NamePattern("{number}_{name}", TARGETS)
        assert pattern.needs_number
        name = pattern.name(DATA, 1)
        assert name == f"{NUMBER}_한가람"
        assert with_number(name, "제2026-00001호/가") == "제2026-00001호_가_한가람"


class DescribeAWrongPattern:
    @pytest.mark.parametrize(
        ("pattern", "says"),
        [
            ("{name", "중괄호를 짝지어"),
            ("{nmae}", "혹시 'person.name'"),
            ("{}", "라는 값은 없습니다"),
            ("/", "이름은 하나 이상"),
            ("a/" * 9, "7겹까지"),
        ],
    )
    def it_is_refused(self, pattern: str, says: str) -> None:
        with pytest.raises(UsageError, match=says):
            NamePattern(pattern, TARGETS)

    def a_format_must_fit_the_value(self) -> None:
        with pytest.raises(UsageError, match="꼴이 값에 맞지 않습니다"):
            named("{name:05d}")
