"""How many slices fit on a page, and where it may end (17.3.1.14, 17.3.1.15, 17.3.1.44)."""

from __future__ import annotations

from docgen.formats.pdf.flow import Slice, stack, take


def slices(*heights: float, keep: str = "", forced: str = "") -> list[Slice]:
    """Slices of some heights; those at the places in `keep` and `forced` (as digits) are so."""
    made = [Slice(height) for height in heights]
    for i, slice_ in enumerate(made):
        slice_.keep, slice_.forced = str(i) in keep, str(i) in forced
    return made


def pages(queue: list[Slice], room: float) -> list[int]:
    """How many slices stand on each page."""
    counts = []
    while queue:
        placed, queue = take(queue, room, True, bool(counts))
        counts.append(len(placed))
    return counts


class DescribeTake:
    def it_fills_a_page(self) -> None:
        assert pages(slices(10, 10, 10, 10, 10), 25) == [2, 2, 1]

    def it_ends_no_page_after_a_slice_that_keeps_with_the_next(self) -> None:
        assert pages(slices(10, 10, 10, 10, keep="1"), 20) == [1, 2, 1]

    def it_ends_a_page_where_it_must_if_everything_keeps_together(self) -> None:
        assert pages(slices(10, 10, 10, 10, keep="0123"), 20) == [2, 2]

    def it_puts_what_is_higher_than_a_page_on_one_of_its_own(self) -> None:
        assert pages(slices(10, 50, 10), 20) == [1, 1, 1]

    def it_begins_a_page_where_one_is_asked_for(self) -> None:
        assert pages(slices(10, 10, 10, forced="1"), 100) == [1, 2]

    def it_takes_nothing_where_other_things_stand_above_and_nothing_fits(self) -> None:
        queue = slices(30, 10)
        assert take(queue, 20, fresh=False) == ([], queue)


class DescribeSpaces:
    def they_are_the_larger_of_two_that_meet(self) -> None:
        one, two = slices(10, 10)
        one.before, one.after, two.before, two.after = 3.0, 8.0, 5.0, 4.0
        placed, height = stack([one, two])
        assert [y for y, _ in placed] == [3.0, 21.0]
        assert height == 35.0

    def they_are_dropped_at_the_top_of_a_page_that_text_ran_on_to(self) -> None:
        (one,) = slices(10)
        one.before = 6.0
        assert take([one], 50, True, broken=True)[0][0][0] == 0.0
        assert take([one], 50, True, broken=False)[0][0][0] == 6.0
