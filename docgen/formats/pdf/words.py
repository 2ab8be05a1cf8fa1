"""What a paragraph holds, cut where its lines may end: `units` of words, tabs, breaks and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

from docgen.document import Break, CharacterFormat, Field, Inline, Paragraph, Picture, Tab, Text
from docgen.formats.fonts import needs_split
from docgen.formats.html.words import by_script
from docgen.formats.pdf.breaks import OBJECT, break_places
from docgen.formats.pdf.canvas import Book
from docgen.formats.pdf.ink import Ink, Set, ink

__all__ = ["Unit", "Word", "at_character", "cut_up", "units"]

_SPACES: Final = str.maketrans("\t\n\r", "   ")
_BLANKS: Final = re.compile(" +|[^ ]+")
_GRAPHEME: Final = re.compile(
    r"[^\u0300-\u036f\u1160-\u11ff\u302a-\u302f][\u0300-\u036f\u1160-\u11ff\u302a-\u302f]*|."
)


class Word(NamedTuple):
    """Signs of one look without a space between, or only spaces (`blank`); `field` is the place of a counted
    number among those of the document."""

    ink: Ink
    text: str
    set: Set
    blank: bool
    link: str | None = None
    field: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands on one line: words with the blanks after them, or one tab, break or picture.

    `width` is without the blanks at its end, `full` with them.
    """

    words: tuple[Word, ...]
    width: float
    full: float
    inline: Inline | None = None


_Span = tuple[int, int, CharacterFormat, str | None, int | None]


def units(inlines: Sequence[Inline], paragraph: Paragraph, book: Book) -> tuple[Unit, ...]:
    """The units of a paragraph's inlines. Pictures that float are none."""
    inside = paragraph.format.break_words
    if len(inlines) == 1 and isinstance(inlines[0], Text) and inlines[0].link is None:
        return _plain(_said(inlines[0].text), inlines[0].format, inside)
    text, spans, others = _gathered(inlines, book)
    return tuple(_cut(text, spans, others, inside))


def _said(text: str) -> str:
    """Text as Word prints it: ends of lines in the file are spaces."""
    return text if text.isprintable() else text.translate(_SPACES)


@lru_cache(maxsize=2_000)
def _plain(text: str, look: CharacterFormat, inside: bool) -> tuple[Unit, ...]:
    return tuple(_cut(text, [(0, len(text), look, None, None)], {}, inside))


def _gathered(inlines: Sequence[Inline], book: Book) -> tuple[str, list[_Span], dict[int, Inline]]:
    """The paragraph as one text, the looks of its stretches, and what stands for one sign in it."""
    text, spans = "", list[_Span]()
    others: dict[int, Inline] = {}
    for inline in inlines:
        start = len(text)
        if isinstance(inline, Text):
            text += _said(inline.text)
            spans.append((start, len(text), inline.format, inline.link, None))
        elif isinstance(inline, Field):
            link = f"#{inline.target}" if inline.kind == "reference" else None
            number, place = book.number(inline)
            text += number
            spans.append((start, len(text), inline.format, link, place))
        elif isinstance(inline, Tab | Break) or inline.anchor is None or at_character(inline):
            others[start] = inline
            text += OBJECT if isinstance(inline, Picture) else "\t"
    return text, spans, others


def _cut(text: str, spans: list[_Span], others: dict[int, Inline], inside: bool) -> Iterator[Unit]:
    ends = {*break_places(text, inside), len(text), *others, *(at + 1 for at in others)}
    start, span = 0, 0
    for end in sorted(ends):
        if end == start:
            continue
        if start in others:
            inline = others[start]
            width = inline.width if isinstance(inline, Picture) and inline.anchor is None else 0.0
            yield Unit((), width, width, inline)
        else:
            while spans[span][1] <= start:
                span += 1
            yield _unit(tuple(_words(text, spans, span, start, end)))
        start = end


def _words(text: str, spans: list[_Span], span: int, start: int, end: int) -> Iterator[Word]:
    while start < end:
        _, stop, look, link, field = spans[span]
        stop = min(stop, end)
        for piece in _BLANKS.findall(text[start:stop]):
            if needs_split(look.font, look.east_asian_font) and piece[0] != " ":
                for part in by_script(piece):
                    pen = ink(_script_look(look, part[0]))
                    yield Word(pen, part, pen.set(part), False, link, field)
            else:
                pen = ink(look)
                yield Word(pen, piece, pen.set(piece), piece[0] == " ", link, field)
        start, span = stop, span + 1


@lru_cache(maxsize=500)
def _script_look(look: CharacterFormat, sign: str) -> CharacterFormat:
    east = sign > "\u2e80" or "\u1100" <= sign <= "\u11ff"
    font = look.east_asian_font if east else look.font
    return replace(look, font=font, east_asian_font=font)


def _unit(words: tuple[Word, ...]) -> Unit:
    full = sum(word.set.width for word in words)
    width = full
    for word in reversed(words):
        if not word.blank:
            break
        width -= word.set.width
    return Unit(words, width, full)


def at_character(picture: Picture) -> bool:
    """Whether a floating picture's place is counted from where it stands in its line, as that of a seal."""
    anchor = picture.anchor
    return anchor is not None and anchor.horizontal == "character"


def cut_up(unit: Unit) -> list[Unit]:
    """A unit too long for any line, sign by sign."""
    return [
        _unit((word._replace(text=sign, set=word.ink.set(sign)),))
        for word in unit.words
        for sign in _GRAPHEME.findall(word.text)
    ]
