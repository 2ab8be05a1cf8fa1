"""자체 내부 회계감사 보고서: what was spent, what the audit confirms, interest apart (제2장 Ⅴ)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Grid,
    Heading,
    LongText,
    Outline,
    Together,
    Unit,
    fields,
    sheet,
    table_of,
)
from templates.money.seals import seals
from templates.money.tree import tree

RESULT = tree(
    "project",
    Column("집행액", "{{ line.spent_won | number }}", 25, "right", total="{{ branch.spent_won | number }}"),
    Column(
        "확인액",
        "{{ line.confirmed_won | number }}",
        25,
        "right",
        total="{{ branch.confirmed_won | number }}",
    ),
    Column("지적사항", "{{ line.finding }}", 44, "left"),
    width=170,
)

FORM = sheet(
    "자체 내부 회계감사 보고서(의견서)",
    fields(
        ("감사 대상", "{{ project.name }}"),
        (
            "운영기관",
            "{{ project.shares | map(attribute='name') | select | join(', ') }}",
            "협약기간",
            "{{ project.agreement.period | krange }}",
        ),
        (
            "감사 기간",
            "{{ project.audit.period | krange }}",
            "감사자",
            "{{ project.audit.auditors | map(attribute='name') | join(', ') }}",
        ),
    ),
    Heading("■ 감사 결과"),
    Unit("(단위: 원)"),
    RESULT,
    Heading("■ 발생이자"),
    Unit("(단위: 원)"),
    table_of(
        "interests",
        Column("구분", "{{ row.name }}", 60),
        Column("금액", "{{ row.won | number }}", 50, "right", total="{{ project.interest_won | number }}"),
        Column("비고", "{{ row.note }}", 60, "left"),
        numbered=False,
        blank=2,
    ),
    Heading("■ 감사 의견"),
    Grid((170,), (LongText("{{ project.audit.opinion }}", height=30),)),
    Together(
        (
            Outline("위와 같이 사업비의 집행을 감사하였음을 확인합니다.\n{{ project.audit.on | kdate }}"),
            seals(("회계감사부서장", "project.audit_head"), width=170),
        )
    ),
    author=None,
)
