"""The marks of items: the eight levels of an official paper, in their order."""

from __future__ import annotations

import pytest

from docgen.korean.items import numbered


class DescribeNumbered:
    @pytest.mark.parametrize(
        ("style", "second"),
        [
            ("1.", "2."),
            ("가.", "나."),
            ("1)", "2)"),
            ("가)", "나)"),
            ("(1)", "(2)"),
            ("(가)", "(나)"),
            ("①", "②"),
            ("㉮", "㉯"),
        ],
    )
    def it_knows_the_eight_styles(self, style: str, second: str) -> None:
        assert numbered(1, style) == style
        assert numbered(2, style) == second

    @pytest.mark.parametrize(
        ("place", "mark"),
        [(3, "다."), (14, "하."), (15, "거."), (16, "너."), (28, "허."), (29, "고."), (84, "히.")],
    )
    def it_goes_on_after_ha_with_geo(self, place: int, mark: str) -> None:
        assert numbered(place, "가.") == mark

    @pytest.mark.parametrize(
        ("place", "style", "mark"),
        [(10, "①", "⑩"), (20, "①", "⑳"), (21, "①", "㉑"), (50, "①", "㊿"), (14, "㉮", "㉻")],
    )
    def it_has_circled_signs(self, place: int, style: str, mark: str) -> None:
        assert numbered(place, style) == mark

    def it_counts_on_without_end_in_figures(self) -> None:
        assert numbered(120, "1)") == "120)"

    @pytest.mark.parametrize(("place", "style", "last"), [(85, "가.", 84), (51, "①", 50), (15, "㉮", 14)])
    def it_says_where_its_signs_end(self, place: int, style: str, last: int) -> None:
        with pytest.raises(ValueError, match=f"{last}번까지"):
            numbered(place, style)

    @pytest.mark.parametrize("style", ["a.", "가", "1.1", ""])
    def it_refuses_another_style(self, style: str) -> None:
        with pytest.raises(ValueError, match="항목 기호가 아닙니다"):
            numbered(1, style)

    @pytest.mark.parametrize("place", [0, -1, "1", 1.5, True])
    def it_refuses_what_is_no_place(self, place: object) -> None:
        with pytest.raises(ValueError, match="차례가 아닙니다"):
            numbered(place)
