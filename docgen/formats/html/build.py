"""Blocks of the model as HTML elements: paragraphs, headings and tables in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, SubElement

from docgen.document import (
    Block,
    Borders,
    Break,
    CharacterFormat,
    Field,
    Inline,
    Paragraph,
    Picture,
    Table,
    Text,
)
from docgen.formats.html.css import Classes, paragraph_css
from docgen.formats.html.inlines import LineWriter, hangs
from docgen.formats.html.lines import base_look, line_height, looks
from docgen.formats.html.tables import Cuts, TableBuilder
from docgen.formats.html.tabs import Stretch, stretches
from docgen.formats.html.values import pt

__all__ = ["Builder"]


@dataclass(slots=True)
class Builder:
    """Builds elements; `joined` asks for word joiners in place of `word-break: keep-all`.

    `grid` is the line grid that holds where blocks are being built; `margin` the page's left and top margin.
    """

    classes: Classes
    joined: bool
    grid: float | None = None
    margin: tuple[float, float] = (0.0, 0.0)
    cuts: Cuts = field(default_factory=dict)
    _tables: TableBuilder = field(init=False)
    _measured: dict[object, tuple[CharacterFormat, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tables = TableBuilder(self)

    def blocks(self, parent: Element, blocks: Sequence[Block]) -> None:
        """Append blocks to an element; a page break inside a paragraph begins a new one."""
        broken = False
        parts = [
            part
            for block in blocks
            for part in (_at_breaks(block) if isinstance(block, Paragraph) else [block])
        ]
        for i, block in enumerate(parts):
            if block is None:
                broken = True
                continue
            if isinstance(block, Table):
                grid, self.grid = self.grid, None  # the text of cells keeps its own line height
                self._tables.table(parent, block, broken)
                self.grid = grid
            else:
                self.paragraph(parent, _joined_borders(parts, i, block), broken)
            broken = False
        if broken:
            SubElement(parent, "div", {"class": self.classes.name("b", "break-before:page")})

    def paragraph(self, parent: Element, paragraph: Paragraph, broken: bool = False) -> None:
        """A paragraph, or a heading where it has an outline level."""
        look = paragraph.format
        name = f"h{look.outline + 1}" if look.outline is not None and look.outline < 6 else "p"
        base, line = self.measure(paragraph)
        pieces = stretches(_floats_first(paragraph))
        css = paragraph_css(look, base, line)
        if _is_empty(paragraph) or _is_placed(pieces):
            css += f";min-height:{pt(line)}"
        if _is_placed(pieces) or any(isinstance(i, Picture) and hangs(i) for i in paragraph.inlines):
            css += ";position:relative"
        if broken:
            css += ";break-before:page"
        element = SubElement(parent, name, {"class": self.classes.name("p", css)})
        _bookmark(element, paragraph)
        writer = LineWriter(
            self.classes, self.joined, self.grid, self.margin, element, paragraph, *self.measure(paragraph)
        )
        for piece in pieces:
            writer.stretch(piece)
        if paragraph.inlines and isinstance(paragraph.inlines[-1], Break):
            SubElement(element, "br")  # HTML shows no empty last line without it

    def measure(self, paragraph: Paragraph) -> tuple[CharacterFormat, float]:
        """The look of most of a paragraph's text, and the height of its lowest lines."""
        found = looks(paragraph)
        key = (paragraph.format, tuple(found), self.grid)
        if key not in self._measured:
            line = min(line_height(look, paragraph.format, self.grid) for look, _ in found)
            self._measured[key] = (base_look(found), line)
        return self._measured[key]


def _bookmark(element: Element, paragraph: Paragraph) -> None:
    """Give an element the names that lead to it; all but the first have elements of their own."""
    for i, name in enumerate(paragraph.bookmarks):
        (SubElement(element, "span") if i else element).set("id", name)


def _floats_first(paragraph: Paragraph) -> Paragraph:
    """The paragraph with pictures that text flows around before the text: wherever they are anchored in it,
    the text flows around them from its first line."""
    floating = [
        i for i in paragraph.inlines if isinstance(i, Picture) and i.anchor and i.anchor.wrap == "square"
    ]
    if not floating:
        return paragraph
    rest = (inline for inline in paragraph.inlines if inline not in floating)
    return replace(paragraph, inlines=(*floating, *rest))


def _is_empty(paragraph: Paragraph) -> bool:
    """Whether nothing in a paragraph gives it a line, so that its mark must."""
    return not paragraph.label and not any(
        isinstance(i, Text | Picture | Field | Break) for i in paragraph.inlines
    )


def _is_placed(pieces: Sequence[Stretch]) -> bool:
    """Whether a tab sets text centred or to the right, or is filled: boxes placed within the paragraph."""
    return any(piece.line or (piece.stop is not None and piece.stop.align != "left") for piece in pieces)


def _at_breaks(paragraph: Paragraph) -> list[Paragraph | None]:
    """The paragraph in parts around its page breaks; None stands for a break."""
    parts: list[Paragraph | None] = []
    rest: list[Inline] = []
    for inline in paragraph.inlines:
        if isinstance(inline, Break) and inline.kind == "page":
            if rest or not parts:
                parts.append(replace(paragraph, inlines=tuple(rest)))
            parts.append(None)
            rest = []
        else:
            rest.append(inline)
    if not parts:
        return [paragraph]
    if rest:
        parts.append(replace(paragraph, inlines=tuple(rest), label=None, bookmarks=()))
    return parts


def _joined_borders(parts: Sequence[Block | None], i: int, paragraph: Paragraph) -> Paragraph:
    """Neighbouring paragraphs in the same border share one frame (17.3.1.24)."""
    look = paragraph.format
    if look.borders == Borders():
        return paragraph

    def alike(other: Block | None) -> bool:
        if not isinstance(other, Paragraph):
            return False
        theirs = other.format
        return (theirs.borders, theirs.left, theirs.right) == (look.borders, look.left, look.right)

    above = i > 0 and alike(parts[i - 1])
    below = i + 1 < len(parts) and alike(parts[i + 1])
    edges = replace(
        look.borders, top=None if above else look.borders.top, bottom=None if below else look.borders.bottom
    )
    return replace(paragraph, format=replace(look, borders=edges)) if above or below else paragraph
