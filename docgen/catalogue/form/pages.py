"""Pages that are set as a whole: the cover of a report, its contents, the certificate that one would frame.

Cover and certificate are tables: the one thing that stands at the same height of the page in every program.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from docgen.catalogue.form.grid import paragraphs
from docgen.catalogue.form.looks import FRAME, STYLES, TITLE_LINE, millimetres
from docgen.catalogue.form.parts import Certificate, Contents, Cover
from docgen.document import Border, Borders, Cell, Field, Paragraph, Row, Sides, Tab, Table, Text

__all__ = ["certificate", "contents", "cover"]

_WIDTH = millimetres(170)
_NO_LINES = Borders()


def cover(part: Cover) -> Table:
    """Title between two lines in the upper half, below it of whom; day and institution at the foot."""
    lines = Borders(top=TITLE_LINE, bottom=TITLE_LINE)
    rows = (
        _room(48),
        _text_row(part.title, "cover-title", 34, lines),
        _text_row(part.subtitle, "cover", 24),
        _room(108),
        _text_row(part.date, "cover", 14),
        _text_row(part.institution, "cover", 20),
    )
    return Table(_WIDTH, rows)


def contents(part: Contents) -> tuple[Paragraph, ...]:
    """Its title, which begins a page, and the field that the merge fills."""
    entry = STYLES["toc-1"]
    field = Field("contents", entry.character)
    listed = Paragraph((field,), entry.paragraph, entry.character, style="toc-1")
    return (*paragraphs(part.title, "contents"), listed)


def _room(height: float) -> Row:
    return Row((Cell(paragraphs("", "tag"), 0),), millimetres(height)[0])


def _text_row(text: str, style: str, height: float, lines: Borders = _NO_LINES) -> Row:
    cell = Cell(paragraphs(text, style), 0, borders=lines, vertical_align="center")
    return Row((cell,), millimetres(height)[0], splittable=False)


def certificate(part: Certificate) -> Table:
    """Rows with one frame around them all."""
    facts = tuple(_fact(label, text) for label, text in part.facts)
    rows = (
        _framed(paragraphs(part.number, "certificate-number"), 24, "top"),
        _framed(paragraphs(part.title, "certificate-title"), 48),
        _framed(facts, 72),
        _framed(paragraphs(part.statement, "certificate-text"), 58),
        _framed(paragraphs(part.date, "certificate-date"), 20),
        _framed(paragraphs(part.sender, "certificate-sender"), 40),
    )
    first, *between, last = rows
    return Table(_WIDTH, (_edged(first, top=FRAME), *between, _edged(last, bottom=FRAME)))


def _framed(blocks: tuple[Paragraph, ...], height: float, align: Literal["top", "center"] = "center") -> Row:
    sides = Borders(left=FRAME, right=FRAME)
    cell = Cell(blocks, 0, borders=sides, vertical_align=align, padding=Sides(*millimetres(6, 12, 2, 12)))
    return Row((cell,), millimetres(height)[0], splittable=False)


def _edged(row: Row, **edge: Border) -> Row:
    (cell,) = row.cells
    return replace(row, cells=(replace(cell, borders=replace(cell.borders, **edge)),))


def _fact(label: str, text: str) -> Paragraph:
    """A label and, after a colon that stands below the others, what it says."""
    look = STYLES["certificate-fact"]
    tab = Tab(look.character)
    words = (Text(label, look.character), tab, Text(":", look.character), tab, Text(text, look.character))
    return Paragraph(words, look.paragraph, look.character, style="certificate-fact")
