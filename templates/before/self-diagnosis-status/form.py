"""학교별 자가진단 현황표: how many answered, and who was reminded (제1장 Ⅲ-2 ② 1단계); layout ours."""

from __future__ import annotations

from docgen.catalogue.form import Column, Outline, fields, sheet, table_of

HALF_MET = "{% if half_met is true %}충족{% elif half_met is false %}미충족{% endif %}"
REMINDERS = "{%p for each in diagnosis.reminders %}\n{{ each.on }} {{ each.method }}\n{%p endfor %}"

FORM = sheet(
    "학교별 자가진단 현황표",
    fields(
        ("운영기관", "{{ institution.name }}", "진단 기간", "{{ diagnosis.pre.period | krange }}"),
        width=257,
    ),
    table_of(
        "[school]",
        Column("시·도", "{{ row.province.word if row.province }}", 26),
        Column("학교명", "{{ row.name }}", 34),
        Column("학교급", "{{ row.level }}", 33),
        Column(
            "교직원 수",
            "{{ staff_counts.staff | number }}",
            20,
            "right",
            total="{{ staff_counts.staff | number }}",
        ),
        Column(
            "응답 수",
            "{{ diagnosis.pre.responded | number }}",
            18,
            "right",
            total="{{ diagnosis.pre.responded | number }}",
        ),
        Column("응답률(%)", "{{ percent | number(1) }}", 20, "right", total="{{ percent | number(1) }}"),
        Column("50% 충족 여부", HALF_MET, 25, total="{{ 1 if half_met else 0 }}교 충족"),
        Column("독려 이력", REMINDERS, 38, total="{{ diagnosis.reminders | length }}회"),
        Column("배정 코디네이터 팀", "{{ coordinators.team }}", 32),
        blank=1,
        width=257,
    ),
    Outline(
        "※ 응답률(%) = 응답 수 ÷ 교직원 수 × 100. "
        "교직원 수는 {{ staff_counts.as_of }} 기준이며, 50%에 이르지 못한 학교에는 참여를 독려한다."
    ),
    author=None,
    landscape=True,
)
