"""Tables set as slices, one a row: heights, merged cells, header rows, rows parted at a page's end (17.4).

A row holds its cells' slices, set once in the width of the cell. A merged cell belongs to the table: where a
page ends inside it, what it holds goes into the first part that is high enough, or runs on from part to part.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from docgen.document import Cell, Paragraph, Row, Table
from docgen.formats.pdf.canvas import Book, Canvas
from docgen.formats.pdf.cells import NEAR, CellBox, SetBlocks, cell_box, paint_cell, paint_content
from docgen.formats.pdf.flow import Frame, Placed, Slice, take
from docgen.formats.pdf.grid import Grid

__all__ = ["TableFrame", "TableRow", "table_rows"]

_LEAST = 36.0  # points: less of a merged cell's room is not left at the end of a page


class TableRow(Slice):
    """A row, or the part of one on a page: `begun` on the page before, `cut` at this one's end."""

    __slots__ = ("begun", "boxes", "cut", "index", "row")

    def __init__(self, row: Row, index: int, boxes: list[CellBox], height: float, frame: TableFrame) -> None:
        super().__init__(height, frame)
        self.row, self.index, self.boxes = row, index, boxes
        self.begun = self.cut = False

    def split(self, room: float, force: bool) -> tuple[Slice, Slice] | None:
        """Part the text of the cells where it fits; a row that asks for more height than that stays whole."""
        natural = _natural(self.boxes)
        if self.row.exact or (self.whole and not force) or (natural <= room + NEAR and not self.stretched):
            return None
        if natural <= room + NEAR and room < _LEAST and not force:
            return None
        first: list[CellBox] = []
        rest: list[CellBox] = []
        for box in self.boxes:
            if box.cell.rows > 1:
                first.append(box)
                continue
            placed, left = take(box.slices, room - box.above - box.below, force)
            first.append(box.part([slice_ for _, slice_ in placed]))
            rest.append(box.part(left))
        if natural > room + NEAR and not any(box.slices for box in first if box.cell.rows == 1):
            return None
        below = self.height - room if self.stretched else 0.0
        upper = self._part(first, room if self.stretched else 0.0)
        lower = self._part(rest, below)
        upper.begun, upper.cut, lower.begun, lower.cut = self.begun, True, True, self.cut
        return upper, lower

    @property
    def stretched(self) -> bool:
        """Whether a merged cell that ends in it has made it higher."""
        return self.height > max(_natural(self.boxes), self.row.height or 0.0) + NEAR

    @property
    def whole(self) -> bool:
        """Whether it moves to the next page rather than run over its end."""
        asks = _natural(self.boxes) < (self.row.height or 0.0) - NEAR
        return self.row.exact or not self.row.splittable or (asks and not self.stretched)

    def _part(self, boxes: list[CellBox], least: float) -> TableRow:
        assert isinstance(self.frame, TableFrame)  # noqa: S101 # its own constructor asks for one
        made = TableRow(self.row, self.index, boxes, max(_natural(boxes), least), self.frame)
        made.keep = self.keep
        return made


def _natural(boxes: Sequence[CellBox]) -> float:
    return max((box.natural for box in boxes if box.cell.rows == 1), default=0.0)


_Spot = tuple[Canvas, float, float, float]
"""Where a part of a merged cell stands: the page, its left edge, top and height."""


