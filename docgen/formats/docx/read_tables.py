"""Tables: grid, spans, merged cells, heights, widths, margins, shading (ECMA-376 Part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from docgen.document import Block, Borders, Cell, Row, Sides, Table
from docgen.formats.docx.names import qn
from docgen.formats.docx.read_borders import Claim, resolve
from docgen.formats.docx.read_context import Context, Surroundings
from docgen.formats.docx.read_parts import effective
from docgen.formats.docx.read_properties import Props, unsupported
from docgen.formats.docx.read_table_style import Look, TableStyle, cell_props, read_edges, read_margins
from docgen.formats.docx.read_values import Element, fill, flag, length, number, points, value

__all__ = ["read_table"]

ReadBlocks = Callable[[Context, Iterable[Element], Surroundings], tuple[Block, ...]]

_DEFAULT_MARGINS: Final = {"top": 0.0, "right": 5.4, "bottom": 0.0, "left": 5.4}
_MOST_COLUMNS: Final = 63
_VERTICAL: Final = {"center": "center", "both": "center", "bottom": "bottom"}
_ALIGN: Final = {"center": "center", "right": "right", "end": "right"}
_TR, _TC = qn("w:tr"), qn("w:tc")


@dataclass(slots=True)
class Square:
    """A cell as it lies on the grid, before its borders are settled."""

    element: Element
    properties: Element | None
    row: int
    column: int
    columns: int
    rows: int = 1
    own: Props = field(default_factory=dict)


@dataclass(slots=True)
class Setting:
    """What holds for a whole table: its own properties over those of its style."""

    style: TableStyle
    look: Look
    edges: dict[str, Any]
    margins: dict[str, float]
    shading: str | None
    align: Any
    indent: float
    width: Element | None


def read_table(context: Context, element: Element, where: Surroundings, read_blocks: ReadBlocks) -> Table:
    """The table of a `w:tbl`; `read_blocks` reads what its cells hold."""
    setting = _setting(context, element, where)
    rows = [row for row in effective(element) if row.tag == _TR and not _deleted(row)]
    squares, count = _squares(rows)
    grid = _grid(element, rows, squares, count, setting, where.width)
    cells = _cells(context, squares, len(rows), grid, setting, where, read_blocks)
    made: list[Row] = []
    for i, row in enumerate(rows):
        header = _switch(row, "w:tblHeader") and all(earlier.header for earlier in made)
        made.append(_row(row, tuple(cells[i]), header))
    indent = setting.indent if setting.align == "left" else 0.0
    return Table(tuple(grid), tuple(made), setting.align, indent)


def _deleted(row: Element) -> bool:
    properties = row.find(qn("w:trPr"))
    return properties is not None and properties.find(qn("w:del")) is not None


def _setting(context: Context, element: Element, where: Surroundings) -> Setting:
    own = element.find(qn("w:tblPr"))
    named = value(own.find(qn("w:tblStyle"))) if own is not None else None
    style = TableStyle.read(context.styles, named or context.styles.default("table"))
    said: dict[str, Element] = {}
    for properties in [*style.properties, *([own] if own is not None else [])]:
        said |= {child.tag.rpartition("}")[2]: child for child in properties.iterchildren(tag="*")}
    for name, word in (
        ("tblpPr", "떠 있는 표"),
        ("tblCellSpacing", "셀 간격"),
        ("bidiVisual", "오른쪽에서 왼쪽 표"),
    ):
        if name in said and value(said[name]) not in ("0", "false"):
            context.findings.unsupported(word, where.place)
    margins = _DEFAULT_MARGINS | style.margins | read_margins(said.get("tblCellMar"))
    indent = (length(said["tblInd"], "w:w") or 0.0) if "tblInd" in said else 0.0
    if context.settings.compatibility < 15:
        indent -= margins["left"]  # before Word 2013 the text, not the edge, stands at the indent
    return Setting(
        style=style,
        look=Look.read(said.get("tblLook")),
        edges=style.edges | read_edges(said.get("tblBorders")),
        margins=margins,
        shading=fill(said["shd"]) if "shd" in said else None,
        align=_ALIGN.get(value(said.get("jc")) or "", "left"),
        indent=indent,
        width=said.get("tblW"),
    )


def _switch(row: Element, name: str) -> bool:
    properties = row.find(qn("w:trPr"))
    found = None if properties is None else properties.find(qn(name))
    return found is not None and flag(found)


def _row(element: Element, cells: tuple[Cell, ...], header: bool) -> Row:
    properties = element.find(qn("w:trPr"))
    height = None if properties is None else properties.find(qn("w:trHeight"))
    rule = "auto" if height is None else height.get(qn("w:hRule")) or "atLeast"
    return Row(
        cells,
        None if height is None or rule == "auto" else length(height, "w:val"),
        exact=rule == "exact",
        header=header,
        splittable=not _switch(element, "w:cantSplit"),
    )


def _around(row: Element, name: str) -> int:
    properties = row.find(qn("w:trPr"))
    return _count(properties, name) if properties is not None else 0


def _count(properties: Element, name: str) -> int:
    """A number of columns; Word has no table of more than 63, so that a hostile number costs nothing."""
    return min(max(number(value(properties.find(qn(f"w:{name}")))), 0), _MOST_COLUMNS)


def _squares(rows: list[Element]) -> tuple[list[Square], int]:
    """The cells on the grid, merged ones counted into the cell that starts them; the number of columns."""
    squares: list[Square] = []
    merging: dict[int, Square] = {}
    count = 0
    for i, row in enumerate(rows):
        column, above, merging = _around(row, "gridBefore"), merging, {}
        for element in (child for child in effective(row) if child.tag == _TC):
            properties = element.find(qn("w:tcPr"))
            span = max(_count(properties, "gridSpan"), 1) if properties is not None else 1
            merge = None if properties is None else properties.find(qn("w:vMerge"))
            start = above.get(column)
            if (
                merge is not None
                and value(merge) != "restart"
                and start is not None
                and start.columns == span
            ):
                start.rows += 1
                merging[column] = start
            else:
                square = Square(element, properties, i, column, span, own=cell_props(properties))
                squares.append(square)
                if merge is not None:
                    merging[column] = square
            column += span
        count = max(count, column + _around(row, "gridAfter"))
    return squares, count


def _grid(
    table: Element, rows: list[Element], squares: list[Square], count: int, setting: Setting, room: float
) -> list[float]:
    """The widths of the columns: those that the cells ask for, else the grid's; scaled if in percent."""
    grid = [length(column, "w:w") or 0.0 for column in table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]
    grid = (grid + [0.0] * count)[: max(count, 1)]
    asked: dict[int, float] = {}
    for square in squares:
        width = None if square.properties is None else square.properties.find(qn("w:tcW"))
        if square.columns == 1 and width is not None and width.get(qn("w:type")) == "dxa":
            asked.setdefault(square.column, length(width, "w:w") or 0.0)
    grid = [asked.get(i) or width for i, width in enumerate(grid)]
    missing = [i for i, width in enumerate(grid) if width <= 0]
    rest = max(room - sum(grid), 20.0 * len(missing))
    for i in missing:
        grid[i] = rest / len(missing)
    total = _asked_width(setting.width, room)
    return [width * total / sum(grid) for width in grid] if total else grid


