"""Tab stops in a medium without them: each stretch of text before a tab becomes a box up to its stop.

How wide a text is, is estimated, and only to choose which stop is next: the box then ends at the stop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docgen.document import (
    Field,
    Inline,
    Paragraph,
    ParagraphFormat,
    Picture,
    Tab,
    TabStop,
    Text,
)
from docgen.formats.fonts import text_width

__all__ = ["Stretch", "stretches"]

_DEFAULT: Final = 40.0  # Word's Korean default, where the paragraph names no stop that far out
_NEAR: Final = 0.5  # points: a text that reaches this little beyond a stop still has it
_BEFORE: Final = {"center": 0.5, "right": 1.0, "decimal": 1.0}  # the share of a text before its stop
_LEADERS: Final = {"dot": "dashed", "hyphen": "dashed", "underscore": "solid"}
_UNDERLINES: Final = {
    "single": "solid",
    "double": "double",
    "dotted": "dotted",
    "dashed": "dashed",
    "wave": "solid",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text between tabs. It starts at `start` (from the text area); `stop` says how it is set there, and
    `end` is where the next tab leads, None in the last stretch.

    `gap` is the empty room before it, from and to (from the text area), and `line` what fills that.
    """

    inlines: tuple[Inline, ...]
    start: float
    stop: TabStop | None
    end: float | None
    gap: tuple[float, float] = (0.0, 0.0)
    line: str | None = None


def stretches(paragraph: Paragraph) -> list[Stretch]:
    """The stretches of a paragraph, its label being the first."""
    if paragraph.label is None and not any(isinstance(inline, Tab) for inline in paragraph.inlines):
        return [Stretch(paragraph.inlines, 0.0, None, None)]
    look = paragraph.format
    parts, tabs = _split(_with_label(paragraph))
    stop: TabStop | None = None
    start = reached = look.left + look.first_line
    made: list[Stretch] = []
    for i, part in enumerate(parts):
        width = _width(part)
        begin = start - width * _BEFORE.get(stop.align if stop else "left", 0.0)
        line = _line(tabs[i - 1], stop) if i and stop else None
        gap, reached = (reached, begin), begin + width
        taken = max(reached - _NEAR, stop.position if stop else start - _NEAR)
        end = _next(look, taken) if i < len(tabs) else None
        made.append(Stretch(tuple(part), start, stop, end.position if end else None, gap, line))
        if end is not None:
            start, stop = end.position, end
    return made


def _line(tab: Tab, stop: TabStop) -> str | None:
    """How the room of a tab is drawn: its leader, or the underline of the tab itself."""
    return _LEADERS.get(stop.leader) or _UNDERLINES.get(tab.format.underline)


def _with_label(paragraph: Paragraph) -> Sequence[Inline]:
    if paragraph.label is None:
        return paragraph.inlines
    look = paragraph.label_format or paragraph.mark
    return (Text(paragraph.label, look), Tab(look), *paragraph.inlines)


def _split(inlines: Sequence[Inline]) -> tuple[list[list[Inline]], list[Tab]]:
    parts: list[list[Inline]] = [[]]
    tabs: list[Tab] = []
    for inline in inlines:
        if isinstance(inline, Tab):
            tabs.append(inline)
            parts.append([])
        else:
            parts[-1].append(inline)
    return parts, tabs


def _width(part: Sequence[Inline]) -> float:
    total = 0.0
    for inline in part:
        if isinstance(inline, Text):
            total += text_width(inline.text, inline.format)
        elif isinstance(inline, Field):
            total += text_width("0", inline.format)
        elif isinstance(inline, Picture) and inline.anchor is None:
            total += inline.width
    return total


def _next(look: ParagraphFormat, taken: float) -> TabStop:
    """The first stop beyond a place; a hanging indent is a stop too."""
    hanging = [TabStop(look.left)] if look.first_line < 0 else []
    stops = sorted((*look.tabs, *hanging), key=lambda stop: stop.position)
    beyond = (stop for stop in stops if stop.position > taken)
    return next(beyond, TabStop((taken // _DEFAULT + 1) * _DEFAULT))
