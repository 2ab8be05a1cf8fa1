"""How the vocabulary of a form becomes a table."""

from __future__ import annotations

import pytest

from docgen.catalogue.form.grid import table
from docgen.catalogue.form.parts import (
    Entry,
    Grid,
    Heading,
    Label,
    LongText,
    Repeat,
    Row,
    Title,
    checkboxes,
)
from docgen.document import Border, Borders, Cell, Paragraph, Table, Text


def words(cell: Cell) -> str:
    paragraphs = [block for block in cell.blocks if isinstance(block, Paragraph)]
    return "/".join("".join(i.text for i in p.inlines if isinstance(i, Text)) for p in paragraphs)


def layout(made: Table) -> list[list[tuple[int, int, int, str]]]:
    return [[(c.column, c.columns, c.rows, words(c)) for c in row.cells] for row in made.rows]


def keeps(cell: Cell) -> list[bool]:
    return [block.format.keep_next for block in cell.blocks if isinstance(block, Paragraph)]


class DescribeRows:
    def it_lays_cells_from_left_to_right_past_covered_squares(self) -> None:
        grid = Grid(
            (10, 10, 10),
            (
                Row((Label("가", rows=2), Label("나"), Entry("{{ a }}"))),
                Row((Label("다"), Entry("{{ b }}"))),
                Row((Label("라"), Entry("{{ c }}", columns=2))),
            ),
        )
        assert layout(table(grid)) == [
            [(0, 1, 2, "가"), (1, 1, 1, "나"), (2, 1, 1, "{{ a }}")],
            [(1, 1, 1, "다"), (2, 1, 1, "{{ b }}")],
            [(0, 1, 1, "라"), (1, 2, 1, "{{ c }}")],
        ]

    def it_lays_titles_headings_and_long_texts_over_the_whole_width(self) -> None:
        made = table(
            Grid((10, 10), (Title("이름"), Heading("■ 구역"), LongText("{{ x }}", "*도움말", height=60)))
        )
        assert layout(made) == [
            [(0, 2, 1, "이름")],
            [(0, 2, 1, "■ 구역")],
            [(0, 2, 1, "*도움말/{{ x }}")],
        ]
        assert round(made.rows[2].height or 0, 1) == 170.1  # 60 mm
        assert [row.splittable for row in made.rows] == [False, False, True]

    def it_keeps_headings_and_header_rows_with_what_follows(self) -> None:
        made = table(
            Grid(
                (10, 10),
                (Heading("■"), Row((Label("가", help="나"), Label("다"))), Row((Label("라"), Entry()))),
            )
        )
        kept = [[keeps(cell) for cell in row.cells] for row in made.rows]
        assert kept == [[[True]], [[True, True], [True]], [[False], [False]]]

    def it_puts_the_small_print_of_a_label_below_it(self) -> None:
        made = table(Grid((10,), (Row((Label("가", help="(나)\n※ 다"),)),)))
        styles = [block.style for block in made.rows[0].cells[0].blocks if isinstance(block, Paragraph)]
        assert (words(made.rows[0].cells[0]), styles) == (
            "가/(나)/※ 다",
            ["label", "help-label", "help-label"],
        )

    def it_draws_thicker_lines_around_the_table(self) -> None:
        lines = (
            table(Grid((10, 10), (Row((Label("가"), Entry())), Row((Label("나"), Entry())))))
            .rows[0]
            .cells[0]
            .borders
        )
        inner, outer = Border(width=0.5), Border(width=1.0)
        assert (lines.top, lines.right, lines.bottom, lines.left) == (outer, inner, inner, outer)


class DescribeRepetitions:
    def it_puts_the_tags_in_rows_of_their_own(self) -> None:
        made = table(
            Grid((10, 10), (Repeat("row in xs | rows(2)", (Entry("{{ row.a }}"), Entry("{{ row.b }}"))),))
        )
        assert layout(made) == [
            [(0, 2, 1, "{%tr for row in xs | rows(2) %}")],
            [(0, 1, 1, "{{ row.a }}"), (1, 1, 1, "{{ row.b }}")],
            [(0, 2, 1, "{%tr endfor %}")],
        ]

    def it_covers_the_rows_of_the_tags_with_a_label_that_starts_above(self) -> None:
        head = Row((Label("가", rows=2), Label("나")))
        made = table(
            Grid((10, 10), (head, Repeat("row in xs", (Entry("{{ row }}"),)), Row((Entry(), Entry()))))
        )
        assert layout(made) == [
            [(0, 1, 4, "가"), (1, 1, 1, "나")],
            [(1, 1, 1, "{%tr for row in xs %}")],
            [(1, 1, 1, "{{ row }}")],
            [(1, 1, 1, "{%tr endfor %}")],
            [(0, 1, 1, ""), (1, 1, 1, "")],
        ]

    def it_marks_labels_in_the_repeated_row_as_merged(self) -> None:
        first = Repeat("row in xs", (Label("가", rows=2), Label("나"), Entry("{{ row }}")))
        second = Repeat("row in ys", (Label("다"), Entry("{{ row }}")))
        assert layout(table(Grid((10, 10, 10), (first, second)))) == [
            [(0, 3, 1, "{%tr for row in xs %}")],
            [(0, 1, 5, "{% vm %}가"), (1, 1, 1, "{% vm %}나"), (2, 1, 1, "{{ row }}")],
            [(1, 2, 1, "{%tr endfor %}")],
            [(1, 2, 1, "{%tr for row in ys %}")],
            [(1, 1, 1, "{% vm %}다"), (2, 1, 1, "{{ row }}")],
            [(1, 2, 1, "{%tr endfor %}")],
        ]

    def they_take_no_values_in_labels_which_print_once(self) -> None:
        with pytest.raises(ValueError, match="값은 Entry에"):
            table(Grid((10,), (Repeat("row in xs", (Label("{{ row.a }}"),)),)))


def it_writes_a_box_for_each_choice() -> None:
    line = checkboxes("m.kind", {"pre": "사전", "post": "사후"})
    assert line == "{{ (m.kind == 'pre') | box }} 사전   {{ (m.kind == 'post') | box }} 사후"


class DescribeCells:
    def they_set_numbers_at_the_right(self) -> None:
        (number,) = table(Grid((10,), (Row((Entry("{{ a }}", align="right"),)),))).rows[0].cells
        assert [block.style for block in number.blocks if isinstance(block, Paragraph)] == ["number"]

    def they_have_neither_lines_nor_shades_in_a_plain_grid(self) -> None:
        made = table(Grid((10, 10), (Row((Label("수신"), Entry("{{ to }}"))),), plain=True))
        label, entry = made.rows[0].cells
        assert (label.borders, label.shading, made.rows[0].height) == (Borders(), None, None)
        assert (words(label), words(entry)) == ("수신", "{{ to }}")
