"""회의비 집행 내역: who ate, when, for how much a head, and the signatures (제2장 Ⅲ-5 회의비)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Row,
    author_block,
    checkboxes,
    fields,
    sheet,
    table_of,
    when,
)

_LIMIT = (
    "{% if catering.per_person_won is not none %}{{ catering.per_person_won | won }} "
    "(상한 {{ catering.limit_won | won }}{{ '/식' if catering.kind == '식비' else '/일' }}: "
    "{{ '이내' if catering.per_person_won <= catering.limit_won else '초과' }}){% endif %}"
)

RECEIPT = Grid(
    (170,),
    (
        Row((Label("카드 매출전표 (구매·식사 내역 명시)"),)),
        Row(
            (
                Entry(
                    '{{ catering.receipt_image | image(width="150mm", height="78mm", fit=true, '
                    "optional=true) }}",
                    align="center",
                ),
            )
        ),
    ),
)

FORM = sheet(
    "회의비 집행 내역",
    fields(
        ("행사·회의명", "{{ catering.event }}"),
        ("행사 일시", "{{ catering.start | krange(catering.end) if catering.start }}"),
        ("장소", "{{ catering.place }}"),
        (
            *("구분", checkboxes("catering.kind", {"식비": "식비", "다과비": "다과비"})),
            *("인원", "{{ catering.people | number }}명"),
        ),
        (
            *("제공 일자", "{{ catering.served_at | kdate(weekday=true) }}"),
            *("제공 시각", "{{ catering.served_at | ktime }}"),
        ),
        ("집행처", "{{ expense.payee.name }}", "지급 방법", "{{ expense.method }}"),
        ("금액", "{{ catering.total_won | won }}", "집행일", "{{ expense.paid_on }}"),
        ("1인당 금액", _LIMIT),
    ),
    author_block(),
    Heading("■ 서명부"),
    table_of(
        "catering.rows",
        Column("소속", "{{ row.affiliation }}", 52),
        Column("성명", "{{ row.name }}", 34),
        Column("구분", "{{ row.side }}", 38),
        Column("서명", "", 34),
    ),
    *when("catering.receipt_image", RECEIPT),
    Outline(
        "※ 식비는 식사 시간(점심 12~13시, 저녁 18~19시)을 포함하는 행사에, 22시 전에 집행합니다.\n"
        "※ 외부 전문가 없이 참여인력만 모인 회의에는 집행하지 않습니다."
    ),
    author=None,
)
