"""코디네이터 역량 강화 교육(워크숍) 계획 및 결과보고: before the first visit (제1장 Ⅰ, Ⅲ-1); layout ours."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Grid,
    Heading,
    LongText,
    Together,
    author_block,
    fields,
    photos,
    sheet,
    table_of,
    when,
)

FORM = sheet(
    "코디네이터 역량 강화 교육 계획 및 결과보고",
    fields(
        ("교육명·차수", "{{ training.title }}"),
        ("교육일", "{{ training.start | kdate(weekday=true) }}", "운영기관", "{{ institution.name }}"),
        ("일시", "{{ training.start | krange(training.end) }}", "장소", "{{ training.place }}"),
        ("운영형태", "{{ training.form }}", "참석 인원", "{{ training.attendees | length | number }}명"),
        ("목적", "{{ training.purpose }}"),
    ),
    Heading("■ 교육 내용"),
    table_of(
        "training.programme",
        Column("시간", "{{ row.start | ktime }}", 18),
        Column("주제", "{{ row.topic }}", 50, "left"),
        Column("강사", "{{ row.who.name }}", 24),
        Column("방법", "{{ row.method }}", 22),
        Column("역량", "{{ row.competency.name }}", 44),
        blank=2,
    ),
    Heading("■ 참석자"),
    table_of(
        "training.attendees",
        Column("성명", "{{ row.who.name }}", 34),
        Column("소속", "{{ row.who.affiliation }}", 56),
        Column("역할", "{{ row.role }}", 38),
        Column("서명", "{% if row.signed %}(서명){% endif %}", 30),
        blank=5,
    ),
    Heading("■ 만족도·결과"),
    Grid((170,), (LongText("{{ training.result }}", height=24),)),
    Together(
        (
            fields(
                (
                    "소요 예산",
                    "{% if cost_won %}금{{ cost_won | won }}({{ cost_won | won_words }}){% endif %}",
                ),
                ("교육 자료", "{%p for material in training.materials %}\n○ {{ material }}\n{%p endfor %}"),
            ),
            *when("training.photos", photos("training.photos")),
            author_block(),
        )
    ),
    author=None,
)
