"""The lines of a table, each drawn once and as long as it is alike (17.4.66)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.document import Border, Table
from docgen.formats.pdf.canvas import Canvas

__all__ = ["Grid"]

_Lines = list[list[Border | None]]
_Stroke = tuple[float, float, float, float, Border]
_Rows = Sequence[tuple[float, float, int]]


class Grid:
    """Lines by place: `level[r][c]` stands over column c of row r, `upright[r][c]` left of it."""

    def __init__(self, table: Table) -> None:
        rows, columns = len(table.rows), len(table.widths)
        self.level: _Lines = [[None] * columns for _ in range(rows + 1)]
        self.upright: _Lines = [[None] * (columns + 1) for _ in range(rows)]
        self._cuts: dict[tuple[int, int], Border | None] = {}  # where a merged cell would be cut
        for r, row in enumerate(table.rows):
            for cell in row.cells:
                last = min(r + cell.rows, rows)
                end = min(cell.column + cell.columns, columns)
                if cell.column >= columns:
                    continue
                for c in range(cell.column, end):
                    self.level[r][c] = _heavier(self.level[r][c], cell.borders.top)
                    self.level[last][c] = _heavier(self.level[last][c], cell.borders.bottom)
                    for inside in range(r + 1, last):
                        self._cuts[inside, c] = cell.borders.top or cell.borders.bottom
                for each in range(r, last):
                    line = self.upright[each]
                    line[cell.column] = _heavier(line[cell.column], cell.borders.left)
                    line[end] = _heavier(line[end], cell.borders.right)

    def width_above(self, row: int) -> float:
        """The width of the heaviest line above a row; of the last line for the row after the last."""
        return max((line.width for line in self.level[row] if line is not None), default=0.0)

    def paint(self, canvas: Canvas, x: float, edges: Sequence[float], rows: _Rows) -> None:
        """Draw the lines of the rows on one page, given by top, height and number; both ends are closed."""
        levels = [self._boundary(rows, place) for place in range(len(rows) + 1)]
        strokes = [*self._levels(x, edges, rows, levels), *self._uprights(x, edges, rows, levels)]
        for stroke in sorted(strokes, key=lambda stroke: stroke[4].width):
            canvas.line(*stroke)

    def _levels(self, x: float, edges: Sequence[float], rows: _Rows, levels: _Lines) -> Iterator[_Stroke]:
        for place, lines in enumerate(levels):
            y = rows[place][0] if place < len(rows) else rows[-1][0] + rows[-1][1]
            above, below = (self._row(rows, i) for i in (place - 1, place))
            for start, end, line in _alike(lines):
                ends = [[side[at] if side else None for side in (above, below)] for at in (start, end)]
                for offset, weight, (left, right) in _parts(line, ends):
                    yield x + edges[start] + left, y + offset, x + edges[end] - right, y + offset, weight

    def _uprights(self, x: float, edges: Sequence[float], rows: _Rows, levels: _Lines) -> Iterator[_Stroke]:
        for column, edge in enumerate(edges):
            for start, end, line in _alike([self.upright[row][column] for _, _, row in rows]):
                top, bottom = rows[start][0], rows[end - 1][0] + rows[end - 1][1]
                ends = [
                    [levels[at][c] if 0 <= c < len(levels[at]) else None for c in (column - 1, column)]
                    for at in (start, end)
                ]
                for offset, weight, (upper, lower) in _parts(line, ends):
                    yield x + edge + offset, top + upper, x + edge + offset, bottom - lower, weight

    def _row(self, rows: _Rows, place: int) -> list[Border | None] | None:
        return self.upright[rows[place][2]] if 0 <= place < len(rows) else None

    def _boundary(self, rows: _Rows, place: int) -> list[Border | None]:
        """The lines between two rows of a page, or at its end: closed where it cuts a merged cell."""
        if place == 0:
            return self._closed(rows[0][2])
        above = rows[place - 1][2] + 1
        if place == len(rows):
            return self._closed(above)
        below = rows[place][2]
        if above == below:
            return self.level[below]
        return [a or b for a, b in zip(self.level[above], self._closed(below), strict=True)]

    def _closed(self, row: int) -> list[Border | None]:
        return [line or self._cuts.get((row, c)) for c, line in enumerate(self.level[row])]


def _heavier(one: Border | None, other: Border | None) -> Border | None:
    if one is None or other is None:
        return one or other
    return one if one.width >= other.width else other


def _alike(lines: Sequence[Border | None]) -> Iterator[tuple[int, int, Border]]:
    """Runs of the same line: first place, end and line."""
    start = 0
    for end in range(1, len(lines) + 1):
        line = lines[start]
        if end == len(lines) or lines[end] != line:
            if line is not None:
                yield start, end, line
            start = end


def _parts(
    line: Border, ends: Sequence[Sequence[Border | None]]
) -> Iterator[tuple[float, Border, tuple[float, float]]]:
    """A line, or the two of a double one: offset, look, and how much shorter (longer: negative) each end is.

    `ends` are the lines that cross at each end, first that on the side of smaller offsets. A line reaches
    over what crosses it; of a double line the part on the side of a double one that it meets stops at that.
    """
    if line.style != "double":
        widest = tuple(-max((each.width / 2 for each in sides if each), default=0.0) for sides in ends)
        yield 0.0, line, (widest[0], widest[1])
        return
    third = line.width / 3
    for side, offset in enumerate((-third, third)):
        made = [_stop(sides[side], sides[1 - side]) for sides in ends]
        yield offset, Border("single", third, line.color), (made[0], made[1])


def _stop(here: Border | None, other: Border | None) -> float:
    if here is not None:
        return here.width / 6 if here.style == "double" else 0.0
    return -other.width / 2 if other is not None else 0.0
