"""Tables, rows, cells and the like from which tags may take everything: they must not come out empty.

Word calls a cell (or a header, a note, a text box) that does not end in a paragraph, a row without cells
and a table without rows corrupt (ECMA-376 17.4.65, 17.4.78, 17.4.37). Where every child stands inside a
block, the output of the element runs through a filter: an empty table or row is left out, a cell gets the
paragraph that it lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from lxml import etree
from markupsafe import Markup

from docgen.formats.docx.names import qn
from docgen.merge.found import PlacedTag
from docgen.merge.grammar import depth_change
from docgen.merge.markers import MARK, mark, unmark
from docgen.merge.places import Place
from docgen.merge.tags import generated
from docgen.merge.tree import Prepared

__all__ = ["KEEPERS", "guard"]

_TBL, _TR, _TC, _P = qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:p")
# What must end in a paragraph.
_HOMES: Final = tuple(
    qn(f"w:{name}") for name in ("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")
)


def _with_rows(xml: str) -> Markup:
    return Markup(xml if "<w:tr>" in xml or "<w:tr " in xml else "")


def _with_cells(xml: str) -> Markup:
    return Markup(xml if "<w:tc>" in xml or "<w:tc " in xml else "")


def _with_paragraph(xml: str) -> Markup:
    last = xml[xml.rfind("<") :]
    whole = last == "</w:p>" or last == "<w:p/>" or (last.startswith("<w:p ") and last.endswith("/>"))
    return Markup(xml if whole else f"{xml}<w:p/>")


KEEPERS: Final[Mapping[str, Callable[[str], Markup]]] = {
    "docgen_rows": _with_rows,
    "docgen_cells": _with_cells,
    "docgen_paragraph": _with_paragraph,
}


def guard(prepared: Prepared) -> None:
    """Wrap every element of the part that tags may empty; the tags of the wrapping join the others."""
    for element in list(prepared.root.iter(_TBL, _TR, *_HOMES)):
        if not any(MARK[0] in text for text in _own_texts(element)):
            continue
        kept = _fixed(element, prepared)
        if element.tag in _HOMES:
            if not kept or kept[-1] is not element[-1] or element[-1].tag != _P:
                _wrap_content(element, prepared)
        elif not any(child.tag in (_TR, _TC) for child in kept):
            _wrap(element, prepared, "docgen_rows" if element.tag == _TBL else "docgen_cells")


def _own_texts(element: etree._Element) -> Iterator[str]:
    """What stands between the children of an element: hoisted tags."""
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def _fixed(element: etree._Element, prepared: Prepared) -> list[etree._Element]:
    """The children that stand in no block, and so are always there."""
    depth, fixed = 0, []
    texts = _own_texts(element)
    depth += _change(next(texts), prepared)
    for child, tail in zip(element, texts, strict=True):
        if depth == 0:
            fixed.append(child)
        depth += _change(tail, prepared)
    return fixed


def _change(text: str, prepared: Prepared) -> int:
    numbers = (number for _, number in unmark(text) if number is not None)
    return sum(depth_change(prepared.tags[number].tag) for number in numbers)


def _markers(prepared: Prepared, keeper: str) -> tuple[str, str]:
    first = len(prepared.tags)
    for source in (f"{{% filter {keeper} %}}", "{% endfilter %}"):
        prepared.tags.append(PlacedTag(generated(source), Place("", 1), ()))
    return mark(first), mark(first + 1)


def _wrap(element: etree._Element, prepared: Prepared, keeper: str) -> None:
    before, after = _markers(prepared, keeper)
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + before
    elif parent is not None:
        parent.text = (parent.text or "") + before
    element.tail = after + (element.tail or "")


def _wrap_content(cell: etree._Element, prepared: Prepared) -> None:
    before, after = _markers(prepared, "docgen_paragraph")
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        cell.text = before + (cell.text or "")
    else:
        properties.tail = before + (properties.tail or "")
    if len(cell):
        cell[-1].tail = (cell[-1].tail or "") + after
    else:
        cell.text = (cell.text or "") + after
