"""참여 예정자 명단: the grid of the < 이수 명단 엑셀 양식(예시) > (제1장 Ⅲ-4), under school and run."""

from __future__ import annotations

from docgen.catalogue.form import Column, Form, Outline, Title, table_of

ROSTER = table_of(
    "expected",
    Column("성명", "{{ row.participant.name }}", 42),
    Column("NEIS 번호", "{{ row.participant.neis_no }}", 52),
    Column("재단 종합교육연수원 ID", "{{ row.participant.member_id }}", 64),
    blank=10,
)

FORM = Form(
    "참여 예정자 명단",
    (
        Title("참여 예정자 명단"),
        Outline(
            "○ 학교명: {{ school.name }}\n"
            "○ 과정명: {{ run.course.name }}"
            "{% if run.name != run.course.name %} ({{ run.name }}){% endif %}\n"
            "○ 회차: {{ run.run }}회 {{ run.class }}반 ({{ expected | length }}명)"
        ),
        ROSTER,
    ),
    numbered=True,
)
