"""XLSX (ECMA-376 Part 1, SpreadsheetML): the first sheet that is shown, row by row, bounded like any package.

Formulas give the value that the program which saved the file computed; a cell that shows an error
(#N/A, #REF!) is a fault of its row.
"""

from __future__ import annotations

import itertools
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, BinaryIO, Final

from docgen.bulk.rows.row import Row, Table, bad_row, fault, headed
from docgen.formats.package import Package

__all__ = ["read_workbook"]

_MIDNIGHT: Final = time(0, 0)


class _Error(str):
    """What stands in a cell whose formula failed."""


def read_workbook(file: BinaryIO, name: str) -> Table:
    """The rows of a workbook; DataError where it is none, is damaged or unpacks to a giant."""
    from openpyxl.utils import get_column_letter

    from docgen.bulk.rows.streamed import open_workbook, rows_of

    file.seek(0)
    Package(file.read(), name)  # its bounds; openpyxl has none
    file.seek(0)
    try:
        book = open_workbook(file)
    except (KeyError, ValueError, TypeError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        raise _damaged(name, error) from None
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not shown:
        raise fault(name, None, "rows.empty", "시트가 없는 엑셀 파일입니다.")
    sheet = shown[0]
    lines = _lines(rows_of(sheet), name)
    first = next(lines, None)
    if first is None:
        raise fault(name, None, "rows.empty", f"'{sheet.title}' 시트에 행이 없습니다.")
    headings = headed(name, *first)
    columns = {heading: get_column_letter(n) for n, heading in enumerate(headings, 1) if heading}
    about = f"엑셀, '{sheet.title}' 시트" + (f" (시트 {len(shown)}개 가운데 첫째)" if len(shown) > 1 else "")
    return Table(name, about, columns, _rows(lines, headings, name))


def _lines(rows: Iterator[tuple[int, list[dict[str, Any]]]], name: str) -> Iterator[tuple[int, list[Any]]]:
    """The rows that hold anything, with their numbers."""
    while True:
        try:
            number, cells = next(rows)
        except StopIteration:
            return
        except (KeyError, ValueError, TypeError, IndexError, SyntaxError, zipfile.BadZipFile) as error:
            raise _damaged(name, error) from None
        values = [None] * max((cell["column"] for cell in cells), default=0)
        for cell in cells:
            values[cell["column"] - 1] = _value(cell["value"], cell["data_type"])
        if any(value is not None for value in values):
            yield number, values


def _value(value: Any, kind: str) -> Any:
    """The value of a cell: a whole number as such, a moment at midnight as its day, spaces as nothing."""
    if isinstance(value, str):
        if kind == "e":
            return _Error(value)
        return value if value.strip() else None
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == _MIDNIGHT else value
    return value if isinstance(value, date | time | int | float | None) else str(value)


def _rows(lines: Iterator[tuple[int, list[Any]]], headings: list[str], name: str) -> Iterator[Row]:
    for number, cells in lines:
        filled = itertools.zip_longest(headings, cells[: len(headings)])
        values = {heading: value for heading, value in filled if heading}
        wrong = next((heading for heading, value in values.items() if isinstance(value, _Error)), None)
        if wrong is not None:
            message = f"'{wrong}' 열의 계산이 잘못되어 있습니다 ({values[wrong]})."
            yield bad_row(name, number, values, "rows.error-cell", message, "엑셀에서 그 칸의 식을 고치세요.")
        elif any(value is not None for value in cells[len(headings) :]):
            hint = "첫 행에 그 열의 제목을 적으세요."
            yield bad_row(
                name, number, values, "rows.too-many-cells", "제목이 없는 열에 값이 있습니다.", hint
            )
        else:
            yield Row(number, values)


def _damaged(name: str, error: Exception) -> Exception:
    message = f"엑셀 파일이 손상되었거나 엑셀 파일이 아닙니다 ({error})."
    return fault(name, None, "rows.damaged", message, "엑셀에서 열어 .xlsx로 다시 저장하세요.")
