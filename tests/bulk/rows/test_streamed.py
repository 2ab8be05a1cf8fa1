"""Shared strings, as Excel writes them: a text once, cells say its place."""

from __future__ import annotations

import io
import zipfile

import pytest

from docgen.bulk.rows.row import Table
from docgen.bulk.rows.workbook import read_workbook
from docgen.errors import DataError
from tests.bulk.rows.test_workbook import saved, workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def shared(items: str, places: list[int]) -> Table:
    """A sheet of one column whose cells are the shared strings of these places."""
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{at}</v></c></row>' for n, at in enumerate(places, 1))
    with zipfile.ZipFile(io.BytesIO(saved(workbook(["x"])))) as made:
        members = {name: made.read(name) for name in made.namelist()}
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    members["xl/worksheets/sheet1.xml"] = sheet.encode()
    members["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{items}</sst>'.encode()
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{STRINGS}"/></Types>'
    types = members["[Content_Types].xml"].decode()
    if STRINGS not in types:
        members["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return read_workbook(file, "명단.xlsx")


class DescribeSharedStrings:
    def they_are_the_texts_of_the_cells_that_name_them(self) -> None:
        items = "<si><t>성명</t></si><si><r><t>한</t></r><r><t>가람</t></r></si><si><t>도담 &amp; 😀</t></si>"
        table = shared(items, [0, 2, 1, 2])
        assert [row.values["성명"] for row in table.rows] == ["도담 & 😀", "한가람", "도담 & 😀"]

    def they_may_be_more_than_memory_keeps(self) -> None:
        names = [f"{n}{'가' * 400}" for n in range(1_500)]  # 1.8 MB
        items = "".join(f"<si><t>{name}</t></si>" for name in ["성명", *names])
        table = shared(items, [0, *range(1_500, 0, -1)])
        assert [row.values["성명"] for row in table.rows] == names[::-1]

    @pytest.mark.parametrize("place", [1, -1])
    def a_place_that_is_none_is_damage(self, place: int) -> None:
        with pytest.raises(DataError) as caught:
            list(shared("<si><t>성명</t></si>", [0, place]).rows)
        assert caught.value.diagnostics[0].code == "rows.damaged"

    def a_table_that_is_torn_is_damage(self) -> None:
        with pytest.raises(DataError) as caught:
            shared("<si><t>성명", [0])
        assert caught.value.diagnostics[0].code == "rows.damaged"
