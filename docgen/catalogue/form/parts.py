"""The vocabulary of a form: what a printed Korean form is made of, as data.

A text holds the tags of docxtpl's dialect; a line break in it starts a new paragraph. Lengths are in
millimetres, as a form is measured on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = [
    "Approval",
    "Beside",
    "CellPart",
    "Certificate",
    "Chapter",
    "Chart",
    "Contents",
    "Cover",
    "Entry",
    "Form",
    "Grid",
    "Heading",
    "Label",
    "LongText",
    "Outline",
    "Part",
    "Repeat",
    "Row",
    "Rule",
    "Sender",
    "Series",
    "Signature",
    "Title",
    "Together",
    "Unit",
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
    """A cell to fill in; `text` holds the tags. Numbers stand at the right."""

    text: str = ""
    columns: int = 1
    align: Literal["left", "center", "right"] = "left"


CellPart: TypeAlias = Label | Entry


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the form: a box of its own, or the first row of a grid."""

    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The heading of a chapter of a report (Ⅰ. …), above the headings of its sections."""

    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The chapters and headings of the form with their pages, on a page of its own; it comes after the cover.

    Those under a condition or in a loop are listed as the data have them.
    """

    title: str = "목    차"


@dataclass(frozen=True, slots=True)
class Series:
    """What one kind of bar of a chart shows: its name, an expression for its value of an item called `row`,
    and the filter that prints the value. `light` bars stand out against others, on a grey printer too."""

    name: str
    value: str
    show: str = "number(2)"
    light: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars for each of `items` (an expression), after its `label` (a text): one for each series, its value
    beside it. The scale goes from 0 to `most`, in `unit`. It stands on one page where it fits."""

    title: str
    items: str
    label: str
    series: tuple[Series, ...]
    most: float = 5
    unit: str = "점"


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section (■ …): a line of its own, or a row of a grid.

    One of its own may begin a new page.
    """

    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of labels and entries, from left to right, past the squares that a label above covers.

    `height` is the least height, None what a line needs. A `running` row repeats on every page. A `long`
    one, and one of a given height, may run over the page.
    """

    cells: tuple[CellPart, ...]
    height: float | None = None
    running: bool = False
    long: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """A row printed once for each item: `loop` is what stands after `for` ("row in plan.costs | rows(2)").

    `long` rows may run over the page.
    """

    loop: str
    cells: tuple[CellPart, ...]
    long: bool = False


@dataclass(frozen=True, slots=True)
class LongText:
    """A row over the whole width: a help line and below it room of at least `height` to write in."""

    text: str
    help: str = ""
    height: float = 20


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with columns of the given widths; a `plain` one has no lines and no shades, a `tied` one never
    stands alone on a page: the row or line above goes with it. `full` is an expression for whether the
    entries fill the rows of one that ends a letter, "" where they always do.
    """

    widths: tuple[float, ...]
    rows: tuple[Title | Heading | Row | Repeat | LongText, ...]
    plain: bool = False
    tied: bool = False
    full: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """Lines of text, each at the level that its sign tells: □ ○ - ▶ ※, or a `numbered` tag (1. 가. 1) 가)).

    A line without a sign is a plain paragraph, one of `{%p … %}` prints nothing.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Together:
    """Parts that stand on one page where they fit: a table that is not to be cut, a block that would stand
    alone on the last page."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of the table below, small at the right: (단위: 천원)."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The last line: the day, who signs as what, and the place to sign."""

    date_label: str
    date: str
    name_label: str
    name: str


@dataclass(frozen=True, slots=True)
class Approval:
    """The boxes to approve (결재란) at the right: one for each item of the list that `lines` names.

    What an item has and how it is drawn, the filter `approval_line` says; at least `blank` boxes are drawn,
    in at most `width`, with `title` beside them.
    """

    lines: str
    blank: int = 2
    title: str = "결재"
    width: float = 170


@dataclass(frozen=True, slots=True)
class Beside:
    """Two parts side by side, without lines between them; `left` is the width of the first."""

    parts: tuple[Part, Part]
    left: float


@dataclass(frozen=True, slots=True)
class Sender:
    """In whose name a paper goes out (발신명의), large and centred; the text says where the seal stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Cover:
    """A page of its own before the first: what, of whom, when, by whom. It has no number."""

    title: str
    subtitle: str
    date: str
    institution: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """A page to be framed: number at the top left, title, facts (label, text), the words, day, sender; small
    behind the sender the place of the seal, or the tag that puts it there; at the top right the tag of a code
    by which the number is checked, at most 22 mm wide. The words have `room` (mm) of the 227 that they share
    with day and sender: more of it where many facts may be long."""

    number: str
    title: str
    facts: tuple[tuple[str, str], ...]
    statement: str
    date: str
    sender: str
    seal: str = "(직인)"
    code: str = ""
    room: float = 167


Part: TypeAlias = (
    Title
    | Chapter
    | Heading
    | Grid
    | Chart
    | Outline
    | Together
    | Unit
    | Rule
    | Signature
    | Approval
    | Beside
    | Sender
    | Cover
    | Contents
    | Certificate
)


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its parts from top to bottom. `numbered` pages carry their number in the footer ("- 1 -").

    The text area is 170 mm wide, 257 mm of a `landscape` page; no table may be wider.
    """

    title: str
    parts: tuple[Part, ...]
    numbered: bool = False
    landscape: bool = False


def checkboxes(value: str, choices: dict[str, str]) -> str:
    """A line of boxes, one for each choice (value → printed word), ■ before the one that `value` names."""
    return "   ".join(f"{{{{ ({value} == '{key}') | box }}}} {word}" for key, word in choices.items())
