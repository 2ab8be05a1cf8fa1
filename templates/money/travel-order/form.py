"""출장결의서: purpose, place, people and period are required, with the working of every won (제2장 Ⅲ-5,
붙임 2 여비규정)."""

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
    Signature,
    Together,
    Unit,
    checkboxes,
    fields,
    sheet,
    table_of,
    when,
)
from templates.money.workings import ALLOWANCE, CAR, FARE, MEALS, MEALS_OFF, MILEAGE, NIGHTS, PURPOSE

TRANSPORT = {kind: kind for kind in ("철도(2등급)", "버스", "항공", "선박", "자가용")}


def _cost(label: str, working: str, won: str) -> Row:
    return Row((Label(label), Entry(working), Entry(f"{{{{ {won} | number }}}}", align="right")))


SAVED = "{% if row.mileage_saved_won %} ({{ row.mileage_saved_won | number }}원 ÷ 2){% endif %}"

COST = Grid(
    (34, 102, 34),
    (
        Row((Label("구분"), Label("산출 내역"), Label("금액")), running=True),
        _cost("운임", FARE, "travel.fare_won"),
        _cost("일비", ALLOWANCE, "travel.allowance_won"),
        _cost("식비", MEALS, "travel.meals_full_won"),
        _cost(
            "제공 식비 공제",
            f"{{% if travel.meals_given %}}{MEALS_OFF}{{% else %}}없음{{% endif %}}",
            "(travel.meals_won - travel.meals_full_won)",
        ),
        _cost("숙박비", NIGHTS, "travel.lodging_pay_won"),
        Repeat(
            "row in ([travel] if travel.mileage_used else [])",
            (
                Label("마일리지 가산"),
                Entry(MILEAGE + SAVED),
                Entry("{{ row.mileage_won | number }}", align="right"),
            ),
        ),
        Row(
            (
                Label("합계"),
                Entry("{{ travel.total_won | won_words }}", align="right"),
                Entry("{{ travel.total_won | number }}", align="right"),
            )
        ),
    ),
)

BY_CAR = fields(
    ("연료", "{{ travel.car.fuel.name }}", "통행료", "{{ travel.car.toll_won | won }}"),
    ("연료비", f"{CAR} = {{{{ travel.car.fuel_won | won }}}} (원 미만 버림)"),
    ("사용 사유", "{{ travel.car.reason }}"),
)

FORM = sheet(
    "출장결의서",
    fields(
        ("문서번호", "{{ expense.internal_approval.no }}", "결의일", "{{ ordered_on }}"),
        ("목적", PURPOSE),
        ("출장지", "{{ travel.place }}", "기간", "{{ travel.period | krange }} ({{ travel.days }}일)"),
        ("교통편", checkboxes("travel.transport", TRANSPORT)),
    ),
    Heading("■ 출장자 ({{ travel.people }}명)"),
    table_of(
        "travel.travellers",
        Column("성명", "{{ row.name }}", 40),
        Column("소속", "{{ row.affiliation }}{% if row.department %} {{ row.department }}{% endif %}", 74),
        Column("직급", "{{ row.position }}", 44),
        blank=1,
    ),
    Heading("■ 산정 내역"),
    Unit("(단위: 원)"),
    COST,
    *when("travel.car.km is not none", Heading("■ 자가용 산식"), BY_CAR),
    Outline(
        "※ 제공받은 식비와 숙박은 공제한다. 식비는 하루 {{ travel.meals_a_day }}끼로 나누며, "
        "숙박비는 1박 상한 안의 실비이다."
    ),
    Together(
        (
            Outline("위와 같이 출장을 결의합니다."),
            Signature("결의일", "{{ ordered_on }}", "출장자", "{{ traveller }}"),
        )
    ),
    author=None,
    approval="approvers",
)
