"""이벤트 물품·기념품 수령자 명단: only the programme for parents gives to all who take part (제2장 Ⅲ-6)."""

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
    checkboxes,
    fields,
    sheet,
    table_of,
)
from templates.money.workings import PURPOSE

ITEM = Grid(
    (46, 22, 18, 26, 22, 36),
    (
        Row(tuple(map(Label, ("품명", "단가", "수량", "금액", "단가 한도", "사업명 표기")))),
        Row(
            (
                Entry("{{ gift.name }}"),
                *(
                    Entry(f"{{{{ gift.{key} | number }}}}", align="right")
                    for key in ("unit_won", "quantity", "total_won", "limit_won")
                ),
                Entry(checkboxes("marked", {"예": "예", "아니오": "아니오"}), align="center"),
            )
        ),
    ),
)

FORM = sheet(
    "이벤트 물품·기념품 수령자 명단",
    fields(
        ("행사", "{{ gift.event }}", "지급일", "{{ gift.given_on }}"),
        ("과정", "{{ expense.course.name }}", "대상", "{{ gift.audience }}"),
        ("지급 목적", PURPOSE),
        ("학교", "{{ school.name }}", "운영기관", "{{ spender.name }}"),
        (
            "지급 담당자",
            "{{ [case.author.affiliation, case.author.position, case.author.name] | select | join(' ') }}",
        ),
    ),
    Heading("■ 품목"),
    Unit("(단위: 원, 개)"),
    ITEM,
    Outline(
        "※ 참여자 모두에게 주는 기념품은 학부모 과정만 되며, 하나에 {{ gift.limit_won | won }} 이하이다."
    ),
    Heading("■ 수령자"),
    Outline("지급 {{ gift.given | number }}개, 잔여 {{ gift.left | number }}개"),
    table_of(
        "gift.receivers",
        Column("소속", "{{ row.who.affiliation }}", 70),
        Column("성명", "{{ row.who.name }}", 40),
        Column("수량", "{{ row.quantity | number }}", 18, "right", total="{{ gift.given | number }}"),
        Column("서명", "{% if row.signed %}(서명){% endif %}", 30),
        blank=10,
    ),
    author=None,
)
