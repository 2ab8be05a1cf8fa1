"""Cells that merge by what the data holds: `{% merge %}`, at any depth of loops."""

from __future__ import annotations

from typing import Any

from docgen import WordTemplate
from tests.merge.word_files import opened, shape, table_file

ROWS = [
    {"a": "인건비", "b": "수당", "c": "강사"},
    {"a": "인건비", "b": "수당", "c": "보조"},
    {"a": "운영비", "b": "수당", "c": "회의"},
    {"a": "운영비", "b": "여비", "c": "회의"},
]


def merged(cells: tuple[str, ...], rows: list[dict[str, Any]]) -> list[list[tuple[int, str, str]]]:
    blank = ("",) * (len(cells) - 1)
    template = table_file(("{%tr for r in rows %}", *blank), cells, ("{%tr endfor %}", *blank))
    return shape(opened(WordTemplate(template).render({"rows": rows})).tables[0])


class DescribeMerge:
    def the_equal_neighbours_of_a_column_become_one_cell(self) -> None:
        assert merged(("{% merge %}{{ r.a }}", "{{ r.c }}"), ROWS) == [
            [(1, "restart", "인건비"), (1, "", "강사")],
            [(1, "continue", ""), (1, "", "보조")],
            [(1, "restart", "운영비"), (1, "", "회의")],
            [(1, "continue", ""), (1, "", "회의")],
        ]

    def a_key_keeps_an_inner_column_inside_the_outer_one(self) -> None:
        inner = merged(("{% merge %}{{ r.a }}", "{% merge r.a, r.b %}{{ r.b }}"), ROWS)
        assert [row[1] for row in inner] == [
            (1, "restart", "수당"),
            (1, "continue", ""),
            (1, "", "수당"),
            (1, "", "여비"),
        ]
        across = merged(("{% merge %}{{ r.a }}", "{% merge %}{{ r.b }}"), ROWS)
        assert [row[1][1] for row in across] == ["restart", "continue", "continue", ""]

    def a_key_may_differ_from_what_the_cell_shows(self) -> None:
        rows = [{"id": 1, "n": "가"}, {"id": 1, "n": "나"}, {"id": 2, "n": "나"}]
        assert merged(("{% merge r.id %}{{ r.n }}",), rows) == [
            [(1, "restart", "가")],
            [(1, "continue", "")],
            [(1, "", "나")],
        ]

    def the_cells_without_text_stay_apart(self) -> None:
        assert [row[0][1] for row in merged(("{% merge %}{{ r.a }}",), [{"a": ""}, {"a": ""}])] == ["", ""]

    def a_cell_that_stands_alone_is_not_merged(self) -> None:
        assert merged(("{% merge %}{{ r.a }}",), ROWS[:1]) == [[(1, "", "인건비")]]

    def it_works_in_nested_loops(self) -> None:
        template = table_file(
            ("{%tr for g in groups %}", ""),
            ("{%tr for x in g['items'] %}", ""),
            ("{% merge g.name %}{{ g.name }}", "{{ x }}"),
            ("{%tr endfor %}", ""),
            ("소계", "{{ g['items'] | length }}"),
            ("{%tr endfor %}", ""),
        )
        groups = [{"name": "가", "items": [1, 2]}, {"name": "가", "items": [3]}]
        assert shape(opened(WordTemplate(template).render({"groups": groups})).tables[0]) == [
            [(1, "restart", "가"), (1, "", "1")],
            [(1, "continue", ""), (1, "", "2")],
            [(1, "", "소계"), (1, "", "2")],
            [(1, "", "가"), (1, "", "3")],
            [(1, "", "소계"), (1, "", "1")],
        ]

    def no_mark_of_it_is_left_in_the_file(self) -> None:
        template = table_file(("{%tr for r in rows %}",), ("{% merge r.a %}{{ r.a }}",), ("{%tr endfor %}",))
        document = opened(WordTemplate(template).render({"rows": ROWS}))
        assert b"docgen" not in document.part.blob
