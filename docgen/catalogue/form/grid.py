"""Grids as tables: rows laid out from left to right, repetitions with their tags, lines and heights.

A `Repeat` takes three rows of the table: the tag that opens the loop, the row itself, the tag that closes
it. The merge drops the two with tags. A label that runs on over a repetition covers its tag rows too, so
that the template looks in Word as the document will.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docgen.catalogue.form.looks import INNER, OUTER, PADDING, STYLES, millimetres
from docgen.catalogue.form.parts import (
    CellPart,
    Entry,
    Grid,
    Heading,
    Label,
    LongText,
    Repeat,
    Row,
    Title,
)
from docgen.document import Borders, Cell, Paragraph, Sides, Table, Text
from docgen.document import Row as TableRow

__all__ = ["paragraphs", "table"]

_LABEL_SHADE, _HEADING_SHADE = "F2F2F2", "DEE6F0"
_ENTRY_STYLES = {"left": "entry", "center": "choice", "right": "number"}
_LINE_HEIGHT, _REPEAT_HEIGHT = 24.0, 26.0  # of a row, in points, where its content needs less


@dataclass(frozen=True)
class _Piece:
    """A cell about to be placed: its paragraphs, its size, its shade."""

    blocks: tuple[Paragraph, ...]
    columns: int
    rows: int = 1
    shade: str | None = None
    centred: bool = True


@dataclass(frozen=True)
class _Line:
    """A row of the table about to be laid out; a piece of no columns takes all that is free."""

    pieces: tuple[_Piece, ...]
    height: float | None = None
    running: bool = False
    splittable: bool = False


def table(grid: Grid) -> Table:
    """The grid as a table of the document model."""
    made = _lined(grid)
    return _plain(made) if grid.plain else made


def _lined(grid: Grid) -> Table:
    spans = _spans(grid)
    lines = [line for index, row in enumerate(grid.rows) for line in _lines(row, spans[index:])]
    rows, covered = [], dict[int, int]()  # column → rows still covered from above
    for index, line in enumerate(lines):
        cells = tuple(_cells(line, index, len(lines), len(grid.widths), covered))
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        for cell in cells:
            if cell.rows > 1:
                covered |= dict.fromkeys(range(cell.column, cell.column + cell.columns), cell.rows - 1)
        rows.append(TableRow(cells, line.height, header=line.running, splittable=line.splittable))
    return Table(millimetres(*grid.widths), tuple(rows))


def _plain(made: Table) -> Table:
    """Without lines, shades and least heights, its texts those of the page."""
    rows = (replace(row, height=None, cells=tuple(map(_plain_cell, row.cells))) for row in made.rows)
    return replace(made, rows=tuple(rows))


def _plain_cell(cell: Cell) -> Cell:
    blocks = tuple(_restyled(block) for block in cell.blocks if isinstance(block, Paragraph))
    bare = replace(cell, borders=Borders(), shading=None, padding=Sides(right=4.0))
    return replace(bare, blocks=blocks, vertical_align="top")


def _restyled(block: Paragraph) -> Paragraph:
    if block.style not in ("label", "entry"):
        return block
    look = STYLES["body"]
    inlines = tuple(replace(text, format=look.character) for text in block.inlines if isinstance(text, Text))
    return Paragraph(inlines, look.paragraph, look.character, style="body")


def _spans(grid: Grid) -> list[int]:
    """How many rows of the table each row of the grid takes."""
    return [3 if isinstance(row, Repeat) else 1 for row in grid.rows]


def _lines(row: Title | Heading | Row | Repeat | LongText, spans: list[int]) -> Iterator[_Line]:
    match row:
        case Title(text):
            yield _Line((_Piece(paragraphs(text, "title"), 0),))
        case Heading(text):
            yield _Line((_Piece(paragraphs(text, "heading"), 0, shade=_HEADING_SHADE),), _LINE_HEIGHT)
        case LongText():
            room = (*paragraphs(row.help, "help"), *paragraphs(row.text, "entry"))
            height = millimetres(row.height)[0]
            yield _Line((_Piece(room, 0, centred=False),), height, splittable=True)
        case Row():
            heads = all(isinstance(cell, Label) for cell in row.cells)
            height = _LINE_HEIGHT if row.height is None else millimetres(row.height)[0]
            pieces = tuple(_piece(cell, spans, heads, row.height is None) for cell in row.cells)
            yield _Line(pieces, height, row.running, splittable=row.long or row.height is not None)
        case Repeat():
            yield _tag_line(f"for {row.loop}")
            cells = tuple(_repeated(cell, spans) for cell in row.cells)
            yield _Line(cells, _REPEAT_HEIGHT, splittable=row.long)
            yield _tag_line("endfor")


def _tag_line(tag: str) -> _Line:
    return _Line((_Piece(paragraphs(f"{{%tr {tag} %}}", "tag"), 0),))


def _piece(cell: CellPart, spans: list[int], keep: bool = False, centred: bool = True) -> _Piece:
    if isinstance(cell, Entry):
        return _Piece(paragraphs(cell.text, _ENTRY_STYLES[cell.align]), cell.columns, centred=centred)
    printed = (*paragraphs(cell.text, "label", keep), *paragraphs(cell.help, "help-label", keep))
    return _Piece(printed, cell.columns, sum(spans[: cell.rows]), _LABEL_SHADE)


def _repeated(cell: CellPart, spans: list[int]) -> _Piece:
    """A cell of the repeated row itself; a label is marked as merged over the repetitions."""
    if not isinstance(cell, Label):
        return _piece(cell, spans)
    if "{{" in cell.text:
        raise ValueError(f"되풀이되는 줄의 항목은 한 번만 찍힙니다. 값은 Entry에 적으세요: {cell.text}")
    rows = 1 if cell.rows == 1 else sum(spans[: cell.rows]) - 1  # not the tag row before
    marked = Label(f"{{% vm %}}{cell.text}", cell.columns, help=cell.help)
    return _Piece(_piece(marked, [1]).blocks, cell.columns, rows, _LABEL_SHADE)


def _cells(line: _Line, row: int, rows: int, columns: int, covered: dict[int, int]) -> Iterator[Cell]:
    """The pieces of a line in the columns that no cell above covers."""
    free = [column for column in range(columns) if column not in covered]
    for piece in line.pieces:
        taken = free[: piece.columns] if piece.columns else free
        free = free[len(taken) :]
        yield Cell(
            piece.blocks,
            taken[0],
            len(taken),
            piece.rows,
            _borders(taken[0], len(taken), row, piece.rows, columns, rows),
            piece.shade,
            "center" if piece.centred else "top",
            PADDING,
        )


def _borders(column: int, wide: int, row: int, high: int, columns: int, rows: int) -> Borders:
    """Thicker lines around the table than in it."""
    return Borders(
        top=INNER if row else OUTER,
        right=INNER if column + wide < columns else OUTER,
        bottom=INNER if row + high < rows else OUTER,
        left=INNER if column else OUTER,
    )


def paragraphs(text: str, style: str, keep_next: bool = False) -> tuple[Paragraph, ...]:
    """One paragraph for each line of the text, in a named style; none for no text but in an entry."""
    if not text and style.startswith("help"):
        return ()
    look = STYLES[style]
    layout = replace(look.paragraph, keep_next=True) if keep_next else look.paragraph
    return tuple(
        Paragraph((Text(line, look.character),) if line else (), layout, look.character, style=style)
        for line in text.split("\n")
    )
