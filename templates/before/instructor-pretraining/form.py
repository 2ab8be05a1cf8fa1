"""강사 사전 교육 계획 및 결과보고: the five subjects are printed (제1장 Ⅲ-4 ③); the layout is ours."""

from __future__ import annotations

from docgen.catalogue.form import Column, Entry, Grid, Heading, Row, fields, sheet, table_of, when

TOPICS = {
    "①": "사업 추진체계, 프로그램 운영 일정 및 역할 분장",
    "②": "프로그램 목적 및 운영 방향 등 프로그램 전체 과정(커리큘럼) 설명",
    "③": "프로그램 운영 관련 주요 사항 안내(출결, 이수시간 인정 기준, 현장 대응 등)",
    "④": "사업 운영을 위해 필요한 필수 교육 등 시행",
    "⑤": "그 외 운영기관이 찾아가는 학교 컨설팅 지원 사업 관련 추가 안내가 필요한 사항 등",
}

FORM = sheet(
    "강사 사전 교육 계획 및 결과보고",
    fields(
        ("교육명", "{{ training.title }}"),
        ("일시", "{{ training.start | krange(training.end) }}", "장소", "{{ training.place }}"),
        (
            "대상 학교·과정",
            "{{ school.name }}\n{%p for course in training.courses %}\n○ {{ course.name }}\n{%p endfor %}",
        ),
    ),
    Grid(
        (170,),
        (
            Heading("<강사 사전 교육 시 필수 포함 사항>"),
            *(
                Row((Entry(f"{{{{ ('{sign}' in training.topics) | box }}}} {sign} {text}"),))
                for sign, text in TOPICS.items()
            ),
        ),
    ),
    fields(("학교 특색·운영 주안점", "{{ training.school_points }}")),
    Heading("■ 참석자"),
    table_of(
        "training.attendees",
        Column("성명", "{{ row.who.name }}", 34),
        Column("소속", "{{ row.who.affiliation }}", 56),
        Column("역할", "{{ row.role }}", 38),
        Column("서명", "{% if row.signed %}(서명){% endif %}", 30),
        blank=5,
    ),
    *when(
        "training.materials",
        fields(("교육 자료", "{%p for material in training.materials %}\n○ {{ material }}\n{%p endfor %}")),
    ),
    author=None,
)
