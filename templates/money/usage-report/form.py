"""사업비사용실적보고서 (제2장 Ⅴ ①): all that a consortium was given and has spent, plan beside use.

What the guideline wants attached is named with the sums that it proves; both heads seal the report.
"""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Repeat,
    Row,
    Together,
    Unit,
    fields,
    sheet,
    table_of,
    when,
)
from templates.money.seals import annexes, seals
from templates.money.tree import tree

_HEADS = ("구분", "기관명", "협약액", "집행액", "잔액", "집행률", "발생이자", "반납액")


def _sums(owner: str) -> tuple[Entry, ...]:
    texts = [f"{{{{ {owner}.{key} | number }}}}" for key in ("budget_won", "spent_won", "balance_won")]
    texts.append(f"{{{{ {owner}.execution_percent | percent }}}}")
    texts += [f"{{{{ {owner}.{key} | number }}}}" for key in ("interest_won", "refund_won")]
    return tuple(Entry(text, align="right") for text in texts)


SUMMARY = Grid(
    (28, 55, 34, 34, 34, 20, 22, 30),
    (
        Row(tuple(map(Label, _HEADS)), running=True),
        Repeat(
            "share in shares",
            (
                Entry("{{ share.role }}", align="center"),
                Entry("{{ share.name }}", align="center"),
                *_sums("share"),
            ),
        ),
        Row((Label("계", 2), *_sums("part"))),
    ),
)


def _thousands(head: str, key: str) -> Column:
    text, total = (f"{{{{ ({branch}.{key} / 1000) | number(0) }}}}" for branch in ("line", "branch"))
    return Column(head, text, 24, "right", total=total)


COMPARISON = tree(
    "part",
    _thousands("당초 계획", "planned_won"),
    _thousands("변경 후", "budget_won"),
    _thousands("집행 실적", "spent_won"),
    _thousands("잔액", "balance_won"),
    Column(
        "집행률",
        "{{ line.execution_percent | percent }}",
        18,
        "right",
        total="{{ branch.execution_percent | percent }}",
    ),
    Column(
        "증감 사유", "{% if line.planned_won or line.spent_won %}{{ line.reason }}{% endif %}", 60, "left"
    ),
)

AUDIT = (
    Heading("■ 자체 회계감사 결과"),
    fields(
        (
            "감사 기간",
            "{{ project.audit.period | krange }}",
            "감사자",
            "{{ project.audit.auditors | map(attribute='name') | join(', ') }}",
        ),
        ("감사 의견", "{{ project.audit.opinion }}"),
        width=257,
    ),
    Heading("■ 반납금 입금"),
    Unit("(단위: 원)"),
    table_of(
        "project.settlement.deposits",
        Column("입금일", "{{ row.on }}", 26),
        Column("입금자", "{{ row.payer }}", 50),
        Column("가상계좌", "{{ row.account }}", 60),
        Column(
            "입금액",
            "{{ row.amount_won | number }}",
            34,
            "right",
            total="{{ project.deposited_won | number }}",
        ),
        Column("입금 증빙", "{{ row.proof }}", 60, "left"),
        blank=2,
        width=257,
    ),
)

FORM = sheet(
    "사업비사용실적보고서",
    fields(
        ("사업명", "{{ project.name }}", "협약기간", "{{ project.agreement.period | krange }}"),
        (
            "주관기관",
            "{{ project.lead.name }}",
            "협력기관",
            "{{ project.partners | map(attribute='institution.name') | join(', ') }}",
        ),
        (
            "사업책임자",
            "{{ [project.head.affiliation, project.head.position, project.head.name] | select | join(' ') }}",
            "보고 구분",
            "{% if whole %}컨소시엄 합계{% else %}{{ part.name }} ({{ part.role }}){% endif %}",
        ),
        ("보고일", "{{ project.settlement.reported_on }}", "보고 기한", "{{ project.settlement_due_on }}"),
        width=257,
    ),
    Heading("■ 총괄표"),
    Unit("(단위: 원)"),
    SUMMARY,
    Outline(
        "※ 반납액 = 직접비 잔액 + 일반관리비 반납액 + 발생이자 + 정산 불인정액. 일반관리비 반납액과 "
        "불인정액은 주관기관에 넣습니다."
    ),
    Heading("■ 당초 계획과 집행 실적의 대비표"),
    Unit("(단위: 천원)"),
    COMPARISON,
    *when("whole", *AUDIT),
    Together(
        (
            annexes(
                "자체 내부 회계감사 보고서 1부.",
                "반납금 입금 증빙 1부.",
                "세부비목별집행내역서와 집행증빙자료 각 1부.",
            ),
            seals(
                ("사업책임자", "project.head"), ("회계감사부서장", "(project.audit_head if whole else none)")
            ),
        )
    ),
    landscape=True,
)