def _asked_width(width: Element | None, room: float) -> float | None:
    """A table width given in percent (fiftieths of one, or "50%")."""
    text = None if width is None else width.get(qn("w:w"))
    if width is None or not text or not room:
        return None
    if text.endswith("%"):
        return room * (points(text[:-1], 1.0) or 0.0) / 100
    return room * number(text) / 5000 if width.get(qn("w:type")) == "pct" else None


def _cells(
    context: Context,
    squares: list[Square],
    rows: int,
    grid: list[float],
    setting: Setting,
    where: Surroundings,
    read_blocks: ReadBlocks,
) -> list[list[Cell]]:
    columns = len(grid)
    borders = resolve([_claim(square, rows, columns, setting) for square in squares], rows, columns)
    made: list[list[Cell]] = [[] for _ in range(rows)]
    for square, edges in zip(squares, borders, strict=True):
        spot = f"{where.place}, {square.row + 1}행 {len(made[square.row]) + 1}칸"
        made[square.row].append(
            _cell(context, square, edges, rows, grid, setting, where.at(spot), read_blocks)
        )
    return made


def _layers(square: Square, rows: int, columns: int) -> tuple[int, int, int, int, int]:
    return square.row, rows, square.column, square.columns, columns


def _claim(square: Square, rows: int, columns: int, setting: Setting) -> Claim:
    """The lines a cell asks for: table edges or inner lines, then the style's regions, then its own."""
    outer = {
        "top": square.row == 0,
        "bottom": square.row + square.rows == rows,
        "left": square.column == 0,
        "right": square.column + square.columns == columns,
    }
    inner = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
    edges = {side: setting.edges.get(side if out else inner[side]) for side, out in outer.items()}
    for region, layer in setting.style.layers(setting.look, *_layers(square, rows, columns)):
        said = layer.edges | layer.cell.get("borders", {}) if region else layer.cell.get("borders", {})
        across, down = region[-3:] in ("Row", "orz"), region[-3:] in ("Col", "ert")
        for side, out in outer.items():
            within = (
                (across and side in ("left", "right")) or (down and side in ("top", "bottom")) or not region
            )
            name = inner[side] if within and not out else side
            if name in said:
                edges[side] = said[name]
    own = square.own.get("borders", {})
    edges |= {side: line for side, line in own.items() if side in edges}
    return Claim(square.row, square.column, square.rows, square.columns, edges)


def _cell(
    context: Context,
    square: Square,
    borders: Borders,
    rows: int,
    grid: list[float],
    setting: Setting,
    where: Surroundings,
    read_blocks: ReadBlocks,
) -> Cell:
    where.note(context, unsupported(square.properties))
    layers = [layer for _, layer in setting.style.layers(setting.look, *_layers(square, rows, len(grid)))]
    cell: Props = {"shading": setting.shading}
    for layer in layers:
        cell |= layer.cell
    cell |= square.own
    margins = setting.margins | cell.get("margins", {})
    padding = Sides(*(margins[side] for side in ("top", "right", "bottom", "left")))
    paragraph, run = setting.style.text(setting.look, *_layers(square, rows, len(grid)))
    width = sum(grid[square.column : square.column + square.columns]) - padding.left - padding.right
    inside = Surroundings(where.part, where.place, max(width, 0.0), paragraph, run)
    vertical: Any = _VERTICAL.get(cell.get("vertical_align") or "", "top")
    blocks = read_blocks(context, effective(square.element), inside)
    return Cell(
        blocks, square.column, square.columns, square.rows, borders, cell.get("shading"), vertical, padding
    )
