"""강사 추천서: the coordinators' word on an instructor, before one is placed (제1장 Ⅰ); layout ours."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, fields, school_block, sheet, table_of

ROLES = {"main": "주강사", "assistant": "보조강사", "technical": "기술지원 전문가"}

FORM = sheet(
    "강사 추천서",
    school_block(),
    Heading("■ 추천 강사"),
    fields(
        ("성명", "{{ instructor.person.name }}", "소속", "{{ instructor.person.affiliation }}"),
        ("과정", "{%p for course in courses %}\n{{ course.name }}\n{%p endfor %}"),
        ("역할", "   ".join(f"{{{{ is_{role} | box }}}} {word}" for role, word in ROLES.items())),
        (
            "학교 요청 여부",
            "{{ (instructor.asked_by_school is true) | box }} 요청   "
            "{{ (instructor.asked_by_school is false) | box }} 요청하지 않음",
        ),
        ("강사 역량", "{{ instructor.recommendation.competence }}"),
        ("운영 가능 여부", "{{ instructor.recommendation.available }}"),
        ("적절성 의견", "{{ instructor.recommendation.opinion }}"),
        ("추천일", "{{ instructor.recommendation.recommended_on }}"),
    ),
    Heading("■ 검토자 3인 확인"),
    table_of(
        "instructor.recommendation.reviewed_by",
        Column("성명", "{{ row.name }}", 34),
        Column("소속", "{{ row.affiliation }}", 56),
        Column("직위", "{{ row.position }}", 34),
        Column("서명", "", 34),
    ),
    Heading("■ 운영기관 검토 결과"),
    fields(
        (
            "검토 결과",
            "{{ (instructor.decision == '섭외') | box }} 섭외   "
            "{{ (instructor.decision == '미섭외') | box }} 미섭외",
        ),
        ("사유", "{{ instructor.decision_reason }}"),
    ),
    author=None,
)
