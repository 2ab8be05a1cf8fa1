"""Paragraphs joined and runs parted, where a tag does not keep to one paragraph or to a run of its own."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Final

from lxml import etree

from docgen.formats.docx.names import qn
from docgen.merge.markers import mark, unmark
from docgen.merge.tags import Unclosed, scan

__all__ = ["append_paragraph", "edge_text", "keep_only", "paragraph_text", "part_run", "pull_paragraphs"]

_P, _R, _T, _RPR, _PPR = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:rPr"), qn("w:pPr")
_CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_MOST_LINES: Final = 200  # over which one tag may run


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of a paragraph's own runs, without that of text boxes in it."""
    return "".join(
        text.text or "" for text in paragraph.iter(_T) if next(text.iterancestors(_P), None) is paragraph
    )


def edge_text(paragraph: etree._Element, last: bool) -> str:
    """The text with which a paragraph begins, or ends: that of one `w:t`."""
    for child in paragraph.iterchildren("*", reversed=last):
        texts = [text.text for text in child.iter(_T) if text.text]
        if texts:
            return texts[-1 if last else 0]
    return ""


def append_paragraph(paragraph: etree._Element, following: etree._Element) -> None:
    """Put the content of one paragraph behind that of another, whose look the whole then has."""
    for child in list(following):
        if child.tag != _PPR:
            paragraph.append(child)
    parent = following.getparent()
    if parent is not None:
        parent.remove(following)


def pull_paragraphs(paragraph: etree._Element) -> None:
    """Join a paragraph with those behind it, as long as it ends inside a tag which one of them closes.

    A comment takes everything on its way, tables too. A value or statement does not go past another tag:
    then it is not closed, and that is what its writer is told.
    """
    item = _open_end(paragraph)
    while item is not None and _closes(paragraph, item.text[:2]):
        following = paragraph.getnext()
        while following is not None and following.tag != _P:
            following.getparent().remove(following)  # type: ignore[union-attr] # it has a sibling
            following = paragraph.getnext()
        if following is None:
            return
        append_paragraph(paragraph, following)
        item = _open_end(paragraph)


def _open_end(paragraph: etree._Element) -> Unclosed | None:
    text = paragraph_text(paragraph)
    if "{" not in text or paragraph.getparent() is None:
        return None
    return next((item for item in scan(text) if isinstance(item, Unclosed)), None)


def _closes(paragraph: etree._Element, opener: str) -> bool:
    """Whether one of the next paragraphs closes a tag."""
    for _, following in zip(range(_MOST_LINES), paragraph.itersiblings(), strict=False):
        if following.tag != _P and opener != "{#":
            return False
        text = paragraph_text(following) if following.tag == _P else ""
        end = text.find(_CLOSERS[opener])
        if opener != "{#" and any(other in text[: end if end >= 0 else None] for other in _CLOSERS):
            return False
        if end >= 0:
            return True
    return False


def part_run(text: etree._Element, alone: Callable[[int], bool]) -> list[tuple[etree._Element, int]]:
    """Cut the run of a text so that every marker that is to be alone has a run for itself.

    Every marker of the text, with the text (`w:t`) that holds it then.
    """
    run = text.getparent()
    if run is None or run.tag != _R:
        return []
    pieces, held, last = [_like(run)], [], run
    for child in list(run):
        if child is not text and child.tag != _RPR:
            pieces[-1].append(child)
        elif child is text:
            for literal, number in unmark(text.text or ""):
                _write(pieces[-1], literal)
                if number is not None:
                    apart = alone(number)
                    pieces += [_like(run)] if apart else []
                    held.append((_write(pieces[-1], mark(number)), number))
                    pieces += [_like(run)] if apart else []
    for piece in pieces:
        if any(child.tag != _RPR for child in piece):
            run.addprevious(piece)
            piece.tail, last = None, piece
    last.tail = run.tail  # what stands between runs is markers too
    _remove(run)
    return held


def _like(run: etree._Element) -> etree._Element:
    """An empty run of the same look."""
    made, look = etree.Element(_R), run.find(_RPR)
    if look is not None:
        made.append(deepcopy(look))
    return made


def _write(run: etree._Element, text: str) -> etree._Element:
    """Write text at the end of a run; the element that holds it."""
    last = run[-1] if len(run) else None
    if last is None or last.tag != _T:
        if not text:
            return run
        last = etree.SubElement(run, _T, {qn("xml:space"): "preserve"})
    last.text = (last.text or "") + text
    return last


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def keep_only(paragraph: etree._Element, text: etree._Element) -> None:
    """Leave nothing in a paragraph but the run of a text."""
    for child in list(paragraph):
        if child.tag != _PPR and text not in child.iter(_T):
            paragraph.remove(child)
