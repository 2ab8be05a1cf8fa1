"""Paragraphs set into lines: breaking, alignment, tabs, line heights, indents and borders (17.3.1).

The height of a line is Word's, by the metrics of the font that the document asks for (`html.lines`); text
stands in it as in CSS: the half of what the face drawn leaves over is above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.document import Inline, Paragraph, ParagraphFormat, Picture, Tab, Text
from docgen.formats.html.lines import base_look, line_height, looks
from docgen.formats.pdf.canvas import Book
from docgen.formats.pdf.flow import Slice
from docgen.formats.pdf.frames import Box, reach
from docgen.formats.pdf.ink import Ink, ink
from docgen.formats.pdf.line import Line, Start
from docgen.formats.pdf.rows import Row, fill
from docgen.formats.pdf.setting import set_row
from docgen.formats.pdf.words import at_character, units

__all__ = ["paragraph_lines"]


def paragraph_lines(
    paragraph: Paragraph, width: float, grid: float | None, book: Book, box: Box | None
) -> list[Slice]:
    """The lines of a paragraph in a column; `grid` is the pitch that holds there, `box` its border."""
    look = paragraph.format
    found = looks(paragraph)
    least = min(line_height(each, look, grid) for each, _ in found)
    extents = _Extents(look, grid, least)
    strut = ink(base_look(found))
    content = _with_label(paragraph)
    rows = fill(units(content, paragraph, book), look, width, paragraph.label is not None)
    made: list[Line] = []
    for row in rows:
        made.append(_line(row, look, strut, extents, box))
        set_row(made[-1], row, look, width)
    _keep(made, look)
    made[0].before, made[-1].after = look.before, look.after
    made[0].forced = look.page_break_before
    if box is not None:
        _inside(box, made)
    _floats(paragraph, made[0])
    if paragraph.bookmarks or look.outline is not None:
        title = "".join(inline.text for inline in content if isinstance(inline, Text)).strip()
        made[0].start = Start(paragraph.bookmarks, look.outline, title)
    return list(made)


def _with_label(paragraph: Paragraph) -> Sequence[Inline]:
    if paragraph.label is None:
        return paragraph.inlines
    look = paragraph.label_format or paragraph.mark
    return (Text(paragraph.label, look), Tab(look), *paragraph.inlines)


def _keep(made: list[Line], look: ParagraphFormat) -> None:
    """Where no page may end: between all lines, or after the first and before the last; after the last."""
    if look.keep_lines:
        for line in made[:-1]:
            line.keep = True
    elif look.widow_control and len(made) > 1:
        made[0].keep = made[-2].keep = True
    made[-1].keep = look.keep_next


def _inside(box: Box, made: list[Line]) -> None:
    """Make room for the border above the first line and below the last of its paragraphs."""
    if box.first is None:
        box.first = made[0]
        made[0].height += reach(box.borders.top)
        made[0].base += reach(box.borders.top)
    if box.last is not None:
        box.last.height -= reach(box.borders.bottom)
    box.last = made[-1]
    made[-1].height += reach(box.borders.bottom)


def _floats(paragraph: Paragraph, line: Line) -> None:
    """Hang the pictures whose place is counted from the paragraph or the page on its first line."""
    for inline in paragraph.inlines:
        if isinstance(inline, Picture) and inline.anchor is not None and not at_character(inline):
            line.floats.append((0.0, inline))


class _Extents(dict[Ink, tuple[float, float]]):
    """How far a line reaches above and below its base line for the text of each ink."""

    def __init__(self, look: ParagraphFormat, grid: float | None, least: float) -> None:
        self._look, self._grid, self._least = look, grid, least

    def __missing__(self, pen: Ink) -> tuple[float, float]:
        height = max(line_height(pen.look, self._look, self._grid), self._least)
        up = pen.ascent + (height - pen.ascent - pen.descent) / 2
        self[pen] = found = (0.0, 0.0) if pen.rise else (up, height - up)
        return found


def _line(row: Row, look: ParagraphFormat, strut: Ink, extents: _Extents, box: Box | None) -> Line:
    """An empty line as high as a row asks for."""
    up, down = extents[strut]
    drawn = False
    for pen in {word.ink for _, unit in row.units for word in unit.words}:
        over, under = extents[pen]
        up, down = max(up, over), max(down, under)
    for _, unit in row.units:
        if isinstance(unit.inline, Picture) and unit.inline.anchor is None:
            up, drawn = max(up, unit.inline.height), True
    exact = look.line.rule == "exact" and not drawn
    return Line(look.line.value if exact else up + down, up, box)
