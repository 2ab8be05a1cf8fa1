"""A part's tree made ready: split tags joined, each tag a marker, row and paragraph tags hoisted.

Word stores what a person typed as one tag in several runs. The tree is walked, never its text: the
characters of a paragraph are read in order over all its runs, a tag that lies over several is put whole
into the first, and what it leaves behind is removed. Then every tag becomes a **marker**, two Unicode
noncharacters around its number, in the text it stood in; a tag that governs a row, cell, paragraph or
run takes that element's place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from docgen.errors import Diagnostic, Severity
from docgen.formats.docx.names import qn
from docgen.merge.cells import CELL_TAGS, shape_cell
from docgen.merge.places import Place, Places
from docgen.merge.tags import Tag, Unclosed, generated, scan

__all__ = ["MARK", "PlacedTag", "Prepared", "mark", "prepare", "unmark"]

MARK: Final = ("\ufdd0", "\ufdd1")  # noncharacters: no document holds them, XML allows them

_P, _R, _T = qn("w:p"), qn("w:r"), qn("w:t")
_SCOPE_ELEMENT: Final = {"r": _R, "p": _P, "tc": qn("w:tc"), "tr": qn("w:tr")}
# What a run may hold that reads as a character; inside a tag it is white space.
_CHARACTERS: Final = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}
_SPACE: Final = qn("xml:space")


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag and where it stands. `path` is the chain of elements around it once hoisted: a block whose
    tags have the same path leaves well-formed XML whether it is skipped or repeated."""

    tag: Tag
    place: Place
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A tag met in the tree; `element` None for one that the engine itself puts in."""

    tag: Tag
    place: Place
    element: etree._Element | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A part ready to compile: its tree with markers, the tags they stand for, and what was noticed."""

    root: etree._Element
    tags: list[PlacedTag]
    findings: list[Diagnostic]


def prepare(root: etree._Element, part: str) -> Prepared:
    """Join and mark the tags of a part's tree, which is changed in place."""
    places = Places(root, part)
    found: list[Found] = []
    findings: list[Diagnostic] = []
    for paragraph in list(root.iter(_P)):
        place = places.of(paragraph)
        for item, element in _join(paragraph):
            if isinstance(item, Unclosed):
                findings.append(_unclosed(item, place))
            elif item.keyword in CELL_TAGS:
                _shape(element, item, place, found)
            else:
                _mark(element, item, mark(len(found)))
                found.append(Found(item, place, element))
    homes = _hoist(found, findings)
    tags = [PlacedTag(each.tag, each.place, homes[n]) for n, each in enumerate(found)]
    return Prepared(root, tags, findings)


def mark(number: int) -> str:
    """The marker that stands in the tree for a tag."""
    return f"{MARK[0]}{number}{MARK[1]}"


def unmark(text: str) -> Iterator[tuple[str, int | None]]:
    """Serialised text cut at its markers: pairs of text and the number of the tag behind it, at last None."""
    literal, *pieces = text.split(MARK[0])
    for piece in pieces:
        digits, _, following = piece.partition(MARK[1])
        yield literal, int(digits)
        literal = following
    yield literal, None


def _unclosed(item: Unclosed, place: Place) -> Diagnostic:
    return Diagnostic(
        "template.unclosed-tag",
        f"'{item.text[:2]}'로 연 태그가 같은 문단 안에서 닫히지 않았습니다.",
        place=str(place),
        tag=item.text,
        hint="닫는 괄호(}}, %}, #})를 같은 문단 안에 적으세요.",
    )


# --- joining ---------------------------------------------------------------------------------------


