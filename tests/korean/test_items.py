"""The marks of items: the eight levels of an official paper, in their order."""

from __future__ import annotations

import pytest

from docgen.korean.items import Item, itemized, numbered


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


class DescribeItemized:
    def it_marks_each_level_in_its_own_way(self) -> None:
        text = "첫째\n" + "\n".join(f"{'  ' * n}가\n{'  ' * n}나" for n in range(1, 8))
        marks = [(item.level, item.mark) for item in itemized([text, "둘째"])]
        assert marks == [
            (1, "1."),
            *((2, "가."), (2, "나."), (3, "1)"), (3, "2)"), (4, "가)"), (4, "나)"), (5, "(1)"), (5, "(2)")),
            *((6, "(가)"), (6, "(나)"), (7, "①"), (7, "②"), (8, "㉮"), (8, "㉯")),
            (1, "2."),
        ]

    def it_gives_an_only_item_no_mark(self) -> None:
        assert itemized(["알립니다.\n  일시"]) == [Item(1, "", "알립니다."), Item(2, "", "일시")]
        below = [item.mark for item in itemized(["가\n  나\n    다\n  라", "마\n  바"])]
        assert below == ["1.", "가.", "", "나.", "2.", ""]

    def it_goes_on_with_an_item_in_a_line_that_is_not_indented(self) -> None:
        assert itemized(["알립니다.\n\n그리고"]) == [Item(1, "", "알립니다.\n그리고")]

    def it_leaves_out_no_level(self) -> None:
        assert [item.level for item in itemized(["가\n      나\n  다\n\t\t라"])] == [1, 2, 2, 3]

    def it_stops_where_a_level_has_no_more_marks(self) -> None:
        text = "가" + "".join("\n" + "  " * n + "나" for n in range(1, 7)) + ("\n" + "  " * 7 + "다") * 15
        with pytest.raises(ValueError, match="㉮ 기호는 14번까지"):
            itemized([text])

    def it_reads_nothing_as_no_items(self) -> None:
        assert itemized(["", " \n"]) == []
