"""The values of WordprocessingML attributes: on/off, lengths, colours, lines (ECMA-376 Part 1, 17.18)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from docgen.document import Border
from docgen.document.properties import BorderStyle
from docgen.formats.docx.names import qn

__all__ = ["PATTERNS", "Element", "border", "color", "fill", "flag", "length", "number", "points", "value"]

Element = etree._Element

W_VAL: Final = qn("w:val")
_UNITS: Final = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
_OFF: Final = frozenset({"0", "false", "off"})

# ST_Border: the many line styles of Word and the four that the model draws.
_LINES: Final[dict[str, BorderStyle]] = {
    "double": "double",
    "triple": "double",
    "doubleWave": "double",
    "thinThickSmallGap": "double",
    "thickThinSmallGap": "double",
    "thinThickMediumGap": "double",
    "thickThinMediumGap": "double",
    "thinThickLargeGap": "double",
    "thickThinLargeGap": "double",
    "dotted": "dotted",
    "dashed": "dashed",
    "dashSmallGap": "dashed",
    "dotDash": "dashed",
    "dotDotDash": "dashed",
    "dashDotStroked": "dashed",
}

# ST_Shd: patterns of lines, and the share of the paper that they cover.
PATTERNS: Final = {
    "horzStripe": 0.5, "vertStripe": 0.5, "diagStripe": 0.5, "reverseDiagStripe": 0.5,
    "horzCross": 0.75, "diagCross": 0.75,
    "thinHorzStripe": 0.25, "thinVertStripe": 0.25, "thinDiagStripe": 0.25, "thinReverseDiagStripe": 0.25,
    "thinHorzCross": 0.4, "thinDiagCross": 0.4,
}  # fmt: skip


def value(element: Element | None, name: str = W_VAL) -> str | None:
    """An attribute of an element that may be missing."""
    return None if element is None else element.get(name)


def flag(element: Element) -> bool:
    """CT_OnOff: present without a value means on."""
    return element.get(W_VAL) not in _OFF


def points(text: str | None, unit: float = 1 / 20) -> float | None:
    """A length in points: a bare number counts in `unit`, else its own unit ("12mm"); None if unreadable."""
    if text is None:
        return None
    scale = _UNITS.get(text[-2:])
    try:
        return float(text[:-2]) * scale if scale else float(text) * unit
    except ValueError:
        return None


def length(element: Element, *names: str) -> float | None:
    """The first of the named attributes (`w:left`, `w:start`) that is there, in points."""
    for name in names:
        found = points(element.get(qn(name)))
        if found is not None:
            return found
    return None


def number(text: str | None, default: int = 0) -> int:
    """A whole number, `default` where there is none."""
    try:
        return int(float(text)) if text else default
    except ValueError:
        return default


def color(text: str | None) -> str | None:
    """Six hexadecimal digits, None for automatic."""
    return text.upper() if text and len(text) == 6 and text != "auto" else None


def fill(shd: Element) -> str | None:
    """CT_Shd: the colour behind; a solid pattern shows its foreground, any other a mixture of the two."""
    back, fore = color(shd.get(qn("w:fill"))), color(shd.get(qn("w:color"))) or "000000"
    pattern = shd.get(W_VAL) or "clear"
    if pattern == "solid":
        return fore
    share = number(pattern[3:]) / 100 if pattern.startswith("pct") else PATTERNS.get(pattern)
    if share is None:
        return back
    mixed = (
        round(int(fore[i : i + 2], 16) * share + int((back or "FFFFFF")[i : i + 2], 16) * (1 - share))
        for i in (0, 2, 4)
    )
    return "".join(f"{part:02X}" for part in mixed)


def border(element: Element) -> Border | None:
    """CT_Border: the line, None for nil and none. Its width is in eighths of a point."""
    kind = element.get(W_VAL)
    if kind in (None, "nil", "none"):
        return None
    width = max(number(element.get(qn("w:sz")), 4), 2) / 8
    style = _LINES.get(kind, "single")
    if style == "double":
        width *= 3  # Word gives the width of one of the lines; the model that of both with the gap
    space = float(number(element.get(qn("w:space"))))
    return Border(style, width, color(element.get(qn("w:color"))) or "000000", space)
