"""From what a cell holds to what a case holds: text, numbers, dates and lists as the schema asks for them.

What cannot be turned stays as it is, so that the check names it. Cells are more lenient than case files,
since a spreadsheet writes dates and numbers as it likes: `2026. 6. 1.`, `1,200`, `O`.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, Final

from docgen.case.choices import is_choice
from docgen.case.moments import likely_date, parse_date, parse_datetime
from docgen.case.schemas import Schema

__all__ = ["as_case", "as_text", "plain"]

_YES: Final = {"true", "예", "네", "o", "○", "y", "yes", "1"}
_NO: Final = {"false", "아니오", "아니요", "x", "×", "n", "no", "0"}


def as_case(value: Any, schema: Schema) -> Any:
    """A value as a case file would hold it."""
    if isinstance(value, str):
        value = value.strip()
    if value is None or value == "":
        return None
    if schema.get("type") == "array" and not isinstance(value, list):
        return [as_case(line, schema["items"]) for line in as_text(value).splitlines() if line.strip()]
    if isinstance(value, list | dict):
        return value
    match schema.get("type"):
        case "integer" | "number":
            return _number(value)
        case "boolean":
            return _truth(value)
        case "string" if schema.get("format") in ("date", "date-time", "time"):
            return _moment(value, schema["format"])
        case "string" | "object":
            return as_text(value)
    return as_text(value) if is_choice(schema) or "ref" in schema else plain(value)


def as_text(value: Any) -> str:
    """A value as text: a date as 2026-06-01, a whole number without a point."""
    match value:
        case bool():
            return str(value).lower()
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case time():
            return value.strftime("%H:%M")
        case date():
            return value.isoformat()
    return str(value)


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    return as_text(value) if isinstance(value, date | time) else value


def _number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        number = float(value.replace(",", ""))
    except ValueError:
        return value
    if number != number or number in (float("inf"), float("-inf")):
        return value
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _truth(value: Any) -> Any:
    word = as_text(value).casefold()
    return True if word in _YES else False if word in _NO else value


def _moment(value: Any, form: str) -> Any:
    text = as_text(value)
    if form == "date" and parse_date(text) is None and len(text) >= 8:
        moment = parse_datetime(text[:16]) if len(text) >= 16 else None
        return likely_date(text) or (text[:10] if moment and not moment.hour + moment.minute else text)
    return text
