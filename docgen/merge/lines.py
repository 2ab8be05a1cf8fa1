"""Statements that fill whole lines: docxtpl's `{%- -%}` joins lines, all others leave no blank ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from docgen.formats.docx.names import qn
from docgen.merge.found import Found, ancestor
from docgen.merge.markers import mark, unmark
from docgen.merge.paragraphs import append_paragraph, edge_text, paragraph_text

__all__ = ["join_lines", "leave_no_blank_lines"]

_P, _PPR = qn("w:p"), qn("w:pPr")
_BLOCKS: Final = {"if": "endif", "for": "endfor"}
_WORDS: Final = ("if", "elif", "else", "endif", "for", "endfor")
# What a line may hold besides tags, and what its runs may, and still show nothing.
_PASSING: Final = (_PPR, qn("w:r"), qn("w:proofErr"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
_UNSEEN: Final = (qn("w:t"), qn("w:rPr"), qn("w:lastRenderedPageBreak"))


def _by_paragraph(found: list[Found]) -> dict[etree._Element, list[int]]:
    """The numbers of the tags of every paragraph, in order."""
    lines: dict[etree._Element, list[int]] = {}
    for number, each in enumerate(found):
        paragraph = ancestor(each.element, _P)
        if paragraph is not None:
            lines.setdefault(paragraph, []).append(number)
    return lines


def join_lines(found: list[Found]) -> None:
    """docxtpl's `{%- … %}` at the beginning of a paragraph joins it to the one before, `{% … -%}` at the
    end to the one behind. Inside a line they take away the white space beside, as Jinja has it."""
    for numbers in _by_paragraph(found).values():
        _join_before(found, numbers[0])
        _join_behind(found, numbers[-1])


def _join_before(found: list[Found], number: int) -> None:
    each = found[number]
    paragraph = ancestor(each.element, _P)
    if paragraph is None or not _joins(each) or not each.tag.inner.startswith("-"):
        return
    previous = paragraph.getprevious()
    if (
        previous is not None
        and previous.tag == _P
        and edge_text(paragraph, last=False).startswith(mark(number))
    ):
        append_paragraph(previous, paragraph)
        found[number] = replace(each, tag=replace(each.tag, inner=each.tag.inner[1:]))


def _join_behind(found: list[Found], number: int) -> None:
    each = found[number]
    paragraph = ancestor(each.element, _P)
    if paragraph is None or not _joins(each) or not each.tag.inner.endswith("-"):
        return
    following = paragraph.getnext()
    if (
        following is not None
        and following.tag == _P
        and edge_text(paragraph, last=True).endswith(mark(number))
    ):
        append_paragraph(paragraph, following)
        found[number] = replace(each, tag=replace(each.tag, inner=each.tag.inner[:-1]))


def _joins(each: Found) -> bool:
    return each.tag.kind == "{%" and not each.tag.scope


def leave_no_blank_lines(found: list[Found]) -> None:
    """Let statements and comments that fill whole paragraphs govern these, as if written `{%p`: where every
    tag of the paragraph, and of the blocks that begin or end there, can do so."""
    lines = _by_paragraph(found)
    bare = {number for paragraph, line in lines.items() if _shows_nothing(paragraph) for number in line}
    alone = {number for number in bare if _may_govern(found[number])}
    staying = set(range(len(found))) - alone
    for number in alone - _bound([*lines.values(), *_blocks(found)], staying):
        found[number] = replace(found[number], tag=replace(found[number].tag, scope="p"))


def _bound(groups: list[list[int]], waiting: set[int]) -> set[int]:
    """The tags that share a line or a block with one that stays, or with one that does so for that reason.

    A group is emptied once it is dealt with, so that the work grows with the tags alone.
    """
    groups_of: dict[int, list[list[int]]] = {}
    for group in groups:
        for number in group:
            groups_of.setdefault(number, []).append(group)
    bound, queue = set(waiting), list(waiting)
    while queue:
        for group in groups_of.pop(queue.pop(), ()):
            queue += [number for number in group if number not in bound]
            bound.update(group)
            group.clear()
    return bound


def _may_govern(each: Found) -> bool:
    """Whether a tag is a comment or a statement that may stand between paragraphs."""
    inline_set = each.tag.keyword == "set" and "=" in each.tag.inner
    statement = each.tag.keyword in _WORDS or inline_set
    return not each.tag.scope and (each.tag.kind == "{#" or (each.tag.kind == "{%" and statement))


def _shows_nothing(paragraph: etree._Element) -> bool:
    """Whether a paragraph holds nothing but tags, and ends no section."""
    if any(literal.strip() for literal, _ in unmark(paragraph_text(paragraph))):
        return False
    if paragraph.find(f"{_PPR}/{qn('w:sectPr')}") is not None:
        return False
    return all(child.tag in _PASSING and _is_unseen(child) for child in paragraph)


def _is_unseen(child: etree._Element) -> bool:
    return child.tag == _PPR or all(inner.tag in _UNSEEN for inner in child)


def _blocks(found: list[Found]) -> Iterator[list[int]]:
    """The numbers of the tags of every if and for, from the opening to the closing one."""
    opened: list[tuple[str, list[int]]] = []
    for number, each in enumerate(found):
        keyword = each.tag.keyword
        if keyword in _BLOCKS:
            opened.append((_BLOCKS[keyword], [number]))
        elif opened and keyword in (opened[-1][0], "else", "elif"):
            opened[-1][1].append(number)
            if keyword == opened[-1][0]:
                yield opened.pop()[1]
    for _, numbers in opened:
        yield numbers
