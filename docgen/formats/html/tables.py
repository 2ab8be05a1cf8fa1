"""Tables as HTML: fixed columns, merged cells, repeated header rows, and merged cells cut at a page's end.

A layout engine that draws a merged cell only on the page where it starts leaves a hole on the next
one. So the rows of a table with merged cells are labelled (`row 0 3`: row 3 of table 0, `row 0 3 +` where a
merged cell reaches into it); where a first layout shows that a page ends inside a merged cell, the table is
built again with that cell cut in two there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from docgen.document import Cell, Paragraph, Picture, Row, Table
from docgen.formats.html.css import cell_css
from docgen.formats.html.heights import block_height, row_height
from docgen.formats.html.values import pt

if TYPE_CHECKING:
    from docgen.formats.html.build import Builder

__all__ = ["ROW_MARK", "Cuts", "TableBuilder"]

Cuts = Mapping[int, frozenset[int]]
"""Rows of tables, by the table's number, above which a page begins."""

ROW_MARK: Final = "\u2060row "  # no heading begins so
_EMPTY: Final = "padding:0"
# A bookmark tells on which page its element lies; unlike an id it lets rows share their style.
_LABEL: Final = "bookmark-level:1;bookmark-label:attr(data-row)"


@dataclass(slots=True)
class TableBuilder:
    """Builds tables for a `builder` of blocks. Tables with merged cells are numbered as they come."""

    builder: Builder
    merged: list[Table] = field(default_factory=list)

    def table(self, parent: Element, table: Table, broken: bool) -> None:
        """Append a table; `broken` starts it on a new page."""
        css = f"width:{pt(sum(table.widths))}"
        if table.align != "left":
            css += f";margin-left:auto;margin-right:{'auto' if table.align == 'center' else '0'}"
        elif table.indent:
            css += f";margin-left:{pt(table.indent)}"
        if broken:
            css += ";break-before:page"
        element = SubElement(parent, "table", {"class": self.builder.classes.name("t", css)})
        columns = SubElement(element, "colgroup")
        for width in table.widths:
            SubElement(columns, "col", {"class": self.builder.classes.name("w", f"width:{pt(width)}")})
        self._rows(element, table)

    def _rows(self, element: Element, table: Table) -> None:
        number = None
        if any(cell.rows > 1 for row in table.rows for cell in row.cells):
            number = len(self.merged)
            self.merged.append(table)
            table = _cut(table, self.builder.cuts.get(number, frozenset()))
        heads, reached = _header_rows(table), _reached(table)
        group = element
        for i, row in enumerate(table.rows):
            if i in (0, heads):
                group = SubElement(element, "thead" if i < heads else "tbody")
            first = min((cell.column for cell in row.cells), default=len(table.widths))
            gap = sum(column not in reached[i] for column in range(first))
            label = (
                None if number is None or i < heads else f"{ROW_MARK}{number} {i}{' +' if reached[i] else ''}"
            )
            self._row(group, table, row, _least_height(table, row), gap, label)

    def _row(
        self, parent: Element, table: Table, row: Row, height: float | None, gap: int, label: str | None
    ) -> None:
        css = [] if row.splittable else ["break-inside:avoid"]
        if any(
            isinstance(block, Paragraph) and block.format.keep_next
            for c in row.cells[:1]
            for block in c.blocks
        ):
            css.append("break-after:avoid")
        attributes = {}
        if label is not None and self.builder.joined:
            css.append(_LABEL)
            attributes["data-row"] = label
        if css:
            attributes["class"] = self.builder.classes.name("r", ";".join(css))
        element = SubElement(parent, "tr", attributes)
        if gap:
            SubElement(element, "td", {"colspan": str(gap), "class": self.builder.classes.name("d", _EMPTY)})
        for cell in row.cells:
            room = sum(table.widths[cell.column : cell.column + cell.columns])
            self._cell(element, cell, height if cell.rows == 1 else None, row.exact, _overflows(cell, room))
            height = height if row.exact or cell.rows > 1 else None  # one cell makes the row high enough

    def _cell(self, row: Element, cell: Cell, height: float | None, exact: bool, overflows: bool) -> None:
        css, inside = cell_css(cell), 0.0
        if height is not None:
            inside = max(height - cell.padding.top - cell.padding.bottom - _lines(cell), 0.0)
            css += f";height:{pt(inside)}"
        attributes = {"class": self.builder.classes.name("d", css)}
        if cell.columns > 1:
            attributes["colspan"] = str(cell.columns)
        if cell.rows > 1:
            attributes["rowspan"] = str(cell.rows)
        element = SubElement(row, "td", attributes)
        clipped = f"max-height:{pt(inside)};overflow:hidden" if height is not None and exact else ""
        if clipped or overflows:
            name = self.builder.classes.name("x", clipped or "overflow:hidden")
            element = SubElement(element, "div", {"class": name})
        self.builder.blocks(element, cell.blocks)


