"""Items of official papers and their marks: 1. 가. 1) 가) (1) (가) ① ㉮ (행정업무규정 시행규칙 제2조)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from docgen.korean.particles import quoted

__all__ = ["Item", "itemized", "numbered"]

_SYLLABLES: Final = (  # after 하 comes 거, after 허 comes 고
    "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
    "구누두루무부수우주추쿠투푸후그느드르므브스으즈츠크트프흐기니디리미비시이지치키티피히"
)
_MARKS: Final = {
    "①": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
    "㉮": "㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻",
    "가": _SYLLABLES,
}
_STYLES: Final = ("1.", "가.", "1)", "가)", "(1)", "(가)", "①", "㉮")


def numbered(place: object, style: str = "1.") -> str:
    """The mark of the item at a place, counted from 1, in one of the eight styles: 2 in `가.` is `나.`.

    Raises ValueError for another style, and for a place for which the style has no mark.
    """
    if style not in _STYLES:
        raise ValueError(
            f"{quoted(style, '은/는')} 항목 기호가 아닙니다. {' '.join(_STYLES)} 가운데 하나를 적으세요."
        )
    if not isinstance(place, int) or isinstance(place, bool) or place < 1:
        raise ValueError(
            f"{quoted(place, '은/는')} 항목의 차례가 아닙니다. loop.index처럼 1부터 세는 수를 쓰세요."
        )
    sample = next((mark for mark in _MARKS if mark in style), None)
    if sample is None:
        return style.replace("1", str(place))
    marks = _MARKS[sample]
    if place > len(marks):
        raise ValueError(f"{style} 기호는 {len(marks)}번까지 있습니다 (지금 {place}번).")
    return style.replace(sample, marks[place - 1])


class Item(NamedTuple):
    """An item of a text: its level, counted from 1, its mark ("" where it has none), its text."""

    level: int
    mark: str
    text: str


def itemized(texts: Iterable[str]) -> list[Item]:
    """Texts as items of the first level, with those below them: the lines indented by two spaces a level.

    An only item among those beside it has no mark. A line that is not indented goes on with the item above
    it. Raises ValueError for more items than a level has marks for.
    """
    found = [item for text in texts for item in _levels(text)]
    return [Item(level, _mark(found, place), text) for place, (level, text) in enumerate(found)]


def _levels(text: str) -> Iterator[tuple[int, str]]:
    """The items of one text, each with its level: at most one below that of the item before."""
    lines = [line for line in str(text).expandtabs(2).splitlines() if line.strip()]
    items: list[tuple[int, str]] = []
    for line in lines:
        depth = (len(line) - len(line.lstrip())) // 2
        if items and not depth:
            level, above = items[-1]
            items[-1] = (level, f"{above}\n{line.strip()}")
        else:
            highest = items[-1][0] + 1 if items else 1
            items.append((min(depth + 1, highest, len(_STYLES)), line.strip()))
    yield from items


def _mark(items: list[tuple[int, str]], place: int) -> str:
    """The mark of the item at a place, counted among those of its level under the same one above."""
    level = items[place][0]
    before = _beside(reversed(items[:place]), level)
    after = _beside(iter(items[place + 1 :]), level)
    return numbered(before + 1, _STYLES[level - 1]) if before or after else ""


def _beside(items: Iterator[tuple[int, str]], level: int) -> int:
    """How many items of a level come until one above it."""
    count = 0
    for other, _ in items:
        if other < level:
            break
        count += other == level
    return count
