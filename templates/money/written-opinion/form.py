"""서면의견서: the opinion that written advice is paid for (붙임 자문료 및 평가비 비고 2)."""

from __future__ import annotations

from docgen.catalogue.form import Grid, Heading, LongText, Outline, Signature, Together, fields, sheet

EXPERT = fields(
    ("성명", "{{ fee.person.name }}", "연락처", "{{ fee.person.phone | phone }}"),
    ("소속", "{{ fee.person.affiliation }}", "직위", "{{ fee.person.position }}"),
)

TASK = fields(
    ("자문 과제", "{{ fee.topic }}"),
    (
        "자문 건수",
        "{% if fee.count %}{{ fee.count | number }}건"
        "{% if basic %} (기본 {{ basic }}건"
        "{% if fee.count > basic %}, 초과 {{ fee.count - basic }}건{% endif %}){% endif %}{% endif %}",
        "의뢰 기관",
        "{{ institution.name }}",
    ),
    ("지급 기준", "{{ fee.the_rate.name if fee.the_rate }}"),
    (
        "서면자문료",
        "{% if fee.fee_won is not none %}{{ fee.fee_won | won }} (산출: {{ fee.working }}){% endif %}",
    ),
)

FORM = sheet(
    "서면의견서",
    Heading("■ 전문가"),
    EXPERT,
    Heading("■ 자문 과제"),
    TASK,
    Heading("■ 의견"),
    Grid((170,), (LongText("{{ fee.opinion }}", height=105),)),
    Together(
        (
            Outline("위와 같이 서면으로 의견을 제출합니다."),
            Signature("작성일", "{{ fee.signed_on }}", "전문가", "{{ fee.person.name }}"),
        )
    ),
    author=None,
)
