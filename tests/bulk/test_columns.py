"""Headings and what they give: mapped, suggested, refused; rows turned into data and findings into cells."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.bulk.columns import Columns
from docgen.bulk.rows.row import Row
from docgen.bulk.targets import Target, Targets, targets_of
from docgen.errors import DataError, Diagnostic, UsageError

SCHEMA = {
    "properties": {
        "person": {
            "title": "연수생",
            "properties": {
                "name": {"title": "성명", "type": "string"},
                "birth_date": {"title": "생년월일", "type": "string", "format": "date"},
            },
        },
        "hours": {"title": "시간", "type": "integer"},
    }
}
TARGETS = Targets(targets_of(SCHEMA))
SHEET = {"성명": "A", "생년월일": "B", "이수 시간": "C"}


def columns(headings: dict[str, str] | None = SHEET, given: dict[str, str] | None = None) -> Columns:
    return Columns("명단.xlsx", headings, TARGETS, given or {}, {"person": ("person",)}, (TARGETS.known[0],))


class DescribeTheMapping:
    def it_names_what_every_column_gives(self) -> None:
        found = [(heading, target and target.key) for heading, target in columns().mapping()]
        assert found == [("성명", "person.name"), ("생년월일", "person.birth_date"), ("이수 시간", None)]

    def a_column_that_is_not_used_is_said_with_the_nearest_value(self) -> None:
        (finding,) = columns({"생년 월": "A", "성명": "B"}).findings()
        assert finding.place == "A열"
        assert "--map 생년 월=person.birth_date" in str(finding)

    def it_follows_what_is_given(self) -> None:
        assert dict(columns(given={"이수 시간": "hours"}).mapping())["이수 시간"] == TARGETS.find("hours")

    def the_given_must_be_a_column_and_a_value(self) -> None:
        with pytest.raises(UsageError, match="'시간수'라는 열이 없습니다"):
            columns(given={"시간수": "hours"})
        with pytest.raises(UsageError, match="혹시 'hours'"):
            columns(given={"이수 시간": "hour"})

    def no_two_columns_may_give_the_same(self) -> None:
        with pytest.raises(DataError, match="성명, person"):
            columns({"성명": "A", "person.name": "B"})

    def the_values_that_every_row_needs_must_have_a_column(self) -> None:
        (lacking,) = columns({"성 함": "A", "생년월일": "B"}).lacking
        assert "성명 (person.name)" in lacking.message
        assert columns().lacking == []

    def the_keys_of_objects_are_their_own(self) -> None:
        assert columns(None).lacking == []


class DescribeARow:
    def it_becomes_data(self) -> None:
        row = Row(2, {"성명": "한가람 ", "생년월일": "1975. 11. 3.", "이수 시간": "15"})
        data = columns(given={"이수 시간": "hours"}).data(row)
        assert data == {"person": {"name": "한가람", "birth_date": "1975-11-03"}, "hours": 15}

    def its_empty_cells_give_nothing(self) -> None:
        assert columns().data(Row(2, {"성명": "", "생년월일": None})) == {}

    def its_objects_are_taken_whole(self) -> None:
        row = Row(2, {"person": {"name": "한가람"}, "시간": 3})
        assert columns(None).data(row) == {"person": {"name": "한가람"}, "hours": 3}

    def an_item_of_a_list_is_put_into_one(self) -> None:
        path = ("meetings", 0, "period", "from")
        targets = Targets([Target(path, "meeting.period.from", ("회의", "시작"), {"type": "string"})])
        found = Columns("a.csv", {"시작": "A"}, targets, {}).data(Row(2, {"시작": "내일"}))
        assert found == {"meetings": [{"period": {"from": "내일"}}]}

    @pytest.mark.parametrize("value", ["가\x00나", ["가\x07"], {"키": "\ufeff"}])
    def a_sign_that_no_document_holds_is_refused(self, value: Any) -> None:
        with pytest.raises(DataError, match="제어 문자") as refused:
            columns(None).data(Row(7, {"person": {"name": value}}))
        assert refused.value.diagnostics[0].line == 7


class DescribeAFinding:
    def it_names_the_cell(self) -> None:
        found = columns().placed(Diagnostic("schema.format", "틀림", path="person.birth_date", column=9), 15)
        assert (found.file, found.line, found.column) == ("명단.xlsx", 15, None)
        assert (found.place, found.tag) == ("B15", "생년월일")

    def it_says_to_fill_what_is_empty(self) -> None:
        found = columns().placed(
            Diagnostic("schema.required", "없음", path="person.name", hint="'name: …'"), 3
        )
        assert found.hint == "'성명' 칸을 채우세요."

    def it_names_the_row_where_there_is_no_column(self) -> None:
        found = columns().placed(Diagnostic("rule", "틀림", path="other"), 15)
        assert (found.line, found.place) == (15, None)
