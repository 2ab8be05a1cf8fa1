"""What is read of a workbook, and what is refused before it fills the memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime, time, timedelta

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from docgen.errors import DataError
from docgen.formats.xlsx.read import Fault, Grid, ReadCell, read_workbook
from docgen.formats.xlsx.write import Cell, Column, Sheet, write_workbook

SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def packed(book: Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def grid(**cells: object) -> Grid:
    """The sheet of a workbook with some cells, as openpyxl writes it."""
    book = openpyxl.Workbook()
    for place, value in cells.items():
        book.worksheets[0][place] = value
    return read_workbook(packed(book))[0]


def changed(parts: Mapping[str, bytes]) -> bytes:
    """A workbook with other parts in the place of its own."""
    made, held = packed(openpyxl.Workbook()), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
    return held.getvalue()


def sheet(inner: str) -> dict[str, bytes]:
    return {SHEET: f'<worksheet xmlns="{NAMESPACE}">{inner}</worksheet>'.encode()}


class DescribeACell:
    @pytest.mark.parametrize(
        ("value", "read"),
        [
            ("글", ReadCell("글")),
            (3, ReadCell(3)),
            (2.5, ReadCell(2.5)),
            (True, ReadCell(True)),
            (datetime(2026, 6, 1), ReadCell(datetime(2026, 6, 1))),
            (time(9, 5), ReadCell(time(9, 5))),
            (timedelta(hours=9, minutes=5), ReadCell(time(9, 5))),
            ("#DIV/0!", ReadCell(Fault("#DIV/0!"))),
            ("=1+1", ReadCell(Fault("수식"))),  # openpyxl computes nothing
        ],
    )
    def it_has_its_value_or_its_fault(self, value: object, read: ReadCell) -> None:
        assert grid(B3=value).rows == {3: {2: read}}

    def it_has_the_value_of_its_formula_where_the_file_has_it(self) -> None:
        cells = '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>'
        assert read_workbook(changed(sheet(cells)))[0].rows == {1: {1: ReadCell(2)}}

    def it_tells_text_that_is_meant_as_typed(self) -> None:
        made = write_workbook([Sheet("표", (Column("가"),), [[Cell("나", literal=True)], ["=다"], ["라"]])])
        rows = read_workbook(made)[0].rows
        assert [rows[row][1].literal for row in (2, 3, 4)] == [True, False, False]

    @pytest.mark.parametrize("text", ["_x0041_", "a\r\nb", "\ttab", "_x005F_", "=1+1", "😀"])
    def it_gives_back_the_text_that_was_written(self, text: str) -> None:
        made = write_workbook([Sheet("표", (Column("가"),), [[text]])])
        assert read_workbook(made)[0].rows[2][1].value == text

    def it_gives_back_whether_a_number_has_decimals(self) -> None:
        book = openpyxl.Workbook()
        book.worksheets[0]["A1"] = 4
        book.worksheets[0]["A1"].number_format = "0.0"
        assert read_workbook(packed(book))[0].rows[1][1] == ReadCell(4, decimals=True)

    @pytest.mark.parametrize("value", ["1e400", "9" * 400])
    def it_is_at_fault_where_its_number_is_beyond_all_bounds(self, value: str) -> None:
        cells = f'<sheetData><row r="1"><c r="A1"><v>{value}</v></c></row></sheetData>'
        assert read_workbook(changed(sheet(cells)))[0].rows == {1: {1: ReadCell(Fault("#NUM!"))}}

    def it_is_found_without_its_reference(self) -> None:
        cells = (
            '<sheetData><row r="7"><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>'
        )
        assert read_workbook(changed(sheet(cells)))[0].rows == {
            7: {1: ReadCell(1), 2: ReadCell(2)},
            8: {1: ReadCell(3)},
        }


class DescribeASheet:
    def it_may_be_hidden(self) -> None:
        book = openpyxl.Workbook()
        book.create_sheet("둘").sheet_state = "veryHidden"
        assert [(each.title, each.hidden) for each in read_workbook(packed(book))] == [
            ("Sheet", False),
            ("둘", True),
        ]

    def its_merged_cells_are_repeated_downwards_only(self) -> None:
        book = openpyxl.Workbook()
        page = book.worksheets[0]
        page["A1"], page["B2"], page["B3"] = "가", 2, 3
        page.merge_cells("A1:A3")
        page["C2"] = "옆"
        page.merge_cells("C2:D2")
        read = read_workbook(packed(book))[0]
        assert [read.rows[row][1].value for row in (1, 2, 3)] == ["가", "가", "가"]
        assert read.across == ("C2:D2",)


class DescribeAHostileWorkbook:
    @pytest.mark.parametrize(
        ("inner", "code"),
        [
            ('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>', "xlsx.too-large"),
            ('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>', "xlsx.too-large"),
            ('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', "xlsx.too-large"),
            ("<sheetData>" + " " * (65 * 2**20) + "</sheetData>", "package.bomb"),
            ('<sheetData><row r="x"><c r="A1" t="s"><v>99</v></c></row></sheetData>', "xlsx.damaged"),
        ],
    )
    def it_is_refused_before_it_is_read(self, inner: str, code: str) -> None:
        with pytest.raises(DataError) as caught:
            read_workbook(changed(sheet(inner)))
        assert caught.value.diagnostics[0].code == code

    def its_cells_are_counted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("docgen.formats.xlsx.read.MAX_CELLS", 2)
        rows = "<row><c><v>1</v></c></row>" * 3
        with pytest.raises(DataError) as caught:
            read_workbook(changed(sheet(f"<sheetData>{rows}</sheetData>")))
        assert caught.value.diagnostics[0].code == "xlsx.too-large"

    def its_entities_are_refused(self) -> None:
        part = f'<!DOCTYPE x [<!ENTITY e "가">]><worksheet xmlns="{NAMESPACE}"><sheetData/></worksheet>'
        with pytest.raises(DataError) as caught:
            read_workbook(changed({SHEET: part.encode()}))
        assert caught.value.diagnostics[0].code == "package.dtd"

    @pytest.mark.parametrize("part", ["xl/workbook.xml", "[Content_Types].xml"])
    def its_damaged_parts_are_a_finding(self, part: str) -> None:
        with pytest.raises(DataError):
            read_workbook(changed({part: b"<a/>"}), "case.xlsx")

    def a_hyperlink_over_all_cells_costs_nothing(self) -> None:
        inner = '<sheetData/><hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'
        assert read_workbook(changed(sheet(inner)))[0].rows == {}
