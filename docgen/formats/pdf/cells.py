"""Cells of tables: their content set in the width that they have, and drawn in the height that they get."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from docgen.document import Block, Cell, Paragraph, Picture
from docgen.formats.pdf.canvas import Book, Canvas
from docgen.formats.pdf.flow import Placed, Slice, paint, stack

__all__ = ["NEAR", "CellBox", "SetBlocks", "cell_box", "paint_cell", "paint_content"]

NEAR: Final = 0.01  # points that do not count
_SHARE: Final = {"top": 0.0, "center": 0.5, "bottom": 1.0}
SetBlocks = Callable[[Sequence[Block], float, float | None, Book], list[Slice]]
"""Sets blocks in a column of a width, with a pitch of lines or none."""


@dataclass(slots=True)
class CellBox:
    """A cell with its slices, `placed` in a column `content` points high.

    `left` and `width` are those of its squares, `above` and `below` what padding and half of its lines take;
    `wide` where a picture in it is wider than it.
    """

    cell: Cell
    left: float
    width: float
    slices: list[Slice]
    placed: list[Placed]
    content: float
    above: float
    below: float
    wide: bool

    def part(self, slices: list[Slice]) -> CellBox:
        """The same cell with some of its slices."""
        placed, content = stack(slices)
        return CellBox(
            self.cell, self.left, self.width, slices, placed, content, self.above, self.below, self.wide
        )

    @property
    def natural(self) -> float:
        """The height that its content asks for."""
        return self.content + self.above + self.below


def cell_box(cell: Cell, edges: Sequence[float], book: Book, set_blocks: SetBlocks) -> CellBox:
    """A cell between the `edges` of its columns, its content set by `set_blocks`."""
    left, right = (edges[min(at, len(edges) - 1)] for at in (cell.column, cell.column + cell.columns))
    sides, lines = cell.padding, cell.borders
    room = right - left - sides.left - sides.right
    slices = set_blocks(cell.blocks, room, None, book)
    for slice_ in slices:
        slice_.forced, slice_.nested = False, True
    above = sides.top + (lines.top.width / 2 if lines.top is not None else 0.0)
    below = sides.bottom + (lines.bottom.width / 2 if lines.bottom is not None else 0.0)
    placed, content = stack(slices)
    return CellBox(cell, left, right - left, slices, placed, content, above, below, _overflows(cell, room))


def _overflows(cell: Cell, room: float) -> bool:
    """Whether a picture in the text of a cell is wider than the cell, which then cuts it off."""
    inlines = (inline for block in cell.blocks if isinstance(block, Paragraph) for inline in block.inlines)
    return any(isinstance(i, Picture) and i.anchor is None and i.width > room + NEAR for i in inlines)


def paint_cell(canvas: Canvas, x: float, y: float, height: float, box: CellBox, exact: bool) -> None:
    """Draw a cell, its row's left edge at `x`; what is too high for a row of `exact` height is cut off."""
    if box.cell.shading:
        canvas.fill(x + box.left, y, box.width, height, box.cell.shading)
    if not box.slices:
        return
    clipped = (exact and box.natural > height + NEAR) or box.wide
    if clipped:
        canvas.clip(x + box.left, y, box.width, height)
    paint_content(canvas, x, y, height, box)
    if clipped:
        canvas.unclip()


def paint_content(canvas: Canvas, x: float, y: float, height: float, box: CellBox) -> None:
    """Draw what a cell holds where its vertical alignment wants it."""
    free = max(height - box.natural, 0.0)
    y += box.above + free * _SHARE[box.cell.vertical_align]
    paint(canvas, x + box.left + box.cell.padding.left, y, box.placed)
