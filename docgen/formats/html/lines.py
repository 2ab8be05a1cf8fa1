"""How high Word makes the lines of a paragraph, in points.

A single line has its fonts' natural height; `multiple` multiplies it; a page with a line grid takes
whole pitches (ECMA-376 Part 1, 17.6.5) except in table cells; `least` and `exact` say it themselves.
"""

from __future__ import annotations

import math

from docgen.document import Break, CharacterFormat, Field, Paragraph, ParagraphFormat, Tab, Text
from docgen.formats.fonts import natural_line

__all__ = ["base_look", "line_height", "looks"]

_TOLERANCE = 0.05  # points: a line this little above a pitch still counts as one


def line_height(look: CharacterFormat, paragraph: ParagraphFormat, grid: float | None) -> float:
    """The height of a line of one look; `grid` is the pitch that holds here, None for none."""
    rule, value = paragraph.line.rule, paragraph.line.value
    if rule == "exact":
        return value
    natural = natural_line(look)
    if grid and paragraph.snap_to_grid:
        natural = max(math.ceil((natural - _TOLERANCE) / grid), 1) * grid
    return round(max(natural, value) if rule == "least" else natural * value, 2)


def looks(paragraph: Paragraph) -> list[tuple[CharacterFormat, int]]:
    """The looks in a paragraph with the length of their text; the mark's where there is no text."""
    found: dict[CharacterFormat, int] = {}
    for inline in paragraph.inlines:
        if isinstance(inline, Text):
            found[inline.format] = found.get(inline.format, 0) + len(inline.text)
        elif isinstance(inline, Field | Break | Tab):
            found[inline.format] = found.get(inline.format, 0) + 1
    return list(found.items()) or [(paragraph.mark, 0)]


def base_look(found: list[tuple[CharacterFormat, int]]) -> CharacterFormat:
    """The look of most of the text, without what a child element could not take back."""
    most = max(found, key=lambda item: item[1])[0]
    return CharacterFormat(
        font=most.font,
        east_asian_font=most.east_asian_font,
        size=most.size,
        bold=most.bold,
        italic=most.italic,
        color=most.color,
        capitals=most.capitals,
        spacing=most.spacing,
        scale=most.scale,
    )
