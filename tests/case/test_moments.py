from __future__ import annotations

from datetime import date, datetime, time

import pytest

from docgen.case.moments import likely_date, parse_date, parse_datetime, parse_time


class DescribeDates:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("2026-06-01", date(2026, 6, 1)),
            ("2024-02-29", date(2024, 2, 29)),
            ("2026-02-29", None),
            ("2026-6-1", None),
            ("20260601", None),
            ("2026-W01-1", None),
            ("0026-06-01", None),
            ("２０２６-06-01", None),
            ("2026-06-01 ", None),
        ],
    )
    def they_are_written_in_one_way(self, text: str, value: date | None) -> None:
        assert parse_date(text) == value

    @pytest.mark.parametrize(
        ("text", "meant"),
        [
            ("2026. 6. 1.", "2026-06-01"),
            ("2026.06.01", "2026-06-01"),
            ("2026/6/1", "2026-06-01"),
            ("2026년 6월 1일", "2026-06-01"),
            ("26-6-1", "2026-06-01"),
            ("88. 12. 3", "1988-12-03"),
            ("20260601", "2026-06-01"),
            ("2026. 2. 30.", None),
            ("6월 1일", None),
            ("곧", None),
        ],
    )
    def they_are_guessed_from_other_ways_for_the_hint(self, text: str, meant: str | None) -> None:
        assert likely_date(text) == meant


class DescribeTimes:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("09:30", time(9, 30)),
            ("23:59:59", time(23, 59, 59)),
            ("9:30", None),
            ("24:00", None),
            ("0930", None),
            ("09:30+09:00", None),
        ],
    )
    def they_are_hours_and_minutes(self, text: str, value: time | None) -> None:
        assert parse_time(text) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("2026-06-01 15:30", datetime(2026, 6, 1, 15, 30)),
            ("2026-06-01T15:30:10", datetime(2026, 6, 1, 15, 30, 10)),
            ("2026-06-01", None),
            ("2026-06-01  15:30", None),
            ("2026-06-01_15:30", None),
            ("2026-02-30 15:30", None),
            ("", None),
        ],
    )
    def they_follow_a_date(self, text: str, value: datetime | None) -> None:
        assert parse_datetime(text) == value
