"""A diagnostic prints like a compiler's, and says the same as data."""

from __future__ import annotations

import pytest

from docgen.errors import DataError, Diagnostic, MachineError, TemplateError, UsageError, nearest

FULL = Diagnostic(
    "rule.R-090",
    "선택 과정은 모두 합해 10차시 이상이어야 합니다 (지금 8차시).",
    file="case.yaml",
    line=41,
    column=15,
    path="courses[1].sessions",
    rule="R-090",
    source="가이드라인 제1장 Ⅳ-1",
    hint="차시를 늘리거나 과정을 더하세요.",
    excerpt="    sessions: 2",
)


class DescribeDiagnostic:
    def it_prints_place_rule_excerpt_source_and_hint(self) -> None:
        assert str(FULL).splitlines() == [
            "case.yaml:41:15: 오류 R-090 선택 과정은 모두 합해 10차시 이상이어야 합니다 (지금 8차시).",
            "   41 |     sessions: 2",
            "      |               ^",
            "   근거: 가이드라인 제1장 Ⅳ-1 · 고치기: 차시를 늘리거나 과정을 더하세요.",
        ]

    def it_puts_the_caret_under_the_place_where_hangul_is_two_cells_wide(self) -> None:
        finding = Diagnostic("x", "틀림", line=1, column=5, excerpt="이름: x")
        assert str(finding).splitlines()[-1] == "      |       ^"

    def it_names_the_place_in_a_word_file(self) -> None:
        finding = Diagnostic("x", "없음", file="양식.docx", place="본문 표 2, 3행 2칸", tag="{{ x }}")
        assert str(finding).splitlines() == ["양식.docx: 오류 없음", "   위치: 본문 표 2, 3행 2칸 '{{ x }}'"]

    def it_gives_as_data_what_is_set(self) -> None:
        assert Diagnostic("x", "틀림", line=3).as_dict() == {
            "code": "x",
            "message": "틀림",
            "severity": "error",
            "line": 3,
        }


class DescribeErrors:
    @pytest.mark.parametrize(
        ("error", "code"), [(DataError, 1), (TemplateError, 1), (UsageError, 2), (MachineError, 3)]
    )
    def they_mean_an_exit_code(self, error: type[DataError], code: int) -> None:
        assert error(FULL).exit_code == code
        assert error(FULL).diagnostics == (FULL,)


class DescribeNearest:
    @pytest.mark.parametrize(
        ("typed", "found"), [("nmae", "name"), ("이름표", "이름"), ("zzz", None), ("", None)]
    )
    def it_finds_the_name_that_was_meant(self, typed: str, found: str | None) -> None:
        assert nearest(typed, ["name", "title", "이름"]) == found
