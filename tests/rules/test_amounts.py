"""Amounts by the tables of the guideline: every row, computed by hand from its print.

The print: 제2장 Ⅲ-5, 붙임 "강사 수당 및 전문가 활용비 지급 기준", 붙임 2 "[직원] 여비규정".
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.case import parse_case
from docgen.case.guideline import editions, tables
from docgen.rules.amounts import amount, band, cut, difference, plus, times, working
from docgen.rules.derive import derived_data

SCHEMAS = Path(__file__).parents[2] / "templates/case"
RATES = tables(editions()[-1])["rates"]

LECTURES = [  # the printed row, hours, won
    ("special-1", "1시간 500 ※상한액 1,000", 1, 500_000),
    ("special-2", "1시간 400 초과 강의시 200 ※상한액 600", 1, 400_000),
    ("special-2", "1시간 400 초과 강의시 200 ※상한액 600", 2, 600_000),
    ("special-2", "1시간 400 초과 강의시 200 ※상한액 600", 3, 600_000),
    ("special-3", "1시간 300 초과 강의시 200 ※상한액 600", 1, 300_000),
    ("special-3", "1시간 300 초과 강의시 200 ※상한액 600", 2, 500_000),
    ("special-3", "1시간 300 초과 강의시 200 ※상한액 600", 3, 600_000),
    ("general-1", "1시간 230 초과 강의시 120 ※1일 최대 600", 1, 230_000),
    ("general-1", "1시간 230 초과 강의시 120 ※1일 최대 600", 4, 590_000),
    ("general-1", "1시간 230 초과 강의시 120 ※1일 최대 600", 5, 600_000),
    ("general-2", "1시간 120 초과 강의시 100", 1, 120_000),
    ("general-2", "1시간 120 초과 강의시 100", 3, 320_000),
    ("general-2", "1시간 120 초과 강의시 100", 6, 620_000),  # no cap of its own; the cap of the day is a rule
    ("computer-main", "시간당 55", 1, 55_000),
    ("computer-main", "시간당 55", 4, 220_000),
    ("computer-assistant", "시간당 33", 3, 99_000),
    ("assistant-1", "1시간 180 초과시간 100 ※1일 최대 600", 1, 180_000),
    ("assistant-1", "1시간 180 초과시간 100 ※1일 최대 600", 5, 580_000),
    ("assistant-1", "1시간 180 초과시간 100 ※1일 최대 600", 6, 600_000),
    ("assistant-2", "1시간 100 초과시간 60 ※1일 최대 600", 1, 100_000),
    ("assistant-2", "1시간 100 초과시간 60 ※1일 최대 600", 4, 280_000),
    ("assistant-2", "1시간 100 초과시간 60 ※1일 최대 600", 10, 600_000),
]
BANDS = [  # group, count, won
    ("on-site", 0.5, 200_000),
    ("on-site", 2, 200_000),
    ("on-site", 2.5, 300_000),
    ("on-site", 4, 300_000),
    ("on-site", 8, 400_000),
    ("on-site", 8.5, 500_000),
    ("interpretation", 1, 500_000),
    ("interpretation", 2, 1_000_000),
    ("interpretation", 6, 1_000_000),
    ("interpretation", 7, 1_150_000),  # G-90
    ("interpretation", 8, 1_300_000),
    ("transport", 0, None),
    ("transport", 50, 20_000),
    ("transport", 50.1, 50_000),
    ("transport", 150, 50_000),
    ("transport", 150.1, 100_000),
    ("transport", 250, 100_000),
    ("transport", 250.1, 120_000),
]
PIECES = [  # row, number, won
    ("written-club", 1, 100_000),
    ("written-club", 3, 100_000),
    ("written-club", 4, 120_000),
    ("written-club", 18, 400_000),
    ("written-club", 19, 400_000),  # 추가건당 수당을 포함하여 40만원을 한도
    ("written-research", 1, 100_000),
    ("written-research", 4, 400_000),
    ("written-research", 5, 400_000),
    ("translation-ko-en", 10, 40_000),
    ("translation-ko-ja", 10, 30_000),
    ("translation-ko-other", 10, 45_000),
    ("translation-en-ko", 10, 30_000),
    ("translation-ja-ko", 10, 25_000),
    ("translation-other-ko", 10, 35_000),
    ("manuscript-ga", 20, 300_000),
    ("manuscript-na", 20, 200_000),
    ("manuscript-da", 20, 160_000),
    ("manuscript-ra", 20, 120_000),
    ("reporting-ga", 2, 200_000),
    ("reporting-na", 2, 140_000),
    ("reporting-da", 2, 80_000),
    ("reporting-ra", 2, 40_000),
    ("photo-ga", 1, 200_000),
    ("photo-na", 1, 100_000),
    ("photo-news-ga", 1, 150_000),
    ("photo-news-na", 1, 100_000),
    ("cartoon-ga", 1, 400_000),
    ("cartoon-na", 1, 300_000),
    ("cartoon-da", 1, 200_000),
    ("editorial-cartoon-ga", 1, 120_000),
    ("editorial-cartoon-na", 1, 70_000),
]


class DescribeRates:
    @pytest.mark.parametrize(("row", "printed", "hours", "won"), LECTURES)
    def it_pays_lectures_as_printed(self, row: str, printed: str, hours: int, won: int) -> None:
        assert amount(RATES[row], hours) == won

    @pytest.mark.parametrize(("group", "count", "won"), BANDS)
    def it_finds_the_band(self, group: str, count: float, won: int | None) -> None:
        assert amount(band(RATES, group, count), count) == won

    @pytest.mark.parametrize(("row", "number", "won"), PIECES)
    def it_pays_pieces_as_printed(self, row: str, number: int, won: int) -> None:
        assert amount(RATES[row], number) == won

    def it_leaves_open_what_is_not_printed(self) -> None:
        assert amount(RATES["special-1"], 2) is None  # G-32: no price of a further hour

    def it_never_rounds_a_broken_hour(self) -> None:
        assert amount(RATES["general-2"], 1.5) is None  # G-89

    def it_is_tried_in_every_row(self) -> None:
        tried = {row for row, *_ in LECTURES} | {row for row, *_ in PIECES}
        banded = {rate["id"] for group, count, _ in BANDS if (rate := band(RATES, group, count))}
        assert tried | banded == set(RATES)


class DescribeWorking:
    def it_shows_first_and_further_hours(self) -> None:
        assert working(RATES["general-2"], 3) == "120,000 + 100,000 × 2시간"

    def it_shows_the_cap(self) -> None:
        assert working(RATES["assistant-2"], 10) == "100,000 + 60,000 × 9시간 → 상한 600,000"

    def it_shows_one_sum_alone(self) -> None:
        assert working(band(RATES, "on-site", 3), 3) == "300,000"

    def it_shows_pieces(self) -> None:
        assert working(RATES["manuscript-ga"], 20) == "15,000 × 20장"


class DescribeSums:
    def it_multiplies_decimals_as_people_do(self) -> None:
        assert times(3, 0.1) == 0.3
        assert times(480_000, 8.8) == 4_224_000
        assert times(3, None) is None

    def it_adds_what_is_there(self) -> None:
        assert plus(1, None, 2) == 3
        assert plus(None) is None

    def it_cuts_and_never_rounds_up(self) -> None:
        assert cut(1999.9) == 1999
        assert cut(12_349, 10) == 12_340


def expense(**held: Any) -> dict[str, Any]:
    """One derived expense, of two people who are known."""
    import json

    people = {
        "kim": {"name": "김하늘", "grade": {"id": "general-2", "basis": "교사"}},
        "lee": {"name": "이바다", "grade": {"id": "general-1", "basis": "교수"}},
    }
    data = {"case": {"id": "x", "edition": "2026-06-01"}, "people": people, "expenses": [{"id": "e", **held}]}
    case = parse_case(json.dumps(data).encode(), "x.json")
    found: dict[str, Any] = derived_data(case, SCHEMAS)["expenses"][0]
    return found


def fee(**held: Any) -> dict[str, Any]:
    made: dict[str, Any] = expense(fee={"served_on": "2026-06-10", "as": "main", **held})["fee"]
    return made


class DescribeFees:
    def it_pays_a_lecture_by_the_grade_of_the_person(self) -> None:
        assert fee(person="kim", activity="강의", hours=3)["fee_won"] == 320_000

    def it_pays_an_assistant_by_the_role(self) -> None:
        assert fee(person="kim", activity="강의", hours=3, **{"as": "assistant"})["fee_won"] == 220_000
        assert fee(person="lee", activity="강의", hours=3, **{"as": "assistant"})["fee_won"] == 380_000

    def it_pays_a_visit_by_the_hours_on_site(self) -> None:
        assert fee(person="kim", activity="학교 방문", hours=3)["fee_won"] == 300_000

    def it_takes_the_institution_s_own_table(self) -> None:
        made = fee(person="kim", activity="학교 방문", hours=3, own_rate_won=250_000)
        assert (made["fee_won"], made["working"]) == (250_000, "기관 기준")

    def it_withholds_income_tax_and_its_tenth(self) -> None:
        made = fee(person="kim", activity="강의", hours=3, withholding_percent=8.8)
        assert (made["income_tax_won"], made["local_tax_won"]) == (25_600, 2_560)
        assert made["net_won"] == 320_000 - 28_160

    def it_drops_what_is_below_ten_won(self) -> None:
        made = fee(person="kim", activity="번역", rate="translation-ja-ko", pages=3, withholding_percent=3.3)
        assert (made["income_tax_won"], made["local_tax_won"]) == (220, 20)  # 225 and 22 before the cut

    def it_pays_the_way_both_ways_by_distance(self) -> None:
        made = fee(person="kim", activity="강의", hours=1, transport_kind="정액", distance_km=120)
        assert (made["travel_won"], made["gross_won"]) == (50_000, 170_000)

    def it_pays_the_way_at_cost(self) -> None:
        made = fee(person="kim", activity="강의", hours=1, transport_kind="실비", transport_won=93_200)
        assert made["travel_won"] == 93_200

    def it_does_not_pay_again_what_the_home_has_paid(self) -> None:
        made = fee(
            person="kim", activity="강의", hours=1, distance_km=120, lodging_won=70_000, paid_by_home=True
        )
        assert made["gross_won"] == 120_000


class DescribeTravel:
    def it_pays_allowance_meals_and_lodging(self) -> None:
        held = {
            "travellers": ["kim", "lee"],
            "place": "제주",
            "period": {"from": "2026-06-10", "to": "2026-06-12"},
            "transport": "항공",
            "fares_won": 320_000,
            "area": "그밖의 지역",
            "nights": 2,
            "lodging_won": 90_000,
            "meals_given": 2,
        }
        made = expense(travel=held)["travel"]
        assert made["allowance_won"] == 25_000 * 3 * 2
        assert made["meals_won"] == 150_000 - 33_334  # two of three meals a day, two people, never rounded up
        assert made["lodging_pay_won"] == 70_000 * 2 * 2
        assert made["total_won"] == 320_000 + 150_000 + 116_666 + 280_000

    def it_pays_the_fuel_of_a_car(self) -> None:
        car = {"km": 180, "fuel": "휘발유", "fuel_price_won": 1650, "toll_won": 9_800}
        held = {
            "travellers": ["kim"],
            "place": "영월",
            "period": {"from": "2026-06-10"},
            "transport": "자가용",
        }
        made = expense(travel={**held, "car": car})["travel"]
        assert made["car"]["fuel_won"] == 25_669  # 180 × 1,650 ÷ 11.57 = 25,669.8…
        assert made["total_won"] == 25_669 + 9_800 + 25_000 + 25_000


class DescribeOtherExpenses:
    def it_pays_labour_by_the_minute(self) -> None:
        days = [
            {"start": "2026-06-10 09:00", "end": "2026-06-10 18:00", "break_minutes": 60},
            {"start": "2026-06-11 09:00", "end": "2026-06-11 12:30"},
        ]
        made = expense(labour={"worker": "kim", "job": "안내", "hourly_won": 12_000, "days": days})
        assert made["labour"]["total_won"] == 12_000 * 8 + 12_000 * 7 // 2
        assert (made["form"], made["total_won"]) == ("labour", 138_000)

    def it_pays_labour_month_by_month(self) -> None:
        days = [
            {"start": "2026-06-30 09:00", "end": "2026-06-30 09:50"},
            {"start": "2026-07-01 09:00", "end": "2026-07-01 09:50"},
            *({"start": f"2026-07-{day:02} 08:00", "end": f"2026-07-{day:02} 18:00"} for day in range(2, 8)),
        ]
        made = expense(labour={"worker": "kim", "job": "안내", "hourly_won": 10_321, "days": days})["labour"]
        found = [(each["id"], each["minutes"], each["within"], each["won"]) for each in made["months"]]
        # 10,321 × 50 ÷ 60 = 8,600.8…; 10,321 × 3,650 ÷ 60 = 627,860.8…, 60 hours and 50 minutes
        assert found == [("2026-06", 50, True, 8_600), ("2026-07", 3650, False, 627_860)]
        assert made["total_won"] == 636_460

    def it_counts_the_gifts_that_are_left(self) -> None:
        receivers = [{"who": {"name": "가온"}, "quantity": 2}, {"who": {"name": "나래"}, "quantity": 1}]
        held = {"name": "손수건", "unit_won": 9_500, "quantity": 5, "receivers": receivers}
        made = expense(gift=held)["gift"]
        assert (made["total_won"], made["given"], made["left"]) == (47_500, 3, 2)
        assert made["limit_won"] == 30_000

    def it_divides_a_meal_and_rounds_a_share_up(self) -> None:
        eaters = [{"name": name} for name in ("가온", "나래", "다솜")]
        made = expense(
            catering={"kind": "식비", "served_at": "2026-06-10 12:00", "eaters": eaters, "total_won": 90_001}
        )
        assert made["catering"]["per_person_won"] == 30_001

    def it_sums_goods(self) -> None:
        lines = [
            {"name": "종이", "quantity": 10, "unit_won": 5_500},
            {"name": "펜", "quantity": 3, "unit_won": 900},
        ]
        assert expense(goods={"lines": lines})["total_won"] == 57_700


class DescribeChanges:
    @pytest.mark.parametrize(
        ("before", "after", "told"),
        [
            ("80%", "100%", "20%p"),
            ("156,400천원", "160,000천원", "3,600천원"),
            ("23,150천원", "19,550천원", "△3,600천원"),
            ("60 교", "70 교", "10 교"),
            ("1.5", "1.25", "△0.25"),
        ],
    )
    def they_are_told_in_figures_of_one_unit(self, before: str, after: str, told: str) -> None:
        assert difference(before, after) == told

    @pytest.mark.parametrize(
        ("before", "after"),
        [("백두루", "송여울"), ("3개월", "3명"), ("1. 2.", "3"), (None, "1"), ("약 5명", "6명")],
    )
    def and_of_nothing_else(self, before: str | None, after: str) -> None:
        assert difference(before, after) is None
