"""List numbering: which label a paragraph gets (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from docgen.formats.docx.names import qn
from docgen.formats.docx.read_parts import Part
from docgen.formats.docx.read_properties import Props, paragraph_props, run_props
from docgen.formats.docx.read_symbols import symbol
from docgen.formats.docx.read_values import Element, flag, number, value

__all__ = ["Level", "Numbering", "format_number"]

_GANADA: Final = "가나다라마바사아자차카타파하"
_CHOSUNG: Final = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_DIGITS: Final = "영일이삼사오육칠팔구"
_HANJA: Final = "零一二三四五六七八九"
_IDEOGRAPHS: Final = "〇一二三四五六七八九"
_ONES: Final = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_TENS: Final = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _roman(n: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        text += letters * (n // size)
        n %= size
    return text


def _letters(alphabet: str) -> Callable[[int], str]:
    """One sign for each number, doubled after the last (Z, AA, BB: 17.18.59)."""
    return lambda n: alphabet[(n - 1) % len(alphabet)] * ((n - 1) // len(alphabet) + 1)


def _digits(signs: str) -> Callable[[int], str]:
    return lambda n: "".join(signs[int(digit)] for digit in str(n))


def _counting(n: int) -> str:
    """일, 이, … 십, 십일, … 백이십삼."""
    text = ""
    for place, size in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit = n // place % 10
        if digit:
            text += ("" if digit == 1 and size else _DIGITS[digit]) + size
    return text


def _circled(n: int) -> str:
    if 1 <= n <= 20:
        return chr(0x2460 + n - 1)
    return chr(0x3251 + n - 21) if n <= 35 else chr(0x32B1 + n - 36) if n <= 50 else str(n)


def _ordinal(n: int) -> str:
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


_LOWER: Final = "abcdefghijklmnopqrstuvwxyz"
_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda n: chr(0x2474 + n - 1) if n <= 20 else f"({n})",
    "decimalEnclosedFullstop": lambda n: chr(0x2488 + n - 1) if n <= 20 else f"{n}.",
    "numberInDash": lambda n: f"- {n} -",
    "ordinal": _ordinal,
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": _letters(_LOWER.upper()),
    "lowerLetter": _letters(_LOWER),
    "ganada": _letters(_GANADA),
    "chosung": _letters(_CHOSUNG),
    "koreanDigital": _digits(_DIGITS),
    "koreanDigital2": _digits(_HANJA),
    "koreanCounting": _counting,
    "koreanLegal": lambda n: _TENS[n // 10] + _ONES[n % 10] if n < 100 else str(n),
    "ideographDigital": _digits(_IDEOGRAPHS),
    "japaneseDigitalTenThousand": _digits(_IDEOGRAPHS),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "none": lambda n: "",
}


def format_number(n: int, style: str) -> str | None:
    """A number in one of Word's numbering styles (ST_NumberFormat), None for a style that is not known."""
    made = _FORMATS.get(style)
    return None if made is None else str(n) if n < 1 and style != "none" else made(n)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `suffix` is what follows the label: tab, space or nothing."""

    start: int
    style: str
    text: str
    suffix: str
    restart: int | None
    legal: bool
    align: str
    picture: bool
    paragraph: Props
    run: Props

    @classmethod
    def read(cls, element: Element) -> Level:
        """The level a `w:lvl` describes."""
        child = {node.tag.rpartition("}")[2]: node for node in element.iterchildren(tag="*")}
        restart = value(child.get("lvlRestart"))
        legal = child.get("isLgl")
        run = run_props(child.get("rPr"))
        text = value(child.get("lvlText")) or ""
        style = value(child.get("numFmt")) or "decimal"
        return cls(
            start=number(value(child.get("start")), 0),
            style=style,
            text="".join(symbol(c, run.get("ascii") or "") for c in text) if style == "bullet" else text,
            suffix=value(child.get("suff")) or "tab",
            restart=None if restart is None else number(restart),
            legal=legal is not None and flag(legal),
            align=value(child.get("lvlJc")) or "left",
            picture="lvlPicBulletId" in child,
            paragraph=paragraph_props(child.get("pPr")),
            run=run,
        )


class Numbering:
    """The lists of a document and where their counting stands; `label` counts on."""

    def __init__(self, part: Part | None) -> None:
        self._levels: dict[int, dict[int, Level]] = {}
        self._abstract: dict[int, int] = {}
        self._overrides: dict[int, dict[int, int]] = {}
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()
        if part is not None:
            self._load(part.root)

    def anew(self) -> Numbering:
        """The same lists, none of them begun."""
        made = Numbering(None)
        made._levels, made._abstract, made._overrides = self._levels, self._abstract, self._overrides
        return made

    def _load(self, root: Element) -> None:
        abstracts = {
            number(node.get(qn("w:abstractNumId"))): node for node in root.iterchildren(qn("w:abstractNum"))
        }
        linked = {value(node.find(qn("w:styleLink"))): node for node in abstracts.values()}
        for num in root.iterchildren(qn("w:num")):
            key, abstract = number(num.get(qn("w:numId"))), number(value(num.find(qn("w:abstractNumId"))), -1)
            node = abstracts.get(abstract)
            if node is None:
                continue
            link = value(node.find(qn("w:numStyleLink")))
            node = linked.get(link, node) if link else node
            self._abstract[key] = number(node.get(qn("w:abstractNumId")))
            self._levels[key] = _levels(node)
            self._override(key, num)

    def _override(self, key: int, num: Element) -> None:
        for override in num.iterchildren(qn("w:lvlOverride")):
            level = number(override.get(qn("w:ilvl")))
            own, start = override.find(qn("w:lvl")), override.find(qn("w:startOverride"))
            if own is not None:
                self._levels[key][level] = Level.read(own)
            if start is not None:
                self._overrides.setdefault(key, {})[level] = number(value(start))

    def indents(self) -> dict[tuple[int, int], Props]:
        """The paragraph properties of every level by (numId, ilvl)."""
        return {
            (key, i): level.paragraph for key, levels in self._levels.items() for i, level in levels.items()
        }

    def level(self, num: int, depth: int) -> Level | None:
        """A level of a list, None where there is none; list 0 means "no list"."""
        return self._levels.get(num, {}).get(depth)

    def label(self, num: int, depth: int) -> str:
        """The label of the next paragraph of a list at a level."""
        levels = self._levels[num]
        counts = self._counts.setdefault(self._abstract[num], {})
        for i in range(depth + 1):
            override = self._overrides.get(num, {}).get(i)
            if override is not None and (num, i) not in self._begun and i == depth:
                counts.pop(i, None)
                self._begun.add((num, i))
            if i in levels and i not in counts:
                first = levels[i].start if override is None else override
                counts[i] = first - (1 if i == depth else 0)
        counts[depth] += 1
        for i in [i for i in counts if i > depth and _restarts(levels.get(i), depth)]:
            del counts[i]
        return self._written(levels, depth, counts)

    def _written(self, levels: dict[int, Level], depth: int, counts: dict[int, int]) -> str:
        text = levels[depth].text
        for i in range(9):
            if f"%{i + 1}" in text:
                style = levels[i].style if i in levels else "decimal"
                style = "decimal" if levels[depth].legal and i != depth else style
                written = format_number(counts.get(i, 1), style)
                text = text.replace(f"%{i + 1}", str(counts.get(i, 1)) if written is None else written)
        return text


def _levels(abstract: Element) -> dict[int, Level]:
    return {number(node.get(qn("w:ilvl"))): Level.read(node) for node in abstract.iterchildren(qn("w:lvl"))}


def _restarts(level: Level | None, depth: int) -> bool:
    """Whether a level counts anew after a paragraph of a higher one (lvlRestart, 17.9.10)."""
    return level is None or level.restart is None or depth < level.restart
