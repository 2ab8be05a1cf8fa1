"""수업별 전체 강사 내역: who taught which lessons, what was paid, how often by then (제2장 Ⅴ [참고] 강사).

Read together with the cases of the schools, it lists those of all.
"""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Unit, author_block, fields, sheet, table_of

LESSONS = table_of(
    "lectures",
    Column("일자", "{% keep loop.last %}{{ row.fee.served_on }}", 25),
    Column("학교", "{{ row.school_name }}", 28),
    Column("과정", "{{ row.course.name }}", 33),
    Column("차시", "{{ row.sessions | map(attribute='no') | join(', ') if row.id }}", 15),
    Column("역할", "{{ row.fee['as'].word if row.id and row.fee['as'] }}", 21),
    Column("성명", "{{ row.fee.person.name }}", 19),
    Column("시간", "{{ row.fee.count | number }}", 11, "right", total="{{ hours | number }}"),
    Column("강사료 산출", "{{ row.fee.working }}", 33, "right"),
    Column("강사료", "{{ row.fee.fee_won | number }}", 23, "right", total="{{ fee_won | number }}"),
    Column("지급액", "{{ row.total_won | number }}", 23, "right", total="{{ won | number }}"),
    Column("활용\n횟수\n누계", "{{ row.use }}", 14, "right"),
    blank=1,
    width=257,
)

PEOPLE = table_of(
    "lecturers",
    Column("성명", "{% keep loop.last %}{{ row.person.name }}", 30),
    Column("소속", "{{ row.person.affiliation }}", 60),
    Column("활용 횟수", "{{ row.uses }}", 25, "right", total="{{ lectures | length }}"),
    Column("시간", "{{ row.hours | number }}", 25, "right", total="{{ hours | number }}"),
    Column("지급액", "{{ row.won | number }}", 35, "right", total="{{ won | number }}"),
    blank=1,
    width=257,
)

FORM = sheet(
    "수업별 전체 강사 내역",
    fields(("운영기관", "{{ institution.name }}", "강사 수", "{{ lecturers | length }}명"), width=257),
    author_block(width=257),
    Heading("■ 수업별 내역"),
    Unit("(단위: 시간, 원, 회)"),
    LESSONS,
    Heading("■ 강사별 활용 횟수"),
    Unit("(단위: 회, 시간, 원)"),
    PEOPLE,
    author=None,
    landscape=True,
)
