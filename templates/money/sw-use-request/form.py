"""소프트웨어 활용 희망 요청서: what a school asks for, and the institution's review.

제2장 Ⅲ-5 소프트웨어 활용비.
"""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Grid,
    Heading,
    LongText,
    Outline,
    Sender,
    Together,
    Unit,
    author_block,
    fields,
    school_block,
    sheet,
    table_of,
)

_FREE = "{% if row.free_instead is boolean %}{{ '가능' if row.free_instead else '불가' }}{% endif %}"


def _yes_no(value: str, yes: str, no: str) -> str:
    return f"{{{{ {value} | box }}}} {yes}   {{{{ ({value} == false) | box }}}} {no}"


LINES = table_of(
    "software.lines",
    Column("소프트웨어\n명칭", "{% keep loop.last %}{{ row.name }}", 30),
    Column("공급사", "{{ row.supplier }}", 22),
    Column("용도·과정", "{{ row.use }}", 25),
    Column("대상·\n계정 수", "{{ row.accounts }}", 20),
    Column("이용 기간", "{{ row.period | krange }}", 27),
    Column("예상 금액", "{{ row.won | number }}", 23, "right", total="{{ lines_won | number }}"),
    Column("무료 대체", _FREE, 13),
    blank=2,
)

FORM = sheet(
    "소프트웨어 활용 희망 요청서",
    school_block(),
    Heading("■ 요청 소프트웨어"),
    Unit("(단위: 원)"),
    LINES,
    Heading("■ 활용 목적·필요성"),
    Grid((170,), (LongText("{{ software.reason }}", height=20),)),
    Heading("■ 학교 확인"),
    fields(
        (
            "자체 예산 편성",
            _yes_no("software.school_budget", "편성함 (집행 불가)", "편성하지 않음"),
        ),
        (
            "기 사용(구독)",
            _yes_no("software.already_used", "사용 중 (집행 불가)", "사용하지 않음"),
        ),
        (
            *("학교 공문", "{{ software.letter.doc_no }}"),
            *("공문 일자", "{{ software.letter.dated_on }}"),
        ),
    ),
    Together(
        (
            Outline("위와 같이 소프트웨어 활용을 희망하여 요청합니다."),
            Sender("{{ software.letter.sender or school.name }}  (직인)"),
        )
    ),
    Together(
        (
            Heading("■ 운영기관 검토 의견 (필요성·적정성, 자사 제품 여부)"),
            Grid((170,), (LongText("{{ software.review }}", height=16),)),
            author_block(),
        )
    ),
    author=None,
)
