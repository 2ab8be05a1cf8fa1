"""Dates and times as case files hold them: `2026-06-01`, `2026-06-01 15:30`, `15:30`."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, time

__all__ = ["likely_date", "parse_date", "parse_datetime", "parse_time", "why_no_date"]

_DATE = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
_LIKE_A_DATE = re.compile(
    r"\s*([0-9]{2}|[0-9]{4})\s*(?:[-./]|년)?\s*([0-9]{1,2})\s*(?:[-./]|월)?\s*([0-9]{1,2})\s*[.일]?\s*"
)
_LONGEST = 40  # letters; a long run of spaces would take the pattern a long time
_CENTURY_TURN = 50  # 88 is 1988, 26 is 2026; for a suggestion only


def parse_date(text: str) -> date | None:
    """The date written as YYYY-MM-DD, None for anything else (years 1900 to 2099)."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def parse_time(text: str) -> time | None:
    """The time written as HH:MM or HH:MM:SS, None for anything else."""
    if not _TIME.fullmatch(text):
        return None
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None


def parse_datetime(text: str) -> datetime | None:
    """The date and time, with one space or a T between, None for anything else."""
    day, clock = parse_date(text[:10]), parse_time(text[11:])
    if day is None or clock is None or text[10] not in " T":
        return None
    return datetime.combine(day, clock)


def why_no_date(text: str) -> str | None:
    """Why a text of the right form is no date ("2026년 2월은 28일까지입니다."), None if the form is wrong."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    year, month, _ = (int(part) for part in text.split("-"))
    if not _DATE.fullmatch(text):
        return "연도는 1900년부터 2099년까지 적습니다."
    if not 1 <= month <= 12:
        return "달은 01부터 12까지입니다."
    return f"{year}년 {month}월은 1일부터 {calendar.monthrange(year, month)[1]}일까지입니다."


def likely_date(text: str) -> str | None:
    """The date that a person meant by "2026. 6. 1.", "26-6-1" or "20260601", as YYYY-MM-DD."""
    match = _LIKE_A_DATE.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    year = int(match[1])
    if year < 100:
        year += 2000 if year < _CENTURY_TURN else 1900
    written = f"{year}-{int(match[2]):02}-{int(match[3]):02}"
    return written if parse_date(written) else None
