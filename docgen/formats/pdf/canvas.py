"""One page being drawn: text, lines, fills, pictures and links as the operators of a content stream.

Places are in points from the upper left corner of the page, downwards; a PDF counts upwards. `Book` is what
all pages of a document share: the glyphs used of each face, the pictures, the places that links lead to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from docgen.document import Border, Field, Picture
from docgen.formats.pdf.faces import Face
from docgen.formats.pdf.images import Image, image
from docgen.formats.pdf.ink import Ink, Set

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["DOTS", "Book", "Canvas", "Heading", "Link"]

_SKEW: Final = 0.2126  # the tangent of twelve degrees
_STROKE: Final = 0.025  # ems: how much bolder the outline of a face without a bold cut is drawn
DOTS: Final = 2.5  # widths from the middle of a dot to that of the next
# Of dots only the round ends are drawn.
_DASHES: Final = {"dashed": "[{:.2f} {:.2f}] 0 d", "dotted": "1 J [0 {1:.2f}] 0 d"}


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle (left, top, right, bottom) that leads to an address, "#name" for a bookmark."""

    box: tuple[float, float, float, float]
    address: str


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the outline: its level from 0, and the place that it leads to."""

    level: int
    text: str
    page: int
    top: float


@dataclass(slots=True)
class Book:
    """What the pages of one document share.

    `known` are the numbers of an earlier layout by the order of their fields, `found` those of this one;
    `running` is the page, and how many there are, while its header and footer are set.
    """

    known: dict[int, str] = field(default_factory=dict)
    found: dict[int, str] = field(default_factory=dict)
    referred: list[tuple[int, str]] = field(default_factory=list)
    glyphs: dict[Face, dict[int, str]] = field(default_factory=dict)
    images: dict[Image, str] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    places: dict[str, tuple[int, float]] = field(default_factory=dict)
    pages: list[Canvas] = field(default_factory=list)
    waiting: list[Callable[[], None]] = field(default_factory=list)
    fields: int = 0
    running: tuple[int, int] | None = None

    def number(self, asked: Field) -> tuple[str, int | None]:
        """What a field reads, as far as an earlier layout has told, and its place among those of the body."""
        if self.running is not None:
            page, pages = self.running
            return str(pages if asked.kind == "pages" else page), None
        place, self.fields = self.fields, self.fields + 1
        if asked.kind != "page":
            self.referred.append((place, asked.target))
        return self.known.get(place, "1"), place

    def resolve(self) -> None:
        """Number the fields that look ahead."""
        for place, target in self.referred:
            page, _ = self.places.get(target, (0, 0.0))
            self.found[place] = str(self.pages[page].number if target else len(self.pages))

    def font(self, face: Face) -> str:
        """The name of a face in content streams."""
        if face not in self.glyphs:
            self.glyphs[face] = {}
        return f"F{list(self.glyphs).index(face)}"


@dataclass(slots=True)
class Canvas:
    """A page: its place in the document, the number it shows, its left and top margin, what is drawn behind,
    on and over it."""

    book: Book
    index: int
    number: int
    width: float
    height: float
    margins: tuple[float, float] = (0.0, 0.0)
    behind: list[str] = field(default_factory=list)
    content: list[str] = field(default_factory=list)
    over: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    _fonts: dict[Face, tuple[str, dict[int, str]]] = field(default_factory=dict)
    _fill: str = "000000"

    def text(self, x: float, y: float, ink: Ink, words: Sequence[tuple[Set, float]]) -> None:
        """Words of one look with their base line at y, each with the extra room that follows it."""
        said = self.content
        if ink.color != self._fill:
            self._fill = ink.color
            said.append(f"{_color(ink.color)} rg")
        said.append("BT")
        if ink.state:
            said.append(ink.state[0])
        current, body = None, ""
        em = ink.size * ink.rate
        for (parts, _, _), gap in words:
            for face, part in parts:
                if face is not current:
                    if body:
                        said.append(f"[{body}]TJ")
                    current, body = face, ""
                    glyphs = self._begin(face, x, self.height - y + ink.rise, ink)
                glyphs.update(part.glyphs)
                body += part.body
                x += part.width * em + ink.spacing * part.signs
            if gap:
                body += f"{-gap * 1000 / em:.1f} "
                x += gap
        said.append(f"[{body}]TJ")
        if current is not None and current.embolden:
            said.append("0 Tr")
        if ink.state:
            said.append(ink.state[1])
        said.append("ET")

    def _begin(self, face: Face, x: float, up: float, ink: Ink) -> dict[int, str]:
        """Go on in a face from a place; the glyphs used of it."""
        name, glyphs = self._fonts.get(face) or self._font(face)
        slant = f"{_SKEW:.4f}" if face.skewed else "0"
        self.content.append(f"/{name} {ink.size:g} Tf\n1 0 {slant} 1 {x:.2f} {up:.2f} Tm")
        if face.embolden:
            self.content.append(f"2 Tr {ink.size * _STROKE:.3f} w {_color(ink.color)} RG")
        return glyphs

    def _font(self, face: Face) -> tuple[str, dict[int, str]]:
        name = self.book.font(face)
        found = self._fonts[face] = (name, self.book.glyphs[face])
        return found

    def fill(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """A filled rectangle."""
        if color != self._fill:
            self._fill = color
            self.content.append(f"{_color(color)} rg")
        self.content.append(f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re f")

    def line(self, x1: float, y1: float, x2: float, y2: float, border: Border) -> None:
        """A level or upright line, its middle between the two places."""
        if border.style != "double":
            self._stroke(x1, y1, x2, y2, border.width, border)
            return
        third = border.width / 3
        across, down = (0.0, third) if y1 == y2 else (third, 0.0)
        for sign in (-1, 1):
            self._stroke(
                x1 + sign * across, y1 + sign * down, x2 + sign * across, y2 + sign * down, third, border
            )

    def _stroke(self, x1: float, y1: float, x2: float, y2: float, width: float, border: Border) -> None:
        up = self.height
        self.content.append(f"{width:.2f} w {_color(border.color)} RG")
        dashes = _DASHES.get(border.style)
        if dashes is not None:
            self.content.append(dashes.format(3 * width, DOTS * width))
        self.content.append(f"{x1:.2f} {up - y1:.2f} m\n{x2:.2f} {up - y2:.2f} l\nS")
        if dashes is not None:
            self.content.append("0 J [] 0 d")

    def picture(self, picture: Picture, x: float, y: float, layer: list[str] | None = None) -> None:
        """A picture with its upper left corner at a place, among what is drawn in `layer`."""
        found = image(picture.data, picture.media_type)
        name = self.book.images.setdefault(found, f"I{len(self.book.images)}")
        width, height = picture.width, picture.height
        said = f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {self.height - y - height:.2f} cm /{name} Do Q"
        (self.content if layer is None else layer).append(said)

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        """Draw only within a rectangle until `unclip`."""
        self.content.append(f"q {x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re W n")

    def unclip(self) -> None:
        """Draw everywhere again."""
        self.content.append(f"Q {_color(self._fill)} rg")

    @property
    def stream(self) -> bytes:
        """The content stream."""
        return "\n".join((*self.behind, *self.content, *self.over)).encode("ascii")


@lru_cache(maxsize=500)
def _color(color: str) -> str:
    """Six hexadecimal digits as three shares."""
    return " ".join(f"{int(color[i : i + 2], 16) / 255:g}" for i in (0, 2, 4))
