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
from docgen.merge.cells import CELL_TAGS, make_dynamic, shape_cell
from docgen.merge.markers import MARK, mark, unmark
from docgen.merge.paragraphs import append_paragraph, keep_only, paragraph_text, part_run, pull_paragraphs
from docgen.merge.places import Place, Places
from docgen.merge.tags import Scope, Tag, Unclosed, generated, scan

__all__ = ["PlacedTag", "Prepared", "prepare"]

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
    """A tag met in the tree; `element` None for one that the engine itself puts in, and for one in the
    attribute `home` of an element or in a text that is no run's."""

    tag: Tag
    place: Place
    element: etree._Element | None
    home: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A part ready to compile: its tree with markers, the tags they stand for, and what was noticed.

    `settles` where the rendered part needs the last pass (docgen.merge.settle) whatever the data.
    """

    root: etree._Element
    tags: list[PlacedTag]
    findings: list[Diagnostic]
    settles: bool = False


def prepare(root: etree._Element, part: str) -> Prepared:
    """Join and mark the tags of a part's tree, which is changed in place."""
    places = Places(root, part)
    found: list[Found] = []
    findings: list[Diagnostic] = []
    settles = False
    for paragraph in list(root.iter(_P)):
        place = places.of(paragraph)
        pull_paragraphs(paragraph)
        for item, element in _join(paragraph):
            if isinstance(item, Unclosed):
                findings.append(_unclosed(item, place))
            elif item.keyword in CELL_TAGS:
                settles |= _shape(element, item, place, found)
            else:
                _mark(element, item, mark(len(found)))
                found.append(Found(item, place, element))
    _mark_elsewhere(root, places, found)
    _merge_lines(found)
    _promote(found)
    settles |= _make_dynamic(found)
    _part_runs(found, findings)
    _number_drawings(root, found)
    homes = _hoist(found, findings)
    tags = [PlacedTag(each.tag, each.place, homes[n]) for n, each in enumerate(found)]
    return Prepared(root, tags, findings, settles)


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


def _shape(element: etree._Element, tag: Tag, place: Place, found: list[Found]) -> bool:
    """Carry out a tag that shapes its cell; outside a table it does nothing, as in docxtpl.

    Whether the rendered part needs the last pass.
    """

    def marker(source: str) -> str:
        found.append(Found(replace(generated(source), text=tag.text), place, None))
        return mark(len(found) - 1)

    _mark(element, tag, "")
    cell = next(element.iterancestors(_SCOPE_ELEMENT["tc"]), None)
    return cell is not None and shape_cell(cell, tag.keyword, " ".join(tag.words[1:]), marker)


def _mark_elsewhere(root: etree._Element, places: Places, found: list[Found]) -> None:
    """Mark the tags in attributes (a picture's description) and in texts that are no run's: field codes,
    formulas, document properties. What they print is one line."""
    for element in root.iter("*"):
        for name, value in element.attrib.items():
            if "{" in value:
                _mark_text(element, str(name), str(value), places, found)
        if element.text and "{" in element.text and element.tag not in (_T, qn("w:delText")):
            _mark_text(element, None, element.text, places, found)


def _mark_text(
    element: etree._Element, name: str | None, text: str, places: Places, found: list[Found]
) -> None:
    for tag in scan(text):
        if isinstance(tag, Unclosed) or tag.keyword in CELL_TAGS:
            continue
        if tag.kind == "{{":
            inner = f" ({tag.inner.strip('-+ ')}) | docgen_attribute "
            tag = replace(tag, inner=inner, scope="")
        text = text.replace(tag.text, mark(len(found)), 1)
        found.append(Found(replace(tag, scope=""), places.near(element), None, name or "text"))
    if name is None:
        element.text = text
    else:
        element.set(name, text)


def _number_drawings(root: etree._Element, found: list[Found]) -> None:
    """Let drawings have ids that differ, however often a loop repeats them (ECMA-376 20.4.2.5)."""
    if any(each.tag.keyword in ("for", "macro") for each in found):
        for drawing in root.iter(qn("wp:docPr")):
            if MARK[0] not in drawing.get("id", ""):
                drawing.set("id", mark(len(found)))
                found.append(Found(generated("{{ 0 | docgen_id }}"), Place("", 1), None))


# --- whole lines -----------------------------------------------------------------------------------


def _merge_lines(found: list[Found]) -> None:
    """docxtpl's `{%- … %}` at the beginning of a paragraph joins it to the one before, `{% … -%}` at the
    end to the one behind. Inside a line they take away the white space beside, as Jinja has it."""
    for number, each in enumerate(found):
        paragraph = None if each.element is None else _target_of(each.element, _P)
        if paragraph is None or each.tag.kind != "{%" or each.tag.scope:
            continue
        inner, text = each.tag.inner, paragraph_text(paragraph)
        if inner.startswith("-") and text.startswith(mark(number)):
            previous = paragraph.getprevious()
            if previous is not None and previous.tag == _P:
                append_paragraph(previous, paragraph)
                paragraph, inner, text = previous, inner[1:], paragraph_text(previous)
        if inner.endswith("-") and text.endswith(mark(number)):
            following = paragraph.getnext()
            if following is not None and following.tag == _P:
                append_paragraph(paragraph, following)
                inner = inner[:-1]
        found[number] = replace(each, tag=replace(each.tag, inner=inner))


