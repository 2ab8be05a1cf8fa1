"""Fonts: the name a document asks for → the free face that is drawn, and the asked font's own line height.

Word's fonts may not be given away, so a free face stands in: Nanum for Hangul (a tenth of a pan-CJK
font's size in a PDF), Liberation for the Latin faces that it copies in width. Lines still fall where
Word puts them, because the *asked* font's metrics decide their height:

- `line` is ascent + descent + gap of the asked font's `hhea` table in ems;
- Word gives 1.3 times that to an East Asian font, and a line has the East Asian height as soon as the
  run's East Asian font is one, even where its text is Latin.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from docgen.document import CharacterFormat

__all__ = ["Face", "face", "families", "folded", "natural_line", "needs_split", "text_width"]

EAST_ASIAN_LINE: Final = 1.3

_SANS = ("NanumGothic", "Nanum Gothic")
_SERIF = ("NanumMyeongjo", "Nanum Myeongjo")
_ROUND = ("NanumBarunGothic", *_SANS)
_SQUARE = ("NanumSquare", *_SANS)
_CODE = ("NanumGothicCoding", "Nanum Gothic Coding", *_SANS)
_ARIAL = ("Liberation Sans", *_SANS)
_TIMES = ("Liberation Serif", *_SERIF)
_COURIER = ("Liberation Mono", *_CODE)
_CALIBRI = ("Carlito", *_ARIAL)
_CAMBRIA = ("Caladea", *_TIMES)

# Signs that Nanum lacks (☑ ☐ ✓ ▪ …) are drawn from here.
_SIGNS: Final = "DejaVu Sans"


@dataclass(frozen=True, slots=True)
class Face:
    """What is drawn for an asked font: families by preference; `line` in ems of the asked font."""

    families: tuple[str, ...]
    line: float
    east_asian: bool
    serif: bool = False

    @property
    def word_line(self) -> float:
        """The height in ems that Word gives a line of the asked font."""
        return self.line * (EAST_ASIAN_LINE if self.east_asian else 1.0)


# asked names (folded: lower case, no spaces) | face families | line | East Asian | serif
_TABLE: Final[tuple[tuple[str, tuple[str, ...], float, bool, bool], ...]] = (
    ("맑은고딕|malgungothic", _SANS, 1.33, True, False),
    ("바탕|batang|바탕체|batangche", _SERIF, 1.0, True, True),
    ("궁서|gungsuh|궁서체|gungsuhche", _SERIF, 1.0, True, True),
    ("돋움|dotum|돋움체|dotumche|굴림|gulim|굴림체|gulimche", _SANS, 1.0, True, False),
    ("함초롬바탕|hcrbatang|hancombatang|한컴바탕", _SERIF, 1.3, True, True),
    ("함초롬돋움|hcrdotum|hancomdotum|한컴돋움", _SANS, 1.3, True, False),
    ("휴먼명조|hy신명조|hysinmyeongjo|hymyeongjo|hy견명조|신명조|한양신명조", _SERIF, 1.0, True, True),
    ("hy견고딕|hygothic|hy중고딕|hy헤드라인m|hyheadline|휴먼둥근헤드라인", _SANS, 1.0, True, False),
    ("휴먼고딕|중고딕|한양중고딕", _SANS, 1.0, True, False),
    ("나눔고딕|nanumgothic|나눔고딕extrabold|nanumgothicextrabold", _SANS, 1.15, True, False),
    ("나눔명조|nanummyeongjo", _SERIF, 1.15, True, True),
    ("나눔바른고딕|nanumbarungothic", _ROUND, 1.149, True, False),
    ("나눔스퀘어|nanumsquare|나눔스퀘어라운드|nanumsquareround", _SQUARE, 1.135, True, False),
    ("나눔고딕코딩|nanumgothiccoding|d2coding", _CODE, 1.0, True, False),
    ("본고딕|notosanscjkkr|notosanskr|sourcehansansk|spoqahansansneo|pretendard", _SANS, 1.448, True, False),
    ("본명조|notoserifcjkkr|notoserifkr|sourcehanserifk", _SERIF, 1.437, True, True),
    ("kopub바탕체light|kopub바탕체medium|kopubbatang", _SERIF, 1.2, True, True),
    ("kopub돋움체light|kopub돋움체medium|kopubdotum", _SANS, 1.2, True, False),
    ("msgothic|msmincho|ms明朝|msゴシック|simsun|simhei", _SANS, 1.0, True, False),
    ("mingliu|pmingliu|yugothic|meiryo", _SANS, 1.0, True, False),
    ("timesnewroman|times|liberationserif|tinos|timesroman", _TIMES, 1.149, False, True),
    ("arial|helvetica|liberationsans|arimo|helveticaneue", _ARIAL, 1.149, False, False),
    ("arialblack", _ARIAL, 1.41, False, False),
    ("arialnarrow", _ARIAL, 1.147, False, False),
    ("calibri|carlito|calibrilight", _CALIBRI, 1.2207, False, False),
    ("cambria|caladea|cambriamath", _CAMBRIA, 1.1724, False, True),
    ("couriernew|courier|liberationmono|cousine", _COURIER, 1.1328, False, False),
    ("consolas", _COURIER, 1.1709, False, False),
    ("aptos|aptosdisplay", _CALIBRI, 1.28, False, False),
    ("verdana", ("DejaVu Sans", *_SANS), 1.2153, False, False),
    ("tahoma", _ARIAL, 1.2072, False, False),
    ("segoeui|segoeuisymbol|segoeuiemoji", _ARIAL, 1.33, False, False),
    ("georgia", _TIMES, 1.1362, False, True),
    ("garamond|bookantiqua|palatinolinotype|centuryschoolbook|century", _TIMES, 1.2, False, True),
    ("trebuchetms|centurygothic|candara|corbel", _ARIAL, 1.16, False, False),
    ("dejavusans", ("DejaVu Sans", *_SANS), 1.1641, False, False),
    ("dejavuserif", ("DejaVu Serif", *_SERIF), 1.1641, False, True),
    ("symbol|wingdings|wingdings2|webdings|opensymbol", _ARIAL, 1.15, False, False),
)  # fmt: skip
_FACES: Final = {
    name: Face(families, line, east, serif)
    for names, families, line, east, serif in _TABLE
    for name in names.split("|")
}
_SERIF_SIGNS: Final = ("바탕", "명조", "궁서", "batang", "myeongjo", "myungjo", "serif", "roman", "times")


def folded(asked: str) -> str:
    """A font's name as the tables spell it: small letters, no spaces, not turned."""
    return unicodedata.normalize("NFKC", asked).lower().replace(" ", "").lstrip("@")


