"""취소 학교 발생 보고 및 대체 학교 확보 (제1장 Ⅳ-2): told to the Foundation at once; the layout is ours."""

from __future__ import annotations

from docgen.catalogue.form import Column, Entry, Grid, Heading, Label, Row, Unit, fields, sheet, table_of

STATUS = ("목표", "확정", "취소", "대체", "부족 (△)")

FORM = sheet(
    "취소 학교 발생 보고 및 대체 학교 확보",
    fields(
        ("운영기관", "{{ institution.name }}"),
        (
            "취소 요청 접수일",
            "{{ cancellation.requested_on | kdate(weekday=true) }}",
            "재단 보고일",
            "{{ cancellation.reported_on | kdate(weekday=true) }}",
        ),
    ),
    Heading("■ 취소 학교"),
    fields(
        ("학교명", "{{ school.name }}", "학교급", "{{ school.level }}"),
        ("시·도", "{{ school.province.word }}", "관할 교육청", "{{ school.education_office }}"),
        ("취소일", "{{ cancellation.requested_on }}", "단계", "{{ cancellation.stage }}"),
        ("사유", "{{ cancellation.reason }}"),
        (
            "공문 첨부",
            "{% if paper %}{{ paper.title }} ({{ paper.sender }}, {{ paper.dated_on }}"
            "{% if paper.doc_no %}, {{ paper.doc_no }}{% endif %}) {{ paper.file }}{% endif %}",
        ),
    ),
    table_of(
        "cancellation.done",
        Column("이미 운영한 과정", "{{ row.course.name }}", 110, "left"),
        Column("차시", "{{ row.sessions | number }}", 30, "right"),
        blank=1,
    ),
    Heading("■ 대체 학교"),
    fields(
        ("학교명", "{{ replacement.name }}", "학교급", "{{ replacement.level }}"),
        (
            "시·도",
            "{% if replacement.province %}{{ replacement.province.word }}{% endif %}",
            "확보일",
            "{{ replacement.secured_on }}",
        ),
        (
            "지역 일치",
            "{{ (replacement.province and replacement.province == school.province) | box }} 일치   "
            "{{ (replacement.province and replacement.province != school.province) | box }} 불일치",
        ),
    ),
    Heading("■ 목표 대비 현황"),
    Unit("(단위: 교)"),
    Grid(
        (34,) * 5,
        (
            Row(tuple(map(Label, STATUS))),
            Row(
                tuple(
                    Entry(text, align="right")
                    for text in ("", "", "1", "{{ secured }}", "{{ lacking | number }}")
                )
            ),
        ),
    ),
    fields(("불용액", "{{ cancellation.unused_won | won }}")),
)
