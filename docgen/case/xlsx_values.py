"""A value of a case as a cell of a workbook, and back: what people type is read as the schema means it.

A choice is shown by its word and read as its id. Text that a case writes in another way (a choice by its
word, a date that is none) stays so: its cell bears the mark of text that is meant as typed (quotePrefix).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from docgen.case.choices import choice, is_choice, words
from docgen.case.moments import likely_date, parse_date, parse_datetime, parse_time
from docgen.case.schemas import Schema
from docgen.case.source import unprintable
from docgen.case.xlsx_layout import BOOLEANS, EMPTY, Field
from docgen.formats.xlsx.read import Fault, ReadCell
from docgen.formats.xlsx.table import Cell, Kind, Value

__all__ = ["MisreadError", "from_cell", "to_cell"]

_ANSWERS: Final = dict.fromkeys((BOOLEANS[0], "네", "o", "○", "y", "yes", "true", "■", "☑", "✓"), True) | (
    dict.fromkeys((BOOLEANS[1], "아니오", "x", "×", "n", "no", "false", "□", "☐"), False)
)
_NUMBER: Final = re.compile(r"[-+]?(?:[0-9]{1,18}|[0-9]{1,3}(?:,[0-9]{3}){1,6})(\.[0-9]{1,18})?")
_WHOLE: Final = re.compile("[0-9]{1,18}")
_DAY_AND_TIME: Final = re.compile(r"(.*?[0-9.일])\s+([0-9]{1,2}):([0-9]{2})")
_TIME: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_LAST: Final = datetime(9999, 12, 31, 23, 59, 59)
_EPOCH: Final = date(1899, 12, 30)  # day 0 of the dates of Excel
_DAYS: Final = range(18_264, 73_051)  # 1950 to 2099, as days of Excel
_PRECISE: Final = 10**15  # Excel keeps fifteen digits of a number


class MisreadError(Exception):
    """A cell does not hold what it should: what is wrong, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def to_cell(field: Field, value: Any) -> Cell:
    """The cell that a value is written in; text that would be read as something else is marked as typed."""
    if field.is_list and isinstance(value, list):
        cell, literal = _lines(field.schema["items"], value), _lines({}, value)
    else:
        cell, literal = _one(field, value), Cell(value, literal=True)
    return literal if isinstance(value, str | list) and not _is_read_as(field, cell, value) else cell


def _is_read_as(field: Field, cell: Cell, value: Any) -> bool:
    """Whether a cell is read as a value, and as one of its type."""
    try:
        read = from_cell(field, ReadCell(cell.value))
    except MisreadError:
        return False
    return bool(read == value) and repr(read) == repr(value)


def _one(field: Field, value: Any) -> Cell:
    shown = _shown(field.schema, value)
    exact = not isinstance(shown, int) or isinstance(shown, bool) or abs(shown) < _PRECISE
    kind = Kind.TEXT if isinstance(shown, str) and field.kind != Kind.CHOICE else field.kind
    return Cell(shown if exact else str(shown), kind)


def _lines(schema: Schema, items: list[Any]) -> Cell:
    """A list in a cell: an item a line, its own further lines indented."""
    plain = {key: each for key, each in schema.items() if key != "format"}
    lines = (str(_shown(plain, item)).replace("\n", "\n  ") for item in items)
    return Cell("\n".join(lines) or EMPTY, literal=bool(items) and not schema)


def _shown(schema: Schema, value: Any) -> Value:
    if isinstance(value, bool):
        return BOOLEANS[not value]
    if is_choice(schema) and isinstance(value, str):
        return words(schema).get(value, value)
    if isinstance(value, str):
        parse = _PARSE.get(schema.get("format", ""))
        moment = parse(value) if parse else None
        midnight = isinstance(moment, datetime) and moment.time() == time()
        return moment if moment is not None and _written(moment) == value and not midnight else value
    return value if isinstance(value, int | float) else str(value)


def _written(moment: date | time) -> str:
    """A moment as cases hold it."""
    if isinstance(moment, datetime):
        return f"{moment:%Y-%m-%d} {_written(moment.time())}"
    if isinstance(moment, time):
        return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    return moment.isoformat()


_PARSE: Final[Mapping[str, Callable[[str], date | time | None]]] = {
    "date": parse_date,
    "date-time": lambda text: parse_datetime(text) if len(text) > 10 else None,
    "time": parse_time,
}


def from_cell(field: Field, cell: ReadCell) -> Any:
    """The value that a cell holds for a field. Raises MisreadError where nobody can tell what is meant."""
    if isinstance(cell.value, Fault):
        raise _faulty(cell.value)
    if isinstance(cell.value, str) and (sign := unprintable(cell.value)):
        raise MisreadError(f"문서에 쓸 수 없는 제어 문자가 있습니다 ({sign}).", "그 글자를 지우세요.")
    if field.is_list:
        return _items({"type": "string"} if cell.literal else field.schema["items"], cell)
    return cell.value if cell.literal else _value(field.schema, cell)


def _faulty(fault: Fault) -> MisreadError:
    if fault.text.startswith("#"):
        return MisreadError(
            f"엑셀의 오류 값({fault.text})이 들어 있습니다.", "수식을 고치거나 값을 적으세요."
        )
    hint = "엑셀에서 열어 저장하면 값이 남습니다. 수식 대신 값을 적어도 됩니다."
    return MisreadError("수식의 계산된 값이 파일에 없습니다.", hint)


