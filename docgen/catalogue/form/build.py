"""A form as a document, and the document as a template: the bytes of template.docx."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from docgen.catalogue.form.grid import paragraphs, table
from docgen.catalogue.form.looks import INNER, PAGE, STYLES, millimetres
from docgen.catalogue.form.parts import Form, Grid, Heading, Part, Signature, Title
from docgen.document import (
    Block,
    Borders,
    Cell,
    Document,
    Field,
    LineSpacing,
    Paragraph,
    Row,
    Running,
    Section,
    Sides,
    Table,
    Text,
)
from docgen.formats.docx.write import write_docx

__all__ = ["build_form", "form_document", "load_form"]

_GAP = Paragraph(
    format=replace(STYLES["tag"].paragraph, line=LineSpacing("exact", 10.0), keep_next=True),
    mark=STYLES["tag"].character,
    style="tag",
)
_SIGNATURE_WIDTHS = millimetres(17, 32, 17, 30, 16)


def build_form(form: Form) -> bytes:
    """The template: a DOCX file with tags, the same bytes for the same form."""
    return write_docx(form_document(form))


def load_form(folder: Path) -> Form:
    """The FORM of a template folder. It runs the folder's form.py, so it is for folders that ship."""
    form: Form = runpy.run_path(str(folder / "form.py"))["FORM"]
    return form


def form_document(form: Form) -> Document:
    """The form in the document model."""
    blocks: list[Block] = []
    for part in form.parts:
        if blocks and isinstance(blocks[-1], Table):
            blocks.append(_GAP)
        blocks += _blocks(part)
    footer = Running((_page_number(),)) if form.numbered else Running()
    return Document((Section(tuple(blocks), PAGE, footer=footer),), form.title, styles=STYLES)


def _blocks(part: Part) -> Iterator[Block]:
    match part:
        case Title(text):
            yield from paragraphs(text, "title")
        case Heading(text):
            yield from paragraphs(text, "heading")
        case Grid():
            yield table(part)
        case Signature():
            yield _signature(part)


def _signature(part: Signature) -> Table:
    """Without lines but for those to write on, at the right."""
    texts = (part.date_label, part.date, part.name_label, part.name, "(서명)")
    cells = [
        Cell(
            paragraphs(text, "choice"),
            column,
            borders=Borders(bottom=INNER if column in (1, 3) else None),
            vertical_align="center",
            padding=Sides(2.8, 2.0, 2.8, 2.0),
        )
        for column, text in enumerate(texts)
    ]
    return Table(_SIGNATURE_WIDTHS, (Row(tuple(cells), 24.0, splittable=False),), "right")


def _page_number() -> Paragraph:
    look = STYLES["footer"]
    inlines = (Text("- ", look.character), Field("page", look.character), Text(" -", look.character))
    return Paragraph(inlines, look.paragraph, look.character, style="footer")
