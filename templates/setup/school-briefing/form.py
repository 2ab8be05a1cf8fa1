"""학교 대상 설명회 계획·결과: a briefing to win schools, or on the plan made for them; who came and asked."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Grid,
    Heading,
    LongText,
    Unit,
    checkboxes,
    fields,
    photos,
    sheet,
    table_of,
    when,
)

KINDS = {"모집 설명회": "모집 설명회", "맞춤형 계획 설명회": "맞춤형 계획 설명회"}

FORM = sheet(
    "학교 대상 설명회 계획·결과",
    fields(
        ("설명회명", "{{ briefing.title }}"),
        ("구분", checkboxes("briefing.kind", KINDS)),
        ("일시", "{{ briefing.start | krange(briefing.end) }}", "장소", "{{ briefing.place }}"),
        ("운영기관", "{{ institution.name }}", "사업명", "{{ project.name }}"),
    ),
    Heading("■ 참석 학교·인원"),
    Unit("(단위: 명)"),
    table_of(
        "briefing.attendees",
        Column("학교명", "{{ row.school }}", 120, "left"),
        Column("인원", "{{ row.people | number }}", 38, "right", total="{{ people | number }}"),
    ),
    Heading("■ 주요 내용"),
    Grid((170,), (LongText("{{ briefing.content }}", height=36),)),
    *when(
        "briefing.qna",
        Heading("■ 질의응답"),
        table_of(
            "briefing.qna",
            Column("질문", "{{ row.question }}", 68, "left"),
            Column("답변", "{{ row.answer }}", 90, "left"),
            blank=1,
            long=True,
        ),
    ),
    *when("briefing.photos", photos("briefing.photos")),
)
