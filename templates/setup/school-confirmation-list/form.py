"""지원학교 확정 명단: who is in, first come, first served; each 시·도 and its target (제1장 Ⅱ)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, fields, sheet, table_of

RATE = (
    "{% if row.staff and row.responded is not none %}"
    "{{ (row.responded * 100 / row.staff) | number(1) }}{% endif %}"
)
FOUND = "(numbers.get((row.province, row.part), []) | length)"
GOAL = "{% if project.targets %}{{ row.schools | number }}{% endif %}"
DIFF = f"{{% if project.targets %}}{{{{ ({FOUND} - row.schools) | number }}}}{{% endif %}}"

FORM = sheet(
    "지원학교 확정 명단",
    fields(
        (
            "운영기관",
            "{{ institution.lead.name }}",
            "권역",
            "{% if school.region %}{{ school.region.printed }}{% endif %}",
        ),
        width=257,
    ),
    Heading("■ 확정 학교"),
    table_of(
        "confirmed",
        Column("시·도", "{{ row.province }}", 12),
        Column("학교명", "{{ row.name }}", 27),
        Column("학교급", "{{ row.level }}", 20),
        Column("유형", "{{ row.type }}", 20),
        Column("신청\n순번", "{{ row.application_no }}", 10, "right"),
        Column(
            "신청일시",
            "{% if row.applied_at %}{{ row.applied_at | kdate }}{% endif %}\n{{ row.applied_at | ktime }}",
            26,
        ),
        Column("교직원\n수", "{{ row.staff | number }}", 14, "right"),
        Column("응답\n수", "{{ row.responded | number }}", 10, "right", group="자가진단"),
        Column("응답률\n(%)", RATE, 13, "right", group="자가진단"),
        Column("신청자\n직책", "{{ row.applicant.name }}\n{{ row.applicant.position }}", 25),
        Column("연락처", "{{ row.applicant.phone | phone }}", 31),
        Column("상태\n확정일", "{{ row.status }}\n{{ row.decided_on }}", 26),
        Column("비고", "{{ row.remarks }}", 17, "left"),
        width=257,
    ),
    Heading("■ 시·도별 집계"),
    table_of(
        "targets",
        Column("시·도", "{{ row.province.word if row.province }} {{ row.part }}", 60),
        Column("목표", GOAL, 30, "right", total="{{ goal | number }}"),
        Column("확정", f"{{{{ {FOUND} }}}}", 30, "right", total="{{ confirmed | length }}"),
        Column(
            "과부족",
            DIFF,
            30,
            "right",
            total="{% if goal is not none %}{{ ((confirmed | length) - goal) | number }}{% endif %}",
        ),
        blank=1,
        width=150,
    ),
    Outline("※ 과부족은 확정한 학교 수에서 목표를 뺀 수이고, △는 모자란 수이다."),
    author=None,
    landscape=True,
)
