"""코디네이터 팀 구성 및 학교 배정표: the team, its school and its checks (제1장 Ⅲ-1)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Heading,
    Outline,
    fields,
    sheet,
    table_of,
)

OFFICES = (
    "{{ [row.person.home_school.education_office, row.person.home_school.district_office] "
    "| select | join(' ') }}"
)

FORM = sheet(
    "코디네이터 팀 구성 및 학교 배정표",
    fields(
        ("팀명", "{{ coordinators.team }}", "배정일", "{{ coordinators.assigned_on }}"),
        ("운영기관", "{{ institution.name }}", "운영권역", "{{ school.region.name }}"),
        width=257,
    ),
    Heading("■ 담당 학교"),
    table_of(
        "[school]",
        Column("시·도", "{{ row.province.word if row.province }}", 45),
        Column("지역교육청", "{{ row.district_office or row.education_office }}", 70),
        Column("학교명", "{{ row.name }}", 80),
        Column("학교급", "{{ row.level }}", 50),
        blank=1,
        width=257,
    ),
    Heading("■ 팀원"),
    table_of(
        "coordinators.members",
        Column("성명", "{{ row.person.name }}", 19),
        Column("소속 학교", "{{ row.person.home_school.name or row.person.affiliation }}", 29),
        Column("관할 교육청", OFFICES, 42),
        Column("직위", "{{ row.person.job_class or row.person.position }}", 19),
        Column("담당교과", "{{ row.person.subject }}", 17),
        Column("경력\n(년)", "{{ row.person.career_years }}", 13, align="right"),
        Column(
            "자격\n구분",
            "{% for held in row.person.qualification if held.role == 'coordinator' %}"
            "{{ held.class }}{% endfor %}",
            15,
        ),
        Column("역할", "{{ row.role.word if row.role }}", 38),
        Column("강사\n활동", "{{ (row.person.name in lecturing) | box }}", 15),
        Column("타 운영기관\n활동", "{{ row.person.other_institution | box }}", 22),
        Column("배정\n학교 수", "", 16, align="right"),
        width=257,
    ),
    Outline("※ 배정 학교 수는 운영기관의 다른 학교까지 세어 적으며, 한 사람이 6개교를 넘지 않는다."),
    Heading("■ 타 권역 배정 사유"),
    fields(("사유", "{{ coordinators.other_region_reason }}"), width=257),
    Heading("■ 배정 점검", new_page=True),
    table_of(
        "checks",
        Column("기준", "{{ row.rule }}", 120, align="left"),
        Column("결과", "{{ (row.ok == true) | box }} 적합   {{ (row.ok == false) | box }} 부적합", 45),
        Column("사유", "{{ row.note }}", 80, align="left"),
        width=257,
    ),
    landscape=True,
)
