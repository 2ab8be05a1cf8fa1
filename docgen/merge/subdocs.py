"""A document put into another: its body, and the styles, numbering and parts that the body uses.

Styles are matched by their names, as Word shows them: one that the outer document has keeps the outer
look, others come along. Numbered lists come along as lists of their own and start anew. What the body
relates to (pictures, charts, diagrams, embedded files, links) is copied with it. Headers and footers,
notes and comments stay behind; the last two with a warning.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from docgen.formats.docx.names import NAMESPACES, qn
from docgen.formats.docx.write_xml import Element, element
from docgen.formats.package import Package
from docgen.merge.members import Members, Relation, content_type, relation_targets
from docgen.merge.run import Run

__all__ = ["carry"]

_MAIN: Final = "word/document.xml"
_RELATION: Final = f"{{{NAMESPACES['r']}}}"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_STYLED: Final = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
_NAMING: Final = (*_STYLED, qn("w:basedOn"), qn("w:next"), qn("w:link"), qn("w:numStyleLink"))
_LEFT_BEHIND: Final = {
    qn("w:footnoteReference"): "각주",
    qn("w:endnoteReference"): "미주",
    qn("w:commentReference"): "메모",
}
_SILENT: Final = (qn("w:commentRangeStart"), qn("w:commentRangeEnd"))
_OUTER: Final = (qn("w:headerReference"), qn("w:footerReference"))
_VAL: Final = qn("w:val")
_MOST_PARTS: Final = 1_000


def carry(data: bytes, run: Run, body: Element | None = None) -> list[Element]:
    """The paragraphs and tables of a DOCX, ready to stand in the part that the run is at.

    `body` stands for the document's own, where it is not the one of the file. Raises DataError.
    """
    package = Package(data)
    own = package.xml(_MAIN).find(qn("w:body")) if body is None else deepcopy(body)
    blocks = [child for child in (own if own is not None else []) if child.tag != qn("w:sectPr")]
    _leave_behind(blocks, run)
    _Styles(package, run.members).carry(blocks)
    _Lists(package, run.members).carry(blocks)
    _relate(package, blocks, run)
    _renumber(blocks, run)
    return blocks


def _all(blocks: list[Element], *tags: str) -> Iterator[Element]:
    for block in blocks:
        yield from block.iter(*tags)


def _leave_behind(blocks: list[Element], run: Run) -> None:
    for found in list(_all(blocks, *_LEFT_BEHIND, *_SILENT, *_OUTER)):
        if found.tag in _LEFT_BEHIND:
            run.warn(f"끼워 넣은 문서의 {_LEFT_BEHIND[found.tag]}는 옮기지 못합니다.")
        parent = found.getparent()
        if parent is not None:
            parent.remove(found)


def _renumber(blocks: list[Element], run: Run) -> None:
    """Give drawings and bookmarks ids that nothing else in the document has."""
    for drawing in _all(blocks, qn("wp:docPr")):
        drawing.set("id", str(run.next_id()))
    bookmarks: dict[str, str] = {}
    for bookmark in _all(blocks, qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
        old = bookmark.get(qn("w:id"), "")
        if old not in bookmarks:
            bookmarks[old] = str(run.next_id())
        bookmark.set(qn("w:id"), bookmarks[old])


# --- styles ------------------------------------------------------------------------------------------


def _part_of_kind(package: Package, kind: str) -> Element | None:
    found = next((each for each in relation_targets(package, _MAIN).values() if each.kind == kind), None)
    return package.xml(found.target) if found is not None and found.target in package else None


def _name(style: Element) -> str:
    named = style.find(qn("w:name"))
    return "" if named is None else named.get(_VAL, "").lower()


class _Styles:
    """The styles of the inner document, and which id each has in the outer one."""

    def __init__(self, package: Package, members: Members) -> None:
        inner = _part_of_kind(package, "styles")
        found = [] if inner is None else list(inner.iter(qn("w:style")))
        self._inner = {style.get(qn("w:styleId"), ""): style for style in found}
        self._package, self._members = package, members
        part = members.related(_MAIN, "styles")
        self._outer = members.tree(part) if part is not None and part in members else None
        self._ids: dict[str, str] = {}

    def carry(self, blocks: list[Element]) -> None:
        if self._outer is None:
            return
        outer = self._outer.iter(qn("w:style"))
        self._known = {(style.get(qn("w:type")), _name(style)): style for style in outer}
        self._taken = {style.get(qn("w:styleId"), "") for style in self._known.values()}
        new: list[Element] = []
        for found in _all(blocks, *_STYLED):
            found.set(_VAL, self._id(found.get(_VAL, ""), new))
        _Lists(self._package, self._members).carry(new)
        self._outer.extend(new)

    def _id(self, old: str, new: list[Element]) -> str:
        """The id in the outer document of a style of the inner one, which comes along where it must."""
        if old in self._ids or old not in self._inner:
            return self._ids.get(old, old)
        style = self._inner[old]
        known = self._known.get((style.get(qn("w:type")), _name(style)))
        if known is not None:
            self._ids[old] = known.get(qn("w:styleId"), old)
            return self._ids[old]
        self._ids[old] = given = old if old not in self._taken else f"{old}-{len(self._taken)}"
        self._taken.add(given)
        copied = deepcopy(style)
        copied.set(qn("w:styleId"), given)
        if copied.get(qn("w:default")) is not None:
            del copied.attrib[qn("w:default")]
        for found in copied.iter(*_NAMING):
            found.set(_VAL, self._id(found.get(_VAL, ""), new))
        new.append(copied)
        return given


# --- numbering ---------------------------------------------------------------------------------------


class _Lists:
    """The numbered lists of the inner document, copied under numbers that the outer one does not use."""

    def __init__(self, package: Package, members: Members) -> None:
        self._inner, self._members = _part_of_kind(package, "numbering"), members
        self._numbers: dict[str, str] = {}

    def carry(self, blocks: list[Element]) -> None:
        used = [found for found in _all(blocks, qn("w:numId")) if found.get(_VAL, "0") != "0"]
        if used and self._inner is not None:
            outer = self._outer()
            for found in used:
                found.set(_VAL, self._number(found.get(_VAL, ""), self._inner, outer))

    def _outer(self) -> Element:
        part = self._members.related(_MAIN, "numbering")
        if part is not None and part in self._members:
            return self._members.tree(part)
        part = "word/docgen-numbering.xml"
        self._members.relate(_MAIN, "numbering", part)
        return self._members.declare_part(part, element("w:numbering"), f"{_TYPE}numbering+xml")

    def _number(self, old: str, inner: Element, outer: Element) -> str:
        if old not in self._numbers:
            number = next((n for n in inner.iter(qn("w:num")) if n.get(qn("w:numId")) == old), None)
            if number is None:
                return old
            self._numbers[old] = self._copy(number, inner, outer)
        return self._numbers[old]

    def _copy(self, number: Element, inner: Element, outer: Element) -> str:
        abstract_id = _free(outer, "w:abstractNum", "w:abstractNumId")
        number_id = _free(outer, "w:num", "w:numId")
        number = deepcopy(number)
        number.set(qn("w:numId"), number_id)
        link = number.find(qn("w:abstractNumId"))
        asked = "" if link is None else link.get(_VAL)
        abstract = next(
            (a for a in inner.iter(qn("w:abstractNum")) if a.get(qn("w:abstractNumId")) == asked), None
        )
        if link is not None and abstract is not None:
            abstract = deepcopy(abstract)
            abstract.set(qn("w:abstractNumId"), abstract_id)
            for same in abstract.findall(qn("w:nsid")):  # Word joins lists of the same nsid
                abstract.remove(same)
            link.set(_VAL, abstract_id)
            before = sum(1 for child in outer if child.tag in (qn("w:numPicBullet"), qn("w:abstractNum")))
            outer.insert(before, abstract)
        last = sum(1 for child in outer if child.tag != qn("w:numIdMacAtCleanup"))
        outer.insert(last, number)
        return number_id


def _free(outer: Element, tag: str, attribute: str) -> str:
    taken = [int(found.get(qn(attribute), "0")) for found in outer.iter(qn(tag))]
    return str(max(taken, default=0) + 1)


# --- what the body relates to --------------------------------------------------------------------------


def _relate(package: Package, blocks: list[Element], run: Run) -> None:
    """Relate the part at hand to what the inner body relates to; what leads nowhere loses its id."""
    relations = relation_targets(package, _MAIN)
    copied: dict[str, str] = {}
    for found in _all(blocks, "*"):
        for name, old in found.attrib.items():
            if str(name).startswith(_RELATION) and str(old) in relations:
                new = _relation(package, relations[str(old)], copied, run)
                found.set(name, new)


def _relation(package: Package, relation: Relation, copied: dict[str, str], run: Run) -> str:
    if relation.external:
        if relation.kind != "hyperlink":
            run.warn(f"끼워 넣은 문서가 밖의 파일을 가리킵니다. 읽지 않습니다: {relation.target}")
            return ""
        return run.members.relate(run.part, relation.type, relation.target, external=True)
    if relation.target not in package:
        return ""
    target = _copy_part(package, relation.target, copied, run.members)
    return run.members.relate(run.part, relation.type, target)


def _copy_part(package: Package, member: str, copied: dict[str, str], members: Members) -> str:
    """Copy a part with all that it relates to; its name in the outer package."""
    if member not in copied and len(copied) < _MOST_PARTS:
        kind, (stem, _, extension) = content_type(package, member), member.rpartition(".")
        folder = posixpath.dirname(stem)
        copied[member] = name = members.add(folder, package.read(member), extension.lower(), kind)
        for relation in relation_targets(package, member).values():
            if not relation.external and relation.target in package:
                target = _copy_part(package, relation.target, copied, members)
                members.relate(name, relation.type, target, name=relation.id)
    return copied[member]
