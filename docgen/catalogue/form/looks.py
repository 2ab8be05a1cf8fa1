"""How our forms look: named styles, measures in points, and the page.

Line heights are "at least", with room for the tallest of the fonts that may stand in for 맑은 고딕 (its own
line is 1.73 times its size), so that Word, other programs and our PDF put the same lines on a page. No name
is one that Word itself gives to a style of its own in Korean (제목, 머리글, 쪽 번호 …).
"""

from __future__ import annotations

from docgen.document import Border, CharacterFormat, LineSpacing, Page, ParagraphFormat, Sides, Style

__all__ = ["INNER", "OUTER", "PADDING", "PAGE", "STYLES", "millimetres"]

_ROOM = 1.74  # of a line, in font sizes


def millimetres(*lengths: float) -> tuple[float, ...]:
    """Lengths in points."""
    return tuple(length * 72 / 25.4 for length in lengths)


def _style(
    name: str, size: float, *, bold: bool = False, color: str | None = None, **layout: object
) -> Style:
    line = LineSpacing("least", round(size * _ROOM * 2) / 2)
    paragraph = ParagraphFormat(line=line, **layout)  # type: ignore[arg-type]  # fields by name
    return Style(name, paragraph, CharacterFormat(size=size, bold=bold, color=color))


STYLES = {
    "title": _style("양식 제목", 17, bold=True, align="center", keep_next=True, before=2, after=4),
    "heading": _style("구역 제목", 10.5, bold=True, keep_next=True, after=2),
    "label": _style("항목", 9.5, align="center"),
    "entry": _style("내용", 9.5),
    "choice": _style("내용 가운데", 9.5, align="center"),
    "help": _style("도움말", 8, color="404040"),
    "help-label": _style("항목 도움말", 8, align="center", color="404040"),
    "tag": _style("반복 표시", 7, color="7F7F7F"),
    "footer": _style("꼬리말", 9, align="center"),
}

OUTER = Border(width=1.0)
INNER = Border(width=0.5)
PADDING = Sides(2.8, 4.0, 2.8, 4.0)
PAGE = Page(margins=Sides(*millimetres(15, 20, 15, 20)), header=28.35, footer=millimetres(9)[0])
