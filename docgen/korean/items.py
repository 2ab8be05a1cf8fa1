"""The marks of the items of an official paper: 1. 가. 1) 가) (1) (가) ① ㉮ (행정업무규정 시행규칙 제2조)."""

from __future__ import annotations

from typing import Final

from docgen.korean.particles import quoted

__all__ = ["numbered"]

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
