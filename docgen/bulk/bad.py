"""The sheet of bad rows: as they came, with a column that says what is wrong with each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from docgen.bulk.cells import plain
from docgen.bulk.journal import Journal
from docgen.bulk.rows.row import Row, Table
from docgen.bulk.store import whole
from docgen.case.source import unprintable
from docgen.errors import Diagnostic, UsageError
from docgen.formats.xlsx.table import Column, Sheet

__all__ = ["checked_sheet", "write_bad"]

_REASON: Final = "까닭"


def checked_sheet(path: Path, force: bool) -> Path:
    """The path of a sheet that can be written; UsageError for another ending, or for one that is there."""
    if path.suffix.lower() not in (".csv", ".xlsx"):
        message = f"틀린 행은 .xlsx나 .csv 파일에 적습니다: {path}"
        raise UsageError(Diagnostic("bulk.bad-sheet", message, hint="--skip-bad 틀린행.xlsx처럼 적으세요."))
    if path.exists() and not force:
        hint = "덮어쓰려면 --force를 붙이세요."
        raise UsageError(Diagnostic("output.exists", f"이미 있는 파일입니다: {path}", hint=hint))
    return path


def write_bad(journal: Journal, table: Table, path: Path) -> None:
    """Write the bad rows of a table that is read anew; no file where none is bad."""
    bad = _bad_rows(journal, table)
    first = next(bad, None)
    if first is None:
        return
    headings = list(table.columns) if table.columns is not None else [*first[0].values]
    write = _workbook if path.suffix.lower() == ".xlsx" else _csv
    lines = (
        [*(_shown(row.values.get(heading)) for heading in headings), why] for row, why in _with(first, bad)
    )
    write(path, [*headings, _REASON], lines)


def _bad_rows(journal: Journal, table: Table) -> Iterator[tuple[Row, str]]:
    bad = journal.bad()
    wanted = next(bad, None)
    for no, row in enumerate(table.rows, 1):
        if wanted is None:
            return
        if no == wanted[0]:
            yield row, wanted[1]
            wanted = next(bad, None)


def _with(first: tuple[Row, str], rest: Iterator[tuple[Row, str]]) -> Iterator[tuple[Row, str]]:
    yield first
    yield from rest


def _shown(value: Any) -> Any:
    """A value as a cell can hold it."""
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and unprintable(value):
        return "".join("\ufffd" if unprintable(sign) else sign for sign in value)
    return value


def _csv(path: Path, headings: Sequence[str], lines: Iterator[list[Any]]) -> None:
    with whole(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text)
        writer.writerow(headings)
        writer.writerows(map(plain, line) for line in lines)
        text.detach()


def _workbook(path: Path, headings: Sequence[str], lines: Iterator[list[Any]]) -> None:
    from docgen.formats.xlsx.write import write_workbook

    columns = tuple(Column(heading) for heading in headings)
    with whole(path) as file:
        file.write(write_workbook([Sheet("틀린 행", columns, lines)]))
