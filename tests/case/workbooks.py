"""Workbooks as an office hands them in, made with openpyxl."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl

from docgen.case.load import parse_case
from docgen.case.model import Case
from docgen.errors import DataError, Diagnostic

FORM = ("항목", "값", "적는 법")


def workbook(**sheets: Sequence[Sequence[Any]]) -> openpyxl.Workbook:
    """A workbook of sheets and their rows; None is a blank cell."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    return book


def packed(book: openpyxl.Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def case_of(**sheets: Sequence[Sequence[Any]]) -> Case:
    return parse_case(packed(workbook(**sheets)), "case.xlsx")


def findings_of(data: bytes | openpyxl.Workbook) -> list[Diagnostic]:
    """What keeps a workbook from being read."""
    try:
        parse_case(data if isinstance(data, bytes) else packed(data), "case.xlsx")
    except DataError as error:
        return list(error.diagnostics)
    raise AssertionError("it was read")
