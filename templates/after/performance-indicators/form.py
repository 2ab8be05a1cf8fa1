"""자체 성과지표 및 달성 결과 (지표 14.5): the institution's own indicators, aimed at and reached."""

from __future__ import annotations

from docgen.catalogue.form import Column, Outline, fields, sheet, table_of

FORM = sheet(
    "자체 성과지표 및 달성 결과",
    fields(
        ("사업명", "{{ project.name }}", "운영기관", "{{ institution.name }}"),
        (
            "지표 수",
            "정량 {{ quantitative | length }}개, 정성 {{ qualitative | length }}개",
            "목표 달성",
            "{{ reached | length }}개 / {{ project.indicators | length }}개",
        ),
        width=257,
    ),
    table_of(
        "project.indicators",
        Column("구분", "{% merge %}{{ row.kind }}", 18),
        Column("지표명", "{{ row.name }}", 50, "left"),
        Column("산식", "{{ row.formula }}", 66, "left"),
        Column("단위", "{{ row.unit }}", 14),
        Column("목표", "{{ row.target | number }}", 20, "right"),
        Column("실적", "{{ row.actual | number }}", 20, "right"),
        Column("달성률(%)", "{{ row.percent | number(1) }}", 22, "right"),
        Column("증빙", "{{ row.evidence }}", 45, "left"),
        width=257,
    ),
    Outline("※ 달성률(%) = 실적 ÷ 목표 × 100"),
    landscape=True,
)
