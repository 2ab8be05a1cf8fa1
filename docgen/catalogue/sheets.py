"""The tables of a template as a workbook: what `sheets` of template.yaml says, and its filling with data.

sheets:
  - name: 이수 명단
    rows: people                    # an expression, as of `derive`: each item is `row`, its place `n`
    columns:
      - {heading: 연번, value: n, kind: plain}
      - {heading: 성명, value: row.participant.name}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, time
from typing import Any, Final

from docgen.case.model import Case, Path
from docgen.errors import Diagnostic, TemplateError, nearest
from docgen.formats.xlsx.table import Column, Kind, Sheet, Value
from docgen.korean.particles import quoted

__all__ = ["SheetColumn", "SheetTable", "filled", "load_sheets", "sheet_faults"]

_KINDS: Final = tuple(kind.value for kind in Kind if kind != Kind.CHOICE)


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: what stands in its heading, the expression of its values, how they look (a Kind)."""

    heading: str
    value: str
    kind: str = Kind.TEXT.value


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A sheet: its name, the expression of its rows, its columns."""

    name: str
    rows: str
    columns: tuple[SheetColumn, ...]


def load_sheets(listed: list[dict[str, Any]]) -> tuple[SheetTable, ...]:
    """The sheets of a template.yaml in which `sheet_faults` found nothing."""
    return tuple(
        SheetTable(each["name"], each["rows"], tuple(SheetColumn(**column) for column in each["columns"]))
        for each in listed
    )


def sheet_faults(case: Case) -> Iterator[Diagnostic]:
    """What is wrong with `sheets` of a template.yaml."""
    for path, sheet in _items(case, ("sheets",)):
        yield from _faults(case, path, sheet, SheetTable)
        for place, column in _items(case, (*path, "columns")):
            yield from _faults(case, place, column, SheetColumn)


def _items(case: Case, path: Path) -> list[tuple[Path, Any]]:
    held = case.at(path)
    return [((*path, n), item) for n, item in enumerate(held if isinstance(held, list) else ())]


def _faults(case: Case, path: Path, held: Any, kind: type[SheetTable | SheetColumn]) -> Iterator[Diagnostic]:
    """The keys of a mapping that are missing, unknown or hold something else than they should."""
    given = held if isinstance(held, dict) else {}
    known = {each.name: each for each in fields(kind)}
    for name, each in known.items():
        wanted = list if name == "columns" else str
        if name not in given and each.default is MISSING:
            yield case.diagnostic(path, "catalogue.missing-key", f"sheets에 '{name}' 항목이 빠졌습니다.")
        elif name in given and not (isinstance(given[name], wanted) and given[name]):
            yield case.diagnostic((*path, name), "catalogue.wrong-type", f"'{name}'의 값이 바르지 않습니다.")
    for name in given.keys() - known.keys():
        near = nearest(name, known)
        hint = f"혹시 '{near}'인가요?" if near else None
        message = f"{quoted(name, '은/는')} sheets에 쓰는 항목이 아닙니다."
        yield case.diagnostic((*path, name), "catalogue.unknown-key", message, at_key=True, hint=hint)
    if isinstance(look := given.get("kind"), str) and look not in _KINDS:
        hint = f"쓸 수 있는 말: {', '.join(_KINDS)}"
        message = f"{quoted(look, '은/는')} 칸의 꼴이 아닙니다."
        yield case.diagnostic((*path, "kind"), "catalogue.wrong-type", message, hint=hint)


def filled(table: SheetTable, names: Mapping[str, Any]) -> Sheet:
    """The sheet with the rows that the names of a document (`Work.data`) give.

    Raises TemplateError for an expression that fails, or that gives what no cell can hold.
    """
    from docgen.rules.derive import derive

    columns = tuple(Column(column.heading, Kind(column.kind)) for column in table.columns)
    rows = derive({"sheets": table.rows}, names)["sheets"]
    return Sheet(
        table.name,
        columns,
        [
            [_value(column, derive({column.heading: column.value}, row)) for column in table.columns]
            for row in ({**names, "row": row, "n": n} for n, row in enumerate(rows, 1))
        ],
    )


def _value(column: SheetColumn, found: Mapping[str, Any]) -> Value:
    value = found[column.heading]
    match value:
        case None | bool() | int() | float() | date() | time():
            return value
        case str():
            return str(value)  # a choice, or text marked as safe, as plain text
    message = f"엑셀의 '{column.heading}' 칸에 넣을 값이 하나가 아닙니다."
    hint = f"template.yaml의 sheets를 고치세요 (목록은 join으로 잇습니다): {column.value}"
    raise TemplateError(Diagnostic("sheets.value", message, hint=hint))
