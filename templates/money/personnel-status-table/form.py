"""참여인력 현황표: who takes part, for how long and with what share of the time (제2장 Ⅴ [참고] 인건비)."""

from __future__ import annotations

from docgen.catalogue.form import Column, fields, sheet, table_of

_CHANGES = (
    "{%p for change in row.changes or [] %}\n"
    "{{ change.on }} {{ change.text }}"
    "{% if change.notified_on %} (신고 {{ change.notified_on }}){% endif %}\n"
    "{%p endfor %}"
)

FORM = sheet(
    "참여인력 현황표",
    fields(
        ("사업명", "{{ project.name }}", "협약기간", "{{ project.agreement.period | krange }}"),
        (
            "운영기관",
            "{{ share.name }}{% if share.name %} ({{ share.role }}){% endif %}",
            "참여인력",
            "{{ share.staff | length }}명",
        ),
        width=257,
    ),
    table_of(
        "share.staff",
        Column("성명", "{{ row.who.name }}", 20),
        Column("소속·직위", "{{ [row.who.affiliation, row.who.position] | select | join(' ') }}", 35, "left"),
        Column(
            "내부/외부",
            "{% if row.employment %}{{ '내부' if row.employment == '정규직' else '외부' }}"
            "\n({{ row.employment }}){% endif %}",
            19,
        ),
        Column("담당업무", "{{ row.duty }}", 32, "left"),
        Column("참여기간", "{{ row.period | krange }}", 33),
        Column("참여율(%)", "{{ row.rate_percent | number }}", 17, "right"),
        Column("인건비/\n사업수당", "{{ row.paid_as }}", 21),
        Column(
            "급여 100%\n보장",
            "{% if row.paid_as %}{{ '보장' if row.salary_guaranteed else '미보장' }}{% endif %}",
            19,
        ),
        Column("변경사항\n(변경일, 내용, 신고일)", _CHANGES, 49, "left"),
        width=257,
    ),
    landscape=True,
)
