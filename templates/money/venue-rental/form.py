"""회의장 임차 내역: whose room it is, what for, and what the school bears (제2장 Ⅲ-5 [회의장 임차료])."""

from __future__ import annotations

from docgen.catalogue.form import (
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
    when,
)

OWNERS = {
    "외부 시설": "외부 시설",
    "주관·협력기관 보유": "주관·협력기관 보유 (일반관리비)",
    "해당 학교": "해당 학교 (계상 불가)",
}

AMOUNTS = Grid(
    (56, 38, 38, 38),
    (
        Row((Label("구분"), Label("공급가액"), Label("부가세"), Label("금액"))),
        Row(
            (
                Label("사업비 집행액"),
                Entry("{{ expense.supply_won | number }}", align="right"),
                Entry("{{ expense.vat_won | number }}", align="right"),
                Entry("{{ expense.total_won | number }}", align="right"),
            )
        ),
        Row(
            (
                Label("학교 부담분"),
                Entry(columns=2),
                Entry("{{ venue.school_share_won | number }}", align="right"),
            )
        ),
        Row((Label("임차료 합계"), Entry(columns=2), Entry("{{ whole_won | number }}", align="right"))),
    ),
)

FORM = sheet(
    "회의장 임차 내역",
    fields(
        ("장소", "{{ venue.name }}"),
        ("시설 소유 구분", checkboxes("venue.owner", OWNERS)),
        ("용도", "{{ venue.use }}"),
        ("일시", "{{ venue.start | krange(venue.end) if venue.start }}"),
        (
            "인원",
            "{% if venue.people %}{{ venue.people | number }}명{% endif %}",
            "학교",
            "{{ school.name }}",
        ),
        ("전기·통신 환경", "{{ venue.power_network }}"),
    ),
    *when("venue.long_term_reason", fields(("장기 임차 사유", "{{ venue.long_term_reason }}"))),
    Heading("■ 금액"),
    Unit("(단위: 원)"),
    AMOUNTS,
    Heading("■ 집행"),
    fields(
        ("지급처", "{{ expense.payee.name }}", "사업자등록번호", "{{ expense.payee.business_no }}"),
        ("지급 방법", "{{ expense.method }}", "증빙", "{{ expense.receipt }}"),
        ("결의번호", "{{ expense.number }}", "지출일", "{{ expense.paid_on }}"),
    ),
    Outline(
        "※ 학교 프로그램의 외부 시설은 학교가 부담하는 것이 원칙이며, 일부를 사업비로 지원할 수 있습니다.\n"
        "※ 주관·협력기관의 시설은 일반관리비로 집행하고, 해당 학교의 시설에는 임차료를 계상할 수 없습니다."
    ),
)
