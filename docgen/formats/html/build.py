"""Blocks of the model as HTML elements: paragraphs, headings, tables, pictures."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final
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
from docgen.formats.fonts import needs_split
from docgen.formats.html.css import Classes, character_css, paragraph_css
from docgen.formats.html.lines import base_look, line_height, looks
from docgen.formats.html.tabs import Stretch, stretches
from docgen.formats.html.tables import Cuts, TableBuilder
from docgen.formats.html.values import pt
from docgen.formats.html.words import JOINER, by_script, join_words, joins

__all__ = ["Builder"]

_CENTER_ROOM: Final = 600.0  # points: half of it on each side of a centred tab stop
_FIELDS: Final = {"page": "page", "pages": "pages"}


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
    _paragraphs: dict[object, tuple[str, CharacterFormat, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tables = TableBuilder(self.classes, self.blocks, self.cuts, self.joined)

    def blocks(self, parent: Element, blocks: Sequence[Block]) -> None:
        """Append blocks to an element; a page break inside a paragraph begins a new one."""
        broken = False
        parts = [part for block in blocks for part in (_at_breaks(block) if isinstance(block, Paragraph) else [block])]
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
        css, base, line = self._style(paragraph)
        empty = not any(isinstance(i, Text | Picture | Field) for i in paragraph.inlines) and not paragraph.label
        pieces = stretches(paragraph)
        placed = any(piece.stop and piece.stop.align != "left" for piece in pieces)
        if empty or placed:
            css += f";min-height:{pt(line)}"
        if placed or any(isinstance(i, Picture) and _hangs(i) for i in paragraph.inlines):
            css += ";position:relative"
        if broken:
            css += ";break-before:page"
        element = SubElement(parent, name, {"class": self.classes.name("p", css)})
        writer = _Line(self, element, paragraph, base, line)
        for piece in pieces:
            writer.stretch(piece)
        if paragraph.inlines and isinstance(paragraph.inlines[-1], Break):
            SubElement(element, "br")  # HTML shows no empty last line without it

    def _style(self, paragraph: Paragraph) -> tuple[str, CharacterFormat, float]:
        found = looks(paragraph)
        key = (paragraph.format, tuple(found), self.grid)
        if key not in self._paragraphs:
            base = base_look(found)
            line = min(line_height(look, paragraph.format, self.grid) for look, _ in found)
            look = paragraph.format
            css = paragraph_css(look, base, line, look.before, look.after)
            self._paragraphs[key] = (css, base, line)
        return self._paragraphs[key]


def _at_breaks(paragraph: Paragraph) -> list[Paragraph | None]:
    """The paragraph in parts around page breaks; None stands for a break. Text before one ends a paragraph."""
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
        parts.append(replace(paragraph, inlines=tuple(rest), label=None))
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


def _hangs(picture: Picture) -> bool:
    anchor = picture.anchor
    return anchor is not None and anchor.wrap == "none" and anchor.vertical in ("paragraph", "line")


class _Line:
    """Puts the inlines of one paragraph into its element, text into text nodes where no span is needed."""

    def __init__(
        self, builder: Builder, element: Element, paragraph: Paragraph, base: CharacterFormat, line: float
    ) -> None:
        self._builder, self._paragraph, self._base, self._height = builder, paragraph, base, line
        self._into = element
        self._outer = element
        self._last = " "

    def stretch(self, piece: Stretch) -> None:
        """A stretch of text between tabs, in a box of its own where a tab follows or sets it."""
        name = self._builder.classes.name("s", self._box(piece))
        self._into = SubElement(self._outer, "span", {"class": name}) if name else self._outer
        for inline in piece.inlines:
            self._inline(inline)
        self._into = self._outer
        if piece.end is not None:
            self._last = " "

    def _box(self, piece: Stretch) -> str:
        left, stop = self._paragraph.format.left, piece.stop
        if stop is not None and stop.align == "center":
            start = stop.position - left - _CENTER_ROOM / 2
            return f"position:absolute;left:{pt(start)};width:{pt(_CENTER_ROOM)};text-align:center;text-indent:0"
        if stop is not None and stop.align in ("right", "decimal"):
            width = pt(stop.position - left)
            return f"position:absolute;left:0;width:{width};text-align:right;text-indent:0;white-space:pre"
        if piece.end is None:
            return ""
        return f"display:inline-block;min-width:{pt(piece.end - piece.start)};text-indent:0;text-align:left"

    def _inline(self, inline: Inline) -> None:
        if isinstance(inline, Text):
            self._text(inline)
        elif isinstance(inline, Break):
            SubElement(self._into, "br")
            self._last = " "
        elif isinstance(inline, Field):
            name = self._look(inline.format)
            word = _FIELDS[inline.kind]
            SubElement(self._into, "span", {"class": f"{word} {name}".strip()})
        elif isinstance(inline, Picture):
            self._picture(inline)

    def _look(self, look: CharacterFormat) -> str:
        css = character_css(look, self._base)
        height = line_height(look, self._paragraph.format, self._builder.grid)
        if height > self._height and look.position == "baseline":
            css = f"{css};line-height:{pt(height)}".removeprefix(";")
        return self._builder.classes.name("c", css)

    def _text(self, inline: Text) -> None:
        look, text = inline.format, inline.text
        if self._builder.joined and not self._paragraph.format.break_words:
            text = join_words((JOINER if joins(self._last, text[:1]) else "") + text)
        self._last = inline.text[-1:] or self._last
        into = self._into
        if inline.link is not None:
            into = SubElement(into, "a", {"href": inline.link})
        if not needs_split(look.font, look.east_asian_font):
            _append(into, text, self._look(look))
            return
        for piece in by_script(text):
            east = piece[0] > "\u2e80" or "\u1100" <= piece[0] <= "\u11ff"
            font = look.east_asian_font if east else look.font
            _append(into, piece, self._look(replace(look, font=font, east_asian_font=font)))

    def _picture(self, picture: Picture) -> None:
        css = f"width:{pt(picture.width)};height:{pt(picture.height)}"
        if picture.anchor is not None:
            css += f";{self._anchor(picture)}"
        data = base64.b64encode(picture.data).decode("ascii")
        source = f"data:{picture.media_type};base64,{data}"
        name = self._builder.classes.name("i", css)
        SubElement(self._into, "img", {"class": name, "src": source, "alt": picture.alt})

    def _anchor(self, picture: Picture) -> str:
        anchor = picture.anchor
        if anchor is None:
            return ""
        if anchor.wrap == "topAndBottom":
            return f"display:block;margin-left:{pt(max(anchor.x, 0.0))}"
        if anchor.wrap == "square":
            return f"float:{'left' if anchor.x < 200 else 'right'};margin:0 9pt"
        (left, top), x, y = self._builder.margin, anchor.x, anchor.y
        x -= left if anchor.horizontal == "page" else 0.0
        if _hangs(picture):
            x -= self._paragraph.format.left
        else:
            y -= top if anchor.vertical == "page" else 0.0
        css = f"position:absolute;left:{pt(x)};top:{pt(y)}"
        return css + (";z-index:-1" if anchor.behind else "")


def _append(parent: Element, text: str, name: str) -> None:
    if name:
        SubElement(parent, "span", {"class": name}).text = text
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
