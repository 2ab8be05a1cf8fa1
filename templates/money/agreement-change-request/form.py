"""협약변경 승인 신청: the letter by which the lead institution asks for a major change (제2장 Ⅳ 승인사항).

What was and what is to be stands on a page of its own, so that the letter is whole on its first.
"""

from __future__ import annotations

from dataclasses import replace

from docgen.catalogue.form import Column, Grid, Heading, Unit, fields, letter, table_of, when
from templates.letters.office import ADDRESS, HEAD, SENDER
from templates.money.change import compare, kinds


def _sum(key: str) -> str:
    return f"{{{{ (change.budget_lines | sum(attribute='{key}') / 1000) | number(0) }}}}"


def _money(head: str, key: str) -> Column:
    return Column(head, f"{{{{ (row.{key} / 1000) | number(0) }}}}", 22, "right", total=_sum(key))


BUDGET: Grid = table_of(
    "change.budget_lines",
    Column("비목", "{{ row.item.kind }}", 16),
    Column("세목", "{{ row.item.group }}", 30),
    Column("세세목", "{{ row.item.name }}", 42),
    _money("당초", "before_won"),
    _money("변경", "after_won"),
    _money("증감", "diff_won"),
    numbered=False,
    blank=1,
)

LETTER = letter(
    "협약변경(사업계획 변경) 승인 신청",
    "letter",
    fields(
        (
            "변경 구분",
            kinds(
                ("사업책임자 변경", "컨소시엄 구성 변경", "운영권역(지역) 및 목표학교 수 변경"),
                ("비목 간 예산 변경", "컨소시엄 분담금액(비율)", "기타"),
            ),
        ),
        ("신청일", "{{ change.requested_on }}", "적용 요청일", "{{ change.effective_on }}"),
        ("재단 승인일", "{{ change.approved_on }}", "첨부 파일", "{{ change.files | join(', ') }}"),
    ),
    head=HEAD,
    sender=SENDER,
    address=ADDRESS,
)

FORM = replace(
    LETTER,
    parts=(
        *LETTER.parts,
        Heading("[별지] 변경 대비표", new_page=True),
        compare(Column("증감", "{{ row.diff }}", 24, "right")),
        *when(
            "change.budget_lines",
            Heading("[별지] 예산 변경 대비표"),
            Unit("(단위: 천원)"),
            BUDGET,
        ),
    ),
)
