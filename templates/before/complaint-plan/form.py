"""민원 발생 강사진 대응 처리 방안 (제1장 Ⅳ-2): who answers, in which steps, and what follows for whom."""

from __future__ import annotations

from docgen.catalogue.form import Column, Grid, Heading, LongText, fields, sheet, table_of

FORM = sheet(
    "민원 발생 강사진 대응 처리 방안",
    fields(("사업명", "{{ project.name }}"), ("운영기관", "{{ institution.name }}")),
    Heading("■ 대응 체계"),
    table_of(
        "plan.organisation",
        Column("단계", "{{ row.step }}", 44, "left"),
        Column(
            "담당", "{{ [row.who.affiliation, row.who.position, row.who.name] | select | join(' ') }}", 56
        ),
        Column("연락처", "{{ row.who.phone | phone }}\n{{ row.who.email }}", 58),
    ),
    Heading("■ 유형별 처리 절차·기한"),
    table_of(
        "plan.steps",
        Column("단계", "{{ row.step }}", 30),
        Column("조치", "{{ row.action }}", 72, "left"),
        Column("기한", "{{ row.deadline }}", 26),
        Column("담당", "{{ row.who }}", 30),
        long=True,
    ),
    Heading("■ 강사 조치 기준"),
    table_of(
        "plan.criteria",
        Column("조치", "{% merge %}{{ row.kind }}", 22),
        Column("기준", "{{ row.criterion }}", 62, "left"),
        Column("내용", "{{ row.action }}", 74, "left"),
        long=True,
    ),
    Heading("■ 재발 방지"),
    Grid((170,), (LongText("{{ plan.prevention }}", height=24),)),
)