@cache
def face(asked: str) -> Face:
    """The face for an asked name; an unknown one is guessed by Hangul or a serif word in it."""
    name = folded(asked)
    known = _FACES.get(name)
    if known is not None:
        return known
    korean = any("가" <= sign <= "힣" for sign in name)
    serif = any(word in name for word in _SERIF_SIGNS) and "sans" not in name
    if korean:
        return Face(_SERIF if serif else _SANS, 1.15, True, serif)
    return Face(_TIMES if serif else _ARIAL, 1.15, False, serif)


@cache
def families(latin: str, east_asian: str) -> tuple[str, ...]:
    """The families to try for text whose Latin and Hangul ask for these fonts, a generic one last."""
    first, second = face(latin), face(east_asian)
    names = dict.fromkeys((*first.families, *second.families, _SIGNS))
    return (*names, "serif" if first.serif else "sans-serif")


@cache
def needs_split(latin: str, east_asian: str) -> bool:
    """Whether Latin and Hangul of one text must be drawn apart: the Latin face has Hangul of another look."""
    return face(latin).families[-1] != face(east_asian).families[-1]


@cache
def natural_line(look: CharacterFormat) -> float:
    """The height in points that Word gives a line of this look at single spacing."""
    size = look.size
    return size * max(face(look.font).word_line, face(look.east_asian_font).word_line)


# Advance widths in ems of the free faces by kind of sign: enough to choose a tab stop.
_WIDE: Final = 0.94
_NARROW: Final = {" ": 0.3, "i": 0.25, "l": 0.25, "j": 0.25, "I": 0.27, "t": 0.33, "f": 0.32, "r": 0.36,
                  ".": 0.27, ",": 0.27, ":": 0.27, ";": 0.27, "'": 0.2, "(": 0.34, ")": 0.34, "m": 0.83,
                  "w": 0.72, "W": 0.93, "M": 0.85}  # fmt: skip


def text_width(text: str, look: CharacterFormat) -> float:
    """About how wide a text is, in points."""
    ems = 0.0
    for sign in text:
        if ord(sign) > 0x2E80:
            ems += _WIDE
        else:
            ems += _NARROW.get(sign, 0.66 if sign.isupper() else 0.55)
    return ems * look.size * look.scale / 100 + look.spacing * len(text)
