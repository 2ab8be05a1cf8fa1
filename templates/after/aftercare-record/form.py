"""사후관리·후속지원 기록: one look at how the lessons go on after the consulting (제1장 Ⅰ, Ⅶ)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Grid, Heading, LongText, fields, school_block, sheet, table_of

METHODS = "   ".join(
    f"{{{{ ('{way}' in record.methods) | box }}}} {way}"
    for way in ("수업 관찰", "수업 자료 분석", "교사 인터뷰")
)

FORM = sheet(
    "학교 사후관리·후속지원 기록",
    school_block(),
    Heading("■ 점검"),
    fields(
        ("점검 방법", METHODS),
        (
            "점검일",
            "{{ record.on }}",
            "담당",
            "{{ record.by.affiliation }} {{ record.by.position }} {{ record.by.name }}",
        ),
    ),
    Heading("■ 수업 적용 모니터링 결과"),
    Grid((170,), (LongText("{{ record.result }}", height=45),)),
    Heading("■ 학교 의견·후속 요구"),
    Grid((170,), (LongText("{{ record.needs }}", height=32),)),
    Heading("■ 후속 지원"),
    table_of(
        "record.support",
        Column("지원 내용", "{{ row.content }}", 120, "left"),
        Column("일자", "{{ row.on }}", 38),
        long=True,
    ),
    author=None,
)
