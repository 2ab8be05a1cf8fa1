"""Cells as people and spreadsheets write them, as a case holds them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from docgen.bulk.cells import as_case, as_text

DATE = {"type": "string", "format": "date"}
TEXT = {"type": "string"}
WHOLE = {"type": "integer"}
LIST = {"type": "array", "items": TEXT}
CHOICE = {"oneOf": [{"const": "pre", "title": "사전 회의"}]}


@pytest.mark.parametrize(
    ("value", "schema", "held"),
    [
        ("  한가람 ", TEXT, "한가람"),
        ("", TEXT, None),
        ("   ", WHOLE, None),
        (None, DATE, None),
        (1012345678, TEXT, "1012345678"),
        (True, TEXT, "true"),
        (date(2026, 6, 1), TEXT, "2026-06-01"),
        (date(2026, 6, 1), DATE, "2026-06-01"),
        ("2026. 6. 1.", DATE, "2026-06-01"),
        ("20260601", DATE, "2026-06-01"),
        ("2026-06-01 00:00:00", DATE, "2026-06-01"),
        ("2026-06-01 15:30", DATE, "2026-06-01 15:30"),  # no day: the check says so
        ("26-6-1", DATE, "26-6-1"),
        ("2026-13-01", DATE, "2026-13-01"),
        (datetime(2026, 6, 1, 15, 30), {"type": "string", "format": "date-time"}, "2026-06-01 15:30"),
        (time(9, 5), {"type": "string", "format": "time"}, "09:05"),
        ("1,200", WHOLE, 1200),
        ("15.0", WHOLE, 15),
        ("1.5", {"type": "number"}, 1.5),
        ("열다섯", WHOLE, "열다섯"),
        ("inf", {"type": "number"}, "inf"),
        (7, WHOLE, 7),
        ("예", {"type": "boolean"}, True),
        ("X", {"type": "boolean"}, False),
        (1, {"type": "boolean"}, True),
        ("글쎄", {"type": "boolean"}, "글쎄"),
        ("하나\n\n둘 ", LIST, ["하나", "둘"]),
        (["하나"], LIST, ["하나"]),
        (3, LIST, ["3"]),
        ("사전 회의", CHOICE, "사전 회의"),
        (1, {"ref": "guideline.courses"}, "1"),
        (date(2026, 6, 1), {}, "2026-06-01"),
        (1.5, {}, 1.5),
    ],
)
def it_holds_what_the_schema_asks_for(value: Any, schema: dict[str, Any], held: Any) -> None:
    found = as_case(value, schema)
    assert found == held
    assert type(found) is type(held)


def its_text_has_no_seconds() -> None:
    assert as_text(datetime(2026, 6, 1, 15, 30, 20)) == "2026-06-01 15:30"
