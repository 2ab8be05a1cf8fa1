"""A line of a paragraph as it stands on a page: text, pictures, what fills tabs, links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from docgen.document import Border, Picture
from docgen.document.properties import BorderStyle
from docgen.formats.pdf.canvas import Canvas, Heading, Link
from docgen.formats.pdf.flow import Frame, Slice
from docgen.formats.pdf.ink import Ink, Set

__all__ = ["UNDERLINES", "Filling", "Line", "Piece", "Start"]

UNDERLINES: Final[dict[str, BorderStyle]] = {
    "single": "single",
    "double": "double",
    "dotted": "dotted",
    "dashed": "dashed",
    "wave": "single",
}


@dataclass(slots=True)
class Piece:
    """Words of one look and link, from `x` on; with each the room added after it."""

    x: float
    ink: Ink
    words: list[tuple[Set, float]]
    width: float
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Filling:
    """What fills the room of a tab: a line from `start` to `end`, `below` the base line."""

    start: float
    end: float
    below: float
    border: Border


@dataclass(frozen=True, slots=True)
class Start:
    """What the first line of a paragraph tells of it: names that lead to it, its entry in the outline."""

    bookmarks: tuple[str, ...]
    level: int | None
    title: str


class Line(Slice):
    """A line `height` high whose base line is `base` below its top. `floats` are pictures over or under the
    text, with the places that they count from."""

    __slots__ = ("base", "fields", "fillings", "floats", "pictures", "pieces", "start")

    def __init__(self, height: float, base: float, frame: Frame | None) -> None:
        super().__init__(height, frame)
        self.base = base
        self.pieces: list[Piece] = []
        self.pictures: list[tuple[float, Picture]] = []
        self.fillings: list[Filling] = []
        self.floats: list[tuple[float, Picture]] = []
        self.fields: list[int] = []
        self.start: Start | None = None

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the line."""
        base = y + self.base
        for piece in self.pieces:
            look = piece.ink.look
            if look.shading:
                top = base - piece.ink.ascent - piece.ink.rise
                canvas.fill(x + piece.x, top, piece.width, piece.ink.ascent + piece.ink.descent, look.shading)
        for piece in self.pieces:
            canvas.text(x + piece.x, base, piece.ink, piece.words)
            if piece.ink.lined:
                _lines(canvas, x + piece.x, base, piece)
            if piece.link is not None:
                box = (x + piece.x, y, x + piece.x + piece.width, y + self.height)
                canvas.links.append(Link(box, piece.link))
        for left, picture in self.pictures:
            canvas.picture(picture, x + left, base - picture.height)
        for filling in self.fillings:
            level = base + filling.below
            canvas.line(x + filling.start, level, x + filling.end, level, filling.border)
        if self.floats or self.fields or self.start is not None:
            self._rest(canvas, x, y)

    def _rest(self, canvas: Canvas, x: float, y: float) -> None:
        book = canvas.book
        for left, picture in self.floats:
            place = _place(canvas, picture, x + left, y, self.nested)
            behind = picture.anchor is not None and picture.anchor.behind
            canvas.picture(picture, *place, canvas.behind if behind else canvas.over)
        for field_ in self.fields:
            book.found[field_] = str(canvas.number)
        if self.start is not None and book.running is None:
            for name in self.start.bookmarks:
                book.places.setdefault(name, (canvas.index, y))
            if self.start.level is not None and self.start.title:
                book.headings.append(Heading(self.start.level, self.start.title, canvas.index, y))


def _place(canvas: Canvas, picture: Picture, x: float, y: float, nested: bool) -> tuple[float, float]:
    """Where a floating picture stands; its offset counts from its line, the text area or the paper, within a
    cell from that (layoutInCell, 20.4.2.3)."""
    anchor = picture.anchor
    if anchor is None:
        return x, y
    left, top = canvas.margins
    starts = {} if nested else {"page": 0.0, "margin": left}
    across = starts.get(anchor.horizontal, x) + anchor.x
    down = {"page": anchor.y, "margin": top + anchor.y}.get(anchor.vertical, y + anchor.y)
    return across, down


def _lines(canvas: Canvas, x: float, base: float, piece: Piece) -> None:
    """The line under a text, and the one through it."""
    ink = piece.ink
    face, size, look = ink.faces[0], ink.size, ink.look
    level, width = base - ink.rise, piece.width
    thick = max(face.thickness * size, 0.3)
    style = UNDERLINES.get(look.underline)
    if style is not None:
        under = level - max(face.underline, -0.16) * size
        border = Border(style, thick * (3 if style == "double" else 1), ink.color)
        canvas.line(x, under, x + width, under, border)
    if look.strike:
        through = level - face.strike * size
        canvas.line(x, through, x + width, through, Border("single", thick, ink.color))
