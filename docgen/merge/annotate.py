"""Findings as Word comments in a copy of the file, each at its paragraph, for those who have no terminal.

Comments belong to the body (ECMA-376 17.13.4): a finding of a header, footer or note is put at the first
paragraph of the body and says where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from docgen.errors import Diagnostic
from docgen.formats.docx.names import NAMESPACES, qn
from docgen.formats.package import Package, write_package
from docgen.merge.places import Places

__all__ = ["annotate"]

_MAIN, _COMMENTS = "word/document.xml", "word/comments.xml"
_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_RELATION_TYPE: Final = NAMESPACES["r"] + "/comments"
_CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_AUTHOR: Final = "docgen"
_ID = qn("w:id")


def annotate(data: bytes, findings: Iterable[Diagnostic], name: str = "") -> bytes:
    """A copy of a DOCX with a comment for every finding; the same file when there is none."""
    package = Package(data, name)
    body = package.xml(_MAIN)
    comments = _existing(package)
    places = Places(body, _MAIN)
    paragraphs = list(body.iter(qn("w:p")))
    homes = {str(places.of(paragraph)): paragraph for paragraph in paragraphs}
    last = max((int(comment.get(_ID, "0")) for comment in comments), default=-1)
    for number, finding in enumerate(findings, last + 1):
        _mark(homes.get(finding.place or "", paragraphs[0]), str(number))
        comments.append(_comment(finding, str(number)))
    members = {_MAIN: body, _COMMENTS: comments, **_registered(package)}
    return write_package({name: _serialised(root) for name, root in members.items()}, package)


def _existing(package: Package) -> etree._Element:
    if _COMMENTS in package:
        return package.xml(_COMMENTS)
    return etree.Element(qn("w:comments"), nsmap={"w": NAMESPACES["w"]})


def _mark(paragraph: etree._Element, number: str) -> None:
    """Put the range of a comment around the content of a paragraph, and its reference behind."""
    start = etree.Element(qn("w:commentRangeStart"), {_ID: number})
    paragraph.insert(1 if paragraph.find(qn("w:pPr")) is not None else 0, start)
    etree.SubElement(paragraph, qn("w:commentRangeEnd"), {_ID: number})
    run = etree.SubElement(paragraph, qn("w:r"))
    etree.SubElement(run, qn("w:commentReference"), {_ID: number})


def _comment(finding: Diagnostic, number: str) -> etree._Element:
    """The comment itself: message, tag and hint, a paragraph each."""
    comment = etree.Element(qn("w:comment"), {_ID: number, qn("w:author"): _AUTHOR, qn("w:initials"): "dg"})
    parts = (f"{finding.severity.label}: {finding.message}", finding.tag, finding.place, finding.hint)
    for part in filter(None, parts):
        run = etree.SubElement(etree.SubElement(comment, qn("w:p")), qn("w:r"))
        etree.SubElement(run, qn("w:t"), {qn("xml:space"): "preserve"}).text = part
    return comment


def _registered(package: Package) -> Mapping[str, etree._Element]:
    """The relations and content types with the comments among them."""
    relations, types = package.xml(_RELATIONS), package.xml(_TYPES)
    if not any(relation.get("Type") == _RELATION_TYPE for relation in relations):
        taken = {relation.get("Id") for relation in relations}
        free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        attributes = {"Id": free, "Type": _RELATION_TYPE, "Target": "comments.xml"}
        etree.SubElement(relations, qn("rel:Relationship"), attributes)
    if not any(override.get("PartName") == f"/{_COMMENTS}" for override in types):
        attributes = {"PartName": f"/{_COMMENTS}", "ContentType": _CONTENT_TYPE}
        etree.SubElement(types, qn("ct:Override"), attributes)
    return {_RELATIONS: relations, _TYPES: types}


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
