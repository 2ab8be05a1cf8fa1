"""The last pass over a rendered part: objects put where their markers stand, dynamic tables made whole.

It runs only where a part printed an object, lists its headings, or has cells that come and go or merge.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from docgen.formats.docx.names import qn
from docgen.formats.docx.write_xml import Element, element
from docgen.formats.package import parse_xml
from docgen.merge.contents import list_contents
from docgen.merge.grids import settle_tables
from docgen.merge.markers import MARK
from docgen.merge.paragraphs import part_run
from docgen.merge.run import Placed, Run
from docgen.merge.runs import BREAK, in_order

__all__ = ["settle"]

_P, _R, _T, _RPR, _PPR = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:rPr"), qn("w:pPr")
_PPR_ORDER: Final = [qn(f"w:{name}") for name in (  # in which w:pPr holds its children (ECMA-376 17.3.1.26)
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)]  # fmt: skip
# What must end in a paragraph.
_HOMES: Final = tuple(
    qn(f"w:{name}") for name in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment")
)
_NOTHING: Final = (_PPR, qn("w:proofErr"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"))


def settle(xml: str, run: Run) -> str:
    """The XML of a part in which every marker has become the elements it stands for."""
    root = parse_xml(xml.encode(), run.part)
    while marked := [text for text in root.iter(_T) if MARK[0] in (text.text or "")]:
        for text in marked:  # what is put in may hold markers of its own
            for slot, number in part_run(text, lambda _: True):
                _fill(slot, run.placed[number])
    settle_tables(root)
    list_contents(root, run)
    return etree.tostring(root, encoding="unicode")


def _remove(found: Element) -> None:
    parent = found.getparent()
    if parent is not None:
        parent.remove(found)


def _fill(marker: Element, placed: Placed) -> None:
    """Put elements where the run stands that holds nothing but their marker."""
    slot = next(marker.iterancestors(_R))
    # A marker may have been printed twice: by a macro's result, used again.
    elements = [deepcopy(each) if each.getparent() is not None else each for each in placed.elements]
    paragraph = next(slot.iterancestors(_P), None)
    if paragraph is not None and placed.block:
        if placed.inherits:
            _inherit_blocks(elements, paragraph.find(_PPR), slot.find(_RPR))
        _put_blocks(slot, paragraph, elements)
    elif paragraph is not None:
        _put_runs(slot, elements, slot.find(_RPR) if placed.inherits else None)
    _remove(slot)


# --- inside a paragraph ------------------------------------------------------------------------------


def _put_runs(slot: Element, elements: list[Element], look: Element | None) -> None:
    for each in elements:
        parent = slot.getparent()
        if each.tag != BREAK:
            _inherit(each, look)
            slot.addprevious(each)
        elif parent is None or parent.tag != _P:  # inside a link: no paragraph can end there
            slot.addprevious(element("w:r", children=[element("w:br")]))
        else:
            after = _split(parent, slot)
            if each.get("page"):
                page = element("w:r", children=[element("w:br", {"type": "page"})])
                after.addprevious(element("w:p", children=[page]))
            after.insert(0 if after.find(_PPR) is None else 1, slot)


def _inherit(found: Element, look: Element | None) -> None:
    """Give runs the properties of the run in which their tag stood, where they state none of their own."""
    if look is None:
        return
    for run in found.iter(_R):
        own = run.find(_RPR)
        if own is None:
            run.insert(0, deepcopy(look))
            continue
        stated = {child.tag for child in own}
        own.extend([deepcopy(child) for child in look if child.tag not in stated])
        in_order(own)


def _split(paragraph: Element, at: Element) -> Element:
    """Move what follows a child of a paragraph into a new paragraph of the same look; the new one."""
    after, look = element("w:p"), paragraph.find(_PPR)
    following = list(at.itersiblings())
    if look is not None:
        after.append(deepcopy(look))
        for section in look.findall(qn("w:sectPr")):  # a section ends with its last paragraph
            look.remove(section)
    after.extend(following)
    paragraph.addnext(after)
    return after


# --- between paragraphs ------------------------------------------------------------------------------


def _inherit_blocks(blocks: list[Element], paragraph: Element | None, run: Element | None) -> None:
    """Give paragraphs, and their runs, what they do not state of the paragraph in which their tag stood."""
    for each in blocks:
        _inherit(each, run)
        own = each.find(_PPR)
        if paragraph is None or own is None:
            continue
        stated = {child.tag for child in own}
        look = deepcopy(paragraph)
        for child in list(look):
            if child.tag in stated or child.tag == qn("w:sectPr"):
                look.remove(child)
        own[:] = sorted([*look, *own], key=lambda child: _PPR_ORDER.index(child.tag))


def _put_blocks(slot: Element, paragraph: Element, blocks: list[Element]) -> None:
    """Put whole paragraphs and tables where a slot stands: what is beside it keeps paragraphs of its own."""
    child = slot
    for above in slot.iterancestors():
        if above is paragraph:
            break
        child = above
    home, after = paragraph.getparent(), _split(paragraph, child)
    _remove(slot)
    for each in blocks:
        after.addprevious(each)
    for each in (paragraph, after):
        if _is_bare(each):
            _remove(each)
    if home is not None:
        _end_with_paragraph(home)


def _is_bare(paragraph: Element) -> bool:
    look = paragraph.find(_PPR)
    if look is not None and look.find(qn("w:sectPr")) is not None:
        return False
    runs = [child for child in paragraph if child.tag not in _NOTHING]
    return all(
        run.tag == _R and all(c.tag == _RPR or (c.tag == _T and not (c.text or "").strip()) for c in run)
        for run in runs
    )


def _end_with_paragraph(home: Element) -> None:
    if home.tag not in _HOMES:
        return
    inside = [child for child in home if child.tag != qn("w:sectPr")]
    if not inside or inside[-1].tag not in (_P, qn("w:sdt")):
        home.insert(len(inside), element("w:p"))
