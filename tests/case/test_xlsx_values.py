"""Cells as values: what people type in Excel is read as the schema means it, and written back unchanged."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from docgen.case.xlsx_layout import Field
from docgen.case.xlsx_values import MisreadError, from_cell, to_cell
from docgen.formats.xlsx.read import Fault, ReadCell
from docgen.formats.xlsx.table import Kind

TEXT = {"type": "string"}
PHONE = {"type": "string", "pattern": "^0"}
DAY = {"type": "string", "format": "date"}
MOMENT = {"type": "string", "format": "date-time"}
CLOCK = {"type": "string", "format": "time"}
COUNT = {"type": "integer"}
FIGURE = {"type": "number"}
YES = {"type": "boolean"}
KIND = {"oneOf": [{"const": "pre", "title": "사전 회의"}, {"const": "post", "title": "사후 회의"}]}
STAGE = {"enum": ["도입", "전개"]}
COURSE = {"ref": "guideline.courses"}
PERSON = {"type": "string", "ref": "people"}


def field(schema: dict[str, Any]) -> Field:
    return Field(("x",), "칸", schema)


def many(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


class DescribeReading:
    @pytest.mark.parametrize(
        ("schema", "cell", "value"),
        [
            (TEXT, "=1+1", "=1+1"),
            (TEXT, 123456789012, "123456789012"),
            (TEXT, 2.5, "2.5"),
            (TEXT, True, "TRUE"),
            (TEXT, " 가 ", " 가 "),
            (PERSON, " p-han ", "p-han"),
            (DAY, datetime(2026, 6, 1), "2026-06-01"),
            (DAY, "2026. 6. 1.", "2026-06-01"),
            (DAY, "2026년 6월 1일", "2026-06-01"),
            (DAY, 20260601, "2026-06-01"),
            (DAY, 46174, "2026-06-01"),  # day 46174 after 1899-12-30
            (DAY, "26. 6. 1.", "26. 6. 1."),  # of which century? `check` asks
            (DAY, "2026-02-30", "2026-02-30"),
            (DAY, datetime(2026, 6, 1, 9), "2026-06-01 09:00"),
            (MOMENT, datetime(2026, 6, 1, 15, 30), "2026-06-01 15:30"),
            (MOMENT, datetime(2026, 6, 1, 15, 29, 59, 999_999), "2026-06-01 15:30"),
            (MOMENT, "2026. 6. 1. 9:30", "2026-06-01 09:30"),
            (MOMENT, datetime(2026, 6, 1), "2026-06-01"),
            (CLOCK, time(9, 5), "09:05"),
            (CLOCK, "9:05", "09:05"),
            (COUNT, "1,200", 1200),
            (COUNT, 3.0, 3),
            (COUNT, "12명", "12명"),
            (FIGURE, "4.25", 4.25),
            (COUNT, "9" * 5000, "9" * 5000),
            (COURSE, "9" * 5000, "9" * 5000),
            (DAY, "2026" + " " * 30_000 + "x", "2026" + " " * 30_000 + "x"),
            (MOMENT, datetime(9999, 12, 31, 23, 59, 59, 999_999), "9999-12-31 23:59:59"),
            (YES, "예", True),
            (YES, "아니오", False),
            (YES, "O", True),
            (YES, "×", False),
            (YES, False, False),
            (KIND, "사전회의", "pre"),
            (KIND, "pre", "pre"),
            (KIND, "사진 회의", "사진 회의"),
            (STAGE, "도입", "도입"),
            (COURSE, 4, 4),
            (COURSE, "4", 4),
            (COURSE, "우리학교 알아보기", "우리학교 알아보기"),
            (many(TEXT), "가, 나\n다", ["가, 나", "다"]),
            (many(TEXT), "가\n  나\n\n다", ["가\n나", "다"]),
            (many(TEXT), "(없음)", []),
            (many(KIND), "사전 회의, 사후 회의", ["pre", "post"]),
            (many(COUNT), "1, 2\n3", [1, 2, 3]),
            (many(COUNT), 5, [5]),
        ],
    )
    def it_takes_a_cell_as_it_is_meant(self, schema: dict[str, Any], cell: Any, value: Any) -> None:
        read = from_cell(field(schema), ReadCell(cell))
        assert (read, type(read)) == (value, type(value))

    @pytest.mark.parametrize(
        ("schema", "cell", "says"),
        [
            (PHONE, 1012345678, "맨 앞의 0"),
            (TEXT, datetime(2026, 3, 2), "2026-03-02"),
            (COUNT, datetime(2026, 3, 2), "날짜"),
            (CLOCK, datetime(2026, 3, 2, 9), "날짜"),
            (YES, "아마", "'예' 또는 '아니요'"),
            (TEXT, Fault("#N/A"), "#N/A"),
            (TEXT, Fault("수식"), "계산된 값이"),
        ],
    )
    def it_says_what_nobody_can_tell(self, schema: dict[str, Any], cell: Any, says: str) -> None:
        with pytest.raises(MisreadError) as caught:
            from_cell(field(schema), ReadCell(cell))
        assert says in caught.value.message
        assert caught.value.hint


class DescribeWriting:
    @pytest.mark.parametrize(
        ("schema", "value", "shown", "kind"),
        [
            (DAY, "2026-06-01", date(2026, 6, 1), Kind.DATE),
            (MOMENT, "2026-06-01 15:30", datetime(2026, 6, 1, 15, 30), Kind.DATETIME),
            (CLOCK, "15:30", time(15, 30), Kind.TIME),
            (COUNT, 1200, 1200, Kind.PLAIN),
            (COUNT, 10**16, str(10**16), Kind.PLAIN),  # Excel keeps fifteen digits
            (YES, True, "예", Kind.CHOICE),
            (KIND, "pre", "사전 회의", Kind.CHOICE),
            (TEXT, "2026-06-01", "2026-06-01", Kind.TEXT),
            (many(KIND), ["pre", "post"], "사전 회의\n사후 회의", Kind.TEXT),
            (many(TEXT), [], "(없음)", Kind.TEXT),
        ],
    )
    def it_shows_a_value_as_people_write_it(
        self, schema: dict[str, Any], value: Any, shown: Any, kind: Kind
    ) -> None:
        cell = to_cell(field(schema), value)
        assert (cell.value, cell.kind, cell.literal) == (shown, kind, False)

    @pytest.mark.parametrize(
        ("schema", "value"),
        [
            (KIND, "사전회의"),
            (KIND, "사전 회의"),
            (DAY, "2026. 6. 1."),
            (COUNT, "12"),
            (YES, "예"),
            (COURSE, "4"),
            (PERSON, " p"),
            (many(KIND), ["pre", "사후 회의"]),
            (many(COURSE), ["4"]),
            (many(DAY), ["2026. 6. 1."]),
        ],
    )
    def it_marks_text_that_would_be_read_as_something_else(self, schema: dict[str, Any], value: Any) -> None:
        cell = to_cell(field(schema), value)
        assert cell.literal
        assert from_cell(field(schema), ReadCell(cell.value, literal=True)) == value

    @pytest.mark.parametrize(
        ("schema", "value"),
        [
            (DAY, "9999-01-01"),
            (MOMENT, "2026-06-01T15:30"),
            (MOMENT, "2026-06-01 00:00"),
            (CLOCK, "15:30:00"),
            (TEXT, "가\n나\n"),
            (many(TEXT), ["가\n  나", "다"]),
        ],
    )
    def but_text_that_is_read_as_it_stands_needs_no_mark(self, schema: dict[str, Any], value: Any) -> None:
        cell = to_cell(field(schema), value)
        assert not cell.literal
        assert from_cell(field(schema), ReadCell(cell.value)) == value
