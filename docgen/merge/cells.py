"""Tags that shape the cell they stand in: `{% vm %}`, `{% hm %}`, `{% colspan n %}`, `{% cellbg colour %}`.

Each becomes what Word itself stores in the cell's properties (ECMA-376 17.4.66, `w:tcPr`): a vertical
merge that starts in the first turn of the loop and goes on in the others, a span over as many grid
columns as the loop has turns, a given span, a given fill. Ours besides: `{% merge %}` merges the cell
with those below that show the same, `{% merge key %}` with those of the same key; and of a
paragraph, in a cell or not: `{% keep condition %}` keeps it on one page with what comes next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from docgen.formats.docx.names import qn
from docgen.merge.grids import DYNAMIC, KEY, MERGING, cell_property, whole_number

__all__ = ["CELL_TAGS", "keep_with_next", "make_dynamic", "shape_cell"]

Marker = Callable[[str], str]  # makes a tag of generated source and gives the marker that stands for it

CELL_TAGS: Final = ("vm", "hm", "colspan", "cellbg", "merge", "keep")

_FIRST, _ELSE, _END = "{% if loop.first %}", "{% else %}", "{% endif %}"
_VAL = qn("w:val")


def shape_cell(cell: etree._Element, keyword: str, argument: str, marker: Marker) -> bool:
    """Give a cell what its tag asks for; the tag itself is already out of the text.

    Whether the table needs the last pass over the rendered part (docgen.merge.grids).
    """
    if keyword == "vm":
        _merge_down(cell, marker)
    elif keyword == "hm":
        _merge_across(cell, marker)
    elif keyword == "colspan":
        cell_property(cell, "w:gridSpan", {"val": marker(f"{{{{ ({argument}) | docgen_span }}}}")})
    elif keyword == "cellbg":
        fill = marker(f"{{{{ ({argument}) | docgen_colour }}}}")
        cell_property(cell, "w:shd", {"val": "clear", "color": "auto", "fill": fill})
    else:
        _merge_equal(cell, argument, marker)
    if keyword in ("hm", "colspan"):
        make_dynamic(cell)
    return keyword in ("hm", "colspan", "merge")


def make_dynamic(cell: etree._Element) -> None:
    """Mark the table of a cell as one whose grid depends on the data."""
    for table in cell.iterancestors(qn("w:tbl")):
        table.set(DYNAMIC, "1")
        return


def keep_with_next(paragraph: etree._Element, argument: str, marker: Marker) -> None:
    """Tie a paragraph, and the row of a table that it stands in, to what comes next (17.3.1.15)."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = etree.Element(qn("w:pPr"))
        paragraph.insert(0, properties)
    for old in properties.findall(qn("w:keepNext")):
        properties.remove(old)
    made = etree.Element(qn("w:keepNext"), {_VAL: marker(f"{{{{ ({argument}) | docgen_switch }}}}")})
    properties.insert(0 if properties.find(qn("w:pStyle")) is None else 1, made)


def _merge_down(cell: etree._Element, marker: Marker) -> None:
    start = cell_property(cell, "w:vMerge", {"val": "restart"})
    goes_on = etree.Element(qn("w:vMerge"))
    _write_before(start, marker(_FIRST))
    start.addnext(goes_on)
    start.tail = marker(_ELSE)
    goes_on.tail = marker(_END)
    for paragraph in cell.findall(qn("w:p")):
        _only_first(paragraph, marker)


def _only_first(paragraph: etree._Element, marker: Marker) -> None:
    """Keep the content of a paragraph for the first turn of the loop; the paragraph itself stays."""
    children = [child for child in paragraph if child.tag != qn("w:pPr")]
    if children:
        _write_before(children[0], marker(_FIRST))
        children[-1].tail = (children[-1].tail or "") + marker(_END)


def _merge_across(cell: etree._Element, marker: Marker) -> None:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    columns = 1 if span is None else whole_number(span.get(_VAL), 1)
    cell_property(cell, "w:gridSpan", {"val": marker(f"{{{{ {columns} * loop.length }}}}")})
    _write_before(cell, marker(_FIRST))
    cell.tail = marker(_END) + (cell.tail or "")


def _merge_equal(cell: etree._Element, argument: str, marker: Marker) -> None:
    row = cell.getparent()
    rows = 0 if row is None else sum(1 for _ in row.itersiblings(preceding=True))
    cell.set(MERGING, f"{rows}-{sum(1 for _ in cell.itersiblings(preceding=True))}")
    if argument:
        cell.set(KEY, marker(f"{{{{ ({argument}) | docgen_key }}}}"))


def _write_before(element: etree._Element, marker: str) -> None:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + marker
    elif parent is not None:
        parent.text = (parent.text or "") + marker
