"""The DOCX writer: the document model as a WordprocessingML package (ECMA-376).

What Word needs to open a file without mending it is all here, and nothing that changes from run to run:
no dates, no revision ids. The same document is the same bytes.
"""

from __future__ import annotations

from docgen.document import Document
from docgen.formats.docx.write_parts import OFFICE, Parts, Story, relationships
from docgen.formats.docx.write_sections import body, has_even_pages
from docgen.formats.docx.write_styles import settings, styles
from docgen.formats.docx.write_xml import Element, element, serialise, text_element
from docgen.formats.package import write_package

__all__ = ["write_docx"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ALWAYS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}


def write_docx(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    parts = Parts(document.styles)
    story = Story(parts)
    root = element("w:document", children=[body(document.sections, story)])
    story.relate("styles", "styles.xml")
    story.relate("settings", "settings.xml")
    story.save("document.xml", _WORD.format("document.main"), root)
    even = has_even_pages(document.sections)
    parts.add(
        "word/styles.xml",
        _WORD.format("styles"),
        serialise(styles(document.styles, parts.style_ids, document.language)),
    )
    parts.add("word/settings.xml", _WORD.format("settings"), serialise(settings(even, document.language)))
    parts.add("docProps/core.xml", _CORE, serialise(_core_properties(document)))
    parts.members["_rels/.rels"] = relationships(
        {
            (f"{OFFICE}/officeDocument", "word/document.xml", False): "rId1",
            (f"{_PACKAGE}/metadata/core-properties", "docProps/core.xml", False): "rId2",
        }
    )
    return write_package({"[Content_Types].xml": _content_types(parts), **parts.members})


def _core_properties(document: Document) -> Element:
    """Title and language; no author and no dates, which the data of a document do not say."""
    return element(
        "cp:coreProperties",
        children=[text_element("dc:title", document.title), text_element("dc:language", document.language)],
    )


def _content_types(parts: Parts) -> bytes:
    by_extension = {**_ALWAYS, **parts.extensions}
    rows = [
        element("ct:Default", {"Extension": extension, "ContentType": kind})
        for extension, kind in sorted(by_extension.items())
    ]
    rows += [
        element("ct:Override", {"PartName": name, "ContentType": kind})
        for name, kind in sorted(parts.types.items())
    ]
    return serialise(element("ct:Types", children=rows))