def _items(schema: Schema, cell: ReadCell) -> list[Any]:
    if not isinstance(cell.value, str):
        return [_value(schema, cell)]
    if cell.value.strip() == EMPTY:
        return []
    lines: list[str] = []
    for line in cell.value.split("\n"):
        if line.startswith("  ") and lines:
            lines[-1] += "\n" + line[2:]
        elif line.strip():
            lines.append(line)
    return [_value(schema, ReadCell(part)) for line in lines for part in _parts(schema, line)]


def _parts(schema: Schema, line: str) -> list[str]:
    """Names and numbers may also stand on one line, with commas."""
    named = is_choice(schema) or "ref" in schema or "id_of" in schema or schema.get("type") == "integer"
    return [part.strip() for part in line.split(",") if part.strip()] if named else [line]


def _value(schema: Schema, cell: ReadCell) -> Any:
    value = cell.value
    if is_choice(schema):
        found = choice(schema, value) if isinstance(value, str) else None
        return value if found is None else str(found)
    kind = schema.get("format") if schema.get("format") in _MOMENTS else schema.get("type")
    return _READERS[kind](schema, cell) if kind in _READERS else _any(schema, cell)


def _any(schema: Schema, cell: ReadCell) -> Any:
    """A reference to a thing of the guideline: its number, or its name."""
    value = cell.value.strip() if isinstance(cell.value, str) else _no_moment(cell.value)
    return int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) else value


def _text(schema: Schema, cell: ReadCell) -> Any:
    value = _no_moment(cell.value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value.strip() if "ref" in schema or "id_of" in schema else value
    if "pattern" in schema:  # a telephone number
        message = f"글이어야 할 칸에 수가 들어 있습니다 ({value:g}). 맨 앞의 0이 사라졌을 수 있습니다."
        hint = "칸의 서식을 '텍스트'로 바꾸고 010-0000-0000처럼 다시 적으세요."
        raise MisreadError(message, hint)
    return str(int(value)) if float(value).is_integer() else str(value)


def _no_moment(value: Any) -> Any:
    if isinstance(value, date | time):
        hint = "칸의 서식을 '텍스트'로 바꾸고 다시 적으세요 (3-2나 1/2은 엑셀이 날짜로 바꿉니다)."
        raise MisreadError(f"날짜나 시각이 올 칸이 아닙니다 (지금은 {_written(value)}).", hint)
    return value


def _number(schema: Schema, cell: ReadCell) -> Any:
    value = _no_moment(cell.value)
    if isinstance(value, str):
        match = _NUMBER.fullmatch(value.strip())
        if match is None:
            return value
        plain = match[0].replace(",", "")
        return float(plain) if match[1] else int(plain)
    if isinstance(value, float) and value.is_integer() and abs(value) < _PRECISE:
        return int(value)
    return float(value) if cell.decimals and schema.get("type") == "number" else value


def _boolean(schema: Schema, cell: ReadCell) -> bool:
    if isinstance(cell.value, bool):
        return cell.value
    found = _ANSWERS.get(str(cell.value).strip().lower())
    if found is None:
        message = f"'{BOOLEANS[0]}' 또는 '{BOOLEANS[1]}'가 올 칸입니다 (지금은 '{cell.value}')."
        raise MisreadError(message, f"{BOOLEANS[0]}나 {BOOLEANS[1]}를 고르세요.")
    return found


def _day(schema: Schema, cell: ReadCell) -> Any:
    value = cell.value
    if isinstance(value, datetime):
        return _written(value.date() if value.time() == time() else _to_second(value))
    if isinstance(value, date):
        return _written(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value in _DAYS:  # a date that lost its format
            return _written(_EPOCH + timedelta(days=int(value)))
        return _likely(str(int(value)))
    return _likely(value) if isinstance(value, str) else str(value)


def _likely(text: str) -> str:
    """The date meant by "2026. 6. 1."; with two digits for the year nobody can tell, and it stays text."""
    return likely_date(text) or text if re.match(r"\s*[0-9]{4}", text) else text


def _day_and_time(schema: Schema, cell: ReadCell) -> Any:
    value = cell.value
    if isinstance(value, datetime):
        return _written(_to_second(value)) if value.time() != time() else _written(value.date())
    if isinstance(value, str) and (match := _DAY_AND_TIME.fullmatch(value.strip())):
        written = f"{_likely(match[1])} {int(match[2]):02}:{match[3]}"
        return written if parse_datetime(written[:16]) else value
    return _day(schema, cell)


def _clock(schema: Schema, cell: ReadCell) -> Any:
    value = cell.value
    if isinstance(value, datetime) and value.date() > _EPOCH + timedelta(days=1):
        return _no_moment(value)
    if isinstance(value, datetime | time):
        return _written(_to_second(value).time() if isinstance(value, datetime) else value)
    if isinstance(value, str) and (match := _TIME.fullmatch(value.strip())):
        return f"{int(match[1]):02}:{match[2]}"
    return str(value)


def _to_second(moment: datetime) -> datetime:
    """To the second: Excel counts in fractions of a day."""
    return (min(moment, _LAST) + timedelta(microseconds=500_000)).replace(microsecond=0)


_MOMENTS: Final = ("date", "date-time", "time")
_READERS: Final[Mapping[Any, Callable[[Schema, ReadCell], Any]]] = {
    "date": _day,
    "date-time": _day_and_time,
    "time": _clock,
    "string": _text,
    "integer": _number,
    "number": _number,
    "boolean": _boolean,
}
