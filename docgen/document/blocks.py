"""What stands on a page: paragraphs and tables in sections, and the document that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.document.inlines import Inline
from docgen.document.properties import Borders, CharacterFormat, Page, ParagraphFormat, Sides, Style


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    `mark` is the look of the paragraph mark: it gives an empty paragraph its height. `label` is the
    computed number or bullet of a list item ("1.", "가.", "○"), None where there is none; it hangs at
    `left + first_line`. `style` names an entry of `Document.styles`, "" for none. `bookmarks` are the names
    by which links and page references (`Field.target`) lead here; each stands once in a document.
    """

    inlines: tuple[Inline, ...] = ()
    format: ParagraphFormat = ParagraphFormat()
    mark: CharacterFormat = CharacterFormat()
    label: str | None = None
    label_format: CharacterFormat | None = None
    style: str = ""
    bookmarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: it starts at grid column `column` (0-based) and covers `columns` × `rows` squares.

    `borders` are the lines really drawn, conflicts between table, row and neighbours resolved.
    """

    blocks: tuple[Block, ...]
    column: int
    columns: int = 1
    rows: int = 1
    borders: Borders = Borders()
    shading: str | None = None
    vertical_align: Literal["top", "center", "bottom"] = "top"
    padding: Sides = Sides(0.0, 5.4, 0.0, 5.4)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: only the cells that start in it. `height` None lets the content decide; else at least that
    much, or just that much when `exact`. `header` rows repeat on every page the table runs over."""

    cells: tuple[Cell, ...]
    height: float | None = None
    exact: bool = False
    header: bool = False
    splittable: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table over a fixed grid: `widths` of its columns in points; `indent` from the text area."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    align: Literal["left", "center", "right"] = "left"
    indent: float = 0.0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Running:
    """A header or footer: what stands on ordinary, first and even pages. None: as on ordinary pages."""

    default: tuple[Block, ...] = ()
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one size with one header and footer. `start` says where its first page begins;
    `first_number` is the number of its first page, None to go on counting."""

    blocks: tuple[Block, ...]
    page: Page = Page()
    header: Running = Running()
    footer: Running = Running()
    start: Literal["page", "continuous", "odd", "even"] = "page"
    first_number: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `language` is a BCP 47 tag, `styles` the named styles that paragraphs refer to."""

    sections: tuple[Section, ...]
    title: str = ""
    language: str = "ko-KR"
    styles: Mapping[str, Style] = field(default_factory=dict)
