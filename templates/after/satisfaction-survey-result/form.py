"""만족도 조사 결과: one survey, its items with the spread of the answers, and what follows from it."""

from __future__ import annotations

from docgen.catalogue.form import (
    Chart,
    Column,
    Grid,
    Heading,
    LongText,
    Outline,
    Series,
    Unit,
    checkboxes,
    fields,
    sheet,
    table_of,
    when,
)

KINDS = {
    "interview": "심층면담 대상자",
    "coordinator": "코디네이터",
    "instructor": "강사진",
    "programme": "프로그램",
    "school": "학교",
}
ANSWERS = ("매우\n불만족", "불만족", "보통", "만족", "매우\n만족")
RESPONSE = (
    "{{ survey.response_percent | percent }} (대상 {{ survey.invited | number }}명, "
    "응답 {{ survey.responded | number }}명)"
)
OVERALL = (
    "{% if survey.answers %}평균 {{ survey.mean | number(2) }}점, "
    "만족도 {{ survey.satisfied_percent | percent }}{% endif %}"
)

FORM = sheet(
    "만족도 조사 결과",
    fields(
        ("학교명", "{{ school.name }}", "운영기관", "{{ institution.name }}"),
        ("조사 구분", checkboxes("survey.kind", KINDS)),
        ("조사 대상", "{{ target }}"),
        ("조사 기간", "{{ survey.period | krange }}", "응답률", RESPONSE),
        ("종합", OVERALL, "조사 링크", "{{ survey.link }}"),
    ),
    Heading("■ 문항별 결과"),
    Unit("(단위: 명, 점)"),
    table_of(
        "survey['items']",
        Column("문항", "{{ row.text }}", 48, "left"),
        *(
            Column(head, f"{{{{ (row.distribution | rows(5))[{n}] }}}}", 13, "right", group="응답 분포")
            for n, head in enumerate(ANSWERS)
        ),
        Column("평균", "{{ row.mean | number(2) }}", 14, "right"),
        Column("만족도", "{{ row.satisfied_percent | percent }}", 19, "right"),
        blank=1,
    ),
    Outline("※ 만족도는 '만족'과 '매우 만족'에 답한 사람의 비율입니다."),
    *when(
        "survey['items']",
        Chart(
            "문항별 만족도",
            "survey['items']",
            "{{ loop.index }}. {{ row.text }}",
            (Series("만족도", "row.satisfied_percent", "percent"),),
            100,
            "%",
        ),
    ),
    *when(
        "survey.comments",
        Heading("■ 주관식 의견"),
        Outline("{%p for comment in survey.comments %}\n○ {{ comment }}\n{%p endfor %}"),
    ),
    Heading("■ 시사점·조치"),
    Grid((170,), (LongText("{{ survey.action }}", height=28),)),
)
