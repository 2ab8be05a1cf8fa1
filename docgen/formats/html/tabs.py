"""Tab stops in a medium without them: each stretch of text before a tab becomes a box up to its stop.

How wide a text is, is estimated, and only to choose which stop is next: the box then ends at the stop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.document import (
    CharacterFormat,
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

_DEFAULT = 40.0  # Word's Korean default, where the paragraph names no stop that far out


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text between tabs. It starts at `start` (from the text area); `stop` says how it is set there, and
    `end` is where the next tab leads, None in the last stretch. `leader` fills the tab before it."""

    inlines: tuple[Inline, ...]
    start: float
    stop: TabStop | None
    end: float | None
    tab: Tab | None = None


def stretches(paragraph: Paragraph) -> list[Stretch]:
    """The stretches of a paragraph, its label being the first."""
    look = paragraph.format
    parts, tabs = _split(_with_label(paragraph))
    stop: TabStop | None = None
    start = look.left + look.first_line
    made: list[Stretch] = []
    for i, part in enumerate(parts):
        end: TabStop | None = None
        if i < len(tabs):
            end = _next(look, start, _width(part), stop)
        made.append(
            Stretch(tuple(part), start, stop, end.position if end else None, tabs[i - 1] if i else None)
        )
        if end is not None:
            start, stop = end.position, end
    return made


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


def _next(look: ParagraphFormat, start: float, width: float, stop: TabStop | None) -> TabStop:
    """The first stop beyond the text; a hanging indent is a stop too."""
    share = {"center": 0.5, "right": 0.0, "decimal": 0.0}.get(stop.align, 1.0) if stop else 1.0
    reached = start + width * share
    hanging = [TabStop(look.left)] if look.first_line < 0 else []
    beyond = [
        s for s in sorted((*look.tabs, *hanging), key=lambda s: s.position) if s.position > reached - 0.5
    ]
    if beyond:
        return beyond[0]
    return TabStop((reached // _DEFAULT + 1) * _DEFAULT)


def plain(look: CharacterFormat) -> bool:
    """Whether a tab of this look draws nothing."""
    return look.underline == "none"
