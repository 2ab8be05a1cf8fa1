"""Merged cells that a page's end crosses."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from docgen.document import Cell, Document, Paragraph, Picture, Row, Section, Table, Text
from docgen.formats.html.write import print_form


def built(cuts: dict[int, frozenset[int]], text: str = "묶음") -> Element:
    """A table of four rows whose first column is one cell."""
    merged = Cell((Paragraph((Text(text),)),), 0, rows=4, shading="EEEEEE")
    rows = [Row((*([merged] if i == 0 else []), Cell((Paragraph((Text(str(i)),)),), 1))) for i in range(4)]
    return print_form(Document((Section((Table((60.0, 60.0), tuple(rows)),)),)), cuts)[0]


def spans(tree: Element) -> list[list[tuple[str | None, str]]]:
    return [
        [(cell.get("rowspan"), "".join(cell.itertext()).replace("\u2060", "")) for cell in row]
        for row in tree.iter("tr")
    ]


def it_leaves_them_whole_on_one_page() -> None:
    assert spans(built({})) == [[("4", "묶음"), (None, "0")], [(None, "1")], [(None, "2")], [(None, "3")]]


def it_cuts_them_where_a_page_begins_and_keeps_the_look_on_both() -> None:
    tree = built({0: frozenset({3})})
    assert spans(tree) == [
        [("3", "묶음"), (None, "0")],
        [(None, "1")],
        [(None, "2")],
        [(None, ""), (None, "3")],
    ]
    upper, lower = (row[0].get("class") for i, row in enumerate(tree.iter("tr")) if i in (0, 3))
    assert upper == lower  # the same shading and lines


def it_puts_the_text_into_the_part_with_room_for_it() -> None:
    tree = built({0: frozenset({1})}, text="넓은 글이 여러 줄에 걸쳐 들어가야 하는 칸")
    assert [row[0][1][:2] for row in spans(tree)] == ["", "넓은", "2", "3"]


def it_cuts_off_a_picture_that_is_wider_than_its_cell() -> None:
    def clipped(width: float) -> bool:
        cell = Cell((Paragraph((Picture(b"", "image/png", width, 20.0),)),), 0)
        tree, css = print_form(Document((Section((Table((60.0,), (Row((cell,)),)),)),)), {})
        return tree.find(".//td/div") is not None and "overflow:hidden" in css

    assert clipped(60.0)  # 49.2 points within the padding of 5.4 on each side
    assert not clipped(49.0)
