"""인건비·사업수당 산출내역서: how the pay of each comes about, and what a month pays (제2장 Ⅲ-2, 3)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, Together, Unit, fields, sheet, table_of, when

_MONTH = (
    "{% if row.engaged %}{{ row.engaged.base_pay_won | number }} × {{ row.engaged.rate_percent | number }}%"
    "{% if row.engaged.paid_as == '사업수당' %} × {{ row.engaged.allowance_percent | number }}%{% endif %}"
    " = {{ row.engaged.month_won | number }}{% endif %}"
)

FORM = sheet(
    "인건비·사업수당 산출내역서",
    fields(
        (
            "사업명",
            "{{ project.name }}",
            "지급 월",
            "{{ month_name or '(편성)' }}",
        ),
        (
            "운영기관",
            "{{ project.shares | map(attribute='name') | select | join(', ') }}",
            "4대보험 예비비",
            "{{ project.reserve_won | won }}",
        ),
        width=257,
    ),
    Heading("■ 산출"),
    Unit("(단위: 원)"),
    table_of(
        "project.staff",
        Column("성명", "{{ row.who.name }}", 22),
        Column("구분", "{{ row.paid_as }}", 24),
        Column("기본급(월)", "{{ row.base_pay_won | number }}", 28, "right"),
        Column("참여기간\n(개월)", "{{ row.months | number }}", 19, "right"),
        Column("참여율\n(%)", "{{ row.rate_percent | number }}", 17, "right"),
        Column("산출액\n(기본급 × 기간 × 참여율)", "{{ row.cost_won | number }}", 38, "right"),
        Column("사업수당\n비율(%)", "{{ row.allowance_percent | number }}", 19, "right"),
        Column(
            "사업수당 한도\n(산출액의 {{ limit_percent | number }}%)",
            "{% if row.paid_as == '사업수당' %}{{ row.allowance_cap_won | number }}{% endif %}",
            30,
            "right",
        ),
        Column(
            "지급할 금액",
            "{{ row.pay_won | number }}",
            30,
            "right",
            total="{{ planned_won | number }}",
        ),
        Column("월 지급액", "{{ row.month_won | number }}", 28, "right"),
        width=257,
    ),
    *when(
        "month.id",
        Together(
            (
                Heading("■ {{ month_name }} 지급"),
                Unit("(단위: 원)"),
                table_of(
                    "month.payments",
                    Column("성명", "{{ row.who.name }}", 22),
                    Column("구분", "{{ row.paid_as }}", 24),
                    Column("산출내역", _MONTH, 62, "left"),
                    Column(
                        "지급액", "{{ row.paid_won | number }}", 28, "right", total="{{ paid_won | number }}"
                    ),
                    Column(
                        "은행·계좌",
                        "{{ [row.who.bank.bank, row.who.bank.account] | select | join(' ') }}",
                        50,
                    ),
                    Column("예금주", "{{ row.who.bank.holder }}", 22),
                    Column("지급일", "{{ row.paid_on }}", 26),
                    Column("지급 방법", "{{ row.method }}", 22),
                    blank=1,
                    width=257,
                ),
            )
        ),
    ),
    Outline(
        "※ 인건비 = 기본급 × 참여기간(개월) × 참여율. 사업수당은 인건비를 주지 않는 사람에게 그 "
        "{{ limit_percent | number }}% 이내로 주며, 함께 줄 수 없습니다. 기본급에는 수당, 성과급, "
        "복리후생비를 넣지 않습니다."
    ),
    approval="project.lead.approval_line",
    landscape=True,
)
