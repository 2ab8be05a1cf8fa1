"""Rows set as lines: alignment, justified and distributed text, what fills tabs (17.3.1.13, 17.3.1.37)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from docgen.document import Border, Break, CharacterFormat, ParagraphFormat, Picture, Tab
from docgen.document.properties import BorderStyle
from docgen.formats.pdf.canvas import DOTS
from docgen.formats.pdf.ink import Set
from docgen.formats.pdf.line import UNDERLINES, Filling, Line, Piece
from docgen.formats.pdf.rows import Row
from docgen.formats.pdf.words import Unit, Word

__all__ = ["set_row"]

_LEADERS: Final[dict[str, BorderStyle]] = {"dot": "dotted", "hyphen": "dashed", "underscore": "single"}
_THIN: Final = 0.5  # points: the line that fills a tab
_BELOW: Final = 1.0  # points below the base line; dots stand on it
_DOT: Final = 0.1  # ems: how wide a dot is


def set_row(line: Line, row: Row, look: ParagraphFormat, width: float) -> None:
    """Put what a row holds into its line, where the alignment of the paragraph wants it."""
    units = [(x, unit) for x, unit in row.units if not isinstance(unit.inline, Break)]
    if not units:
        return
    room = width - look.right - units[-1][0] - units[-1][1].width
    shift = {"center": room / 2, "right": room}.get(look.align, 0.0)
    tabs = [i for i, (_, unit) in enumerate(units) if isinstance(unit.inline, Tab)]
    wide = tabs[-1] + 1 if tabs else 0  # only what follows the last tab is spread
    everywhere = look.align == "distribute"
    spread = everywhere or (look.align == "justify" and not row.ended)
    gap = room / max(_gaps(units[wide:], everywhere), 1) if spread and room > 0 else 0.0
    if wide:
        _put(line, units[:wide], shift, 0.0, everywhere)
    _put(line, units[wide:], shift, gap, everywhere)
    for start, end, stop, tab in row.fillings:
        style = _LEADERS.get(stop.leader) or UNDERLINES.get(tab.format.underline)
        if style is not None:
            line.fillings.append(_filling(start + shift, end + shift, style, tab.format))


def _filling(start: float, end: float, style: BorderStyle, look: CharacterFormat) -> Filling:
    """What fills a tab; dots stand under one another from line to line, clear of the text."""
    color = look.color or "000000"
    if style != "dotted":
        return Filling(start, end, _BELOW, Border(style, _THIN, color))
    dot = Border(style, look.size * _DOT, color)
    step = dot.width * DOTS
    return Filling(math.ceil((start + step) / step) * step, end - step, -dot.width / 2, dot)


_Units = list[tuple[float, Unit]]


def _words(units: _Units) -> list[Word]:
    """The words of units without the blanks at their end."""
    words = [word for _, unit in units for word in unit.words]
    while words and words[-1].blank:
        words.pop()
    return words


def _gaps(units: _Units, everywhere: bool) -> int:
    """How many places are widened: the blanks, or all between two signs."""
    words = _words(units)
    if everywhere:
        return sum(word.set.signs for word in words) - 1
    return sum(word.set.signs for word in words if word.blank)


def _put(line: Line, units: _Units, shift: float, gap: float, everywhere: bool) -> None:
    """Make the pieces of a line; `gap` is added at each blank, or after every sign."""
    piece: Piece | None = None
    left = len(_words(units))
    for x, unit in units:
        x += shift
        if isinstance(unit.inline, Picture):
            (line.pictures if unit.inline.anchor is None else line.floats).append((x, unit.inline))
        if unit.inline is not None:
            piece = None
        for word in unit.words[:left]:
            if word.field is not None:
                line.fields.append(word.field)
            if piece is None or piece.ink is not word.ink or piece.link != word.link:
                piece = Piece(x, word.ink, [], 0.0, word.link)
                line.pieces.append(piece)
            for set_, extra in _spread(word, gap, everywhere):
                piece.words.append((set_, extra))
                piece.width += set_.width + extra
                x += set_.width + extra
                shift += extra
        left -= len(unit.words)


def _spread(word: Word, gap: float, everywhere: bool) -> Iterator[tuple[Set, float]]:
    """The parts of a word with the room added after each."""
    if gap and everywhere:
        for sign in word.text:
            yield word.ink.set(sign), gap
    else:
        yield word.set, gap * word.set.signs if gap and word.blank else 0.0
