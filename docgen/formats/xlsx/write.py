"""Write tables as an XLSX workbook: typed cells, a heading row that stays in sight, reproducible bytes.

A value keeps its own type: text is text though it looks like a formula (`quotePrefix`, ECMA-376 Part 1,
18.8.45), a date is a date. The kind of a column says how its cells look, also those that are still empty.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from docgen.errors import DataError, Diagnostic
from docgen.formats.package import Package, write_package
from docgen.formats.xlsx.table import FORMULA_SIGNS, Cell, Column, Kind, Sheet, Value, sheet_title

__all__ = ["CHOICES", "LAST_ROW", "Cell", "Column", "Kind", "Sheet", "Value", "write_workbook"]

CHOICES: Final = "고르는 말"
"""The hidden sheet that the drop-downs take their words from."""
LAST_ROW: Final = 5_000  # down to here a drop-down reaches

_FORMATS: Final = {
    Kind.TEXT: "@",
    Kind.CHOICE: "@",
    Kind.NUMBER: "#,##0",
    Kind.PLAIN: "General",
    Kind.DATE: r"yyyy\.\ m\.\ d\.",
    Kind.DATETIME: r"yyyy\.\ m\.\ d\.\ hh:mm",
    Kind.TIME: "hh:mm",
}
_RIGHT: Final = {Kind.NUMBER, Kind.PLAIN}
_CENTER: Final = {Kind.DATE, Kind.DATETIME, Kind.TIME, Kind.CHOICE}
_MAX_TEXT: Final = 32_767  # letters in a cell (ECMA-376 Part 1, 18.3.1.4, as Excel holds it)
_MAX_WIDTH: Final = 60
_LEAST: Final = {Kind.TEXT: 10, Kind.CHOICE: 10, Kind.DATE: 12, Kind.DATETIME: 18}  # to type into
_LANDSCAPE: Final = 90  # digits that fit on a page upright
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read _x0041_ as A
_EDGE: Final = Side(style="thin", color="BFBFBF")
_BORDER: Final = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_LINK: Final = Font(name="맑은 고딕", size=10, color="0563C1", underline="single")
_EPOCH: Final = datetime(1980, 1, 1)  # a fixed day, in no zone


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """The bytes of a workbook of the sheets in their order.

    Raises DataError for text that no workbook can hold (control signs, more than 32,767 letters), every
    such cell in one run.
    """
    writer = _Writer()
    for sheet in sheets:
        writer.sheet(sheet)
    if writer.findings:
        raise DataError(*writer.findings)
    return writer.bytes()


class _Writer:
    """One workbook in the making; the words of each drop-down are kept once, in a hidden sheet."""

    def __init__(self) -> None:
        self.book = Workbook()
        self.book.remove(self.book.worksheets[0])
        self.findings: list[Diagnostic] = []
        self.words: dict[tuple[str, ...], str] = {}
        self.styles = {kind: _style(kind) for kind in Kind} | {None: _heading_style()}
        for style in self.styles.values():
            self.book.add_named_style(style)

    def sheet(self, sheet: Sheet) -> None:
        page = self.book.create_sheet(_title(sheet.title, self.book.sheetnames))
        widths = [max(_width(column.heading), _LEAST.get(column.kind, 0)) for column in sheet.columns]
        for number, column in enumerate(sheet.columns, 1):
            self.heading(page, number, column)
        for row, values in enumerate(sheet.rows, 2):
            for number, (column, value) in enumerate(zip(sheet.columns, values, strict=True), 1):
                self.cell(page, row, number, column, value)
                held = value.value if isinstance(value, Cell) else value
                widths[number - 1] = max(widths[number - 1], _width(held))
        for number, (column, wide) in enumerate(zip(sheet.columns, widths, strict=True), 1):
            width = column.width or min(wide, _MAX_WIDTH) + 2
            page.column_dimensions[get_column_letter(number)].width = width
        _set_up(page)

    def heading(self, page: Worksheet, number: int, column: Column) -> None:
        cell = _cell(page, 1, number)
        self.put(cell, column.heading)
        cell.style = self.styles[None].name
        if column.note:
            cell.comment = Comment(column.note, "docgen", width=320, height=24 * (2 + len(column.note) // 22))
        page.column_dimensions[get_column_letter(number)].number_format = _FORMATS[column.kind]
        letter = get_column_letter(number)
        self.choose(page, f"{letter}2:{letter}{LAST_ROW}", column)

    def cell(self, page: Worksheet, row: int, number: int, column: Column, value: Value | Cell) -> None:
        given = value if isinstance(value, Cell) else Cell(value, column.kind)
        cell = _cell(page, row, number)
        cell.style = self.styles[None if given.head else given.kind].name
        if isinstance(given.value, str):
            self.put(cell, given.value, given.literal)
        elif given.value is not None:
            cell.value = given.value
            cell.number_format = _format(given.value, given.kind)
        if isinstance(value, Cell):
            self.choose(page, cell.coordinate, value)
        if given.link is not None:
            cell.hyperlink = Hyperlink(cell.coordinate, location=f"{quote_sheetname(given.link)}!A1")
            cell.font = _LINK

    def put(self, cell: SheetCell, text: str, literal: bool = False) -> None:
        """Text as text; a finding where no workbook can hold it."""
        where = f"{cell.parent.title}!{cell.coordinate}"
        if found := _FORBIDDEN.search(text):
            message = f"엑셀에 쓸 수 없는 제어 문자가 있습니다 (U+{ord(found[0]):04X})."
            self.findings.append(Diagnostic("xlsx.control-character", message, place=where))
        elif len(text) > _MAX_TEXT:
            message = f"글이 너무 깁니다 ({len(text):,}자). 엑셀의 한 칸에는 {_MAX_TEXT:,}자까지 들어갑니다."
            self.findings.append(Diagnostic("xlsx.too-long", message, place=where))
        else:
            cell.value = _ESCAPE.sub("_x005F_", text)
            cell.data_type = "s"  # not a formula, not an error, whatever it looks like
            if literal or text.startswith(FORMULA_SIGNS):
                cell.quotePrefix = True

    def choose(self, page: Worksheet, cells: str, chosen: Column | Cell) -> None:
        """The drop-down of cells, where they have one; what is not in it may be typed after a warning."""
        if chosen.choices:
            source = self.source(chosen.choices)
        elif chosen.among:
            title, letter = quote_sheetname(chosen.among[0]), get_column_letter(chosen.among[1])
            source = f"{title}!${letter}$2:${letter}${LAST_ROW}"
        else:
            return
        page.add_data_validation(
            DataValidation(
                type="list",
                formula1=source,
                sqref=cells,
                allow_blank=True,
                showErrorMessage=True,
                errorStyle="warning",
                errorTitle="고르는 말이 아닙니다",
                error="목록에 있는 말 가운데 하나를 고르세요.",
            )
        )

    def source(self, choices: tuple[str, ...]) -> str:
        """The cells of the hidden sheet that hold the words of a drop-down."""
        if choices not in self.words:
            letter = get_column_letter(len(self.words) + 1)
            self.words[choices] = f"{quote_sheetname(CHOICES)}!${letter}$1:${letter}${len(choices)}"
        return self.words[choices]

    def bytes(self) -> bytes:
        if self.words:
            hidden = self.book.create_sheet(CHOICES)
            hidden.sheet_state = "hidden"
            for number, choices in enumerate(self.words, 1):
                for row, word in enumerate(choices, 1):
                    self.put(_cell(hidden, row, number), word)
        held = io.BytesIO()
        self.book.save(held)
        package = Package(held.getvalue())
        about = self.book.properties
        about.created = about.modified = _EPOCH
        core = tostring(about.to_tree())
        return write_package({"docProps/core.xml": core}, package)


def _style(kind: Kind) -> NamedStyle:
    side = "right" if kind in _RIGHT else "center" if kind in _CENTER else "left"
    return NamedStyle(
        f"docgen {kind}",
        font=Font(name="맑은 고딕", size=10),
        border=_BORDER,
        alignment=Alignment(horizontal=side, vertical="center", wrap_text=kind == Kind.TEXT),
        number_format=_FORMATS[kind],
    )


def _heading_style() -> NamedStyle:
    return NamedStyle(
        "docgen heading",
        font=Font(name="맑은 고딕", size=10, bold=True),
        fill=PatternFill("solid", fgColor="D9E2F3"),
        border=_BORDER,
        alignment=Alignment(horizontal="center", vertical="center", wrap_text=True),
        number_format="@",
    )


def _set_up(page: Worksheet) -> None:
    """The heading row in sight and on every page, A4, as wide as the page, with its number."""
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    wide = sum(dimension.width for dimension in page.column_dimensions.values())
    page.page_setup.orientation = "landscape" if wide > _LANDSCAPE else "portrait"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="- &P -"))


def _cell(page: Worksheet, row: int, number: int) -> SheetCell:
    """A cell of a sheet of ours, where none are merged."""
    cell = page.cell(row, number)
    assert isinstance(cell, SheetCell)  # noqa: S101 # for the type: only merged cells are another thing
    return cell


def _title(wanted: str, taken: Iterable[str]) -> str:
    clean = sheet_title(wanted)
    title, number, used = clean, 1, {name.casefold() for name in taken}
    while title.casefold() in used:
        number += 1
        title = f"{clean[:27]} {number}"
    return title


def _width(value: Any) -> int:
    """How many digits wide the longest line of a value is."""
    if isinstance(value, datetime):
        return 18
    if isinstance(value, date):
        return 13
    lines = str("" if value is None else value).split("\n")
    return max(sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line) for line in lines)


def _format(value: Value, kind: Kind) -> str:
    """How a value that is no text is shown: a day as a day wherever it stands, a figure with its decimals."""
    match value:
        case datetime():
            return _FORMATS[Kind.DATETIME]
        case date():
            return _FORMATS[Kind.DATE]
        case time():
            return _FORMATS[Kind.TIME]
        case float() if kind == Kind.PLAIN and value.is_integer():
            return "0.0"  # a number with decimals stays one
        case float() if kind == Kind.NUMBER:
            decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
            return f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return _FORMATS[kind] if kind in _RIGHT else "General"
