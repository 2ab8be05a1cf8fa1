"""Inlines of the model as HTML: text in spans, breaks, fields, tab stops, pictures."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from docgen.document import Break, CharacterFormat, Field, Inline, Paragraph, Picture, Text
from docgen.formats.fonts import needs_split, text_width
from docgen.formats.html.css import Classes, character_css, is_stretched
from docgen.formats.html.lines import line_height
from docgen.formats.html.tabs import Stretch
from docgen.formats.html.values import pt
from docgen.formats.html.words import JOINER, by_script, by_spaces, by_words, join_words, joins

__all__ = ["LineWriter", "hangs"]

_CENTER_ROOM: Final = 600.0  # points: half of it on each side of a centred tab stop
_HALF: Final = 200.0  # points: a picture that text flows around stands to the left up to here
# Where a picture stands whose place is counted from its character: at the top of its line, and of no width.
_AT_LINE: Final = "display:inline-block;width:0;height:0;vertical-align:top;position:relative"


def hangs(picture: Picture) -> bool:
    """Whether a picture floats over the text at a place counted from its paragraph."""
    anchor = picture.anchor
    return anchor is not None and anchor.wrap == "none" and anchor.vertical in ("paragraph", "line")


def _at_character(picture: Picture) -> bool:
    """Whether its place is counted from where it stands in the line, as that of a seal."""
    return hangs(picture) and picture.anchor is not None and picture.anchor.horizontal == "character"


@dataclass(slots=True)
class LineWriter:
    """Puts the inlines of one paragraph into `element`, as bare text where no span is needed.

    `base` is the look of the element itself, `height` that of its lines; see `Builder` for the rest.
    """

    classes: Classes
    joined: bool
    grid: float | None
    margin: tuple[float, float]
    element: Element
    paragraph: Paragraph
    base: CharacterFormat
    height: float
    _into: Element = field(init=False)
    _last: str = " "
    _labelled: bool = False  # the label stands there and no text yet

    def __post_init__(self) -> None:
        self._into = self.element

    def stretch(self, piece: Stretch) -> None:
        """A stretch of text between tabs, in a box of its own where a tab follows or sets it."""
        if piece.line is not None:
            SubElement(self.element, "span", {"class": self.classes.name("u", self._filling(piece))})
        name = self.classes.name("s", self._box(piece))
        self._into = SubElement(self.element, "span", {"class": name}) if name else self.element
        for inline in piece.inlines:
            self._inline(inline)
        self._into = self.element
        if piece.end is not None:
            self._last = " "
            self._labelled = self.paragraph.label is not None and piece.stop is None

    def _filling(self, piece: Stretch) -> str:
        """What fills the room of a tab: a line on the base line, from the text before to the text after."""
        left, right = (edge - self.paragraph.format.left for edge in piece.gap)
        width, height = max(right - left, 0.0), self.base.size * 0.95
        place = f"position:absolute;left:{pt(left)};width:{pt(width)};height:{pt(height)}"
        return f"{place};border-bottom:0.5pt {piece.line}"

    def _box(self, piece: Stretch) -> str:
        left, stop = self.paragraph.format.left, piece.stop
        if stop is not None and stop.align == "center":
            start = stop.position - left - _CENTER_ROOM / 2
            return (
                f"position:absolute;left:{pt(start)};width:{pt(_CENTER_ROOM)};text-align:center;text-indent:0"
            )
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
            attributes = {"class": f"{inline.kind} {self._look(inline.format)}".strip()}
            if inline.kind == "reference":
                attributes["href"] = f"#{quote(inline.target)}"
            SubElement(self._into, "a" if inline.kind == "reference" else "span", attributes)
        elif isinstance(inline, Picture):
            self._picture(inline)

    def _look(self, look: CharacterFormat) -> str:
        css = character_css(look, self.base)
        height = line_height(look, self.paragraph.format, self.grid)
        if height > self.height and look.position == "baseline":
            css = f"{css};line-height:{pt(height)}".removeprefix(";")
        return self.classes.name("c", css)

    def _text(self, inline: Text) -> None:
        look, text, before = inline.format, inline.text, self._last
        if self.joined and not self.paragraph.format.break_words:
            text = join_words((JOINER if joins(before, text[:1]) else "") + text)
        if self.joined and self._labelled:
            text, self._labelled = JOINER + text, False  # the first line does not end after the label
        into = self._into
        if inline.link is not None:
            place = inline.link.startswith("#")
            into = SubElement(into, "a", {"href": f"#{quote(inline.link[1:])}" if place else inline.link})
        for piece, kept in by_spaces(before, text) if self.joined else [(text, False)]:
            self._piece(into, piece, look, kept)
        self._last = inline.text[-1:] or before

    def _piece(self, into: Element, text: str, look: CharacterFormat, kept: bool) -> None:
        """Text of one look; `kept` where its spaces follow a space and yet count."""
        if kept:
            name = self.classes.name("k", "white-space:pre-wrap")
            _append(into, text, f"{self._look(look)} {name}".strip())
        elif not needs_split(look.font, look.east_asian_font):
            self._run(into, text, look)
        else:
            for piece in by_script(text):
                east = piece[0] > "\u2e80" or "\u1100" <= piece[0] <= "\u11ff"
                font = look.east_asian_font if east else look.font
                self._run(into, piece, replace(look, font=font, east_asian_font=font))

    def _run(self, into: Element, text: str, look: CharacterFormat) -> None:
        """Text of one look and one script."""
        if self.joined and self.paragraph.format.align == "distribute":
            self._spread(into, text, look)
        elif is_stretched(look):
            for word in by_words(text.replace(JOINER, "")):
                _append(into, word, f"{self._look(look)} {self._stretched(word, look)}".strip())
        else:
            _append(into, text, self._look(look))

    def _stretched(self, word: str, look: CharacterFormat) -> str:
        """The class that draws a word narrower or wider, and lets it take the room that it then has."""
        rate = look.scale / 100
        wider = text_width(word, look) * (1 - 1 / rate)
        if word.isspace():
            return self.classes.name("g", f"letter-spacing:{pt(wider / len(word))}")
        drawn = f"transform:scaleX({rate:g});transform-origin:0 0;margin-right:{pt(wider)}"
        return self.classes.name("g", f"display:inline-block;white-space:nowrap;text-indent:0;{drawn}")

    def _spread(self, into: Element, text: str, look: CharacterFormat) -> None:
        """Text with a space of no width between its letters, which justification widens."""
        gap = self.classes.name("g", "font-size:0.01pt;line-height:0")
        for sign in text.replace(JOINER, ""):
            if not sign.isspace() and not self._last.isspace():
                SubElement(into, "span", {"class": gap}).text = "\u00a0"
            _append(into, sign, self._look(look))
            self._last = sign

    def _picture(self, picture: Picture) -> None:
        css = f"width:{pt(picture.width)};height:{pt(picture.height)}"
        if picture.anchor is not None:
            css += f";{self._anchor(picture)}"
        data = base64.b64encode(picture.data).decode("ascii")
        source = f"data:{picture.media_type};base64,{data}"
        name, into = self.classes.name("i", css), self._into
        if _at_character(picture):
            into = SubElement(into, "span", {"class": self.classes.name("s", _AT_LINE)})
        SubElement(into, "img", {"class": name, "src": source, "alt": picture.alt})

    def _anchor(self, picture: Picture) -> str:
        anchor = picture.anchor
        if anchor is None:
            return ""
        if anchor.wrap == "topAndBottom":
            return f"display:block;margin-left:{pt(max(anchor.x, 0.0))}"
        if anchor.wrap == "square":
            side, other = ("left", "right") if anchor.x < _HALF else ("right", "left")
            return f"float:{side};margin-{other}:9pt"
        (left, top), x, y = self.margin, anchor.x, anchor.y
        x -= left if anchor.horizontal == "page" else 0.0
        if hangs(picture):
            x -= 0.0 if _at_character(picture) else self.paragraph.format.left
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
