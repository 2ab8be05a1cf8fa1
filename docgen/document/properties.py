"""How things look: the immutable, hashable property objects of the document model (points, hex colours)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Alignment = Literal["left", "center", "right", "justify", "distribute"]
BorderStyle = Literal["single", "double", "dashed", "dotted"]


@dataclass(frozen=True, slots=True)
class Sides:
    """Four lengths in points: margins of a page, padding of a cell."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Border:
    """One drawn line; where there is no line the place holds None."""

    style: BorderStyle = "single"
    width: float = 0.5
    color: str = "000000"
    space: float = 0.0


@dataclass(frozen=True, slots=True)
class Borders:
    """The four edges of a paragraph or of a cell; None is an edge without a line."""

    top: Border | None = None
    right: Border | None = None
    bottom: Border | None = None
    left: Border | None = None


@dataclass(frozen=True, slots=True)
class LineSpacing:
    """The height of a line: `multiple` of the font's own line, `exact` points, or at `least` points."""

    rule: Literal["multiple", "exact", "least"] = "multiple"
    value: float = 1.0


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop, its position in points from the left edge of the text area."""

    position: float
    align: Literal["left", "center", "right", "decimal"] = "left"
    leader: Literal["none", "dot", "hyphen", "underscore"] = "none"


@dataclass(frozen=True, slots=True)
class CharacterFormat:
    """The look of a piece of text.

    `font` is the name the document asks for in Latin text, `east_asian_font` the one for Hangul and
    Hanja; which installed face stands for it is the writer's business. `color` and `shading` None mean
    automatic and none; `spacing` is extra space after each character; `scale` is the width in percent.
    """

    font: str = "맑은 고딕"
    east_asian_font: str = "맑은 고딕"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: Literal["none", "single", "double", "dotted", "dashed", "wave"] = "none"
    strike: bool = False
    color: str | None = None
    shading: str | None = None
    position: Literal["baseline", "super", "sub"] = "baseline"
    capitals: Literal["none", "all", "small"] = "none"
    spacing: float = 0.0
    scale: float = 100.0


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """The look of a paragraph; indents are measured from the text area, `first_line` from `left`.

    `break_words` True lets a line end inside a Hangul word (Word's wordWrap="0"); False keeps each
    word whole. `snap_to_grid` asks that lines take the section's grid pitch where it has one.
    `outline` is the heading level 0–8, None for body text.
    """

    align: Alignment = "left"
    left: float = 0.0
    right: float = 0.0
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: LineSpacing = LineSpacing()
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    break_words: bool = False
    snap_to_grid: bool = True
    tabs: tuple[TabStop, ...] = ()
    borders: Borders = Borders()
    shading: str | None = None
    outline: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """A named paragraph style, so that whoever opens the file in an editor can change it in one place."""

    name: str
    paragraph: ParagraphFormat = ParagraphFormat()
    character: CharacterFormat = CharacterFormat()


@dataclass(frozen=True, slots=True)
class Page:
    """A page: size and margins; `header` and `footer` are distances from the paper's edge.

    `grid` is the pitch of the line grid in points (docGrid of type lines), None where there is none.
    """

    width: float = 595.3
    height: float = 841.9
    margins: Sides = Sides(56.7, 56.7, 56.7, 56.7)
    header: float = 28.35
    footer: float = 28.35
    grid: float | None = None
