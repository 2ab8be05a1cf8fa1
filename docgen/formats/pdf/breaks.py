"""Where a line may end: the line breaking classes of UAX #14 that Korean documents meet, Hangul words whole.

Each sign is written as the letter of its class, and pairs of letters tell where a line may end. Hangul is
a class of its own: a line ends beside it only at spaces and after a hyphen, dash or slash, as in Word; with
`inside` it behaves as an ideograph, which a line may end beside (Word's wordWrap="0").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["OBJECT", "break_places"]

OBJECT: Final = "\ufffc"  # stands for a picture

# S space, T tab, B break after, H hyphen, D em dash, Y slash, N digit, A letter, I ideograph, K Hangul,
# O opening, C closing, P closing parenthesis, E exclamation, X comma, Q quotation, G glue, R prefix,
# F suffix, M sign that begins no line, L leaders, U object
_SIGNS: Final = {
    "S": " ", "T": "\t\n\u200b", "H": "-", "D": "\u2014", "Y": "/", "P": ")]", "E": "!?！？", "X": ",.:;",
    "B": "\u00ad\u2010\u2012\u2013|\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a",
    "O": "([{\u00a1\u00bf\u201a\u201e（［｛「『【〔〈《〖〘", "C": "}、。，．」』】〕〉》〗〙｝］）",
    "Q": "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb", "G": "\u00a0\u2007\u2011\u202f\u2060\ufeff",
    "R": "$+\\\u00a3\u00a4\u00a5\u00b1\u20a4\u20a9\u20ac\u2116\u2212",
    "F": "%\u00a2\u00b0\u2030\u2032\u2033\u2103\u2109",
    "M": "々〻ーゝゞヽヾ・：；゠‼⁇⁈⁉ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ",
    "L": "\u2024\u2025\u2026", "U": OBJECT,
}  # fmt: skip
_CLASSES: Final = {ord(sign): letter for letter, signs in _SIGNS.items() for sign in signs}
# After each class, those before which a line must not end although another rule would let it.
_BEFORE_NONE: Final = "STCPEXYBHMQG"
_HELD: Final = {
    "H": "N", "Y": "N", "N": "NAOFRL", "A": "NAOFRL", "I": "FL", "P": "NAFR", "X": "NA", "R": "NAIOK",
    "F": "NAO", "D": "D", "L": "L", "E": "L", "C": "", "B": "", "M": "", "U": "",
}  # fmt: skip
_ALL: Final = "BHDYNAIKOCPEXQGRFMLU"
_BESIDE_HANGUL: Final = "BHDYTU"  # after these a line may end before Hangul


def _pairs() -> str:
    said = [r"(?<=T)(?=[^ST])", r"(?<=[^O]S)(?=[^STCPEXY])", r"(?<=^S)(?=[^STCPEXY])"]
    for before, held in _HELD.items():
        after = "".join(c for c in _ALL if c not in _BEFORE_NONE + held + "K")
        if before in _BESIDE_HANGUL:
            after += "K"
        said.append(f"(?<={before})(?=[{after}])")
    said.append("(?<=K)(?=U)")
    return "|".join(said)


_ENDS: Final = re.compile(_pairs())


class _Table(dict[int, str]):
    """The class of every sign that was met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _CLASSES.get(code) or _class(chr(code))
        return found


def _class(sign: str) -> str:
    if "\uac00" <= sign <= "\ud7a3" or "\u1100" <= sign <= "\u11ff" or "\u3130" <= sign <= "\u318f":
        return "K"
    category = unicodedata.category(sign)
    if category == "Nd" and sign < "\uff00":
        return "N"
    wide = unicodedata.east_asian_width(sign) in "WF"
    if category in ("Mn", "Mc", "Me", "Cf"):
        return "G"
    return "I" if wide else "A"


_TABLE: Final = _Table()


@lru_cache(maxsize=2_000)
def break_places(text: str, inside: bool = False) -> tuple[int, ...]:
    """The places in a text where a line may end, ascending; a space belongs to the line that it ends."""
    classes = text.translate(_TABLE)
    if inside:
        classes = classes.replace("K", "I")
    return tuple(found.start() for found in _ENDS.finditer(classes))
