"""실제 참석자 명단 (제1장 Ⅲ-1): who came to a run, of those expected and of those who came unannounced.

Who wrote it stands before the list: a long one would leave it alone on the last page.
"""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, author_block, fields, sheet, table_of

SESSIONS = (
    "{%p for session in run.held %}\n"
    "{{ session.no }}차시  {{ session.start | krange(session.end) }}  {{ session.place }}\n"
    "{%p endfor %}"
)
SCHOOL = "{% if row.id %}{{ row.participant.affiliation or school.name }}{% endif %}"
EXPECTED = "{% if row.id %}{% if row.expected %}예정{% else %}현장{% endif %}{% endif %}"
# Which sessions, as long as their numbers fit the cell; else how many.
ATTENDED = (
    "{% if row.id and row.attended_sessions > 8 %}{{ row.attended_sessions }}개{% else %}"
    "{% for record in row.records or [] if record.counted_minutes %}"
    "{{ numbers[record.session][0].no }}{% if not loop.last %}, {% endif %}{% endfor %}{% endif %}"
)
NOTE = (
    "{% for record in row.records or [] if record.status not in ['출석', '결석'] %}"
    "{{ numbers[record.session][0].no }}차시 {{ record.status }}"
    "{% if record.minutes %}({{ record.minutes }}분){% endif %}"
    "{% if not loop.last %}, {% endif %}{% endfor %}"
)

FORM = sheet(
    "실제 참석자 명단",
    fields(
        ("학교명", "{{ school.name }}", "운영기관", "{{ institution.name }}"),
        ("과정명", "{{ run.course.name }}", "프로그램명", "{{ run.name }}"),
        (
            "회차·분반",
            "{{ run.run }}회차 {{ run['class'] }}반",
            "참석 인원",
            "{{ run.attended | number }}명 (예정 {{ run.expected | number }}명)",
        ),
        ("일시·장소", SESSIONS),
    ),
    author_block(),
    Heading("■ 참석자"),
    table_of(
        "attendees",
        Column("성명", "{{ row.participant.name }}", 19),
        Column("소속(학교)", SCHOOL, 28),
        Column("직위", "{{ row.participant.position }}", 17),
        Column("NEIS 번호", "{{ row.participant.neis_no }}", 25),
        Column("재단 종합교육\n연수원 ID", "{{ row.participant.member_id }}", 24),
        Column("예정\n여부", EXPECTED, 12),
        Column("참석\n차시", ATTENDED, 19),
        Column("비고", NOTE, 20, "left"),
        blank=10,
    ),
    author=None,
)
