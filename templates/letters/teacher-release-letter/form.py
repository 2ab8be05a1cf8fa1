"""외부강의·겸직 협조 공문: to the school of a teacher, before the teacher serves elsewhere (제1장 Ⅵ)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, letter, table_of
from templates.letters.office import ADDRESS, HEAD, SENDER

NOTES = (
    "※ 복무 처리: 외부강의는 출장으로, 겸직허가에 따른 활동은 연가·외출·조퇴로 처리하여 주시기 바랍니다.\n"
    "※ 여비: 활동에 드는 여비는 운영기관이 지급하오니, 소속 학교의 여비와 이중으로 지급되지 않도록"
    " 하여 주시기 바랍니다."
)

FORM = letter(
    "외부강의·겸직 협조 공문",
    "letter",
    Outline(NOTES),
    Heading("■ 대상 교원과 활동 내역"),
    table_of(
        "served",
        Column("성명", "{% merge row.who.person.id %}{{ row.who.person.name }}", 18),
        Column("역할", "{% merge row.who.person.id %}{{ row.who.role }}", 20),
        Column("일시", "{{ row.start | krange(row.end) }}", 38),
        Column("학교", "{{ school.name }}", 25),
        Column("과정", "{{ row.course.name }}", 30),
        Column("차시", "{{ row.no }}", 11),
        Column("복무 처리", "{{ row.who.service }}", 20),
        blank=1,
    ),
    head=HEAD,
    sender=SENDER,
    address=ADDRESS,
)
