"""Workbooks written by openpyxl: values, types, the sheet that is shown, what is refused."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from docgen.bulk.rows.row import Table
from docgen.bulk.rows.workbook import read_workbook
from docgen.errors import DataError


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def workbook(*rows: list[Any]) -> Workbook:
    book = Workbook()
    assert book.active is not None
    book.active.title = "명단"
    for row in rows:
        book.active.append(row)
    return book


def read(data: bytes) -> Table:
    return read_workbook(io.BytesIO(data), "명단.xlsx")


class DescribeCells:
    def they_keep_their_types(self) -> None:
        moment = datetime(2026, 6, 1, 15, 30)
        cells = ["한가람", 15, 7.0, 1.5, date(2026, 6, 1), moment, True, "  ", "0012"]
        (row,) = read(saved(workbook([f"열{n}" for n in range(9)], cells))).rows
        assert list(row.values.values()) == [
            *("한가람", 15, 7, 1.5),
            *(date(2026, 6, 1), moment, True, None, "0012"),
        ]
        assert type(row.values["열2"]) is int
        assert type(row.values["열4"]) is date

    def an_error_is_a_fault_of_its_row(self) -> None:
        first, second = read(saved(workbook(["성명", "점수"], ["한가람", "#N/A"], ["도담", 3]))).rows
        assert first.fault is not None
        assert "'점수' 열" in first.fault.message
        assert second.fault is None


class DescribeRows:
    def they_are_counted_as_the_sheet_does_and_empty_ones_left_out(self) -> None:
        table = read(saved(workbook([], ["성명"], ["한가람"], [None], ["도담"])))
        assert [(row.number, row.values["성명"]) for row in table.rows] == [(3, "한가람"), (5, "도담")]

    def a_value_under_no_heading_is_a_fault(self) -> None:
        (row,) = read(saved(workbook(["성명"], ["한가람", "남는 값"]))).rows
        assert row.fault is not None

    def they_are_those_of_the_first_sheet_that_is_shown(self) -> None:
        book = workbook(["숨은"], ["값"])
        assert book.active is not None
        book.active.sheet_state = "hidden"
        for title in ("보이는", "다음"):
            book.create_sheet(title).append([title])
        table = read(saved(book))
        assert table.about == "엑셀, '보이는' 시트 (시트 2개 가운데 첫째)"
        assert list(table.columns or ()) == ["보이는"]


class DescribeAHostileFile:
    def it_is_refused_before_it_is_unpacked(self) -> None:
        bomb = io.BytesIO()
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("xl/worksheets/sheet1.xml", b" " * 50_000_000)
        with pytest.raises(DataError, match="지나치게 큰"):
            read(bomb.getvalue())

    @pytest.mark.parametrize("data", [b"not a zip", saved(workbook(["가"]))[:-200]])
    def it_is_named_when_it_is_none(self, data: bytes) -> None:
        with pytest.raises(DataError):
            list(read(data).rows)

    def it_is_named_when_its_parts_are_not_there(self) -> None:
        other = io.BytesIO()
        with zipfile.ZipFile(other, "w") as package:
            package.writestr("mimetype", "other")
        with pytest.raises(DataError, match="손상되었거나"):
            read(other.getvalue())
