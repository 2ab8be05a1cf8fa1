"""The tags of a paragraph joined: what Word stores in several runs is put whole into the first of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from docgen.formats.docx.names import qn
from docgen.merge.tags import Tag, Unclosed, scan

__all__ = ["join_tags", "put_instead", "remove"]

_P, _R, _T = qn("w:p"), qn("w:r"), qn("w:t")
# What a run may hold that reads as a character; inside a tag it is white space.
_CHARACTERS: Final = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}


def _characters(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The elements of a paragraph's own runs that read as characters, in order."""
    for run in paragraph.iter(_R):
        if next(run.iterancestors(_P)) is paragraph:
            for child in run:
                if child.tag == _T or child.tag in _CHARACTERS:
                    yield child


def join_tags(paragraph: etree._Element) -> list[tuple[Tag | Unclosed, etree._Element]]:
    """The tags of a paragraph, each now whole inside the one text element it is returned with."""
    elements = list(_characters(paragraph))
    texts = [(e.text or "") if e.tag == _T else _CHARACTERS[e.tag] for e in elements]
    items = list(scan("".join(texts)))
    if not items:
        return []
    owner = [n for n, text in enumerate(texts) for _ in text]
    result: list[tuple[Tag | Unclosed, etree._Element]] = []
    for item in items:
        first = owner[item.start]
        if isinstance(item, Tag):
            _gather(item, owner, elements, first)
        result.append((item, elements[first]))
    _drop_empty(elements)
    return result


def _gather(tag: Tag, owner: list[int], elements: list[etree._Element], first: int) -> None:
    """Move the characters of a tag that lies over several elements into the first of them."""
    spread = [n for n in dict.fromkeys(owner[tag.start : tag.end]) if n != first]
    for n in spread:
        taken = owner[tag.start : tag.end].count(n)
        elements[n].text = (elements[n].text or "")[taken:] if elements[n].tag == _T else None
        if elements[n].tag != _T:
            remove(elements[n])
    if spread:
        kept = len(elements[first].text or "") - owner[tag.start : tag.end].count(first)
        elements[first].text = (elements[first].text or "")[:kept] + tag.text


def _drop_empty(elements: list[etree._Element]) -> None:
    for element in elements:
        if element.tag == _T and not element.text and element.getparent() is not None:
            run = element.getparent()
            remove(element)
            if run is not None and all(child.tag == qn("w:rPr") for child in run):
                remove(run)


def put_instead(target: etree._Element, marker: str) -> None:
    """Put a marker where an element was; text between elements is the tail of what stands before."""
    parent = target.getparent()
    assert parent is not None  # a governed element is never the root  # noqa: S101
    previous, tail = target.getprevious(), target.tail or ""
    if previous is None:
        parent.text = (parent.text or "") + marker + tail
    else:
        previous.tail = (previous.tail or "") + marker + tail
    parent.remove(target)


def remove(element: etree._Element) -> None:
    """Take an element away; the text behind it stays."""
    put_instead(element, "")
