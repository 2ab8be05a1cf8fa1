"""Dates of a file without a schema: unquoted ones are dates, as the YAML of most people means them."""

from __future__ import annotations

from datetime import date, datetime

from docgen.case.load import parse_case
from docgen.case.unchecked import unchecked


def it_reads_unquoted_dates_and_leaves_quoted_ones() -> None:
    text = "a: 2026-06-01\nb: '2026-06-01'\nc: [2026-06-01 15:30, 2026-02-30, 2026-06]\n"
    text += 'd: {e: "2026-06-01"}\nf: 14:00\n'
    assert unchecked(parse_case(text.encode(), "a.yaml")) == {
        "a": date(2026, 6, 1),
        "b": "2026-06-01",
        "c": [datetime(2026, 6, 1, 15, 30), "2026-02-30", "2026-06"],
        "d": {"e": "2026-06-01"},
        "f": "14:00",
    }


def it_takes_everything_in_json_as_text() -> None:
    assert unchecked(parse_case(b'{"a": "2026-06-01"}', "a.json")) == {"a": "2026-06-01"}
