"""Numbers and money; the figures are the printed ones of the budget tables, or worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from docgen.korean.numbers import hours, number, percent, won, won_words


class DescribeNumber:
    @pytest.mark.parametrize(
        ("value", "printed"),
        [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (82132775, "82,132,775"),
            (-29832168, "△29,832,168"),
            (-92.4, "△92.4"),
            (1234.5, "1,234.5"),
            (30.0, "30"),
            (Decimal("12.50"), "12.50"),
        ],
    )
    def it_separates_thousands_and_marks_what_is_below_zero(self, value: object, printed: str) -> None:
        assert number(value) == printed

    @pytest.mark.parametrize(
        ("value", "decimals", "printed"),
        [
            (28967.793, 0, "28,968"),
            (0.125, 2, "0.13"),
            (2.5, 0, "3"),
            (-2.5, 0, "△3"),
            (3, 1, "3.0"),
            (-0.04, 1, "0.0"),
        ],
    )
    def it_rounds_half_up_to_the_decimals_asked_for(self, value: object, decimals: int, printed: str) -> None:
        assert number(value, decimals) == printed

    @pytest.mark.parametrize("decimals", [-1, 10, "두"])
    def it_refuses_another_number_of_decimals(self, decimals: int) -> None:
        with pytest.raises(ValueError, match="0부터 9까지"):
            number(1, decimals)

    @pytest.mark.parametrize(
        ("text", "printed"),
        [
            ("1234567", "1,234,567"),
            ("1,234,567", "1,234,567"),
            (" 10,000원 ", "10,000"),
            ("△1,475,521", "△1,475,521"),
            ("-100", "△100"),
            ("33.2%", "33.2"),
            ("0123", "123"),
        ],
    )
    def it_reads_numbers_that_are_text(self, text: str, printed: str) -> None:
        assert number(text) == printed

    def it_leaves_out_what_binary_fractions_add(self) -> None:
        assert number(0.1 + 0.2) == "0.3"


class DescribePercent:
    @pytest.mark.parametrize(
        ("value", "printed"),
        [
            (83.333, "83.3%"),
            (Decimal(5031333) / Decimal(7535018) * 100, "66.8%"),
            (21, "21.0%"),
            (-0.25, "△0.3%"),
            ("33.2", "33.2%"),
        ],
    )
    def it_prints_one_decimal(self, value: object, printed: str) -> None:
        assert percent(value) == printed

    def it_prints_as_many_as_are_asked_for(self) -> None:
        assert percent(99.5, 0) == "100%"
        assert percent(25.01, 2) == "25.01%"


class DescribeWon:
    @pytest.mark.parametrize(
        ("value", "printed"),
        [
            (0, "0원"),
            (20000, "20,000원"),
            (-1475521, "△1,475,521원"),
            ("10,000원", "10,000원"),
            (600000.0, "600,000원"),
        ],
    )
    def it_prints_the_amount_with_its_unit(self, value: object, printed: str) -> None:
        assert won(value) == printed

    @pytest.mark.parametrize("value", [333.33, "0.5", Decimal("10.1")])
    def it_refuses_a_part_of_a_won(self, value: object) -> None:
        with pytest.raises(ValueError, match="1원보다 작은 자리"):
            won(value)
        with pytest.raises(ValueError, match="1원보다 작은 자리"):
            won_words(value)


class DescribeWonWords:
    @pytest.mark.parametrize(
        ("amount", "words"),
        [
            (113560, "금일십일만삼천오백육십원"),  # the example of the rules themselves
            (0, "금영원"),
            (1, "금일원"),
            (10, "금일십원"),
            (1111, "금일천일백일십일원"),
            (10_000, "금일만원"),
            (10_001, "금일만일원"),
            (1_000_001, "금일백만일원"),
            (20_050_000, "금이천오만원"),
            (100_000_000, "금일억원"),
            (100_010_000, "금일억일만원"),
            (380_000_000, "금삼억팔천만원"),
            (1_000_000_000_000, "금일조원"),
            (10_000_000_000_000_001, "금일경일원"),
            ("113,560원", "금일십일만삼천오백육십원"),
            (-1000, "금마이너스일천원"),
        ],
    )
    def it_reads_the_amount_with_every_one(self, amount: object, words: str) -> None:
        assert won_words(amount) == words

    def it_reaches_up_to_the_last_gyeong(self) -> None:
        nines = "구천구백구십구"
        assert won_words(10**20 - 1) == f"금{nines}경{nines}조{nines}억{nines}만{nines}원"


class DescribeHours:
    @pytest.mark.parametrize(
        ("minutes", "printed"),
        [
            (90, "1시간 30분"),
            (60, "1시간"),
            (45, "45분"),
            (0, "0분"),
            (1500, "25시간"),
            ("130", "2시간 10분"),
        ],
    )
    def it_makes_hours_of_minutes(self, minutes: object, printed: str) -> None:
        assert hours(minutes) == printed

    @pytest.mark.parametrize("minutes", [-10, 1.5])
    def it_refuses_what_is_no_count_of_minutes(self, minutes: object) -> None:
        with pytest.raises(ValueError, match="분의 수가 아닙니다"):
            hours(minutes)


@pytest.mark.parametrize("write", [number, percent, won, won_words, hours])
class DescribeEveryNumberFilter:
    @pytest.mark.parametrize("word", ["실비", "-", "재배정"])
    def it_prints_a_word_in_the_place_of_a_number(self, write: Callable[[object], str], word: str) -> None:
        assert write(word) == word

    @pytest.mark.parametrize(
        "value", ["6~10", "6개월", "1.4억원", "1234,567", "1e5", "--5", True, float("nan"), float("inf"), [1]]
    )
    def it_refuses_what_it_cannot_read(self, write: Callable[[object], str], value: object) -> None:
        with pytest.raises(ValueError, match="수를 읽을 수 없습니다"):
            write(value)

    @pytest.mark.parametrize("value", [10**20, -(10**20), 1e300, "9" * 5000])
    def it_refuses_what_is_too_large(self, write: Callable[[object], str], value: object) -> None:
        with pytest.raises(ValueError, match="수가 너무 큽니다"):
            write(value)
