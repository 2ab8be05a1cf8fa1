"""DOCX into the document model: `read_docx`.

What Word resolves is resolved here: document defaults, style chains, table styles with their
conditional formats, numbering, direct formatting, sections, fields (ECMA-376 Part 1, 17). What the
model cannot carry becomes a warning that names it and its place; its text is kept.
"""

from __future__ import annotations

from dataclasses import replace

from docgen.document import Block, Document, Paragraph, Section, Text
from docgen.errors import Diagnostic
from docgen.formats.docx.names import qn
from docgen.formats.docx.read_context import Context, Surroundings
from docgen.formats.docx.read_paragraphs import read_blocks
from docgen.formats.docx.read_parts import Findings, Parts, effective
from docgen.formats.docx.read_sections import read_sections
from docgen.formats.docx.read_shared import shared

__all__ = ["read_docx"]


def read_docx(data: bytes, name: str = "") -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read a Word document: the model and warnings (`docx.unsupported`) of what it cannot carry.

    `name` is what messages call the file. Raises DataError when the bytes are no Word document.
    """
    parts = Parts(data, name)
    common = shared(parts)
    context = Context(parts, common.styles, common.numbering.anew(), common.settings, Findings(name))
    sections = list(read_sections(context))
    sections[-1] = _with_notes(context, sections[-1])
    document = Document(tuple(sections), _title(parts), common.language, common.named)
    return document, tuple(context.findings.found.values())


def _title(parts: Parts) -> str:
    if "docProps/core.xml" not in parts.package:
        return ""
    return (parts.package.xml("docProps/core.xml").findtext(qn("dc:title")) or "").strip()


def _numbered(blocks: tuple[Block, ...], number: int) -> tuple[Block, ...]:
    """A note with its number before it, as at its mark; Word's own sign for it (footnoteRef) is not read."""
    first, rest = Paragraph(), blocks
    if blocks and isinstance(blocks[0], Paragraph):
        first, rest = blocks[0], blocks[1:]
    texts = [inline for inline in first.inlines if isinstance(inline, Text)]
    look = texts[0].format if texts else first.mark
    mark = Text(f"{number})", replace(look, position="super"))
    space = () if texts and texts[0].text.startswith(" ") else (Text(" ", look),)
    return replace(first, inlines=(mark, *space, *first.inlines)), *rest


def _with_notes(context: Context, section: Section) -> Section:
    """The texts of footnotes and endnotes after the last block, in the order of their marks."""
    blocks: list[Block] = []
    for i, (kind, key) in enumerate(context.notes, 1):
        part = context.parts.related(f"{kind}s")
        for note in part.root.iterchildren(qn(f"w:{kind}")) if part is not None else ():
            if note.get(qn("w:id")) == key and part is not None:
                where = Surroundings(part, "각주" if kind == "footnote" else "미주")
                blocks += _numbered(read_blocks(context, effective(note), where), i)
    return replace(section, blocks=section.blocks + tuple(blocks))
