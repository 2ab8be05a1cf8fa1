"""Paragraphs and tables (ECMA-376 Part 1, 17.3.1 and 17.4), their children in the order of the schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docgen.document import (
    Block,
    Border,
    Cell,
    CharacterFormat,
    LineSpacing,
    Paragraph,
    ParagraphFormat,
    Row,
    Sides,
    Table,
)
from docgen.formats.docx.write_borders import TableLines
from docgen.formats.docx.write_inlines import inlines, text_run
from docgen.formats.docx.write_parts import Story
from docgen.formats.docx.write_properties import (
    borders,
    cell_margins,
    paragraph_changes,
    run_properties,
    shading,
)
from docgen.formats.docx.write_xml import Attributes, Element, element, twips

__all__ = ["blocks", "paragraph"]

_HAIRLINE = Paragraph(format=ParagraphFormat(line=LineSpacing("exact", 1.0)), mark=CharacterFormat(size=1.0))


def blocks(content: tuple[Block, ...], story: Story) -> list[Element]:
    """Blocks one after the other; it ends with a paragraph and none of its tables touch, as Word needs."""
    made: list[Element] = []
    after_table = False
    for block in content or (Paragraph(),):
        if after_table and isinstance(block, Table):
            made.append(paragraph(_HAIRLINE, story))
        after_table = isinstance(block, Table)
        made.append(_table(block, story) if isinstance(block, Table) else paragraph(block, story))
    return [*made, paragraph(_HAIRLINE, story)] if after_table else made


def paragraph(block: Paragraph, story: Story) -> Element:
    """A paragraph: what differs from its style, the look of its mark, its label, its inlines."""
    style = story.style(block.style)
    properties = [
        *(
            [element("w:pStyle", {"val": story.parts.style_ids[block.style]})]
            if block.style in story.parts.style_ids
            else []
        ),
        *paragraph_changes(block.format, style.paragraph),
        *run_properties(block.mark, style.character),
    ]
    content = [
        *_label(block, story),
        *_bookmarks(block, story),
        *inlines(block.inlines, style.character, story),
    ]
    return element(
        "w:p", children=[*([element("w:pPr", children=properties)] if properties else []), *content]
    )


def _bookmarks(block: Paragraph, story: Story) -> Iterator[Element]:
    """The bookmarks of a paragraph, each at its first letter (17.13.6)."""
    for name in block.bookmarks:
        number: Attributes = {"id": next(story.parts.bookmarks)}
        yield element("w:bookmarkStart", {**number, "name": name})
        yield element("w:bookmarkEnd", number)


def _label(block: Paragraph, story: Story) -> list[Element]:
    """The number of a list item as text; a hanging indent makes the tab after it reach `left`."""
    if block.label is None:
        return []
    base = story.style(block.style).character
    label = text_run(block.label, block.label_format or block.mark, base)
    label.append(element("w:tab"))
    return [label]


def _table(table: Table, story: Story) -> Element:
    padding, lines = _usual_padding(table), TableLines.of(table)
    indent = [element("w:tblInd", {"w": twips(table.indent), "type": "dxa"})] if table.indent else []
    properties = [
        element("w:tblW", {"w": sum(map(twips, table.widths)), "type": "dxa"}),
        *([element("w:jc", {"val": table.align})] if table.align != "left" else indent),
        *lines.properties(),
        element("w:tblLayout", {"type": "fixed"}),
        cell_margins("w:tblCellMar", padding),
    ]
    grid = [element("w:gridCol", {"w": twips(width)}) for width in table.widths]
    rows = [
        element(
            "w:tr",
            children=[*_row_properties(row), *(_cell(part, table, lines, padding, story) for part in parts)],
        )
        for row, parts in zip(table.rows, _laid_out(table), strict=True)
    ]
    head = [element("w:tblPr", children=properties), element("w:tblGrid", children=grid)]
    return element("w:tbl", children=[*head, *rows])


def _usual_padding(table: Table) -> Sides:
    """The padding that most cells have: the table states it once."""
    found = Counter(cell.padding for row in table.rows for cell in row.cells)
    return found.most_common(1)[0][0] if found else Sides()


@dataclass(frozen=True)
class _Part:
    """What one row holds of a cell: all of it, or its first, a middle or its last row (17.4.84)."""

    cell: Cell
    row: int  # in which the cell starts
    number: int = 0  # of the row within the cell

    @property
    def last(self) -> bool:
        return self.number == self.cell.rows - 1

    @property
    def merge(self) -> str | None:
        if self.cell.rows == 1:
            return None
        return "continue" if self.number else "restart"

    @property
    def content(self) -> tuple[Block, ...]:
        """The blocks; in a later row an empty paragraph that looks like the first."""
        first = self.cell.blocks[0] if self.cell.blocks else None
        if not self.number or not isinstance(first, Paragraph):
            return () if self.number else self.cell.blocks
        loose = replace(first.format, keep_next=False)  # or it would tie all the rows of the cell together
        return (replace(first, inlines=(), label=None, format=loose),)

    def borders(self, lines: TableLines) -> dict[str, Border | None]:
        """The edges here that the table does not draw already; none inside the cell."""
        edges = lines.differing(self.cell, self.row)
        inside = ({"top"} if self.number else set()) | (set() if self.last else {"bottom"})
        return {edge: line for edge, line in edges.items() if edge not in inside}


def _laid_out(table: Table) -> Iterator[list[_Part]]:
    """For each row what it holds, from left to right; squares that no cell covers get an empty cell."""
    columns, open_cells = len(table.widths), dict[int, _Part]()
    for index, row in enumerate(table.rows):
        here = open_cells | {cell.column: _Part(cell, index) for cell in row.cells}
        parts, column = [], 0
        while column < columns:
            part = here.get(column)
            if part is None:
                gap = min(start for start in (*here, columns) if start > column) - column
                part = _Part(Cell((), column, gap), index)
            parts.append(part)
            column += part.cell.columns
        yield parts
        open_cells = {
            start: replace(part, number=part.number + 1) for start, part in here.items() if not part.last
        }


def _row_properties(row: Row) -> list[Element]:
    rule = {"hRule": "exact" if row.exact else "atLeast"}
    properties = [
        *([] if row.splittable else [element("w:cantSplit")]),
        *([] if row.height is None else [element("w:trHeight", {"val": twips(row.height), **rule})]),
        *([element("w:tblHeader")] if row.header else []),
    ]
    return [element("w:trPr", children=properties)] if properties else []


def _cell(part: _Part, table: Table, lines: TableLines, padding: Sides, story: Story) -> Element:
    cell, edges = part.cell, part.borders(lines)
    widths = table.widths[cell.column : cell.column + cell.columns]
    properties = [
        element("w:tcW", {"w": sum(map(twips, widths)), "type": "dxa"}),
        *([element("w:gridSpan", {"val": cell.columns})] if cell.columns > 1 else []),
        *([element("w:vMerge", {"val": part.merge})] if part.merge else []),
        *([borders("w:tcBorders", edges)] if edges else []),
        *([shading(cell.shading)] if cell.shading else []),
        *([cell_margins("w:tcMar", cell.padding)] if cell.padding != padding else []),
        *([element("w:vAlign", {"val": cell.vertical_align})] if cell.vertical_align != "top" else []),
    ]
    return element("w:tc", children=[element("w:tcPr", children=properties), *blocks(part.content, story)])
