"""The vocabulary of a form: what a printed Korean form is made of, as data.

A text holds the tags of docxtpl's dialect; a line break in it starts a new paragraph. Lengths are in
millimetres, as a form is measured on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = [
    "Entry",
    "Form",
    "Grid",
    "Heading",
    "Label",
    "LongText",
    "Part",
    "Repeat",
    "Row",
    "Signature",
    "Title",
    "checkboxes",
]


@dataclass(frozen=True, slots=True)
class Label:
    """A printed cell, shaded; it covers `columns` × `rows`, a `Repeat` counting as one row.

    `help` is the small print below. A label in a `Repeat` is printed once, merged over the repetitions.
    """

    text: str
    columns: int = 1
    rows: int = 1
    help: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell to fill in; `text` holds the tags."""

    text: str = ""
    columns: int = 1
    align: Literal["left", "center"] = "left"


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the form: a line of its own, or the first row of a grid."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section (■ …): a line of its own, or a row of a grid."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of labels and entries, from left to right, past the squares that a label above covers.

    `height` is the least height, None what a line needs. A `running` row repeats on every page.
    """

    cells: tuple[Label | Entry, ...]
    height: float | None = None
    running: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """A row printed once for each item: `loop` is what stands after `for` ("row in plan.costs | rows(2)")."""

    loop: str
    cells: tuple[Label | Entry, ...]


@dataclass(frozen=True, slots=True)
class LongText:
    """A row over the whole width: a help line and below it room of at least `height` to write in."""

    text: str
    help: str
    height: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with columns of the given widths."""

    widths: tuple[float, ...]
    rows: tuple[Title | Heading | Row | Repeat | LongText, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The last line: the day, who signs as what, and the place to sign."""

    date_label: str
    date: str
    name_label: str
    name: str


Part: TypeAlias = Title | Heading | Grid | Signature


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its parts from top to bottom. `numbered` pages carry their number in the footer ("- 1 -")."""

    title: str
    parts: tuple[Part, ...]
    numbered: bool = False


def checkboxes(value: str, choices: dict[str, str]) -> str:
    """A line of boxes, one for each choice (value → printed word), ■ before the one that `value` names."""
    return "   ".join(f"{{{{ ({value} == '{key}') | box }}}} {word}" for key, word in choices.items())
