"""How the amount of an expense comes about, a line for each of its parts: what resolutions and the papers
that ask for money before it is spent print alike (제2장 Ⅲ-5, Ⅲ-6, 붙임 2).
"""

from __future__ import annotations

from docgen.catalogue.form import Entry, Grid, Label, Repeat, Row

__all__ = [
    "ALLOWANCE",
    "CAR",
    "FARE",
    "MEALS",
    "MEALS_OFF",
    "MILEAGE",
    "NIGHTS",
    "PURPOSE",
    "SHIFT",
    "WORKINGS",
]

PURPOSE = "{{ expense.purpose }}\n{%p if expense.content %}\n{{ expense.content }}\n{%p endif %}"
SHIFT = (
    "{{ row.start | ktime }}{% if row.end %}~"
    "{% if (row.end | kdate) != (row.start | kdate) %}{{ row.end | kdate }} {% endif %}"
    "{{ row.end | ktime }}{% endif %}"
)
_T = "expense.travel"
FARE = (
    f"{{{{ {_T}.transport }}}} "
    f"{{% if {_T}.transport == '자가용' and {_T}.car.fuel_won is not none %}}연료비 + 통행료"
    "{% else %}실비{% endif %}"
)
CAR = (
    f"거리 {{{{ {_T}.car.km | number }}}}km × 유가 {{{{ {_T}.car.fuel_price_won | number }}}}원/L ÷ "
    f"연비 {{{{ {_T}.car.fuel.km_per_litre }}}}km/L"
)
_PEOPLE = f"{{{{ {_T}.people }}}}명"
_DAYS = f"{{{{ {_T}.days }}}}일 × {_PEOPLE}"
ALLOWANCE = f"{{{{ {_T}.allowance_day_won | number }}}}원 × {_DAYS}"
MEALS = f"{{{{ {_T}.meals_day_won | number }}}}원 × {_DAYS}"
MEALS_OFF = (
    f"{{{{ {_T}.meals_day_won | number }}}}원 ÷ {{{{ {_T}.meals_a_day }}}}끼 × "
    f"{{{{ {_T}.meals_given }}}}끼 × {_PEOPLE}"
)
NIGHTS = (
    f"{{% if {_T}.lodging_given %}}숙박을 제공받음{{% elif {_T}.nights %}}"
    f"{{{{ {_T}.night_won | number }}}}원 × {{{{ {_T}.nights }}}}박 × {_PEOPLE}"
    f"{{% if {_T}.area.name %}} ({{{{ {_T}.area.name }}}} 1박 상한 {{{{ {_T}.area.cap_won | number }}}}원)"
    "{% endif %}{% else %}없음{% endif %}"
)
MILEAGE = f"항공 마일리지 사용: 일비의 {{{{ {_T}.mileage_percent }}}}%, 줄인 운임의 절반까지"


def _line(condition: str, part: str, working: str, won: str) -> Repeat:
    cells = (Entry(part, align="center"), Entry(working), Entry(f"{{{{ {won} | number }}}}", align="right"))
    return Repeat(f"row in ([expense] if {condition} else [])", cells)


def _lines(items: str, part: str, working: str, won: str) -> Repeat:
    cells = (Entry(part, align="center"), Entry(working), Entry(f"{{{{ {won} | number }}}}", align="right"))
    return Repeat(f"row in {items}", cells)


_OF = "expense.form == '{}'"
_FEE = _OF.format("fee")
_TRAVEL = _OF.format("travel")
_HOURS = "{{ row.minutes | hours }}"

WORKINGS = Grid(
    (34, 102, 34),
    (
        Row((Label("구분"), Label("산출 내역"), Label("금액(원)")), running=True),
        _line(
            _FEE,
            "활용비",
            "{{ [row.fee.the_rate.name, row.fee.working] | select | join(': ') }}",
            "row.fee.fee_won",
        ),
        _line(
            f"{_FEE} and expense.fee.travel_won is not none",
            "교통비",
            "{{ row.fee.transport_kind }}"
            "{% if row.fee.transport_kind != '실비' %} {{ row.fee.transport_rate.name }}{% endif %}",
            "row.fee.travel_won",
        ),
        _line(f"{_FEE} and expense.fee.lodging_pay_won", "숙박비", "실비", "row.fee.lodging_pay_won"),
        _line(_TRAVEL, "운임", FARE, "row.travel.fare_won"),
        _line(_TRAVEL, "일비", ALLOWANCE, "row.travel.allowance_won"),
        _line(_TRAVEL, "식비", MEALS, "row.travel.meals_full_won"),
        _line(
            f"{_TRAVEL} and expense.travel.meals_off_won",
            "제공 식비 공제",
            MEALS_OFF,
            "(row.travel.meals_won - row.travel.meals_full_won)",
        ),
        _line(
            f"{_TRAVEL} and expense.travel.lodging_pay_won is not none",
            "숙박비",
            NIGHTS,
            "row.travel.lodging_pay_won",
        ),
        _line(
            f"{_TRAVEL} and expense.travel.mileage_won", "마일리지 가산", MILEAGE, "row.travel.mileage_won"
        ),
        _lines(
            f"(expense.goods.lines if {_OF.format('goods')} else [])",
            "{{ row.name }}",
            "{{ row.unit_won | number }}원 × {{ row.quantity | number }}"
            "{% if row.spec %} ({{ row.spec }}){% endif %}",
            "row.won",
        ),
        _line(
            _OF.format("gift"),
            "{{ row.gift.name }}",
            "{{ row.gift.unit_won | number }}원 × {{ row.gift.quantity | number }}",
            "row.gift.total_won",
        ),
        _lines(
            f"(expense.labour.months if {_OF.format('labour')} else [])",
            "{{ row.id | kmonth }}",
            f"{{{{ expense.labour.hourly_won | number }}}}원 × {_HOURS}",
            "row.won",
        ),
        _line(
            "not expense.form",
            "{{ row.item.name }}",
            "{{ row.basis or row.content or row.purpose }}"
            "{% if row.catering.per_person_won %} ({{ row.catering.people }}명, 1인 "
            "{{ row.catering.per_person_won | number }}원){% endif %}",
            "row.total_won",
        ),
        Row(
            (
                Label("합계"),
                Entry(""),
                Entry("{{ expense.total_won | number }}", align="right"),
            )
        ),
    ),
)