def _overflows(cell: Cell, width: float) -> bool:
    """Whether a picture in the text of a cell is wider than the cell, which then cuts it off."""
    room = width - cell.padding.left - cell.padding.right
    inlines = (inline for block in cell.blocks if isinstance(block, Paragraph) for inline in block.inlines)
    return any(isinstance(i, Picture) and i.anchor is None and i.width > room for i in inlines)


def _least_height(table: Table, row: Row) -> float | None:
    """The height that a row asks for; None where its text is higher anyway and may run on to the next page.

    WeasyPrint gives the part of a cell before a page break the cell's whole least height, finds that it
    does not fit, and moves the row.
    """
    if row.height is None or row.exact or not row.splittable:
        return row.height
    return None if row_height(table, replace(row, height=None)) >= row.height else row.height


def _lines(cell: Cell) -> float:
    """What collapsed borders take of a cell's height: half of each."""
    return sum(line.width for line in (cell.borders.top, cell.borders.bottom) if line) / 2


def _reached(table: Table) -> list[set[int]]:
    """The columns of each row that a merged cell covers from above."""
    reached: list[set[int]] = [set() for _ in table.rows]
    for i, row in enumerate(table.rows):
        for cell in row.cells:
            for below in reached[i + 1 : i + cell.rows]:
                below |= set(range(cell.column, cell.column + cell.columns))
    return reached


def _header_rows(table: Table) -> int:
    """How many leading rows repeat; none where a cell reaches from them into the body, or all rows would."""
    count = 0
    while count < len(table.rows) and table.rows[count].header:
        count += 1
    reaching = any(i + cell.rows > count for i, row in enumerate(table.rows[:count]) for cell in row.cells)
    return 0 if reaching or count == len(table.rows) else count


def _cut(table: Table, rows: frozenset[int]) -> Table:
    """The table with the merged cells that a page's end crosses cut above each of `rows`."""
    if not rows:
        return table
    made = [list[Cell]() for _ in table.rows]
    for i, row in enumerate(table.rows):
        for cell in row.cells:
            for at, part in _parts(table, cell, i, [r for r in sorted(rows) if i < r < i + cell.rows]):
                made[at].append(part)
    ordered = (sorted(cells, key=lambda cell: cell.column) for cells in made)
    return replace(
        table,
        rows=tuple(replace(row, cells=tuple(cells)) for row, cells in zip(table.rows, ordered, strict=True)),
    )


def _parts(table: Table, cell: Cell, first: int, cuts: list[int]) -> Iterator[tuple[int, Cell]]:
    """The parts of a cell; what it holds goes into the first part that is high enough, else the highest."""
    starts = [first, *cuts]
    ends = [*cuts, first + cell.rows]
    room = [sum(row_height(table, row) for row in table.rows[a:b]) for a, b in zip(starts, ends, strict=True)]
    needed = block_height(cell.blocks, sum(table.widths[cell.column : cell.column + cell.columns]))
    holder = next((i for i, high in enumerate(room) if high >= needed), room.index(max(room)))
    for i, (a, b) in enumerate(zip(starts, ends, strict=True)):
        top = cell.borders.top or cell.borders.bottom
        edges = replace(
            cell.borders,
            top=cell.borders.top if i == 0 else top,
            bottom=cell.borders.bottom if b == first + cell.rows else top,
        )
        yield a, replace(cell, rows=b - a, borders=edges, blocks=cell.blocks if i == holder else ())
