"""검수조서: what was delivered, counted and found right, with a witness (제2장 Ⅰ, Ⅴ [참고]).

A hall that was rented without lines of its own is one line.
"""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Row,
    Together,
    Unit,
    fields,
    photos,
    sheet,
    table_of,
    when,
)


def _signing(role: str, who: str) -> Row:
    name = f"{{{{ [{who}.affiliation, {who}.position, {who}.name] | select | join(' ') }}}}"
    return Row((Label(role), Entry(name), Entry("(서명)", align="center")))


FORM = sheet(
    "검수조서",
    fields(
        ("건명", "{{ expense.purpose }}"),
        ("계약일", "{{ goods.contracted_on or expense.committed_on }}", "납품일", "{{ goods.delivered_on }}"),
        ("공급자", "{{ expense.payee.name }}", "사업자등록번호", "{{ expense.payee.business_no }}"),
        ("세세목", "{{ expense.item.name }}", "결의번호", "{{ expense.number }}"),
    ),
    Heading("■ 검수 내역"),
    Unit("(단위: 원)"),
    table_of(
        "lines",
        Column("품명", "{{ row.name }}", 46, "left"),
        Column("규격", "{{ row.spec }}", 38, "left"),
        Column("수량", "{{ row.quantity | number }}", 14, "right"),
        Column("단가", "{{ row.unit_won | number }}", 22, "right"),
        Column("금액", "{{ row.won | number }}", 24, "right", total="{{ total_won | number }}"),
        Column("검수 결과", "{{ row.ok }}", 22),
    ),
    *when("goods.photos", photos("goods.photos")),
    Together(
        (
            Outline("위와 같이 검수하였음을 확인합니다."),
            Grid(
                (28, 112, 30),
                (
                    Row((Label("검수일"), Entry("{{ goods.inspected_on }}", columns=2))),
                    _signing("검수자", "goods.inspected_by"),
                    _signing("입회자", "goods.witnessed_by"),
                ),
            ),
        )
    ),
    author=None,
)
