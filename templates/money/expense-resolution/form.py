"""지출결의서: one for each spending, with what proves it (제2장 Ⅰ 증빙 자료, Ⅲ-8 부가가치세, Ⅴ [참고])."""

from __future__ import annotations

from docgen.catalogue.form import (
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Repeat,
    Row,
    Together,
    checkboxes,
    fields,
    sheet,
    when,
)
from templates.money.workings import PURPOSE, WORKINGS

METHODS = {kind: kind for kind in ("체크카드", "신용카드", "계좌이체")}
RECEIPTS = {kind: kind for kind in ("카드매출전표", "전자(세금)계산서", "계좌이체확인서")}
TAXED = {"일반과세자": "일반과세", "간이과세자": "간이", "면세사업자": "면세"}
INCLUDED = {"포함": "포함", "불포함": "불포함"}


def _won(name: str) -> Entry:
    return Entry(f"{{{{ {name} | won }}}}", align="right")


AMOUNT = Grid(
    (28, 57, 28, 57),
    (
        Row(
            (Label("금액"), Entry("금{{ expense.total_won | won }}({{ expense.total_won | won_words }})", 3))
        ),
        Row((Label("공급가액"), _won("expense.supply_won"), Label("부가세"), _won("expense.vat_won"))),
        Row(
            (
                Label("과세 구분", help="(지급처)"),
                Entry(checkboxes("expense.payee_tax", TAXED)),
                Label("매입부가세"),
                Entry(checkboxes("vat_included", INCLUDED)),
            )
        ),
    ),
)

WITHHELD = Grid(
    (34, 34, 34, 34, 34),
    (
        Row(tuple(map(Label, ("지급액", "소득세", "지방소득세", "원천징수 계", "실지급액")))),
        Row(
            tuple(
                Entry(f"{{{{ expense.fee.{key} | number }}}}", align="right")
                for key in ("gross_won", "income_tax_won", "local_tax_won", "withheld_won", "net_won")
            )
        ),
    ),
)

EVIDENCE = Grid(
    (12, 34, 70, 16, 38),
    (
        Row(tuple(map(Label, ("연번", "구분", "증빙 서류", "상태", "첨부 파일"))), running=True),
        Repeat(
            "row in expense.papers",
            (
                Entry("{{ loop.index }}", align="center"),
                Entry("{% merge %}{{ row.group }}", align="center"),
                Entry("{{ row.paper }}"),
                Entry("{{ row.state }}", align="center"),
                Entry(
                    "{% for each in attachments if each.id in row.attached %}{{ each.title }}"
                    "{% if not loop.last %}, {% endif %}{% endfor %}"
                ),
            ),
        ),
        Repeat(
            "row in expense.evidence if (row.paper.split('(')[0] | replace(' ', '')) not in needed",
            (
                Entry("{{ expense.papers | length + loop.index }}", align="center"),
                Entry("그 밖", align="center"),
                Entry("{{ row.paper }}"),
                Entry("{{ '첨부' if row.attachment else '작성' }}", align="center"),
                Entry(
                    "{% for each in attachments if each.id == row.attachment %}{{ each.title }}{% endfor %}"
                ),
            ),
        ),
    ),
)

FORM = sheet(
    "지출결의서",
    fields(
        ("결의번호", "{{ expense.number }}", "결의일", "{{ expense.resolved_on }}"),
        (
            "집행 기관",
            "{{ [spender.name, spender.tax_status] | select | join(', ') }}",
            "내부결재",
            "{{ approved }}",
        ),
        ("비목", "{{ expense.item.kind }}", "세목", "{{ expense.item.group }}"),
        ("세세목", "{{ expense.item.name }}", "관리목", "{{ expense.part }}"),
        ("적요", PURPOSE),
    ),
    AMOUNT,
    fields(
        ("지급처", "{{ expense.goes_to }}"),
        ("사업자등록번호", "{{ expense.payee.business_no }}", "계좌", "{{ expense.payee.account }}"),
        ("지급 방법", checkboxes("expense.method", METHODS)),
        ("증빙 종류", checkboxes("expense.receipt", RECEIPTS)),
        ("지출원인행위일", "{{ expense.committed_on }}", "지출일", "{{ expense.paid_on }}"),
        ("카드 결제일", "{{ expense.card_settled_on }}", "관련 학교", "{{ school.name }}"),
        ("관련 과정·회의", "{{ related }}"),
    ),
    Heading("■ 산출 내역"),
    WORKINGS,
    *when("expense.fee.withheld_won is not none", Heading("■ 원천징수 (단위: 원)"), WITHHELD),
    Together(
        (
            Heading("■ 첨부 증빙 목록"),
            EVIDENCE,
            Outline("※ 첨부: 파일로 붙임. 작성: 이 결의와 함께 만드는 서류. 없음: 갖추어야 하는 서류."),
        )
    ),
    author=None,
    approval="expense.approval",
)
