"""How our forms look: named styles, measures in points, and the page.

Line heights are "at least", with room for the tallest of the fonts that may stand in for 맑은 고딕 (its own
line is 1.73 times its size), so that Word, other programs and our PDF put the same lines on a page. No name
is one that Word itself gives to a style of its own in Korean (제목, 머리글, 쪽 번호 …), but toc 1 and toc 2.
"""

from __future__ import annotations

from docgen.document import (
    Border,
    Borders,
    CharacterFormat,
    LineSpacing,
    Page,
    ParagraphFormat,
    Sides,
    Style,
    TabStop,
)

__all__ = ["FRAME", "INNER", "OUTER", "PADDING", "PAGE", "STYLES", "TITLE_LINE", "millimetres"]

_ROOM = 1.74  # of a line, in font sizes


def millimetres(*lengths: float) -> tuple[float, ...]:
    """Lengths in points."""
    return tuple(length * 72 / 25.4 for length in lengths)


def _style(
    name: str,
    size: float,
    *,
    bold: bool = False,
    color: str | None = None,
    hanging: tuple[float, float] = (0, 0),
    **layout: object,
) -> Style:
    """A style; `hanging` is where a sign stands and the room that it has before the text, in millimetres."""
    layout.setdefault("line", LineSpacing("least", round(size * _ROOM * 2) / 2))
    sign, room = millimetres(*hanging)
    layout = {"left": sign + room, "first_line": -room} | layout
    paragraph = ParagraphFormat(**layout)  # type: ignore[arg-type]  # fields by name
    return Style(name, paragraph, CharacterFormat(size=size, bold=bold, color=color))


FRAME = Border(width=3.0, color="1F3864")
TITLE_LINE = Border(width=1.5, color="1F3864", space=3.0)
_PAGES = TabStop(millimetres(170)[0], "right", "dot")
_BAR = LineSpacing("exact", 9.0)
STYLES = {
    "title": _style("양식 제목", 17, bold=True, align="center", keep_next=True, before=2, after=4),
    "title-box": _style(
        "양식 제목 상자",
        17,
        bold=True,
        align="center",
        keep_next=True,
        before=3,
        after=9,
        borders=Borders(top=TITLE_LINE, bottom=TITLE_LINE),
        shading="EEF2F8",
    ),
    "chapter": _style(
        "장 제목",
        14,
        bold=True,
        keep_next=True,
        before=16,
        after=8,
        borders=Borders(bottom=Border(width=1.0, color="1F3864", space=2.0)),
        outline=0,
    ),
    "heading": _style("구역 제목", 10.5, bold=True, keep_next=True, after=2, outline=1),
    "label": _style("항목", 9.5, align="center"),
    "entry": _style("내용", 9.5),
    "choice": _style("내용 가운데", 9.5, align="center"),
    "help": _style("도움말", 8, color="404040"),
    "help-label": _style("항목 도움말", 8, align="center", color="404040"),
    "number": _style("내용 오른쪽", 9.5, align="right"),
    "bar-dark": _style("막대 짙게", 6, line=_BAR, shading="2F5597"),
    "bar-light": _style("막대 옅게", 6, line=_BAR, shading="B4C3DC"),
    "bar-title": _style("막대그림 제목", 9.5, bold=True, keep_next=True),
    "bar-label": _style("막대 항목", 9, align="right"),
    "bar-value": _style("막대 값", 8, line=_BAR),
    "body": _style("글", 10.5, after=2),
    "outline-1": _style("네모 항목", 11.5, bold=True, keep_next=True, before=8, after=2, hanging=(0, 6)),
    "outline-2": _style("동그라미 항목", 10.5, after=2, hanging=(2, 5.5)),
    "outline-3": _style("줄표 항목", 10.5, after=1, hanging=(7.5, 4)),
    "note": _style("참고 표시", 9, after=1, color="404040", hanging=(2, 5)),
    "number-1": _style("번호 1.", 10.5, after=2, hanging=(0, 5.5)),
    "number-2": _style("번호 가.", 10.5, after=2, hanging=(3.5, 6.5)),
    "number-3": _style("번호 1)", 10.5, after=2, hanging=(7, 6)),
    "number-4": _style("번호 가)", 10.5, after=2, hanging=(10.5, 7)),
    "rule": _style("가로줄", 4, before=3, after=5, borders=Borders(bottom=Border(width=1.5))),
    "unit": _style("단위", 8.5, align="right", keep_next=True, after=1),
    "sender": _style("발신명의", 16, bold=True, align="center", keep_lines=True, after=14),
    "cover-title": _style("표지 제목", 26, bold=True, align="center"),
    "cover": _style("표지 글", 16, align="center"),
    "contents": _style(
        "목차 제목", 18, bold=True, align="center", page_break_before=True, before=20, after=28
    ),
    # Word's own names for the entries of a list of headings: it goes on using them.
    "toc-1": _style("toc 1", 11.5, bold=True, before=8, after=3, tabs=(_PAGES,)),
    "toc-2": _style("toc 2", 10.5, after=2, left=millimetres(6)[0], tabs=(_PAGES,)),
    "certificate-number": _style("증서 번호", 11.5),
    "certificate-title": _style("증서 제목", 42, bold=True, color="1F3864", align="center", after=42),
    "certificate-fact": _style("증서 인적사항", 14, break_words=True),
    "certificate-text": _style("증서 글", 17, align="center", after=4),
    "certificate-date": _style("증서 날짜", 15, align="center", after=20),
    "certificate-sender": _style("증서 발급자", 21, bold=True, align="center"),
    "certificate-seal": _style("증서 직인 자리", 11, color="7F7F7F"),
    "tag": _style("반복 표시", 7, color="7F7F7F"),
    "footer": _style("꼬리말", 9, align="center"),
}

OUTER = Border(width=1.0)
INNER = Border(width=0.5)
PADDING = Sides(2.8, 4.0, 2.8, 4.0)
PAGE = Page(margins=Sides(*millimetres(15, 20, 15, 20)), header=28.35, footer=millimetres(7)[0])
