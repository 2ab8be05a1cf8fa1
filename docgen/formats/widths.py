"""How wide the signs of asked fonts are: lines end where Word ends them although another face is drawn.

Only what PDFs that Word made hold is here, in ems; other signs keep the width of the face that is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from docgen.formats.fonts import folded

__all__ = ["Widths", "asked_widths"]


@dataclass(frozen=True, eq=False, slots=True)
class Widths:
    """The widths of signs by sign, and that of every Hangul syllable; None where it is not known."""

    signs: Mapping[str, float] = field(default_factory=dict)
    hangul: float | None = None

    def of(self, sign: str) -> float | None:
        """The width of one sign in ems; None where it is not known."""
        if "가" <= sign <= "힣":
            return self.hangul
        return self.signs.get(sign)


_REGULAR: Final = {
    " ": 0.352, '"': 0.395, "(": 0.305, ")": 0.305, ",": 0.219, "-": 0.41, ".": 0.219, "/": 0.396, ":": 0.219,
    "~": 0.701, "A": 0.658, "T": 0.534, "V": 0.634, "X": 0.601, "•": 0.417, "₩": 0.764,
} | dict.fromkeys("0123456789", 0.551)  # fmt: skip
_BOLD: Final = {" ": 0.352, "-": 0.414, ":": 0.262}
_MALGUN: Final = {False: Widths(_REGULAR, 1.0), True: Widths(_BOLD, 1.0)}
_KNOWN: Final = {"맑은고딕": _MALGUN, "malgungothic": _MALGUN}
_NOT_KNOWN: Final = Widths()


@cache
def asked_widths(latin: str, east_asian: str, bold: bool) -> Widths | None:
    """The widths of text whose Latin and Hangul ask for these fonts; None where neither's are known."""
    first, second = (_KNOWN.get(folded(name), {}).get(bold, _NOT_KNOWN) for name in (latin, east_asian))
    return None if first is second is _NOT_KNOWN else Widths(first.signs, second.hangul)
