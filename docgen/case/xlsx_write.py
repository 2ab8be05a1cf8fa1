"""Write a case as a workbook that people fill in with Excel: docgen.case.xlsx_layout says what lies where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import Any, Final

from docgen.case.schemas import Sources, blank
from docgen.case.xlsx_layout import EMPTY, FORM, GUIDE, SELF, Field, Table, layout
from docgen.case.xlsx_values import to_cell
from docgen.formats.xlsx.table import Cell, Column, Kind, Sheet
from docgen.formats.xlsx.write import write_workbook

__all__ = ["case_workbook"]

_INTRODUCTION: Final = (
    "시트마다 한 묶음의 자료입니다. 해당하지 않는 시트는 비워 두거나 지워도 됩니다.",
    "제목에 *가 붙은 칸은 꼭 적습니다. 제목에 마우스를 올리면 적는 법이 보입니다.",
    "시트와 칸의 제목은 바꾸지 마세요. 칸의 차례는 바꾸어도 됩니다.",
    "딸린 표(가운뎃점이 든 시트)의 첫 칸에는 어느 행에 딸린 것인지 그 번호나 이름표를 적습니다.",
    "한 칸에 여럿을 적을 때는 한 줄에 하나씩 적습니다 (Alt+Enter).",
    f"빈 목록이라고 밝혀 적을 때는 {EMPTY}이라고 적습니다.",
    "계산되는 값(합계, 비율, 기한)은 적지 않습니다.",
    "제목이 #으로 시작하는 시트와 칸은 읽지 않으므로 메모로 쓸 수 있습니다.",
)
_HEAD_WIDTH: Final = 30
_VALUE_WIDTH: Final = 50
_WIDE: Final = 90


def case_workbook(data: Mapping[str, Any], sections: Iterable[str], sources: Sources) -> bytes:
    """The workbook of the sections in their order, filled with what the data hold of them.

    Raises DataError for text that no workbook can hold. What the schemas do not know is left out:
    docgen.case.convert sees to that.
    """
    tables = [table for name in sections for table in layout(sources).get(name, ())]
    tables = [table for table in tables if table.columns]
    lines: list[list[Cell | str | None]] = [[None, line] for line in _INTRODUCTION]
    lines += [[Cell(table.title, link=table.title), _about(table)] for table in tables]
    guide = Sheet(GUIDE, (Column("시트", width=_HEAD_WIDTH), Column("적는 것", width=_WIDE)), lines)
    keys = {table.path[0]: table for table in tables if len(table.path) == 1 and table.key}
    filling = _Filling(data)
    return write_workbook([guide, *(_sheet(table, filling, keys) for table in tables)])


def _about(table: Table) -> str:
    way = "한 줄에 한 항목" if table.is_form else "한 행에 하나"
    upper = f", '{table.holder.title}' 시트에 딸림" if table.holder else ""
    return " · ".join(part for part in (f"{way}{upper}", table.schema.get("description")) if part)


def _sheet(table: Table, filling: _Filling, keys: Mapping[str, Table]) -> Sheet:
    rows = filling.rows(table)
    if table.is_form:
        columns = tuple(Column(head, width=width) for head, width in zip(FORM, _WIDTHS, strict=True))
        return Sheet(table.title, columns, [_line(field, rows[0], keys) for field in table.fields])
    columns = tuple(_column(field, keys, table.holder) for field in table.columns)
    return Sheet(table.title, columns, rows)


def _column(field: Field, keys: Mapping[str, Table], holder: Table | None) -> Column:
    among = _among(field, keys, holder)
    return Column(field.heading, field.kind, None, _note(field, keys), field.choices, among)


_WIDTHS: Final = (_HEAD_WIDTH, _VALUE_WIDTH, _WIDE)


def _line(field: Field, held: Mapping[str, Any], keys: Mapping[str, Table]) -> list[Cell]:
    """A line of a form: its label, its value with a drop-down of its own, how it is written."""
    value = held.get(field.label)
    cell = Cell(None, field.kind) if value is None else value
    chosen = Cell(cell.value, cell.kind, field.choices, literal=cell.literal, among=_among(field, keys))
    return [Cell(field.heading, head=True), chosen, Cell(_note(field, keys))]


def _note(field: Field, keys: Mapping[str, Table]) -> str:
    """How a value is written, and from which sheet a name is taken."""
    table = keys.get(field.names or "")
    return " · ".join(
        part for part in (f"'{table.title}' 시트의 이름표" if table else "", field.note) if part
    )


def _among(field: Field, keys: Mapping[str, Table], holder: Table | None = None) -> tuple[str, int] | None:
    """The column with what a reference, or the row that a row belongs to, may name; None for what is free."""
    table = holder if holder and field is holder.key else keys.get(field.names or "")
    if table is None or table.key is None or field.is_list:
        return None
    return table.title, table.columns.index(table.key) + 1


class _Filling:
    """The rows of every table; those of a holder are numbered before the tables that refer to them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.items: dict[Table, list[tuple[Any, Any]]] = {}  # the key of each row, and its item

    def rows(self, table: Table) -> list[Any]:
        """The cells of every row in the order of the columns; of a form one mapping of cells by label."""
        if table.is_form:
            held = self.data.get(table.path[0])
            return [{field.label: cell for field, cell in _cells(table, held)}]
        found: list[list[Cell | None]] = []
        self.items[table] = []
        for upper, holder in self.items[table.holder] if table.holder else [(None, self.data)]:
            listed = _at(holder, table.steps)
            first = [] if table.holder is None else [_named(upper)]
            if isinstance(listed, dict | list) and not listed:
                found.append([*first, Cell(EMPTY), *[None] * (len(table.columns) - len(first) - 1)])
            for key, item in _entries(table, listed):
                number = len(self.items[table]) + 1 if key is None else key
                self.items[table].append((number, item))
                own = [_named(number)] if table.key and table.key not in table.fields else []
                cells = dict(_cells(table, item))
                found.append([*first, *own, *(cells.get(field) for field in table.fields)])
        return found


def _entries(table: Table, listed: Any) -> Iterator[tuple[Any, Any]]:
    """The items of a list or map, with what names each; None for a number that is still to be given."""
    if table.is_map:
        yield from listed.items() if isinstance(listed, dict) else ()
    elif isinstance(listed, list):
        for item in listed:
            by_id = table.key in table.fields and isinstance(item, dict)
            yield (item.get("id") if by_id else None), item


def _named(key: Any) -> Cell:
    return Cell(key, Kind.PLAIN if isinstance(key, int) else Kind.TEXT)


def _cells(table: Table, item: Any) -> Iterator[tuple[Field, Cell]]:
    """The cells of what is there of an item."""
    for field in table.fields:
        value = item if field.path == SELF else _at(item, field.path)
        if not blank(value) and not isinstance(value, dict):
            yield field, to_cell(field, value)


def _at(value: Any, path: tuple[str, ...]) -> Any:
    return reduce(lambda held, step: held.get(step) if isinstance(held, dict) else None, path, value)
