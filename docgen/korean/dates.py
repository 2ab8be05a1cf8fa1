"""Dates and times as Korean documents print them (행정업무규정 제7조): `2026. 6. 1.`, `14:00`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

__all__ = ["kdate", "krange", "ktime", "moment", "weekday"]

_WEEKDAYS = "월화수목금토일"


def kdate(value: object) -> object:
    """A date as `2026. 6. 1.`; what is no date is given back as it is, so that blanks stay blank."""
    return f"{value.year}. {value.month}. {value.day}." if isinstance(value, date) else value


def ktime(value: object) -> object:
    """The time of day as `14:00`; what has no time is given back as it is."""
    return f"{value:%H:%M}" if isinstance(value, datetime | time) else value


def weekday(value: object) -> object:
    """The day of the week as one letter, `월` to `일`; what is no date is given back as it is."""
    return _WEEKDAYS[value.weekday()] if isinstance(value, date) else value


def moment(value: date | time) -> str:
    """A date, date-time or time as a document prints it without a filter."""
    if isinstance(value, datetime):
        return f"{kdate(value)} {value:%H:%M}"
    return str(kdate(value)) if isinstance(value, date) else f"{value:%H:%M}"


def krange(start: object, end: object = None) -> str:
    """From when to when: `2025. 3. 2. ~ 2025. 3. 6.`, or `2026. 6. 1.(월) 14:00 ~ 16:00` of date-times.

    `start` may be a period `{from, to}`. An open end prints as `2025. 3. 2. ~`, nothing as nothing.
    """
    if isinstance(start, Mapping):
        return krange(start.get("from"), start.get("to"))
    if isinstance(start, datetime):
        return _hours(start, end)
    first, last = (kdate(value) if isinstance(value, date) else "" for value in (start, end))
    return f"{first} ~ {last}".strip() if first or last else ""


def _hours(start: datetime, end: object) -> str:
    day = f"{kdate(start)}({weekday(start)}) {ktime(start)}"
    if not isinstance(end, datetime):
        return day
    if end.date() == start.date():
        return f"{day} ~ {ktime(end)}"
    return f"{day} ~ {kdate(end)}({weekday(end)}) {ktime(end)}"
