"""Cells that the data merge are merged in every rendering: 비목 and 세목 of a budget, by hand."""

from __future__ import annotations

import io

import pypdf
import pytest
from lxml import html

from docgen import WordTemplate
from docgen.formats.convert import convert
from tests.merge.word_files import opened, shape, table_file

ROWS = [
    {"group": "직접비", "item": "인건비", "won": 1},
    {"group": "직접비", "item": "인건비", "won": 2},
    {"group": "직접비", "item": "활동비", "won": 3},
    {"group": "간접비", "item": "활동비", "won": 4},
]


@pytest.fixture(scope="module")
def merged() -> bytes:
    template = table_file(
        ("{%tr for r in rows %}", "", ""),
        ("{% merge %}{{ r.group }}", "{% merge r.group, r.item %}{{ r.item }}", "{{ r.won }}"),
        ("{%tr endfor %}", "", ""),
    )
    return WordTemplate(template).render({"rows": ROWS})


def it_is_so_in_word(merged: bytes) -> None:
    spans = [[merge for _, merge, _ in row] for row in shape(opened(merged).tables[0])]
    assert spans == [
        ["restart", "restart", ""],
        ["continue", "continue", ""],
        ["continue", "", ""],
        ["", "", ""],
    ]


def it_is_so_in_html(merged: bytes) -> None:
    page = html.fromstring(convert(merged, "html")[0].decode())
    rows = [
        [(cell.text_content(), cell.get("rowspan", "1")) for cell in row.iter("td")]
        for row in page.iter("tr")
    ]
    assert rows == [
        [("직접비", "3"), ("인건비", "2"), ("1", "1")],
        [("2", "1")],
        [("활동비", "1"), ("3", "1")],
        [("간접비", "1"), ("활동비", "1"), ("4", "1")],
    ]


def it_is_so_in_pdf(merged: bytes) -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(convert(merged, "pdf")[0])).pages
    words = page.extract_text().split()
    assert sorted(words) == sorted(["직접비", "인건비", "활동비", "간접비", "활동비", "1", "2", "3", "4"])
