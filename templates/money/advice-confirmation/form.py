"""전문가 자문확인서: who advised on what, when and how long, signed by both sides (제2장 Ⅴ [참고])."""

from __future__ import annotations

from docgen.catalogue.form import (
    Entry,
    Grid,
    Heading,
    Label,
    LongText,
    Outline,
    Row,
    Together,
    fields,
    photos,
    sheet,
    when,
)

EXPERT = fields(
    ("성명", "{{ fee.person.name }}", "연락처", "{{ fee.person.phone | phone }}"),
    ("소속", "{{ fee.person.affiliation }}", "직위", "{{ fee.person.position }}"),
)

ADVICE = fields(
    ("자문 주제", "{{ fee.topic }}"),
    ("학교", "{{ school.name }}", "구분", "{{ fee['as'].word if fee['as'] }} · {{ fee.activity.id }}"),
    ("자문 일시", "{{ fee.start | krange(fee.end) if fee.start else fee.served_on }}"),
    ("자문 장소", "{{ fee.place }}"),
    (
        "자문 시간",
        "{% if fee.count %}{{ fee.count | number }}{{ fee.the_rate.unit if fee.the_rate }}{% endif %}"
        "{% if fee.the_rate %} ({{ fee.the_rate.name }}){% endif %}",
    ),
)

SIGNED = Grid(
    (28, 72, 40, 30),
    (
        Row((Label("구분"), Label("소속·직위·성명"), Label("확인일"), Label("서명"))),
        Row(
            (
                Label("자문위원"),
                Entry(
                    "{{ [fee.person.affiliation, fee.person.position, fee.person.name] "
                    "| select | join(' ') }}"
                ),
                Entry("{{ fee.signed_on }}", align="center"),
                Entry(),
            )
        ),
        Row(
            (
                Label("담당자"),
                Entry(
                    "{{ [case.author.affiliation, case.author.position, case.author.name] "
                    "| select | join(' ') }}"
                ),
                Entry("{{ fee.signed_on }}", align="center"),
                Entry(),
            )
        ),
    ),
)

FORM = sheet(
    "전문가 자문확인서",
    Heading("■ 자문위원"),
    EXPERT,
    Heading("■ 자문 개요"),
    ADVICE,
    Heading("■ 자문 내용"),
    Grid((170,), (LongText("{{ fee.advice_text }}", height=38),)),
    *when("fee.photos", photos("fee.photos")),
    Together((Outline("위와 같이 자문하였음을 확인합니다."), SIGNED)),
    author=None,
)