_LINE_BLOCKS: Final = {"if": "endif", "for": "endfor"}


def _promote(found: list[Found]) -> None:
    """Let statements that fill whole paragraphs leave no blank lines: they govern their paragraphs, where
    every tag of their block does."""
    alone = {n for n, each in enumerate(found) if _stands_alone(each)}
    lines: dict[etree._Element, set[int]] = {}
    for number, each in enumerate(found):
        element = each.element
        if element is not None and element.tag == _T:
            lines.setdefault(_home(element), set()).add(number)
    blocks = _block_numbers(found)
    while True:  # a line stays when one tag on it cannot go, and so does the rest of that tag's block
        stuck = {n for n in alone for block in blocks.get(n, ()) if block not in alone}
        stuck |= {n for line in lines.values() if line - alone for n in line & alone}
        if not stuck:
            break
        alone -= stuck
    for number in alone:
        found[number] = replace(found[number], tag=replace(found[number].tag, scope="p"))


def _home(element: etree._Element) -> etree._Element:
    return next(element.iterancestors(_P))


def _stands_alone(each: Found) -> bool:
    """Whether a tag is a statement or comment in a paragraph that holds nothing but such tags."""
    words = ("if", "elif", "else", "endif", "for", "endfor")
    inline_set = each.tag.keyword == "set" and "=" in each.tag.inner
    if each.element is None or each.tag.scope or each.tag.kind == "{{":
        return False
    if each.tag.kind == "{%" and each.tag.keyword not in words and not inline_set:
        return False
    paragraph = _target_of(each.element, _P)
    return paragraph is not None and _holds_only_tags(paragraph)


def _holds_only_tags(paragraph: etree._Element) -> bool:
    if any(literal.strip() for literal, _ in unmark(paragraph_text(paragraph))):
        return False
    passing = (qn("w:pPr"), _R, qn("w:proofErr"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
    section = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    return section is None and all(
        child.tag in passing and all(c.tag in (_T, qn("w:rPr"), qn("w:lastRenderedPageBreak")) for c in child)
        for child in paragraph
        if child.tag != qn("w:pPr")
    )


def _block_numbers(found: list[Found]) -> dict[int, set[int]]:
    """For every tag of an if or for: the numbers of all tags of its block."""
    opened: list[tuple[str, set[int]]] = []
    blocks: dict[int, set[int]] = {}
    for number, each in enumerate(found):
        keyword = each.tag.keyword
        if keyword in _LINE_BLOCKS:
            opened.append((_LINE_BLOCKS[keyword], {number}))
        elif opened and keyword in (opened[-1][0], "else", "elif"):
            opened[-1][1].add(number)
        else:
            continue
        blocks[number] = opened[-1][1]
        if keyword == opened[-1][0]:
            opened.pop()
    return blocks


def _make_dynamic(found: list[Found]) -> bool:
    cells = [each.element for each in found if each.tag.scope == "tc" and each.element is not None]
    for element in cells:
        make_dynamic(element)
    return bool(cells)


def _part_runs(found: list[Found], findings: list[Diagnostic]) -> None:
    """Give a run tag (`{%r`) a run of its own, so that the text beside it stays. A value for a whole
    paragraph (`{{p x }}`) stays alone in it; a value for a run (`{{r x }}`) is one like any other."""

    def alone(number: int) -> bool:
        return found[number].tag.scope == ("p" if found[number].tag.kind == "{{" else "r")

    for number, each in enumerate(found):
        if each.element is None or not alone(number):
            continue
        for text, other in part_run(each.element, alone):
            found[other] = replace(found[other], element=text)
        if each.tag.kind == "{{":
            findings.extend(_clear_beside(found[number]))
    for number, each in enumerate(found):
        if each.tag.kind == "{{" and each.tag.scope:
            found[number] = replace(each, tag=_plain(each.tag))


def _plain(tag: Tag) -> Tag:
    """A value tag with its scope: `{{r` is one like any other, `{{p` may take its paragraph along, `{{tr`
    and `{{tc` govern their row and cell."""
    inner, what = tag.inner.strip("-+ "), "block" if tag.scope == "p" else "whole"
    if tag.scope == "r" or not inner:
        return replace(tag, scope="")
    scope: Scope = tag.scope if what == "whole" else ""
    return replace(tag, scope=scope, inner=f" ({inner}) | docgen_{what} ")


def _clear_beside(value: Found) -> Iterator[Diagnostic]:
    paragraph = None if value.element is None else _target_of(value.element, _P)
    if paragraph is not None and value.element is not None:
        governing = paragraph_text(paragraph).count(MARK[0])
        yield from _dropped_text(paragraph, value, governing)
        keep_only(paragraph, value.element)


# --- hoisting --------------------------------------------------------------------------------------


def _hoist(found: list[Found], findings: list[Diagnostic]) -> dict[int, tuple[str, ...]]:
    """Let row, cell, paragraph and run tags take the place of what they govern; the path of every tag."""
    governed: dict[etree._Element, list[int]] = {}
    homes: dict[int, tuple[str, ...]] = {}
    for number, each in enumerate(found):
        target = _target(each)
        if target is None:
            homes[number] = (*_path(each.element), each.home)
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
    return _target_of(each.element, _SCOPE_ELEMENT[each.tag.scope])


def _target_of(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterancestors(name), None)


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
