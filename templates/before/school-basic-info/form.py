"""학교 기본정보 조사서: derived from the school facts named by the guideline (제1장 Ⅲ-2 ①); layout ours."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Row,
    Together,
    Unit,
    fields,
    school_block,
    sheet,
    table_of,
)

COUNTS = {"학생수": "students", "교원수": "teachers", "교직원 수": "staff", "학급 수": "classes"}

PEOPLE = Grid(
    (34,) * 5,
    (
        Row((*(Label(label) for label in COUNTS), Label("기준일"))),
        Row(
            (
                *(Entry(f"{{{{ staff_counts.{key} | number }}}}", align="right") for key in COUNTS.values()),
                Entry("{{ staff_counts.as_of }}", align="center"),
            )
        ),
    ),
)

FORM = sheet(
    "학교 기본정보 조사서",
    school_block(),
    fields(("주소", "{{ school.address }}")),
    Heading("■ 규모"),
    Unit("(단위: 명, 학급)"),
    PEOPLE,
    Heading("■ 학생현황"),
    table_of(
        "school.facts.student_status",
        Column("학년", "{{ row.grade }}{% if row.grade %}학년{% endif %}"),
        Column("학급 수", "{{ row.classes | number }}", align="right", total="{{ classes | number }}"),
        Column("학생 수", "{{ row.students | number }}", align="right", total="{{ students | number }}"),
        numbered=False,
    ),
    Heading("■ 교원현황"),
    table_of(
        "school.facts.teacher_status",
        Column("교과", "{{ row.subject }}"),
        Column("경력", "{{ row.career }}"),
        Column("직위", "{{ row.position }}"),
        Column("인원", "{{ row.people | number }}", align="right", total="{{ teachers | number }}"),
        numbered=False,
    ),
    Together(
        (
            Heading("■ 교육과정과 여건"),
            fields(
                ("교육활동", "{{ school.facts.activities }}"),
                ("교육여건", "{{ school.facts.conditions }}"),
                ("예결산 현황", "{{ school.facts.finance }}"),
                ("학업성취사항", "{{ school.facts.achievement }}"),
                (
                    "자료 출처·확인일",
                    "{{ school.facts.source }}"
                    "{% if school.facts.checked_on %} ({{ school.facts.checked_on }} 확인){% endif %}",
                ),
            ),
        )
    ),
    author=None,
)
