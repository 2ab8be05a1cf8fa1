"""나이스 직무연수 시간 인정: the teachers who completed courses that ended in one month (제1장 Ⅴ-1)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, fields, sheet, table_of

_SUBJECT = (
    "{{ courses | selectattr('course.id', 'equalto', row.the_run.course.id) | map(attribute='subject') "
    "| select | join }}"
)

FORM = sheet(
    "나이스(NEIS) 직무연수 시간 인정 처리 제출 명단",
    fields(
        ("대상 월", "{{ month.runs[0].ended_on | kmonth }}", "제출 기한", "{{ month.id }}"),
        ("학교명", "{{ school.name }}", "운영기관", "{{ institution.name }}"),
        ("연인원", "{{ people | length }}명", "제출일", "{{ submitted_on }}"),
        width=257,
    ),
    Heading("■ 과정별 명단"),
    table_of(
        "people",
        Column("과정명", "{{ row.the_run.name }}", 54, "left"),
        Column("학교명", "{% if row.id %}{{ row.participant.affiliation or school.name }}{% endif %}", 36),
        Column("성명", "{{ row.participant.name }}", 22),
        Column("나이스 개인번호", "{{ row.participant.neis_no }}", 30),
        Column("재단 종합교육연수원 ID", "{{ row.participant.member_id }}", 40),
        Column("이수시간", "{{ row.credited_hours | number }}", 18, "right"),
        Column("종료일", "{{ row.the_run.ended_on }}", 26),
        Column("교과 구분", _SUBJECT, 22),
        width=257,
    ),
    Outline(
        "※ 교과 구분은 교과별 AI·디지털 수업실천 과정이 영어, 수학, 정보 가운데 어느 교과인지 적습니다.\n"
        "※ 나이스 개인번호가 없는 직원은 싣지 않습니다."
    ),
    author=None,
    landscape=True,
)
