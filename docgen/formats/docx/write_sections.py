"""Sections (ECMA-376 Part 1, 17.6), and the header and footer parts that they refer to (17.10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.document import Block, Page, Running, Section
from docgen.formats.docx.names import qn
from docgen.formats.docx.write_blocks import blocks
from docgen.formats.docx.write_parts import Story
from docgen.formats.docx.write_xml import Attributes, Element, element, twips

__all__ = ["body", "has_even_pages"]

_STARTS = {"page": "nextPage", "continuous": "continuous", "odd": "oddPage", "even": "evenPage"}
_ROOTS = {"header": "w:hdr", "footer": "w:ftr"}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def has_even_pages(sections: Sequence[Section]) -> bool:
    """Whether any section has a header or footer of its own for even pages."""
    return any(running.even is not None for section in sections for running in _runnings(section))


def _runnings(section: Section) -> tuple[Running, Running]:
    return section.header, section.footer


def body(sections: Sequence[Section], document: Story) -> Element:
    """The body: a section's properties stand in its last paragraph, the last one's at the end."""
    running = _RunningParts(document, sections)
    made: list[Element] = []
    for section in sections:
        made += blocks(section.blocks, document)
        properties = _section_properties(section, running)
        if section is sections[-1]:
            made.append(properties)
        else:
            _paragraph_properties(made[-1]).append(properties)
    return element("w:body", children=made)


def _paragraph_properties(paragraph: Element) -> Element:
    if not len(paragraph) or paragraph[0].tag != qn("w:pPr"):
        paragraph.insert(0, element("w:pPr"))
    return paragraph[0]


def _section_properties(section: Section, running: _RunningParts) -> Element:
    page, number = section.page, section.first_number
    title = any(each.first is not None for each in _runnings(section))
    children = [
        *running.references("header", section.header, title),
        *running.references("footer", section.footer, title),
        element("w:type", {"val": _STARTS[section.start]}),
        *_page(page),
        *([element("w:pgNumType", {"start": number})] if number is not None else []),
        *([element("w:titlePg")] if title else []),
        *([element("w:docGrid", {"type": "lines", "linePitch": twips(page.grid)})] if page.grid else []),
    ]
    return element("w:sectPr", children=children)


def _page(page: Page) -> list[Element]:
    turned = {"orient": "landscape"} if page.width > page.height else {}
    sides = {side: twips(getattr(page.margins, side)) for side in ("top", "right", "bottom", "left")}
    inner = {"header": twips(page.header), "footer": twips(page.footer), "gutter": 0}
    size: Attributes = {"w": twips(page.width), "h": twips(page.height), **turned}
    return [element("w:pgSz", size), element("w:pgMar", {**sides, **inner})]


@dataclass
class _RunningParts:
    """Header and footer parts, the same content written once.

    A section without a reference inherits the one before it, so an empty one is written out too, once
    any section of the document has one.
    """

    document: Story
    sections: Sequence[Section]
    written: dict[tuple[str, tuple[Block, ...]], str] = field(default_factory=dict)

    def references(self, kind: str, running: Running, title: bool) -> list[Element]:
        """The references of one section to its headers or footers: ordinary, even and first pages."""
        if all(getattr(section, kind) == Running() for section in self.sections):
            return []
        wanted = [("default", running.default)]
        if has_even_pages(self.sections):
            wanted.append(("even", running.default if running.even is None else running.even))
        if title:
            wanted.append(("first", running.default if running.first is None else running.first))
        return [
            element(f"w:{kind}Reference", {"type": pages, "r:id": self._part(kind, content)})
            for pages, content in wanted
        ]

    def _part(self, kind: str, content: tuple[Block, ...]) -> str:
        if (kind, content) not in self.written:
            name = f"{kind}{sum(key[0] == kind for key in self.written) + 1}.xml"
            story = Story(self.document.parts)
            story.save(name, _TYPE.format(kind), element(_ROOTS[kind], children=blocks(content, story)))
            self.written[kind, content] = self.document.relate(kind, name)
        return self.written[kind, content]
