"""A part's tree made ready: split tags joined, each tag a marker, row and paragraph tags hoisted.

Word stores what a person typed as one tag in several runs. The tree is walked, never its text: the
characters of a paragraph are read in order over all its runs, a tag that lies over several is put whole
into the first, and what it leaves behind is removed. Then every tag becomes a **marker**, two Unicode
noncharacters around its number, in the text it stood in; a tag that governs a row, cell, paragraph or
run takes that element's place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from docgen.errors import Diagnostic
from docgen.formats.docx.names import qn
from docgen.merge.cells import CELL_TAGS, keep_with_next, make_dynamic, shape_cell
from docgen.merge.contents import clear_contents
from docgen.merge.found import Found, PlacedTag, ancestor
from docgen.merge.hoisting import hoist, part_runs
from docgen.merge.joining import join_tags
from docgen.merge.lines import join_lines, leave_no_blank_lines
from docgen.merge.markers import MARK, mark
from docgen.merge.paragraphs import pull_paragraphs
from docgen.merge.places import Place, Places
from docgen.merge.tags import Tag, Unclosed, generated, scan

__all__ = ["Prepared", "prepare"]

_P, _T, _SPACE = qn("w:p"), qn("w:t"), qn("xml:space")


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
    settles = clear_contents(root)
    for paragraph in list(root.iter(_P)):
        place = places.of(paragraph)
        pull_paragraphs(paragraph)
        markers: dict[etree._Element, list[tuple[str, str]]] = {}
        for item, element in join_tags(paragraph):
            if isinstance(item, Unclosed):
                findings.append(_unclosed(item, place))
            elif item.keyword in CELL_TAGS:
                markers.setdefault(element, []).append((item.text, ""))
                settles |= _shape(element, item, place, found)
            else:
                markers.setdefault(element, []).append((item.text, mark(len(found))))
                found.append(Found(item, place, element))
        for element, pairs in markers.items():
            _mark(element, pairs)
    _mark_elsewhere(root, places, found)
    join_lines(found)
    leave_no_blank_lines(found)
    settles |= _make_dynamic(found)
    part_runs(found, findings)
    _number_drawings(root, found)
    homes = hoist(found, findings)
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


def _mark(element: etree._Element, pairs: list[tuple[str, str]]) -> None:
    """Put markers where the tags of a text stand; pairs of a tag and its marker, in order."""
    text, pieces = element.text or "", []
    for tag, marker in pairs:
        before, _, text = text.partition(tag)
        pieces += [before, marker]
    element.text = "".join([*pieces, text])
    element.set(_SPACE, "preserve")


def _shape(element: etree._Element, tag: Tag, place: Place, found: list[Found]) -> bool:
    """Carry out a tag that shapes its cell; outside a table it does nothing, as in docxtpl.

    Whether the rendered part needs the last pass.
    """

    def marker(source: str) -> str:
        found.append(Found(replace(generated(source), text=tag.text), place, None))
        return mark(len(found) - 1)

    argument = " ".join(tag.words[1:])
    paragraph = ancestor(element, _P)
    if tag.keyword == "keep" and paragraph is not None:
        keep_with_next(paragraph, argument, marker)
        return False
    cell = ancestor(element, qn("w:tc"))
    return cell is not None and shape_cell(cell, tag.keyword, argument, marker)


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


def _make_dynamic(found: list[Found]) -> bool:
    cells = [each.element for each in found if each.tag.scope == "tc" and each.element is not None]
    for element in cells:
        make_dynamic(element)
    return bool(cells)
