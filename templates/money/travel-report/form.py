"""출장복명서: what a trip was for, what was done and found, signed by everyone who went (제2장 Ⅴ [참고])."""

from __future__ import annotations

from docgen.catalogue.form import Column, Grid, Heading, LongText, fields, photos, sheet, table_of, when
from templates.money.workings import PURPOSE

FORM = sheet(
    "출장복명서",
    fields(
        ("출장결의", "{{ expense.internal_approval.no }}", "교통편", "{{ travel.transport }}"),
        ("출장지", "{{ travel.place }}", "기간", "{{ travel.period | krange }} ({{ travel.days }}일)"),
        ("목적", PURPOSE),
    ),
    Heading("■ 수행 내용"),
    Grid((170,), (LongText("{{ travel.report.content }}", height=45),)),
    Heading("■ 면담자·협의 결과"),
    Grid((170,), (LongText("{{ travel.report.result }}", height=28),)),
    *when("travel.report.photos", photos("travel.report.photos")),
    Heading("■ 출장자: 위와 같이 복명합니다. (복명일: {{ travel.report.on }})"),
    table_of(
        "travel.travellers",
        Column("성명", "{{ row.name }}", 34),
        Column("소속", "{{ row.affiliation }}{% if row.department %} {{ row.department }}{% endif %}", 62),
        Column("직급", "{{ row.position }}", 34),
        Column("서명", "", 28),
        blank=1,
    ),
    author=None,
)
