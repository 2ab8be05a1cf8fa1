"""Tables whose cells come from data: their grid, and cells merged down where neighbours are equal.

While a part is compiled, tables and cells get attributes of our own; they are taken off here, before
the part is written (ECMA-376 17.4.48, `w:tblGrid`; 17.4.84, `w:vMerge`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from docgen.formats.docx.names import qn
from docgen.formats.docx.write_xml import Element, element

__all__ = ["DYNAMIC", "KEY", "MERGING", "cell_property", "settle_tables", "whole_number"]

DYNAMIC: Final = "docgen-dynamic"  # on a table: its cells come and go
MERGING: Final = "docgen-merge"  # on a cell: the name of the template's cell that it comes from
KEY: Final = "docgen-key"  # on such a cell: what is compared instead of its text

_TBL, _TR, _TC, _TCPR, _P = qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:tcPr"), qn("w:p")
_VAL, _W = qn("w:val"), qn("w:w")
# The order in which w:tcPr holds its children; an element goes behind all that come before it here.
_ORDER: Final = [
    qn(f"w:{name}")
    for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar")
]


def cell_property(cell: Element, name: str, attributes: dict[str, str]) -> Element:
    """Set a property of a cell in its place, instead of the one it had; the new element."""
    properties = cell.find(_TCPR)
    if properties is None:
        properties = element("w:tcPr")
        cell.insert(0, properties)
    old = properties.find(qn(name))
    if old is not None:
        properties.remove(old)
    made = element(name, attributes)
    before = _ORDER[: _ORDER.index(qn(name))]
    properties.insert(sum(1 for child in properties if child.tag in before), made)
    return made


def whole_number(text: str | None, default: int) -> int:
    """A number of the file; the default where it is none, or one that no table has."""
    return int(text) if text and text.isdecimal() and len(text) < 6 else default


def settle_tables(root: Element) -> None:
    """Carry out and take off the attributes on the tables and cells of a part."""
    for table in root.iter(_TBL):
        if _take(table, DYNAMIC) is not None:
            _fit_grid(table)
            _fit_cells(table)
        _merge_down(table)


def _take(found: Element, name: str) -> str | None:
    """Take an attribute off; its value, None where there was none."""
    value = found.get(name)
    if value is not None:
        del found.attrib[name]
    return value


# --- the grid ----------------------------------------------------------------------------------------


def _span(cell: Element) -> int:
    span = cell.find(f"{_TCPR}/{qn('w:gridSpan')}")
    return 1 if span is None else whole_number(span.get(_VAL), 1)


def _skipped(row: Element, name: str) -> int:
    skipped = row.find(f"{qn('w:trPr')}/{qn(name)}")
    return 0 if skipped is None else whole_number(skipped.get(_VAL), 0)


def _columns(row: Element) -> int:
    beside = _skipped(row, "w:gridBefore") + _skipped(row, "w:gridAfter")
    return beside + sum(_span(cell) for cell in row.findall(_TC))


def _width(column: Element) -> float:
    """The width of a column in twentieths of a point; some programs write fractions."""
    text = column.get(_W, "")
    return float(text) if re.fullmatch(r"[0-9]{1,6}(\.[0-9]+)?", text) else 0.0


def _fit_grid(table: Element) -> None:
    """Give the grid as many columns as the widest row has; the table keeps its width, as in docxtpl."""
    grid = table.find(qn("w:tblGrid"))
    wanted = max((_columns(row) for row in table.findall(_TR)), default=0)
    if grid is None or wanted == 0:
        return
    columns = grid.findall(qn("w:gridCol"))
    widths = [_width(column) for column in columns]
    if wanted > len(columns):
        average = sum(widths) / wanted
        shrunk = len(columns) / wanted
        widths = [width * shrunk for width in widths] + [average] * (wanted - len(columns))
    elif wanted < len(columns):
        extra = int(sum(widths[wanted:]) / wanted)
        widths = [width + extra for width in widths[:wanted]]
    else:
        return
    for column in columns:
        grid.remove(column)
    grid[:0] = [element("w:gridCol", {"w": int(width)}) for width in widths]


def _fit_cells(table: Element) -> None:
    """Give cells that say their width that of the columns they cover, which Word goes by (17.4.71)."""
    widths = [_width(column) for column in table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]
    for row in table.findall(_TR):
        column = _skipped(row, "w:gridBefore")
        for cell in row.findall(_TC):
            span = _span(cell)
            stated = cell.find(f"{_TCPR}/{qn('w:tcW')}")
            if stated is not None and stated.get(qn("w:type")) == "dxa":
                stated.set(_W, str(round(sum(widths[column : column + span]))))
            column += span


# --- merging -----------------------------------------------------------------------------------------


_Place = tuple[int, str]  # the column, and the cell of the template


@dataclass(slots=True)
class _Above:
    """The merging cell above: its row, what it is compared by, and the cell that began the merge."""

    row: int
    key: str
    first: Element


def _merge_down(table: Element) -> None:
    above: dict[_Place, _Above] = {}
    for number, row in enumerate(table.findall(_TR)):
        column = _skipped(row, "w:gridBefore")
        for cell in row.findall(_TC):
            name = _take(cell, MERGING)
            if name is not None:
                _merge_cell(cell, number, above, (column, name))
            column += _span(cell)


def _merge_cell(cell: Element, row: int, above: dict[_Place, _Above], place: _Place) -> None:
    stated = _take(cell, KEY)
    key = _text(cell) if stated is None else stated
    last = above.get(place)
    # Cells without text are no group, unless a key says so.
    if last is None or last.row != row - 1 or last.key != key or (stated is None and not key):
        above[place] = _Above(row, key, cell)
        return
    cell_property(last.first, "w:vMerge", {"val": "restart"})
    cell_property(cell, "w:vMerge", {})
    _empty(cell)
    last.row = row


def _text(cell: Element) -> str:
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cell.iter(_P)).strip()


def _empty(cell: Element) -> None:
    """Leave one paragraph without text: a cell that goes on shows nothing."""
    look = cell.find(f"{_P}/{qn('w:pPr')}")
    for child in [child for child in cell if child.tag != _TCPR]:
        cell.remove(child)
    cell.append(element("w:p", children=[] if look is None else [look]))
