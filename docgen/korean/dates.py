"""Dates and times as Korean documents print them (행정업무규정 제7조): `2026. 6. 1.`, `14:00`.

Each filter takes a date, a date-time, or text that holds one, as data without a schema does: `2026-06-01`,
`2026. 6. 1.`, `2026-06-01 15:30`, `15:30`. Text without a digit is a word that stands for a date (`상시`,
`현재`) and is printed as it is; any other text raises ValueError, so that no mistyped date is printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Final

from docgen.korean.boxes import blank
from docgen.korean.particles import josa

__all__ = ["age", "kdate", "kmonth", "krange", "ktime", "moment", "short_day", "weekday"]

Moment = date | time  # a datetime is a date

_NO_BREAK: Final = "\u00a0"  # a space at which no line breaks
_WEEKDAYS: Final = "월화수목금토일"
_DAY: Final = r"([0-9]{4})\s*[-./년]\s*([0-9]{1,2})\s*[-./월]\s*([0-9]{1,2})\s*[.일]?"
_CLOCK: Final = r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?"
_MOMENT: Final = re.compile(rf"(?:{_DAY})?(?:(?:^|[\sT]\s*){_CLOCK})?")
_MONTH: Final = re.compile(r"([0-9]{4})\s*[-./년]\s*([0-9]{1,2})\s*[.월]?")


def kdate(value: object, weekday: bool = False) -> str:
    """A date as `2026. 6. 1.`, with the weekday as `2026. 6. 1.(월)`."""
    day = _day(value)
    if isinstance(day, str):
        return day
    return f"{day.year}. {day.month}. {day.day}." + (f"({_WEEKDAYS[day.weekday()]})" if weekday else "")


def short_day(value: object) -> str:
    """A date as `6/1`, as it is written where one signs."""
    day = _day(value)
    return day if isinstance(day, str) else f"{day.month}/{day.day}"


def kmonth(value: object) -> str:
    """A month, given as `2026-06` or as a date of it, as `2026. 6.`."""
    match = _MONTH.fullmatch(value.strip()) if isinstance(value, str) else None
    day = date(int(match[1]), int(match[2]), 1) if match and 1 <= int(match[2]) <= 12 else _day(value)
    return day if isinstance(day, str) else f"{day.year}. {day.month}."


def ktime(value: object) -> str:
    """The time of day as `09:05`, 24 hours."""
    read = _read(value)
    if isinstance(read, date) and not isinstance(read, datetime):
        raise _unread(value, "시각", "15:30")
    return read if isinstance(read, str) else f"{read:%H:%M}"


def weekday(value: object) -> str:
    """The day of the week as one letter, `월` to `일`."""
    day = _day(value)
    return day if isinstance(day, str) else _WEEKDAYS[day.weekday()]


def age(birth: object, on: object) -> object:
    """The full years (만 나이) of who was born on a day, on another day (민법 제158조).

    Who was born on 29 February grows older on 1 March of a common year (민법 제160조 제3항). A blank day
    gives that blank.
    """
    if blank(on):
        return on
    born, day = _day(birth), _day(on)
    if isinstance(born, str) or isinstance(day, str):
        raise _unread(born if isinstance(born, str) else day, "날짜", "2026-06-01")
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    if years < 0:
        raise ValueError(f"나이를 셀 날({kdate(day)})이 태어난 날보다 앞섭니다.")
    return years


def moment(value: Moment) -> str:
    """A date, date-time or time as a document prints it without a filter."""
    if isinstance(value, datetime):
        return f"{kdate(value)} {value:%H:%M}"
    return kdate(value) if isinstance(value, date) else f"{value:%H:%M}"


def krange(start: object, end: object = None) -> object:
    """From when to when, of a period `{from, to}` or of two values; the year is left out where it repeats.

    Dates: `2026. 6. 1. ~ 6. 30.`; date-times: `2026. 6. 1.(월) 14:00~16:00`; times: `14:00~16:00`. One and
    the same day prints once. An open end prints as `2025. 3. 2. ~` of dates, as the start alone of times.
    """
    if isinstance(start, Mapping):
        return krange(start.get("from"), start.get("to"))
    if blank(start) and blank(end):
        return start
    first, last = (value if blank(value) else _read(value) for value in (start, end))
    if isinstance(first, time) or (isinstance(first, datetime) and not _is_day(last)):
        return _hours(first, last)
    return _days(first, last)


def _days(first: object, last: object) -> str:
    """Both days; a blank one is printed too, so that the engine notices a name that does not exist."""
    begin, end = (kdate(day) if isinstance(day, date) else _printed(day) for day in (first, last))
    if begin == end or (isinstance(first, str) and not end):
        return begin
    return _joined(begin, _without_year(end, first, last)).strip()


def _hours(first: datetime | time, last: object) -> str:
    dated = isinstance(first, datetime)
    begin = f"{kdate(first, weekday=True)} {ktime(first)}" if dated else ktime(first)
    if first == last:
        return begin
    if isinstance(last, time) or (dated and isinstance(last, datetime) and kdate(first) == kdate(last)):
        return f"{begin}~{ktime(last)}"
    if isinstance(last, datetime):
        end = f"{_without_year(kdate(last, weekday=True), first, last)} {ktime(last)}"
    else:
        end = _printed(last)
    return _joined(begin, end) if end else begin


def _joined(begin: str, end: str) -> str:
    """Both with ~ between. A narrow cell breaks the line after ~ and not within the end (`~ 6.` `30.`)."""
    return f"{begin} ~ {end.replace(' ', _NO_BREAK)}"


def _without_year(printed: str, first: object, last: object) -> str:
    same = isinstance(first, date) and isinstance(last, date) and first.year == last.year
    return printed.partition(" ")[2] if same else printed


def _printed(value: object) -> str:
    if isinstance(value, Moment):
        return moment(value)
    return "" if value is None else str(value)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _day(value: object) -> date | str:
    """The date of a value, or the word that stands for it."""
    read = _read(value)
    if isinstance(read, time):
        raise _unread(value, "날짜", "2026-06-01")
    return read


def _read(value: object) -> Moment | str:
    """The date, date-time or time that a value is or says, or the word that stands for one."""
    if isinstance(value, Moment):
        return value
    text = str(value).strip()
    if isinstance(value, str) and not any(sign.isdigit() for sign in text):
        return text
    read = _parsed(text)
    if read is None:
        raise _unread(value, "날짜나 시각", "2026-06-01이나 2026-06-01 15:30")
    return read


def _parsed(text: str) -> Moment | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute = (int(part) if part else -1 for part in match.groups())
    try:
        clock = None if hour < 0 else time(hour, minute)
        found = None if year < 0 else date(year, month, day)
    except ValueError:  # no such day of the calendar, no such hour of the clock
        return None
    return datetime.combine(found, clock) if found and clock else found or clock


def _unread(value: object, what: str, sample: str) -> ValueError:
    return ValueError(f"'{value!s:.30}'에서 {josa(what, '을/를')} 읽을 수 없습니다. {sample}처럼 적으세요.")
