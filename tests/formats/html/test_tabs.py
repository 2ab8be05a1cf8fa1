"""Which tab stop a tab leads to (ECMA-376 Part 1, 17.3.1.37): the first beyond what stands before it."""

from __future__ import annotations

import pytest

from docgen.document import Paragraph, ParagraphFormat, Tab, TabStop, Text
from docgen.formats.html.tabs import stretches


def stops(*inlines: Text | Tab, label: str | None = None, **look: object) -> list[float | None]:
    """Where the tab after each stretch leads."""
    made = Paragraph(inlines, ParagraphFormat(**look), label=label)  # type: ignore[arg-type]  # a test's shorthand
    return [piece.end for piece in stretches(made)]


@pytest.mark.parametrize("align", ["left", "center", "right", "decimal"])
def it_is_another_one_for_each_tab(align: str) -> None:
    tabs = tuple(TabStop(position, align) for position in (200.0, 350.0))  # type: ignore[arg-type]  # as above
    row = (Text("항목"), Tab(), Text("1,000"), Tab(), Text("2,000"))
    assert stops(*row, tabs=tabs) == [200.0, 350.0, None]


def it_is_the_hanging_indent_after_a_label() -> None:
    assert stops(Text("글"), label="1.", left=0.0, first_line=-20.0) == [0.0, None]
    assert stops(Text("글"), label="1.", left=36.0, first_line=-18.0) == [36.0, None]


def it_is_a_multiple_of_the_default_where_the_paragraph_names_none() -> None:
    assert stops(Text("가"), Tab(), Tab(), Text("나")) == [40.0, 80.0, None]
