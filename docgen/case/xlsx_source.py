"""A workbook as the source of a case: its rows as lines of text, and findings that name sheet and cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from typing import Any, Final

from openpyxl.utils import get_column_letter

from docgen.case.source import Place, Source, printable
from docgen.case.tree import MAX_FINDINGS
from docgen.errors import DataError, Diagnostic
from docgen.formats.xlsx.read import Fault, Grid, ReadCell
from docgen.korean.dates import moment

__all__ = ["WorkbookSource", "as_source", "shown"]

_BETWEEN: Final = " | "
_MAX_SHOWN: Final = 30  # letters of a cell
_FILL: Final = "이 칸을 채우세요."
_ADD: Final = "그 자료의 시트에 행을 더하세요."
_FILL_SHEET: Final = "이 자료의 시트를 채우세요."


@dataclass(frozen=True)
class WorkbookSource(Source):
    """A workbook as text: a line a row, the sheets one after another; `starts` has the line before the first
    of each sheet. What is found is kept, and handed out together."""

    starts: tuple[tuple[str, int], ...] = ()
    findings: list[Diagnostic] = field(default_factory=list)

    @cached_property
    def _before(self) -> dict[str, int]:
        return dict(self.starts)

    def cell(self, title: str, row: int, column: int) -> Place:
        """The place of a cell."""
        return Place(self._before[title] + row, column)

    def diagnostic(self, place: Place, code: str, message: str, **more: Any) -> Diagnostic:
        """A finding at a cell: the sheet and the cell, and the row it is in."""
        title, before = next(each for each in reversed(self.starts) if each[1] < place.line)
        if code == "schema.required":
            more["hint"] = _FILL if "." in (more.get("path") or "") else _FILL_SHEET
        elif code == "schema.reference" and str(more.get("hint")).startswith("맨 위에"):
            more["hint"] = _ADD
        cell = f"{title}!{get_column_letter(place.column)}{place.line - before}"
        message = printable(message)
        return Diagnostic(code, message, file=self.name, cell=cell, excerpt=self._around(place), **more)

    def _around(self, place: Place) -> str:
        """A cell with its neighbours, and the first of its row, which tells what the row is about."""
        cells = self.lines[place.line - 1].split(_BETWEEN)
        near = range(max(place.column - 3, 0), place.column + 2)
        chosen = [n for n in range(len(cells)) if n == 0 or n in near]
        parts = [f"… | {cells[n]}" if n and n - 1 not in chosen else cells[n] for n in chosen]
        return _BETWEEN.join([*parts, "…"] if chosen[-1] + 1 < len(cells) else parts)

    def report(self, place: Place, code: str, message: str, hint: str | None = None) -> None:
        """Keep a finding and go on; raises DataError when there are too many."""
        self.findings.append(self.diagnostic(place, code, message, hint=hint))
        if len(self.findings) >= MAX_FINDINGS:
            raise DataError(*self.findings)


def as_source(grids: Sequence[Grid], name: str) -> WorkbookSource:
    """The workbook as text; a sheet without anything has one empty line."""
    lines: list[str] = []
    starts = []
    for grid in grids:
        starts.append((grid.title, len(lines)))
        for row in range(1, max(grid.rows, default=1) + 1):
            cells = grid.rows.get(row, {})
            lines.append(_BETWEEN.join(_short(cells.get(n)) for n in range(1, max(cells, default=0) + 1)))
    return WorkbookSource(name, "\n".join(lines), tuple(starts))


def _short(cell: ReadCell | None) -> str:
    text = shown(cell).replace("|", "/")
    return f"{text[:_MAX_SHOWN]}…" if len(text) > _MAX_SHOWN else text


def shown(cell: ReadCell | None) -> str:
    """What a person sees in a cell, on one line."""
    value = None if cell is None else cell.value
    if isinstance(value, Fault):
        return value.text
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    text = moment(value) if isinstance(value, date | time) else "" if value is None else str(value)
    return printable(" ".join(text.split()))
