"""교안·교재 (기준 교안): the lesson plan of a course, in steps (제1장 Ⅰ, Ⅵ 주강사 역할); layout ours."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Grid,
    Heading,
    LongText,
    Together,
    Unit,
    author_block,
    fields,
    sheet,
    table_of,
    when,
)

FORM = sheet(
    "교안·교재 (기준 교안)",
    fields(
        ("학교명", "{{ school.name }}", "운영기관", "{{ institution.name }}"),
        ("과정", "{{ course.course.name }}"),
        (
            "프로그램명",
            "{{ course.name }}",
            "차시",
            "{% if course.planned_sessions %}{{ course.planned_sessions }}차시{% endif %}",
        ),
        (
            "주제",
            "{%p for topic in topics | rows(1) %}\n{{ topic }}\n{%p endfor %}",
        ),
        (
            "대상",
            "{{ course.course.audience }}",
            "인원·시간",
            "{% if course.expected %}{{ course.expected | number }}명{% endif %}"
            "{% if minutes %}, 차시마다 {{ minutes | number }}분{% endif %}",
        ),
        ("주강사", "{{ teachers | join(', ') }}"),
    ),
    Heading("■ 학습 목표"),
    Grid(
        (170,),
        (
            LongText(
                "{%p for goal in course.lesson_plan.goals %}\n{{ loop.index }}. {{ goal }}\n{%p endfor %}",
                height=16,
            ),
        ),
    ),
    Heading("■ 단계별 활동"),
    Unit("(단위: 분)"),
    table_of(
        "course.lesson_plan.steps",
        Column("단계", "{% merge %}{{ row.stage }}", 16),
        Column(
            "시간",
            "{{ row.minutes | number }}",
            14,
            "right",
            total="{{ planned_minutes | number if planned_minutes }}",
        ),
        Column("활동 내용", "{{ row.activity }}", 60, "left", total=" "),
        Column("방법", "{{ row.method }}", 20, total=" "),
        Column("자료·도구", "{{ row.materials }}", 26, total=" "),
        Column("유의점", "{{ row.note }}", 34, "left", total=" "),
        blank=5,
        numbered=False,
        long=True,
    ),
    Heading("■ 평가·과제"),
    Grid((170,), (LongText("{{ course.lesson_plan.assessment }}", height=20),)),
    Together(
        (
            *when(
                "course.lesson_plan.files",
                fields(
                    ("교안 파일", "{%p for file in course.lesson_plan.files %}\n○ {{ file }}\n{%p endfor %}")
                ),
            ),
            author_block(),
        )
    ),
    author=None,
)
