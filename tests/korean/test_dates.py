"""Dates and times in print; the weekdays are those of a printed calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from docgen.korean.boxes import BLANK
from docgen.korean.dates import age, kdate, kmonth, krange, ktime, moment, short_day, weekday


class DescribeKdate:
    @pytest.mark.parametrize(
        "value",
        [
            date(2026, 6, 1),
            datetime(2026, 6, 1, 15, 30),
            "2026-06-01",
            "2026-6-1",
            "2026. 6. 1.",
            "2026.06.01",
            "2026/6/1",
            "2026년 6월 1일",
            "2026-06-01 15:30",
            "2026-06-01T15:30:00",
        ],
    )
    def it_writes_every_form_of_a_date_as_the_rules_do(self, value: object) -> None:
        assert kdate(value) == "2026. 6. 1."

    @pytest.mark.parametrize(
        ("value", "printed"),
        [
            ("2026-06-01", "2026. 6. 1.(월)"),
            ("1999-12-31", "1999. 12. 31.(금)"),
            ("2024-02-29", "2024. 2. 29.(목)"),
        ],
    )
    def it_adds_the_weekday_where_asked(self, value: str, printed: str) -> None:
        assert kdate(value, weekday=True) == printed

    @pytest.mark.parametrize(
        "value",
        ["2026-02-29", "2026-13-01", "26-06-01", "2026-0601", "6월 1일", 20260601, 46174, True, "15:30"],
    )
    def it_refuses_what_is_no_date(self, value: object) -> None:
        with pytest.raises(ValueError, match="읽을 수 없습니다"):
            kdate(value)


class DescribeKmonth:
    @pytest.mark.parametrize("value", ["2026-06", "2026. 6.", "2026년 6월", "2026-06-30", date(2026, 6, 1)])
    def it_writes_year_and_month(self, value: object) -> None:
        assert kmonth(value) == "2026. 6."

    @pytest.mark.parametrize("value", ["2026-13", "2026-00", "26-06", 202606])
    def it_refuses_what_is_no_month(self, value: object) -> None:
        with pytest.raises(ValueError, match="읽을 수 없습니다"):
            kmonth(value)


class DescribeKtime:
    @pytest.mark.parametrize(
        "value", [time(9, 5), datetime(2026, 6, 1, 9, 5), "9:05", "09:05:59", "2026-06-01 09:05"]
    )
    def it_writes_24_hours(self, value: object) -> None:
        assert ktime(value) == "09:05"

    def it_writes_midnight(self) -> None:
        assert ktime(time(0, 0)) == "00:00"

    @pytest.mark.parametrize("value", ["24:00", "9:60", "2026-06-01", date(2026, 6, 1), 9])
    def it_refuses_what_has_no_time(self, value: object) -> None:
        with pytest.raises(ValueError, match="읽을 수 없습니다"):
            ktime(value)


class DescribeWeekday:
    def it_names_the_days_of_a_week(self) -> None:
        assert "".join(weekday(date(2026, 6, day)) for day in range(1, 8)) == "월화수목금토일"

    def it_reads_text(self) -> None:
        assert weekday("2026-06-07 10:00") == "일"


class DescribeAge:
    @pytest.mark.parametrize(
        ("birth", "on", "years"),
        [
            ("1984-03-09", "2026-03-08", 41),
            ("1984-03-09", "2026-03-09", 42),
            ("1999-12-31", "2026-01-01", 26),
            ("2000-01-01", "2026-01-01", 26),
            ("2000-01-01", "2025-12-31", 25),
            ("2026-06-01", "2026-06-01", 0),
            ("2004-02-29", "2023-02-28", 18),
            ("2004-02-29", "2023-03-01", 19),
            ("2004-02-29", "2024-02-29", 20),
            ("1999-02-28", "2024-02-28", 25),
        ],
    )
    def it_counts_full_years(self, birth: str, on: str, years: int) -> None:
        assert age(birth, on) == years
        assert age(date.fromisoformat(birth), datetime.fromisoformat(f"{on} 23:59")) == years

    @pytest.mark.parametrize("on", [None, BLANK, ""])
    def it_is_blank_where_the_day_is(self, on: object) -> None:
        assert age("1984-03-09", on) is on

    def it_refuses_a_day_before_the_birth(self) -> None:
        with pytest.raises(ValueError, match="태어난 날보다 앞섭니다"):
            age("2026-06-02", "2026-06-01")

    @pytest.mark.parametrize(("birth", "on"), [("미상", "2026-06-01"), ("1984-03-09", "추후")])
    def it_refuses_a_word(self, birth: str, on: str) -> None:
        with pytest.raises(ValueError, match="날짜를 읽을 수 없습니다"):
            age(birth, on)


def spaced(text: object) -> str:
    """A text with every space an ordinary one."""
    return str(text).replace("\u00a0", " ")


class DescribeKrange:
    @pytest.mark.parametrize(
        ("start", "end", "printed"),
        [
            ("2026-06-01", "2026-06-30", "2026. 6. 1. ~ 6. 30."),
            ("2025-03-02", "2025-12-31", "2025. 3. 2. ~ 12. 31."),
            ("2025-12-30", "2026-01-02", "2025. 12. 30. ~ 2026. 1. 2."),
            ("2026-06-01", "2026-06-01", "2026. 6. 1."),
            ("2025-03-02", None, "2025. 3. 2. ~"),
            (None, "2025-03-02", "~ 2025. 3. 2."),
            ("2025-03-02", "현재", "2025. 3. 2. ~ 현재"),
            ("상시", None, "상시"),
        ],
    )
    def it_leaves_out_a_repeated_year(self, start: object, end: object, printed: str) -> None:
        assert spaced(krange(start, end)) == printed
        assert spaced(krange({"from": start, "to": end})) == printed

    def it_takes_dates_as_well_as_text(self) -> None:
        period = {"from": date(2026, 6, 1), "to": date(2026, 6, 30)}
        assert spaced(krange(period)) == "2026. 6. 1. ~ 6. 30."

    def it_keeps_the_end_on_one_line(self) -> None:
        assert krange("2025-12-30", "2026-01-02") == "2025. 12. 30. ~ 2026.\u00a01.\u00a02."

    @pytest.mark.parametrize(
        ("start", "end", "printed"),
        [
            ("2026-06-01 14:00", "2026-06-01 16:00", "2026. 6. 1.(월) 14:00~16:00"),
            ("2026-06-01 14:00", "16:00", "2026. 6. 1.(월) 14:00~16:00"),
            ("2026-06-01 14:00", "2026-06-02 16:00", "2026. 6. 1.(월) 14:00 ~ 6. 2.(화) 16:00"),
            ("2026-12-31 22:00", "2027-01-01 02:00", "2026. 12. 31.(목) 22:00 ~ 2027. 1. 1.(금) 02:00"),
            ("2026-06-01 14:00", "2026-06-01 14:00", "2026. 6. 1.(월) 14:00"),
            ("2026-06-01 14:00", None, "2026. 6. 1.(월) 14:00"),
            ("2026-06-01 14:00", "미정", "2026. 6. 1.(월) 14:00 ~ 미정"),
            ("2026-06-01 14:00", "2026-06-02", "2026. 6. 1. ~ 6. 2."),
            (time(14, 0), "16:00", "14:00~16:00"),
        ],
    )
    def it_writes_times_of_one_day_once(self, start: object, end: object, printed: str) -> None:
        assert spaced(krange(start, end)) == printed

    @pytest.mark.parametrize("period", [None, "", BLANK, {}, {"from": None, "to": None}])
    def a_blank_period_prints_as_nothing(self, period: object) -> None:
        assert str(krange(period) or "") == ""

    def it_refuses_an_end_that_is_no_date(self) -> None:
        with pytest.raises(ValueError, match="'2026-06-31'에서 날짜나 시각을"):
            krange("2026-06-01", "2026-06-31")


class DescribeMoment:
    def it_is_how_a_value_prints_without_a_filter(self) -> None:
        assert moment(date(2026, 6, 1)) == "2026. 6. 1."
        assert moment(datetime(2026, 6, 1, 14, 0)) == "2026. 6. 1. 14:00"
        assert moment(time(9, 5)) == "09:05"


@pytest.mark.parametrize("write", [kdate, kmonth, ktime, weekday, krange])
class DescribeEveryDateFilter:
    @pytest.mark.parametrize("word", ["상시", "현재", "연중", "-"])
    def it_prints_a_word_in_the_place_of_a_date(self, write: Callable[[object], str], word: str) -> None:
        assert write(word) == word


class DescribeShortDay:
    @pytest.mark.parametrize("value", [date(2018, 12, 28), "2018-12-28", "2018. 12. 28."])
    def it_is_what_stands_above_a_signature(self, value: object) -> None:
        assert short_day(value) == "12/28"

    def it_leaves_words_alone(self) -> None:
        assert short_day("상시") == "상시"
