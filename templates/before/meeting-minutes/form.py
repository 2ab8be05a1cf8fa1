"""회의록: the guideline names what it holds (제2장 Ⅴ [참고]); the layout is ours."""

from __future__ import annotations

from docgen.catalogue.form import (
    Entry,
    Form,
    Grid,
    Heading,
    Label,
    Repeat,
    Row,
    Title,
    checkboxes,
    photos,
    when,
)

KINDS = {
    "pre": "사전 회의",
    "post": "사후 회의",
    "review": "리뷰회의",
    "working-council": "실무협의회",
    "advice": "전문가 자문",
    "internal": "내부",
}

OVERVIEW = Grid(
    widths=(24, 61, 24, 61),
    rows=(
        Row((Label("회의 구분"), Entry(checkboxes("meeting.kind", KINDS), columns=3))),
        Row((Label("회의명"), Entry("{{ meeting.title }}", columns=3))),
        Row((Label("목적"), Entry("{{ meeting.purpose }}", columns=3))),
        Row(
            (
                Label("일시"),
                Entry("{{ meeting.start | krange(meeting.end) }}"),
                Label("장소·방식"),
                Entry("{{ meeting.place }}{% if meeting.mode %} ({{ meeting.mode }}){% endif %}"),
            )
        ),
    ),
)

ATTENDEES = Grid(
    widths=(12, 50, 30, 26, 27, 25),
    rows=(
        Row(
            (
                Label("연번"),
                Label("소속"),
                Label("직위"),
                Label("성명"),
                Label("구분"),
                Label("서명"),
            ),
            running=True,
        ),
        Repeat(
            "row in meeting.attendees | rows(4)",
            (
                Entry("{{ loop.index }}", align="center"),
                Entry("{{ row.who.affiliation }}", align="center"),
                Entry("{{ row.who.position }}", align="center"),
                Entry("{{ row.who.name }}", align="center"),
                Entry("{{ row.side }}", align="center"),
                Entry("{% if row.signed %}(서명){% endif %}", align="center"),
            ),
        ),
    ),
)

CONTENT = Grid(
    widths=(24, 146),
    rows=(
        Row(
            (
                Label("안건"),
                Entry(
                    "{%p for item in meeting.agenda | rows(1) %}\n"
                    "{% if item %}{{ loop.index }}. {{ item }}{% endif %}\n"
                    "{%p endfor %}"
                ),
            )
        ),
        Row((Label("회의내용"), Entry("{{ meeting.content }}")), height=42),
    ),
)

DECISIONS = Grid(
    widths=(110, 30, 30),
    rows=(
        Row((Label("내용"), Label("담당"), Label("기한")), running=True),
        Repeat(
            "row in meeting.decisions | rows(2)",
            (
                Entry("{{ row.text }}"),
                Entry("{{ row.who.name }}", align="center"),
                Entry("{{ row.due_on }}", align="center"),
            ),
        ),
    ),
)

CLOSE = Grid(
    widths=(24, 90, 24, 32),
    rows=(
        Repeat(
            "paper in [meeting.catering] if paper",
            (Label("다과·식사 집행"), Entry("회의비 집행 내역 {{ paper }}", columns=3)),
        ),
        Row(
            (
                Label("작성자", help="(소속·직위·성명)"),
                Entry(
                    "{% set author = meeting.author if meeting.author.name else case.author %}"
                    "{{ [author.affiliation, author.position, author.name] | select | join(' ') }}"
                ),
                Label("작성일"),
                Entry("{{ meeting.written_on or case.written_on }}", align="center"),
            )
        ),
    ),
)

FORM = Form(
    title="회의록",
    parts=(
        Title("회의록"),
        OVERVIEW,
        Heading("■ 참석자 명단"),
        ATTENDEES,
        Heading("■ 안건 및 회의내용"),
        CONTENT,
        Heading("■ 결정사항·후속조치"),
        DECISIONS,
        *when("meeting.photos", photos("meeting.photos")),
        CLOSE,
    ),
    numbered=True,
)
