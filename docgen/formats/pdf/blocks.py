"""Blocks set as slices: paragraphs, tables, and the page breaks inside paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.document import Block, Borders, Break, Inline, Paragraph, Table
from docgen.formats.pdf.canvas import Book
from docgen.formats.pdf.flow import Slice
from docgen.formats.pdf.frames import Box
from docgen.formats.pdf.paragraphs import paragraph_lines
from docgen.formats.pdf.tables import table_rows

__all__ = ["block_slices"]


def block_slices(blocks: Sequence[Block], width: float, grid: float | None, book: Book) -> list[Slice]:
    """The slices of blocks in a column `width` points wide; `grid` is the pitch of lines that holds in it."""
    made: list[Slice] = []
    broken = False
    box: Box | None = None
    before: Paragraph | None = None
    for block in _parts(blocks):
        if block is None:
            broken, before = True, None
            continue
        if isinstance(block, Table):
            slices, before = table_rows(block, width, book, block_slices), None
        else:
            box = _box(block, width, before, box)
            slices = paragraph_lines(block, width, grid, book, box)
            before = block
        if broken and slices:
            slices[0].forced, broken = True, False
        made += slices
    if broken:
        end = Slice(0.0)
        end.forced = True
        made.append(end)
    return made


def _parts(blocks: Sequence[Block]) -> list[Block | None]:
    parts: list[Block | None] = []
    for block in blocks:
        if isinstance(block, Paragraph) and any(
            isinstance(inline, Break) and inline.kind == "page" for inline in block.inlines
        ):
            parts += _at_breaks(block)
        else:
            parts.append(block)
    return parts


def _at_breaks(paragraph: Paragraph) -> list[Block | None]:
    """The paragraph in parts around its page breaks; None stands for a break."""
    parts: list[Block | None] = []
    rest: list[Inline] = []
    for inline in paragraph.inlines:
        if isinstance(inline, Break) and inline.kind == "page":
            if rest or not parts:
                parts.append(replace(paragraph, inlines=tuple(rest)))
            parts.append(None)
            rest = []
        else:
            rest.append(inline)
    if rest:
        parts.append(replace(paragraph, inlines=tuple(rest), label=None, bookmarks=()))
    return parts


def _box(paragraph: Paragraph, width: float, before: Paragraph | None, box: Box | None) -> Box | None:
    """The border of a paragraph; neighbours in the same one share it."""
    look = paragraph.format
    if look.borders == Borders() and look.shading is None:
        return None
    if before is not None and box is not None:
        theirs = before.format
        if (theirs.borders, theirs.shading, theirs.left, theirs.right) == (
            look.borders,
            look.shading,
            look.left,
            look.right,
        ) and look.borders != Borders():
            return box
    return Box(look, width)
