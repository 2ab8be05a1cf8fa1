"""Pages that are set as a whole: the cover of a report, its contents, the certificate that one would frame.

Cover and certificate are tables: the one thing that stands at the same height of the page in every program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from docgen.catalogue.form.grid import paragraphs
from docgen.catalogue.form.looks import FRAME, STYLES, TITLE_LINE, millimetres
from docgen.catalogue.form.parts import Certificate, Contents, Cover
from docgen.document import Block, Border, Borders, Cell, Field, Paragraph, Row, Sides, Table, Text

__all__ = ["certificate", "contents", "cover"]

_WIDTH = millimetres(170)
_FRAMED = millimetres(3.5, 134, 29, 3.5)  # the code stands in the third column
_INNER_FRAME = Border(width=0.75, color="1F3864")
_FACTS = millimetres(10, 32, 6, 95)
_ABOVE_STATEMENT, _BELOW_FACT = 30.0, 7.0  # points
_WORDS = 227  # mm, of all words of a certificate below its number
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
    """A frame within a frame. The words stand in the middle of the page, where long names find room."""
    facts = Table(_FACTS, tuple(_fact(label, text) for label, text in part.facts))
    title = paragraphs(part.title, "certificate-title")
    first, *others = paragraphs(part.statement, "certificate-text")
    apart = replace(first, format=replace(first.format, before=_ABOVE_STATEMENT))
    closing = (*paragraphs(part.date, "certificate-date"), *_signed(part))
    rows = (
        _edge(top=FRAME),
        _numbered(part),
        _inner((*title, facts, apart, *others), part.room, "center"),
        _inner(closing, _WORDS - part.room, "center", bottom=_INNER_FRAME),
        _edge(bottom=FRAME),
    )
    return Table(_FRAMED, rows)


def _edge(**line: Border) -> Row:
    """The room between the two frames, above and below."""
    lines = Borders(left=FRAME, right=FRAME, **line)
    return Row((Cell(paragraphs("", "tag"), 0, 4, borders=lines, padding=Sides()),), _FRAMED[0], exact=True)


def _numbered(part: Certificate) -> Row:
    """The number and, in the corner, the code."""
    row = _inner(paragraphs(part.number, "certificate-number"), 27, "top", top=_INNER_FRAME)
    left, words, right = row.cells
    (code,) = paragraphs(part.code, "certificate-number")
    corner = Cell(
        (replace(code, format=replace(code.format, align="right")),),
        2,
        borders=Borders(right=_INNER_FRAME, top=_INNER_FRAME),
        padding=Sides(*millimetres(3, 3, 0, 0)),
    )
    lines = replace(words.borders, right=None)
    return replace(row, cells=(left, replace(words, columns=1, borders=lines), corner, right))


def _inner(blocks: tuple[Block, ...], height: float, align: Literal["top", "center"], **line: Border) -> Row:
    sides = Borders(left=_INNER_FRAME, right=_INNER_FRAME, **line)
    words = Cell(blocks, 1, 2, borders=sides, vertical_align=align, padding=Sides(*millimetres(5, 10, 2, 10)))
    left = Cell(paragraphs("", "tag"), 0, borders=Borders(left=FRAME, right=_INNER_FRAME), padding=Sides())
    right = Cell(paragraphs("", "tag"), 3, borders=Borders(left=_INNER_FRAME, right=FRAME), padding=Sides())
    return Row((left, words, right), millimetres(height)[0], splittable=False)


def _signed(part: Certificate) -> Iterator[Paragraph]:
    """In whose name, the place of the seal small behind the last line."""
    *lines, last = paragraphs(part.sender, "certificate-sender")
    yield from lines
    seal = Text(f"  {part.seal}", STYLES["certificate-seal"].character)
    yield replace(last, inlines=(*last.inlines, seal)) if part.seal else last


def _fact(label: str, text: str) -> Row:
    """A label and, after a colon, what it says: in cells, so that further lines stand below the first."""
    cells = [
        Cell(paragraphs(words, "certificate-fact"), column, padding=Sides(bottom=_BELOW_FACT))
        for column, words in enumerate((label, ":", text), 1)
    ]
    return Row(tuple(cells), splittable=False)
