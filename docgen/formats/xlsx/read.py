"""Read the values of a workbook from a stranger: bounded, no link followed, no formula computed.

Before openpyxl sees the file, its parts are unpacked within bounds and parsed without entities
(docgen.formats.package), and the cells and merged ranges of every sheet are counted.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any, Final

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from docgen.errors import DataError, Diagnostic
from docgen.formats.package import Package
from docgen.formats.xlsx.table import FORMULA_SIGNS, Value

__all__ = ["Fault", "Grid", "ReadCell", "read_workbook"]

MAX_UNPACKED: Final = 64 * 2**20  # bytes of all parts; a case of a school has some hundred kB
MAX_CELLS: Final = 400_000  # with a value, or merged, in the whole workbook
MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 500

_GREATEST: Final = 10**300  # Excel's own numbers end at 1e308
_NS: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REFERENCE: Final = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")  # ST_Xstring, ECMA-376 Part 1, 22.4.2.4


@dataclass(frozen=True, slots=True)
class Fault:
    """What stands in a cell instead of a value: an error of Excel (#N/A), or a formula not yet computed."""

    text: str


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A value that is there; `literal` where it is text marked as typed (quotePrefix) that needs no mark to
    be text, `decimals` where it is a whole number shown with some."""

    value: Value | Fault
    literal: bool = False
    decimals: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its cells by row and column, from 1, blank ones left out. A cell merged with those below it
    stands in each of them; `across` are the ranges merged over several columns."""

    title: str
    hidden: bool
    rows: Mapping[int, Mapping[int, ReadCell]]
    across: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Extent:
    """What was counted in the part of a sheet."""

    rows: int
    columns: int
    cells: int
    uncomputed: frozenset[str]
    merged: tuple[str, ...]


def read_workbook(data: bytes, name: str = "") -> list[Grid]:
    """The sheets of a workbook in their order; charts and macros are left out.

    Raises DataError when the bytes are no workbook, are damaged, or exceed a bound.
    """
    extents = _measured(_package(data, name), name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not carry over: nothing is written back
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            grids = [_grid(page, extents[_part(page)]) for page in book.worksheets]
    except Exception as error:  # whatever openpyxl meets in a damaged file, it raises in its own way
        raise _fault("xlsx.damaged", "엑셀 파일이 손상되어 읽을 수 없습니다.", name, _SAVE_AGAIN) from error
    if not grids:
        raise _fault("xlsx.no-sheet", "엑셀 파일에 시트가 없습니다.", name, _SAVE_AGAIN)
    return grids


_SAVE_AGAIN: Final = "엑셀에서 열어 '다른 이름으로 저장'에서 'Excel 통합 문서(.xlsx)'로 다시 저장하세요."


def _package(data: bytes, name: str) -> Package:
    """The parts of the workbook; what is no zip is said to be no workbook."""
    try:
        return Package(data, name)
    except DataError as error:
        if error.diagnostics[0].code != "package.not-a-zip":
            raise
        raise _fault("xlsx.damaged", "엑셀 파일이 끝까지 들어 있지 않습니다.", name, _SAVE_AGAIN) from error


def _fault(code: str, message: str, name: str, hint: str | None = None) -> DataError:
    return DataError(Diagnostic(code, message, file=name or None, hint=hint))


def _part(page: Any) -> str:
    """The part that a sheet lies in."""
    path: str = page._worksheet_path  # nothing public tells it
    return path.lstrip("/")


def _measured(package: Package, name: str) -> dict[str, _Extent]:
    """The extent of every sheet by its part; DataError where the workbook is too large for a case."""
    if sum(package.packed(part).size for part in package.names) > MAX_UNPACKED:
        raise _fault("package.bomb", "압축을 풀면 지나치게 큰 파일입니다.", name)
    roots = {part: package.xml(part) for part in package.names if part.endswith((".xml", ".rels"))}
    extents = {part: _extent(root) for part, root in roots.items() if root.tag == f"{_NS}worksheet"}
    for extent in extents.values():
        if extent.rows > MAX_ROWS or extent.columns > MAX_COLUMNS:
            message = f"표가 너무 큽니다 ({MAX_ROWS:,}행, {MAX_COLUMNS}열까지 읽습니다)."
            raise _fault("xlsx.too-large", message, name, "맨 아래나 맨 오른쪽에 남은 값이 있는지 보세요.")
    if sum(extent.cells for extent in extents.values()) > MAX_CELLS:
        message = f"값이 든 칸이 너무 많습니다 ({MAX_CELLS:,}칸까지 읽습니다)."
        raise _fault("xlsx.too-large", message, name, "자료를 여러 파일로 나누세요.")
    return extents


def _extent(root: etree._Element) -> _Extent:
    rows = columns = count = number = 0
    uncomputed = set()
    for row in root.iter(f"{_NS}row"):
        number = _number_of(row, number + 1)
        for place, cell in enumerate(row.iter(f"{_NS}c"), 1):
            if len(cell):
                rows, count = number, count + 1
                columns = max(columns, _column_of(cell, place))
                if cell.find(f"{_NS}f") is not None and not cell.findtext(f"{_NS}v"):
                    uncomputed.add(cell.get("r", ""))
    merged = tuple(each.get("ref", "") for each in root.iter(f"{_NS}mergeCell"))
    cells = count + sum(_area(reference) for reference in merged)
    return _Extent(rows, columns, cells, frozenset(uncomputed), merged)


def _number_of(row: etree._Element, default: int) -> int:
    written = row.get("r", "")
    return max(default, int(written)) if re.fullmatch("[0-9]{1,7}", written) else default


def _column_of(cell: etree._Element, default: int) -> int:
    match = _REFERENCE.fullmatch(cell.get("r", ""))
    return max(default, _number(match[1])) if match else default


def _number(letters: str) -> int:
    """The number of a column by its letters: A is 1, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _bounds(reference: str) -> tuple[int, int, int, int]:
    """First column and row, last column and row of a range; of one cell where it is no range."""
    try:
        left, top, right, bottom = range_boundaries(reference)
    except (ValueError, TypeError):
        return 1, 1, 1, 1
    return left or 1, top or 1, right or MAX_COLUMNS, bottom or MAX_ROWS


def _area(reference: str) -> int:
    left, top, right, bottom = _bounds(reference)
    return (min(right, MAX_COLUMNS) - left + 1) * (min(bottom, MAX_ROWS) - top + 1)


def _grid(page: Worksheet, extent: _Extent) -> Grid:
    rows: dict[int, dict[int, ReadCell]] = {}
    if extent.rows:
        for number, cells in enumerate(page.iter_rows(1, extent.rows, 1, extent.columns), 1):
            if found := dict(_cells(cells, number, extent.uncomputed)):
                rows[number] = found
    across = tuple(reference for reference in extent.merged if _fill(rows, *_bounds(reference)))
    return Grid(page.title, page.sheet_state != "visible", rows, across)


def _cells(cells: Any, row: int, uncomputed: frozenset[str]) -> Iterator[tuple[int, ReadCell]]:
    for number, cell in enumerate(cells, 1):
        if cell.value is not None:
            yield number, _read(cell, cell.value)
        elif f"{get_column_letter(number)}{row}" in uncomputed:
            yield number, ReadCell(Fault("수식"))


def _read(cell: Any, value: Any) -> ReadCell:
    if cell.data_type == "e":
        return ReadCell(Fault(str(value)))
    if isinstance(value, str):
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
        return ReadCell(text, bool(cell.style_array.quotePrefix) and not text.startswith(FORMULA_SIGNS))
    if isinstance(value, timedelta):  # a time of the format [h]:mm
        minutes = round(value.total_seconds() / 60)
        return ReadCell(time(minutes // 60, minutes % 60) if 0 <= minutes < 24 * 60 else str(value))
    if isinstance(value, int | float) and not abs(value) < _GREATEST:
        return ReadCell(Fault("#NUM!"))
    return ReadCell(value, decimals=isinstance(value, int) and "." in cell.number_format)


def _fill(rows: dict[int, dict[int, ReadCell]], left: int, top: int, right: int, bottom: int) -> bool:
    """Repeat a cell in those below that it is merged with; True for a range over several columns."""
    held = rows.get(top, {}).get(left)
    if held is None or right > left:
        return held is not None
    for row in range(top + 1, min(bottom, MAX_ROWS) + 1):
        if row in rows:
            rows[row].setdefault(left, held)
    return False
