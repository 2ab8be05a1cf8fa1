"""Tags that shape the cell they stand in: `{% vm %}`, `{% hm %}`, `{% colspan n %}`, `{% cellbg colour %}`.

Each becomes what Word itself stores in the cell's properties (ECMA-376 17.4.66, `w:tcPr`): a vertical
merge that starts in the first turn of the loop and goes on in the others, a span over as many grid
columns as the loop has turns, a given span, a given fill.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from docgen.formats.docx.names import qn

__all__ = ["CELL_TAGS", "shape_cell"]

Marker = Callable[[str], str]  # makes a tag of generated source and gives the marker that stands for it

CELL_TAGS: Final = ("vm", "hm", "colspan", "cellbg")

_FIRST, _ELSE, _END = "{% if loop.first %}", "{% else %}", "{% endif %}"
_VAL = qn("w:val")
# The order in which w:tcPr holds its children; an element goes behind all that come before it here.
_ORDER: Final = [
    qn(f"w:{name}")
    for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar")
]


def shape_cell(cell: etree._Element, keyword: str, argument: str, marker: Marker) -> None:
    """Give a cell what its tag asks for; the tag itself is already out of the text."""
    properties = _properties(cell)
    if keyword == "vm":
        _merge_down(cell, properties, marker)
    elif keyword == "hm":
        _merge_across(cell, properties, marker)
    elif keyword == "colspan":
        _put(properties, "w:gridSpan", {_VAL: marker(f"{{{{ ({argument}) | docgen_attribute }}}}")})
    else:
        fill = marker(f"{{{{ ({argument}) | docgen_colour }}}}")
        _put(properties, "w:shd", {_VAL: "clear", qn("w:color"): "auto", qn("w:fill"): fill})


def _merge_down(cell: etree._Element, properties: etree._Element, marker: Marker) -> None:
    start = _put(properties, "w:vMerge", {_VAL: "restart"})
    goes_on = etree.Element(qn("w:vMerge"))
    _write_before(start, marker(_FIRST))
    start.tail = marker(_ELSE)
    properties.insert(properties.index(start) + 1, goes_on)
    goes_on.tail = marker(_END)
    for paragraph in cell.findall(qn("w:p")):
        _only_first(paragraph, marker)


def _only_first(paragraph: etree._Element, marker: Marker) -> None:
    """Keep the content of a paragraph for the first turn of the loop; the paragraph itself stays."""
    children = [child for child in paragraph if child.tag != qn("w:pPr")]
    if children:
        _write_before(children[0], marker(_FIRST))
        children[-1].tail = (children[-1].tail or "") + marker(_END)


def _merge_across(cell: etree._Element, properties: etree._Element, marker: Marker) -> None:
    span = properties.find(qn("w:gridSpan"))
    columns = 1 if span is None else int(span.get(_VAL, "1"))
    _put(properties, "w:gridSpan", {_VAL: marker(f"{{{{ {columns} * loop.length }}}}")})
    _write_before(cell, marker(_FIRST))
    cell.tail = marker(_END) + (cell.tail or "")


def _properties(cell: etree._Element) -> etree._Element:
    found = cell.find(qn("w:tcPr"))
    if found is None:
        found = etree.Element(qn("w:tcPr"))
        cell.insert(0, found)
    return found


def _put(properties: etree._Element, name: str, attributes: dict[str, str]) -> etree._Element:
    """Set a property of a cell in its place, instead of the one it had."""
    old = properties.find(qn(name))
    if old is not None:
        properties.remove(old)
    element = etree.Element(qn(name), attributes)
    before = _ORDER[: _ORDER.index(qn(name))]
    index = sum(1 for child in properties if child.tag in before)
    properties.insert(index, element)
    return element


def _write_before(element: etree._Element, marker: str) -> None:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + marker
    elif parent is not None:
        parent.text = (parent.text or "") + marker