def _characters(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The elements of a paragraph's own runs that read as characters, in order."""
    for run in paragraph.iter(_R):
        if next(run.iterancestors(_P)) is paragraph:
            for child in run:
                if child.tag == _T or child.tag in _CHARACTERS:
                    yield child


def _join(paragraph: etree._Element) -> list[tuple[Tag | Unclosed, etree._Element]]:
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
            _remove(elements[n])
    if spread:
        kept = len(elements[first].text or "") - owner[tag.start : tag.end].count(first)
        elements[first].text = (elements[first].text or "")[:kept] + tag.text


def _drop_empty(elements: list[etree._Element]) -> None:
    for element in elements:
        if element.tag == _T and not element.text and element.getparent() is not None:
            run = element.getparent()
            _remove(element)
            if run is not None and all(child.tag == qn("w:rPr") for child in run):
                _remove(run)


def _mark(element: etree._Element, tag: Tag, marker: str) -> None:
    element.text = (element.text or "").replace(tag.text, marker, 1)
    element.set(_SPACE, "preserve")


def _shape(element: etree._Element, tag: Tag, place: Place, found: list[Found]) -> None:
    """Carry out a tag that shapes its cell; outside a table it does nothing, as in docxtpl."""

    def marker(source: str) -> str:
        found.append(Found(replace(generated(source), text=tag.text), place, None))
        return mark(len(found) - 1)

    _mark(element, tag, "")
    cell = next(element.iterancestors(_SCOPE_ELEMENT["tc"]), None)
    if cell is not None:
        shape_cell(cell, tag.keyword, " ".join(tag.words[1:]), marker)


# --- hoisting --------------------------------------------------------------------------------------


def _hoist(found: list[Found], findings: list[Diagnostic]) -> dict[int, tuple[str, ...]]:
    """Let row, cell, paragraph and run tags take the place of what they govern; the path of every tag."""
    governed: dict[etree._Element, list[int]] = {}
    homes: dict[int, tuple[str, ...]] = {}
    for number, each in enumerate(found):
        target = _target(each)
        if target is None:
            homes[number] = _path(each.element)
            if each.tag.scope:
                findings.append(_nothing_to_govern(each))
        else:
            governed.setdefault(target, []).append(number)
            homes[number] = _path(target)[:-1]
    for target, numbers in governed.items():
        findings.extend(_dropped_text(target, found[numbers[0]], len(numbers)))
    for target, numbers in governed.items():
        _replace(target, "".join(map(mark, numbers)))
    return homes


def _target(each: Found) -> etree._Element | None:
    if each.element is None or not each.tag.scope:
        return None
    return next(each.element.iterancestors(_SCOPE_ELEMENT[each.tag.scope]), None)


def _path(element: etree._Element | None) -> tuple[str, ...]:
    if element is None:
        return ()
    return tuple(str(e.tag) for e in reversed([element, *element.iterancestors()]))


def _nothing_to_govern(each: Found) -> Diagnostic:
    scope = each.tag.scope
    where = {"tr": "표의 행", "tc": "표의 칸"}.get(scope, "문단")
    return Diagnostic(
        "template.nothing-to-govern",
        f"'{each.tag.kind}{scope}' 태그는 {where} 안에 있어야 합니다.",
        place=str(each.place),
        tag=each.tag.text,
        hint=f"태그를 {where} 안으로 옮기거나 '{scope}'를 지우세요.",
    )


def _dropped_text(target: etree._Element, first: Found, governing: int) -> Iterator[Diagnostic]:
    """A finding where text beside a governing tag will vanish together with its row or paragraph."""
    text = "".join(t.text or "" for t in target.iter(_T))
    rest = "".join(literal for literal, _ in unmark(text)).strip()
    if rest or text.count(MARK[0]) > governing:
        yield Diagnostic(
            "template.dropped-text",
            f"'{first.tag.text}' 옆에 있는 내용은 문서에 나오지 않습니다"
            + (f": '{rest[:30]}'" if rest else "."),
            Severity.WARNING,
            place=str(first.place),
            tag=first.tag.text,
            hint="태그만 든 행이나 문단을 따로 만드세요.",
        )


def _replace(target: etree._Element, marker: str) -> None:
    """Put a marker where an element was; text between elements is the tail of what stands before."""
    parent = target.getparent()
    assert parent is not None  # a governed element is never the root  # noqa: S101
    previous, tail = target.getprevious(), target.tail or ""
    if previous is None:
        parent.text = (parent.text or "") + marker + tail
    else:
        previous.tail = (previous.tail or "") + marker + tail
    parent.remove(target)


def _remove(element: etree._Element) -> None:
    _replace(element, "")
