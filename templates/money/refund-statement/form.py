"""집행잔액·발생이자 반납 내역서: what goes back to the Foundation, how it comes about, what has been paid in
(제2장 Ⅴ 집행잔액 및 발생이자 반납)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Row,
    Unit,
    fields,
    sheet,
    table_of,
)


def _line(kind: tuple[Label, ...], content: str, when: str, overhead: str, won: str) -> Row:
    entries = Entry(content), Entry(when, align="center"), Entry(overhead, align="center")
    return Row((*kind, *entries, Entry(f"{{{{ {won} | number }}}}", align="right")))


REFUND = Grid(
    (27, 48, 33, 34, 28),
    (
        Row(tuple(map(Label, ("구분", "내용", "반납 시기", "일반관리비 반납", "금액"))), running=True),
        _line(
            (Label("집행잔액", rows=2),),
            "직접비 집행 잔액"
            "{% if project.unused_won %}\n(중단 학교 불용액 {{ project.unused_won | won }} 포함){% endif %}",
            "사업 종료 시",
            "직접비 집행 잔액 비율에 따라 반납",
            "project.direct_balance_won",
        ),
        _line((), "일반관리비 반납액", "회계정산 이후", "위와 같음", "project.overhead_refund_won"),
        _line(
            (Label("발생이자"),),
            "사업기간 중 {{ project.settlement.interest_during_won | won }}\n"
            "사업기간 후 {{ project.settlement.interest_after_won | won }}",
            "사업 종료 시",
            "해당없음",
            "project.interest_won",
        ),
        _line(
            (Label("정산 불인정액"),),
            "회계정산에서 인정하지 않은 금액",
            "최종 정산의견\n확정 후",
            "해당없음",
            "project.settlement.rejected_won",
        ),
        Row((Label("합계", 4), Entry("{{ project.refund_won | number }}", align="right"))),
    ),
)

FORM = sheet(
    "집행잔액·발생이자 반납 내역서",
    fields(
        ("사업명", "{{ project.name }}", "협약기간", "{{ project.agreement.period | krange }}"),
        (
            "주관기관",
            "{{ project.lead.name }}",
            "협력기관",
            "{{ project.partners | map(attribute='institution.name') | join(', ') }}",
        ),
    ),
    Heading("■ 반납액"),
    Unit("(단위: 원)"),
    REFUND,
    Heading("■ 산출 근거"),
    fields(
        (
            "직접비 잔액",
            "{{ project.direct_won | number }} - {{ project.direct_spent_won | number }} = "
            "{{ project.direct_balance_won | won }}",
        ),
        (
            "잔액 비율",
            "{% if project.direct_won %}"
            "{{ project.direct_balance_won | number }} ÷ {{ project.direct_won | number }} = "
            "{{ project.direct_balance_percent | percent(2) }}"
            "{% endif %}",
        ),
        (
            "일반관리비 반납",
            "{% if project.direct_won %}"
            "{{ project.indirect_won | number }} × {{ project.direct_balance_won | number }} ÷ "
            "{{ project.direct_won | number }} = {{ project.overhead_refund_won | won }} (원 미만 절사)"
            "{% endif %}",
        ),
    ),
    Heading("■ 기관별 반납액"),
    Unit("(단위: 원)"),
    table_of(
        "project.shares",
        Column("구분", "{{ row.role }}", 24),
        Column("기관명", "{{ row.name }}", 50),
        Column("직접비 잔액", "{{ row.direct_balance_won | number }}", 30, "right"),
        Column("발생이자", "{{ row.interest_won | number }}", 24, "right"),
        Column(
            "반납액", "{{ row.refund_won | number }}", 32, "right", total="{{ project.refund_won | number }}"
        ),
        numbered=False,
        blank=1,
    ),
    Outline("※ 일반관리비 반납액과 정산 불인정액은 주관기관의 반납액에 넣습니다."),
    Heading("■ 입금", new_page=True),
    Unit("(단위: 원)"),
    table_of(
        "project.settlement.deposits",
        Column("입금일", "{{ row.on }}", 25),
        Column("입금자", "{{ row.payer }}", 32),
        Column("가상계좌", "{{ row.account }}", 45),
        Column(
            "입금액",
            "{{ row.amount_won | number }}",
            28,
            "right",
            total="{{ project.deposited_won | number }}",
        ),
        Column("입금 증빙", "{{ row.proof }}", 28, "left"),
        blank=2,
    ),
    fields(
        ("입금할 잔액", "{{ project.to_deposit_won | won }}"),
    ),
    Outline("※ 반납금의 계좌이체 수수료는 사업비로 집행할 수 없습니다."),
)
