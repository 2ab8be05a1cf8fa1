"""What a workbook is made of: sheets with typed columns and the rows below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

__all__ = ["FORMULA_SIGNS", "Cell", "Column", "Kind", "Sheet", "Value", "sheet_title"]

FORMULA_SIGNS: Final = ("=", "+", "-", "@")
"""Text that begins with one of these could be taken for a formula: it always bears the mark of text."""

_UNTITLED: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_MAX_TITLE: Final = 31

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
    a comment on the heading; `choices` a drop-down of what may be typed, `among` one of what stands in a
    column of another sheet: its title and the number of the column, from 1."""

    heading: str
    kind: Kind = Kind.TEXT
    width: float | None = None
    note: str = ""
    choices: tuple[str, ...] = ()
    among: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that differs in kind or choices from its column; `head` where it is itself a heading, `literal`
    where text bears the mark of text that is meant as typed (quotePrefix), `link` the title of the sheet that
    it leads to."""

    value: Value
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    head: bool = False
    literal: bool = False
    link: str | None = None
    among: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table under its headings; a title that Excel would refuse (32 letters, []:*?/\\) is mended."""

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value | Cell]] = ()


def sheet_title(wanted: str) -> str:
    """A title that Excel takes: 31 letters at most, none of []:*?/\\, no apostrophe at an end."""
    return " ".join(wanted.translate(_UNTITLED).split()).strip("'")[:_MAX_TITLE] or "표"
