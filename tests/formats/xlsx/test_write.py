from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from docgen.errors import DataError
from docgen.formats.xlsx.write import Cell, Column, Kind, Sheet, Value, write_workbook

COLUMNS = (
    Column("연번", Kind.PLAIN),
    Column("성명", note="신분증의 이름"),
    Column("구분", Kind.CHOICE, choices=("교원", "직원, 기타")),
    Column("금액", Kind.NUMBER),
    Column("날짜", Kind.DATE),
)


def book(*sheets: Sheet) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_workbook(sheets)))


def page(*rows: Sequence[Value | Cell], columns: tuple[Column, ...] = COLUMNS) -> Worksheet:
    return book(Sheet("명단", columns, rows)).worksheets[0]


class DescribeAWorkbook:
    def it_is_the_same_every_time(self) -> None:
        sheet = Sheet("명단", COLUMNS, [(1, "한가람", "교원", 3, date(2026, 6, 1))])
        assert write_workbook([sheet]) == write_workbook([sheet])

    def it_bears_no_day_of_its_making(self) -> None:
        with zipfile.ZipFile(io.BytesIO(write_workbook([Sheet("명단", COLUMNS)]))) as packed:
            assert {info.date_time[0] for info in packed.infolist()} == {1980}
            assert b"1980-01-01T00:00:00Z" in packed.read("docProps/core.xml")
            assert b"2026" not in packed.read("docProps/core.xml")

    def its_sheets_bear_titles_that_excel_takes(self) -> None:
        sheet = Sheet("명단: 2026/6 [가] 아주 긴 이름의 학교와 아주 긴 과정", COLUMNS[:1])
        titles = book(sheet, sheet).sheetnames
        assert titles == [
            "명단 2026 6 가 아주 긴 이름의 학교와 아주 긴 과",
            "명단 2026 6 가 아주 긴 이름의 학교와 아주 2",
        ]


class DescribeAHeading:
    def it_is_bold_shaded_in_sight_and_on_every_page(self) -> None:
        sheet = page()
        assert [cell.value for cell in sheet[1]] == ["연번", "성명", "구분", "금액", "날짜"]
        assert all(cell.font.bold and cell.fill.fgColor.rgb == "00D9E2F3" for cell in sheet[1])
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")

    def its_note_is_a_comment(self) -> None:
        comment = page()["B1"].comment
        assert comment is not None
        assert comment.text == "신분증의 이름"


class DescribeACell:
    @pytest.mark.parametrize(
        "text", ["=1+1", "+82 10", "-3", "@SUM(A1)", '=HYPERLINK("http://x")', "#N/A", "007", "TRUE", ""]
    )
    def it_holds_text_as_text(self, text: str) -> None:
        cell = page((1, text, None, None, None))["B2"]
        assert (cell.value or "", cell.data_type if text else "s") == (text, "s")
        assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))

    @pytest.mark.parametrize(
        ("value", "held", "shown"),
        [
            (date(2026, 6, 1), datetime(2026, 6, 1), r"yyyy\.\ m\.\ d\."),
            (datetime(2026, 6, 1, 15, 30), datetime(2026, 6, 1, 15, 30), r"yyyy\.\ m\.\ d\.\ hh:mm"),
            (time(9, 5), time(9, 5), "hh:mm"),
            (1234567, 1234567, "#,##0"),
            (4.25, 4.25, "#,##0.00"),
            (4.0, 4, "#,##0"),
        ],
    )
    def it_keeps_the_type_of_its_value(self, value: Value, held: object, shown: str) -> None:
        cell = page((None, None, None, value, None))["D2"]
        assert (cell.value, cell.number_format) == (held, shown)

    def it_looks_like_its_column(self) -> None:
        sheet = page((1, "가", "교원", 3, None))
        sides = [cell.alignment.horizontal for cell in sheet[2]]
        assert sides == ["right", "left", "center", "right", "center"]
        assert sheet["E2"].number_format == sheet.column_dimensions["E"].number_format

    def it_may_differ_from_its_column(self) -> None:
        assert page((1, Cell(date(2026, 6, 1), Kind.DATE), None, None, None))["B2"].is_date

    def a_hangul_glyph_is_two_digits_wide(self) -> None:
        widths = page((1, "가나다라마바사아자차", None, None, None)).column_dimensions
        assert (widths["A"].width, widths["B"].width) == (6, 22)

    def the_text_that_excel_would_unescape_is_escaped(self) -> None:
        # ECMA-376 Part 1, 22.4.2.4 (ST_Xstring): _x0041_ stands for A, _x005F_ for the underscore itself
        assert page((1, "_x0041_", None, None, None))["B2"].value == "_x005F_x0041_"

    def the_text_that_no_workbook_holds_is_a_finding_each(self) -> None:
        rows = [(1, "a\x07", None, None, None), (2, "가" * 32768, None, None, None)]
        with pytest.raises(DataError) as raised:
            page(*rows)
        found = [(each.code, each.place) for each in raised.value.diagnostics]
        assert found == [("xlsx.control-character", "명단!B2"), ("xlsx.too-long", "명단!B3")]


class DescribeADropDown:
    def it_takes_its_words_from_a_hidden_sheet(self) -> None:
        made = book(Sheet("명단", COLUMNS))
        (rule,) = made.worksheets[0].data_validations.dataValidation
        assert (rule.formula1, str(rule.sqref)) == ("'고르는 말'!$A$1:$A$2", "C2:C5000")
        hidden = made["고르는 말"]
        assert hidden.sheet_state == "hidden"
        assert [cell.value for cell in hidden["A"]] == ["교원", "직원, 기타"]


class DescribeALink:
    def it_leads_to_a_sheet(self) -> None:
        sheet = Sheet("목차", (Column("시트"),), [[Cell("명단", link="명 단")]])
        link = book(sheet).worksheets[0]["A2"].hyperlink
        assert link is not None
        assert (link.location, link.target) == ("'명 단'!A1", None)