class TableFrame(Frame):
    """A table: its lines and merged cells, drawn on each page that it stands on. `headers` are the rows that
    begin each of them."""

    def __init__(self, table: Table, x: float) -> None:
        self.x = x
        self.edges = [0.0, *accumulate(table.widths)]
        self.grid = Grid(table)
        self.headers: list[Slice] = []
        self.merged: list[tuple[int, CellBox]] = []
        self._crossing: list[tuple[CellBox, list[_Spot]]] = []

    def lead(self, slice_: Slice) -> float:
        """Half of the line above the first row: the other half is in the row."""
        return self.grid.width_above(slice_.index) / 2 if isinstance(slice_, TableRow) else 0.0

    def paint(self, canvas: Canvas, x: float, placed: Sequence[Placed]) -> None:
        """Draw the rows that stand on a page, then the lines."""
        x += self.x
        rows = [(y, row) for y, row in placed if isinstance(row, TableRow)]
        merged = self._merged_here(canvas, x, rows) if self.merged else {}
        for y, row in rows:
            for box in row.boxes:
                if box.cell.rows == 1:
                    paint_cell(canvas, x, y, row.height, box, row.row.exact)
                elif id(box) in merged:
                    paint_cell(canvas, x, y, merged[id(box)], box, False)
        self.grid.paint(canvas, x, self.edges, [(y, row.height, row.index) for y, row in rows])

    def _merged_here(
        self, canvas: Canvas, x: float, rows: Sequence[tuple[float, TableRow]]
    ) -> dict[int, float]:
        """The heights of the merged cells that stand whole on this page; others wait for all their parts."""
        whole: dict[int, float] = {}
        for first, box in self.merged:
            end = first + box.cell.rows
            here = [(y, row) for y, row in rows if first <= row.index < end]
            if not here:
                continue
            (top, upper), (y, lower) = here[0], here[-1]
            height = y + lower.height - top
            if (upper.index, lower.index + 1) == (first, end) and not upper.begun and not lower.cut:
                whole[id(box)] = height
            else:
                self._cross(box, (canvas, x, top, height))
        return whole

    def _cross(self, box: CellBox, spot: _Spot) -> None:
        canvas, x, top, height = spot
        if box.cell.shading:
            canvas.fill(x + box.left, top, box.width, height, box.cell.shading)
        spots = next((spots for known, spots in self._crossing if known is box), None)
        if spots is None:
            if not self._crossing:
                canvas.book.waiting.append(self._finish)
            self._crossing.append((box, spots := []))
        spots.append(spot)

    def _finish(self) -> None:
        """Draw what parted merged cells hold: in the first part high enough, or from part to part."""
        for box, spots in self._crossing:
            needed = box.natural
            whole = next((spot for spot in spots if spot[3] >= needed - NEAR), None)
            if whole is not None:
                canvas, x, top, height = whole
                paint_content(canvas, x, top, height, box)
                continue
            rest = box.slices
            for canvas, x, top, height in spots[:-1]:
                placed, rest = take(rest, height - box.above - box.below, True)
                paint_content(canvas, x, top, height, box.part([slice_ for _, slice_ in placed]))
            canvas, x, top, height = spots[-1]
            paint_content(canvas, x, top, height, box.part(rest))
        self._crossing = []


def table_rows(table: Table, width: float, book: Book, set_blocks: SetBlocks) -> list[Slice]:
    """The rows of a table in a column `width` points wide; `set_blocks` sets what its cells hold."""
    total = sum(table.widths)
    x = {"left": table.indent, "center": (width - total) / 2, "right": width - total}[table.align]
    frame = TableFrame(table, x)
    made: list[TableRow] = []
    for i, row in enumerate(table.rows):
        boxes = [cell_box(cell, frame.edges, book, set_blocks) for cell in row.cells]
        height = (
            row.height if row.exact and row.height is not None else max(row.height or 0.0, _natural(boxes))
        )
        made.append(TableRow(row, i, boxes, height, frame))
        made[-1].keep = bool(row.cells) and _kept(row.cells[0])
        frame.merged += [(i, box) for box in boxes if box.cell.rows > 1]
    _stretch(made, frame.merged)
    heads = _header_rows(table)
    for each in made[:heads]:
        each.keep = True
    frame.headers = list(made[:heads])
    if made:
        made[-1].after = frame.grid.width_above(len(made)) / 2
    return list(made)


def _kept(cell: Cell) -> bool:
    return any(isinstance(block, Paragraph) and block.format.keep_next for block in cell.blocks)


def _stretch(rows: Sequence[TableRow], merged: Sequence[tuple[int, CellBox]]) -> None:
    """Make the last row of each merged cell as high as the cell needs."""
    for first, box in sorted(merged, key=lambda item: item[0] + item[1].cell.rows):
        under = rows[first : first + box.cell.rows]
        missing = box.natural - sum(row.height for row in under)
        if missing > 0 and not under[-1].row.exact:
            under[-1].height += missing


def _header_rows(table: Table) -> int:
    """How many leading rows repeat; none where a cell reaches from them into the body, or all rows would."""
    count = 0
    while count < len(table.rows) and table.rows[count].header:
        count += 1
    reaching = any(i + cell.rows > count for i, row in enumerate(table.rows[:count]) for cell in row.cells)
    return 0 if reaching or count == len(table.rows) else count
