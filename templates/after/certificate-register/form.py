"""이수증 발급대장: every number given out in a year, with whom it is for; `docgen ledger export` fills it."""

from __future__ import annotations

from docgen.catalogue.form import Column, Outline, sheet, table_of

FORM = sheet(
    "이수증 발급대장",
    Outline(
        "○ 발급 기관: {{ ledger.institution }}\n"
        "○ 발급 연도: {{ ledger.year }}년 ({{ ledger.entries | length | number }}건)\n"
        "{%p if ledger.course %}\n○ 과정명: {{ ledger.course }}\n{%p endif %}"
    ),
    table_of(
        "ledger.entries",
        Column("발급번호", "{{ row.number }}", 32),
        Column("성명", "{{ row.name }}", 18),
        Column("생년월일", "{{ row.birth_date }}", 27),
        Column("소속", "{{ row.affiliation }}", 34),
        Column("과정명", "{{ row.course }}{% if row.run %}\n{{ row.run }}{% endif %}", 50, "left"),
        Column("연수 기간", "{% if row.period %}{{ row.period | replace(' ~ ', ' \\n~ ') }}{% endif %}", 30),
        Column("시간", "{{ row.hours }}", 10, "right"),
        Column("발급일", "{{ row.issued_on }}", 27),
        Column("비고", "{{ row.remarks }}", 29, "left"),
        blank=1,
        numbered=False,
        width=257,
    ),
    author=None,
    landscape=True,
)
