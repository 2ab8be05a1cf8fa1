"""The data of a workbook that no schema describes, for `docgen merge`: sheets and headings give the names.

A sheet under the headings 항목 and 값 holds a value a line, under the name in the line. Any other sheet is a
list of that name, an item a row, its values under the headings of the columns. In a name, spaces become `_`.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from docgen.case.xlsx_layout import FORM, GUIDE
from docgen.case.xlsx_source import WorkbookSource, as_source, shown
from docgen.errors import DataError
from docgen.formats.xlsx.read import Fault, Grid, ReadCell, read_workbook

__all__ = ["read_plain"]


def read_plain(data: bytes, name: str) -> dict[str, Any] | None:
    """The data of a workbook; None of one that `docgen new` made, which is a case.

    Raises DataError for what is no workbook, and with every cell that has no value but an error.
    """
    grids = [grid for grid in read_workbook(data, name) if grid.rows]
    if any(grid.title == GUIDE for grid in grids):
        return None
    source = as_source(grids, name)
    found: dict[str, Any] = {}
    for grid in grids:
        rows = [_row(source, grid, row) for row in grid.rows]
        head, *below = [{number: value for number, value in row.items() if value is not None} for row in rows]
        names = {number: _named(value) for number, value in head.items()}
        if [*names.values()][:2] == [*FORM[:2]]:
            first, second = [*names][:2]
            found |= {_named(row[first]): row.get(second) for row in below if first in row}
        else:
            found[_named(grid.title)] = [
                {name: row.get(number) for number, name in names.items()} for row in below
            ]
    if source.findings:
        raise DataError(*source.findings)
    return found


def _row(source: WorkbookSource, grid: Grid, row: int) -> dict[int, Any]:
    for number, cell in grid.rows[row].items():
        if isinstance(cell.value, Fault):
            message = f"값이 아니라 오류({cell.value.text})가 들어 있습니다."
            hint = "수식을 고치고 엑셀에서 저장하거나, 값을 적으세요."
            source.report(source.cell(grid.title, row, number), "case.cell", message, hint)
    return {number: _value(cell) for number, cell in grid.rows[row].items()}


def _value(cell: ReadCell) -> Any:
    if isinstance(cell.value, datetime) and cell.value.time() == time():
        return cell.value.date()
    return cell.value


def _named(value: Any) -> str:
    return "_".join(shown(ReadCell(value)).split())
