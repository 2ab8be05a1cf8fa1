"""A document made in spite of errors: 초안 at the head of every page, and what is wrong as its last page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from docgen.errors import Diagnostic
from docgen.formats.docx.names import qn
from docgen.formats.docx.write_xml import Element, element, text_element
from docgen.formats.package import Package, write_package
from docgen.merge.members import Members, relation_targets

__all__ = ["mark_draft"]

_MARK: Final = "초 안 — 지침에 어긋난 곳이 있어 제출할 수 없습니다"
_RED: Final = "C00000"
_BODY: Final = "word/document.xml"
_HEADER: Final = "word/header-draft.xml"
_HEADER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def mark_draft(docx: bytes, findings: Sequence[Diagnostic]) -> bytes:
    """The document with a mark on each page, and the findings listed on a page of their own at its end."""
    package = Package(docx)
    members = Members(package)
    body = next(members.tree(_BODY).iter(qn("w:body")))
    _mark_headers(members, package)
    _complete_headers(members, body)
    _append(body, _list(findings))
    return write_package(members.changed(), package)


def _mark_headers(members: Members, package: Package) -> None:
    """The mark as the first line of each header that is there."""
    relations = relation_targets(package, _BODY).values()
    for part in {relation.target for relation in relations if relation.kind == "header"}:
        members.tree(part).insert(0, _mark())


def _complete_headers(members: Members, body: Element) -> None:
    """A header with the mark for each kind of page whose first section has none; the others inherit."""
    section = next(body.iter(qn("w:sectPr")), None)
    if section is None:
        section = element("w:sectPr")
        body.append(section)
    kinds = {found.get(qn("w:type")) for found in section.iter(qn("w:headerReference"))}
    wanted = ["default", *(["first"] if section.find(qn("w:titlePg")) is not None else [])]
    for kind in (each for each in wanted if each not in kinds):
        if _HEADER not in members:
            members.declare_part(_HEADER, element("w:hdr", children=[_mark()]), _HEADER_TYPE)
        reference = element("w:headerReference", {"type": kind})
        reference.set(qn("r:id"), members.relate(_BODY, "header", _HEADER))
        section.insert(0, reference)


def _append(body: Element, paragraphs: Iterable[Element]) -> None:
    """Paragraphs at the end of the body, before the properties of its last section."""
    last = body[-1] if len(body) and body[-1].tag == qn("w:sectPr") else None
    place = len(body) if last is None else len(body) - 1
    for offset, paragraph in enumerate(paragraphs):
        body.insert(place + offset, paragraph)


def _list(findings: Sequence[Diagnostic]) -> Iterator[Element]:
    yield _paragraph("고칠 곳", size=32, bold=True, new_page=True)
    for number, found in enumerate(findings, 1):
        where = ":".join(str(part) for part in (found.file, found.line, found.cell) if part is not None)
        head = " ".join(part for part in (found.severity.label, found.rule, found.message) if part)
        yield _paragraph(f"{number}. {head}", bold=True)
        for word, text in (("자리", where or found.place), ("근거", found.source), ("고치기", found.hint)):
            if text:
                yield _paragraph(f"{word}: {text}", indent=400)


def _mark() -> Element:
    return _paragraph(_MARK, size=22, bold=True, colour=_RED, centred=True)


def _paragraph(
    text: str,
    *,
    size: int = 20,
    bold: bool = False,
    colour: str | None = None,
    centred: bool = False,
    indent: int = 0,
    new_page: bool = False,
) -> Element:
    """A paragraph of one look; `size` in half points, `indent` in twentieths of a point."""
    props = [element("w:pageBreakBefore")] if new_page else []
    props.append(element("w:spacing", {"before": 40, "after": 40}))
    props += [element("w:ind", {"left": indent})] if indent else []
    props += [element("w:jc", {"val": "center"})] if centred else []
    look = [element("w:b")] if bold else []
    look += [element("w:color", {"val": colour})] if colour else []
    look += [element("w:sz", {"val": size}), element("w:szCs", {"val": size})]
    run = element("w:r", children=[element("w:rPr", children=look), text_element("w:t", text)])
    return element("w:p", children=[element("w:pPr", children=props), run])
