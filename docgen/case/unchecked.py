"""The data of a file that no schema describes: unquoted dates as dates, the rest as written."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Any

from docgen.case.load import load_case
from docgen.case.model import Case, Path
from docgen.case.moments import parse_date, parse_datetime
from docgen.case.source import bounded
from docgen.formats.files import read_file

__all__ = ["load_unchecked", "unchecked"]


def load_unchecked(path: FilePath) -> dict[str, Any]:
    """The data of a YAML, JSON or XLSX file; UsageError and DataError as of `load_case`."""
    if path.suffix.lower() == ".xlsx":
        from docgen.case.xlsx_plain import read_plain

        found = read_plain(bounded(read_file(path), str(path)), str(path))
        if found is not None:
            return found
    return unchecked(load_case(path))


def unchecked(case: Case) -> dict[str, Any]:
    """The data with each unquoted `2026-06-01` or `2026-06-01 15:30` as a date, so that it prints as one.

    What stands in quotes is text, and so is everything in JSON.
    """
    return {key: _value(case, (key,), value) for key, value in case.data.items()}


def _value(case: Case, path: Path, value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _value(case, (*path, key), inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_value(case, (*path, n), inner) for n, inner in enumerate(value)]
    if isinstance(value, str) and _is_plain(case, path):
        return parse_date(value) or (parse_datetime(value) if len(value) > 10 else None) or value
    return value


def _is_plain(case: Case, path: Path) -> bool:
    position = case.positions.get(path)
    if position is None:
        return False
    line = case.lines[position.value.line - 1]
    return line[position.value.column - 1 : position.value.column] not in ("'", '"')
