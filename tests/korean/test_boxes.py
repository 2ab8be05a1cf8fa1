"""Boxes before choices, and rows without data."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.korean.boxes import BLANK, blank, box, check, rows


class DescribeBox:
    @pytest.mark.parametrize(("value", "boxed", "checked"), [(True, "■", "☑"), (False, "□", "☐")])
    def it_shows_whether_a_choice_was_made(self, value: object, boxed: str, checked: str) -> None:
        assert (box(value), check(value)) == (boxed, checked)

    @pytest.mark.parametrize("value", [None, "", BLANK])
    def it_is_empty_where_nothing_is_said(self, value: object) -> None:
        assert (box(value), check(value)) == ("□", "☐")


class DescribeRows:
    def it_fills_up_to_the_printed_number(self) -> None:
        assert rows(["가"], 3) == ["가", BLANK, BLANK]

    def it_keeps_every_item_where_there_are_more(self) -> None:
        assert rows(["가", "나", "다"], 2) == ["가", "나", "다"]

    @pytest.mark.parametrize("nothing", [None, "", [], BLANK])
    def it_makes_an_empty_form_of_nothing(self, nothing: object) -> None:
        assert rows(nothing, 2) == [BLANK, BLANK]

    @pytest.mark.parametrize("value", ["홍길동", {"name": "홍길동"}, 3, True])
    def it_refuses_what_is_no_list(self, value: object) -> None:
        with pytest.raises(ValueError, match="목록이 아닙니다"):
            rows(value, 2)

    def a_blank_row_prints_as_nothing_whatever_is_asked_of_it(self) -> None:
        assert str(BLANK.period["from"]) == ""
        assert list(BLANK.lectures) == []

    def a_blank_row_has_no_python_insides(self) -> None:
        with pytest.raises(AttributeError):
            _ = BLANK.__globals__


class DescribeBlank:
    @pytest.mark.parametrize("value", [None, "", "  ", "\u3000", BLANK, [], {}])
    def it_holds_that_nothing_is_blank(self, value: object) -> None:
        assert blank(value)

    @pytest.mark.parametrize("value", [0, 0.0, Decimal(0), False, "0", "-"])
    def a_zero_a_no_and_a_dash_are_something(self, value: object) -> None:
        assert not blank(value)
