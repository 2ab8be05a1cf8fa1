"""What stays on one page: whole blocks, and the row above a table that is not to stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.document import Block, Paragraph, Row, Table, Text

__all__ = ["tied", "together"]


def together(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, each kept with the next, and each row of a table whole and with the one below it."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block if block is blocks[-1] else _kept(block)
            continue
        rows = block.rows[:-1] if block is blocks[-1] else block.rows
        kept = (*map(_kept_row, rows), *block.rows[len(rows) :])
        yield replace(block, rows=tuple(replace(row, splittable=False) for row in kept))


def tied(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the last of them kept with what comes next.

    Where tags may leave that one out, so is the one before them, and so on; what a loop repeats is kept in
    its last turn.
    """
    made, inside, wanted = list(blocks), list[str](), True
    for place in range(len(made) - 1, -1, -1):
        block, tag = made[place], _tag(made[place])
        if tag.startswith("end"):
            inside, wanted = [*inside, tag.removeprefix("end").split()[0]], True
        elif tag.startswith(("if", "for")):
            inside, wanted = inside[:-1], True
        elif wanted and _is_gap(block):
            made[place] = _kept(block)
        elif wanted and not tag:
            made[place], wanted = _ending_kept(block, "for" in inside), False
            if not inside:
                break
    return made


def _tag(block: Block) -> str:
    """What the `{%p … %}` of a paragraph of tags says, "" for any other block."""
    if not isinstance(block, Paragraph) or block.style != "tag":
        return ""
    return "".join(i.text for i in block.inlines if isinstance(i, Text)).removeprefix("{%p").strip()


def _is_gap(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style == "tag" and not block.inlines


def _ending_kept(block: Block, repeated: bool) -> Block:
    """A block that is kept with the next, a table by its last row; a `repeated` one in the last turn."""
    if isinstance(block, Paragraph):
        return _told(block) if repeated else _kept(block)
    rows, last = list(block.rows), len(block.rows) - 1
    while last > 1 and _is_tag_row(rows[last]):  # the row before it is printed for each item, of which
        rows[last - 1] = _told_row(rows[last - 1])  # there may be none: then the rows above come last
        last -= 3
    if last >= 0:
        rows[last] = _told_row(rows[last]) if repeated else _kept_row(rows[last])
    return replace(block, rows=tuple(rows))


def _is_tag_row(row: Row) -> bool:
    blocks = (block for cell in row.cells for block in cell.blocks)
    return all(isinstance(block, Paragraph) and block.style == "tag" for block in blocks)


def _told(paragraph: Paragraph) -> Paragraph:
    """A repeated paragraph that the merge keeps with the next in the last turn of the loop."""
    first = paragraph.inlines[0] if paragraph.inlines else None
    look = first.format if isinstance(first, Text) else paragraph.mark
    return replace(paragraph, inlines=(Text("{% keep loop.last %}", look), *paragraph.inlines))


def _told_row(row: Row) -> Row:
    """A repeated row that the merge keeps with the next in the last turn of the loop."""
    first, *others = row.cells
    told = (_told(block) if isinstance(block, Paragraph) else block for block in first.blocks)
    return replace(row, cells=(replace(first, blocks=tuple(told)), *others))


def _kept_row(row: Row) -> Row:
    cells = (replace(cell, blocks=tuple(map(_kept, cell.blocks))) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _kept(block: Block) -> Block:
    if isinstance(block, Table):
        return replace(block, rows=tuple(map(_kept_row, block.rows)))
    return replace(block, format=replace(block.format, keep_next=True))
