"""What a workbook is made of: sheets with typed columns and the rows below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

__all__ = ["Cell", "Column", "Kind", "Sheet", "Value"]

Value = str | int | float | bool | date | datetime | time | None
"""What a cell holds; None is an empty cell."""


class Kind(StrEnum):
    """How cells look: text, a figure with thousands parted, a plain number (a year), a day, a moment."""

    TEXT = "text"
    NUMBER = "number"
    PLAIN = "plain"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `width` in digits (a Hangul syllable takes two), None for as wide as what is in it; `note`
    a comment on the heading; `choices` a drop-down of what may be typed."""

    heading: str
    kind: Kind = Kind.TEXT
    width: float | None = None
    note: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that differs in kind or choices from its column; `head` where it is itself a heading."""

    value: Value
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    head: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table under its headings; a title that Excel would refuse (32 letters, []:*?/\\) is mended."""

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value | Cell]] = ()
