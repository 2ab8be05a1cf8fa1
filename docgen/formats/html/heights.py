"""About how high blocks are: enough to make room for a header, or to see where a cell's text fits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from docgen.document import Block, Break, Cell, Paragraph, Picture, Row, Table, Text
from docgen.formats.fonts import text_width
from docgen.formats.html.lines import line_height, looks

__all__ = ["block_height", "row_height"]

_BELOW: Final = 0.3  # the share of a line below its base line, on which pictures stand


def block_height(blocks: Sequence[Block], width: float) -> float:
    """The height in points of blocks in a column of `width` points."""
    total = 0.0
    for block in blocks:
        if isinstance(block, Paragraph):
            total += _paragraph_height(block, width)
        else:
            total += sum(row_height(block, row) for row in block.rows)
    return total


def _paragraph_height(paragraph: Paragraph, width: float) -> float:
    line = max(line_height(look, paragraph.format, None) for look, _ in looks(paragraph))
    pictures = [i.height for i in paragraph.inlines if isinstance(i, Picture) and i.anchor is None]
    first = max(line, max(pictures) + line * _BELOW) if pictures else line
    count = sum(max(1, math.ceil(text / max(width, 1.0))) for text in _line_widths(paragraph))
    return paragraph.format.before + first + line * (count - 1) + paragraph.format.after


def _line_widths(paragraph: Paragraph) -> list[float]:
    """How wide the text is between the line breaks of a paragraph."""
    widths = [0.0]
    for inline in paragraph.inlines:
        if isinstance(inline, Text):
            widths[-1] += text_width(inline.text, inline.format)
        elif isinstance(inline, Break):
            widths.append(0.0)
    return widths


def row_height(table: Table, row: Row) -> float:
    """The height of a row: what it asks for, or its highest cell that ends in it."""
    cells = [_cell_height(table, cell) for cell in row.cells if cell.rows == 1]
    return max(row.height or 0.0, *cells, 0.0)


def _cell_height(table: Table, cell: Cell) -> float:
    """Its text and padding, and of the lines above and below the half of each."""
    lines = sum(line.width for line in (cell.borders.top, cell.borders.bottom) if line) / 2
    text = block_height(cell.blocks, sum(table.widths[cell.column : cell.column + cell.columns]))
    return text + cell.padding.top + cell.padding.bottom + lines
