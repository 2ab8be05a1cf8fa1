"""Read a case from a workbook: every value with its sheet and cell (docgen.case.xlsx_layout).

What an office does to a workbook is taken as it is meant: blank rows, hidden sheets, columns in another
order, cells merged downwards, dates typed as text. What could be read in two ways is a finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from docgen.case.model import Case, Path, Position
from docgen.case.schemas import Sources, blank
from docgen.case.source import Place
from docgen.case.xlsx_layout import EMPTY, FORM, GUIDE, SELF, Field, Table, bare, layout
from docgen.case.xlsx_source import WorkbookSource, as_source, shown
from docgen.case.xlsx_values import MisreadError, from_cell
from docgen.errors import DataError, Diagnostic, nearest
from docgen.formats.xlsx.read import Grid, ReadCell, read_workbook
from docgen.korean.particles import quoted

__all__ = ["read_xlsx", "readable"]

_NOTE: Final = "#"
_AS_NOTE: Final = "읽지 않을 메모라면 제목을 #으로 시작하게 하세요."

Item = dict[str, Any]


def read_xlsx(data: bytes, name: str, sources: Sources) -> Case:
    """The case in the bytes of a workbook. Raises DataError with all that keeps it from being data."""
    reader = _read(data, name, sources)
    if reader.source.findings:
        raise DataError(*reader.source.findings)
    if not reader.data:
        message, hint = (
            "엑셀 파일에 적은 값이 없습니다.",
            "'docgen new 이름 -o case.xlsx'로 빈 서식을 만듭니다.",
        )
        raise DataError(Diagnostic("case.empty", message, file=name, hint=hint))
    return Case(reader.source, reader.data, reader.positions)


def readable(data: bytes, sources: Sources) -> Item:
    """What can be read of a workbook that docgen wrote, whatever is found in it."""
    return _read(data, "", sources).data


def _read(data: bytes, name: str, sources: Sources) -> _Reader:
    grids = read_workbook(data, name)
    reader = _Reader(as_source(grids, name))
    reader.read(grids, layout(sources))
    return reader


class _Reader:
    """One workbook as it gets read."""

    def __init__(self, source: WorkbookSource) -> None:
        self.source = source
        self.data: Item = {}
        self.positions: dict[Path, Position] = {(): Position(Place(1, 1), None)}
        self.rows: dict[Table, dict[str, list[tuple[Item, Path]]]] = {}  # by what names them

    def read(self, grids: list[Grid], known: Mapping[str, tuple[Table, ...]]) -> None:
        tables = {bare(table.title): table for listed in known.values() for table in listed}
        found: dict[Table, Grid] = {}
        for grid in grids:
            table = tables.get(bare(grid.title))
            if table is not None:
                found[table] = grid
            elif grid.rows and not (grid.hidden or grid.title == GUIDE or grid.title.startswith(_NOTE)):
                self.unknown_sheet(grid, tables)
        for section in dict.fromkeys(table.path[0] for table in found):
            for table in known[section]:
                self.rows[table] = {}
                if table in found:
                    _Sheet(self, table, found[table]).read()

    def unknown_sheet(self, grid: Grid, tables: Mapping[str, Table]) -> None:
        near = nearest(bare(grid.title), tables)
        hint = f"'{tables[near].title}' 시트를 뜻했나요? " if near else ""
        message = f"{quoted(grid.title, '이라는/라는')} 시트는 없습니다."
        place = self.source.cell(grid.title, 1, 1)
        self.source.report(place, "case.unknown-sheet", message, f"{hint}{_AS_NOTE}")

    def two_ways(self, place: Place, label: str) -> None:
        message = f"'{label}': 이름표와 인적 사항을 함께 적었습니다."
        hint = "이름표를 적었으면 나머지를 비우고, 이름표가 없는 사람이면 이름표를 비우세요."
        self.source.report(place, "case.two-ways", message, hint)


class _Sheet:
    """One sheet as it gets read into the data."""

    def __init__(self, reader: _Reader, table: Table, grid: Grid) -> None:
        self.reader, self.table, self.grid = reader, table, grid

    def read(self) -> None:
        section = (self.table.path[0],)
        self.reader.positions.setdefault(section, Position(self.place(1, 1), None))
        self.form() if self.table.is_form else self.list()

    def place(self, row: int, column: int) -> Place:
        return self.reader.source.cell(self.grid.title, row, column)

    def report(self, row: int, column: int, code: str, message: str, hint: str | None = None) -> None:
        self.reader.source.report(self.place(row, column), code, message, hint)

    def form(self) -> None:
        """The lines of a form: a label in the first column, its value in the second."""
        known = {bare(field.label): field for field in self.table.fields}
        item: Item = {}
        seen: set[str] = set()
        for row, cells in self.grid.rows.items():
            label = bare(shown(cells.get(1)))
            if label in seen:
                message = f"{quoted(known[label].label, '이/가')} 두 번 적혀 있습니다."
                self.report(row, 1, "case.duplicate-key", message, "하나만 남기고 지우세요.")
            elif label in known:
                seen.add(label)
                self.value(item, self.table.path, known[label], cells.get(2), self.place(row, 2))
            elif 2 in cells and label != FORM[0] and not label.startswith(_NOTE):
                self.unknown(row, 1, shown(cells.get(1)), known)
        if item:
            self.reader.data[self.table.path[0]] = item

    def unknown(self, row: int, column: int, label: str, known: Mapping[str, Field]) -> None:
        near = nearest(bare(label), known) if label else None
        hint = f"'{known[near].label}' 칸을 뜻했나요? " if near else ""
        message = f"'{self.table.title}' 시트에 {quoted(label, '이라는/라는')} 칸은 없습니다."
        if not label:
            message = f"'{self.table.title}' 시트에 제목이 없는 칸의 값이 있습니다."
        self.report(row, column, "case.unknown-column", message, f"{hint}{_AS_NOTE}")

    def value(self, item: Item, base: Path, field: Field, cell: ReadCell | None, place: Place) -> None:
        """Put the value of a cell where it belongs in the item at a path; a blank cell gives its place."""
        path = (*base, *field.path)
        for length in range(len(base) + 1, len(path) + 1):
            self.reader.positions.setdefault(path[:length], Position(place, None))
        if cell is None:
            return
        try:
            value = from_cell(field, cell)
        except MisreadError as error:
            message = f"'{field.label}' 칸: {error.message}"
            self.reader.source.report(place, "case.cell", message, error.hint)
            return
        if blank(value):
            return
        self.reader.positions[path] = Position(place, None)
        for number in range(len(value) if isinstance(value, list) else 0):
            self.reader.positions[(*path, number)] = Position(place, None)
        if not _put(item, field.path, value):
            self.reader.two_ways(place, field.label)

    def list(self) -> None:
        """The rows of a table below its headings, which are its first row that is not blank."""
        if not self.grid.rows:
            return
        first, *below = self.grid.rows
        columns = self.columns(first)
        for reference in self.grid.across:
            message, hint = f"옆으로 합친 칸이 있습니다 ({reference}).", "합치기를 풀고 칸마다 값을 적으세요."
            self.report(first, 1, "case.merged", message, hint)
        for row in below:
            cells = {n: cell for n, cell in self.grid.rows[row].items() if not blank(cell.value)}
            for number in cells.keys() - self.grid.rows[first].keys():
                self.unknown(row, number, "", {})
            if held := {field: cells[number] for number, field in columns.items() if number in cells}:
                self.row(row, columns, held)

    def columns(self, row: int) -> dict[int, Field]:
        """The field of every column that has one."""
        known = {bare(field.label): field for field in self.table.columns}
        found: dict[int, Field] = {}
        for number, cell in self.grid.rows[row].items():
            label = shown(cell)
            field = known.get(bare(label))
            if field is None and not label.startswith(_NOTE):
                self.unknown(row, number, label, known)
            elif field in found.values():
                message = f"{quoted(label, '이라는/라는')} 제목이 두 번 적혀 있습니다."
                self.report(row, number, "case.duplicate-key", message, "하나만 남기고 지우세요.")
            elif field is not None:
                found[number] = field
        return found

    def row(self, row: int, columns: Mapping[int, Field], held: Mapping[Field, ReadCell]) -> None:
        """A row as an item of its list, or an entry of its map."""
        found = self.holder(row, columns, held)
        if found is None:
            return
        item, base = found
        listed = _listed(item, self.table)
        path = (*base, *self.table.steps)
        self.reader.positions.setdefault(path, Position(self.place(row, 1), None))
        upper = self.table.holder.key if self.table.holder else None
        if [shown(cell) for field, cell in held.items() if field is not upper] == [EMPTY]:
            return
        made: Item = {}
        key = self.name(held)
        if isinstance(listed, list):
            path = (*path, len(listed))
            listed.append(made)
        elif key is None or key in listed:
            state = "비어 있습니다" if key is None else f"두 번 적혀 있습니다 ({key})"
            self.report(row, 1, "case.duplicate-key", f"이름표가 {state}.", "행마다 다른 이름표를 적으세요.")
            return
        else:
            path = (*path, key)
            listed[key] = made
        self.reader.positions[path] = Position(self.place(row, min(columns)), None)
        if key is not None:
            self.reader.rows[self.table].setdefault(key, []).append((made, path))
        for number, field in columns.items():
            if field.path and field is not upper:
                self.value(made, path, field, held.get(field), self.place(row, number))
        if SELF[0] in made:  # the row is a person named by an id
            listed[path[-1]] = made.pop(SELF[0])
            if made:
                self.reader.two_ways(self.place(row, min(columns)), self.table.title)

    def name(self, held: Mapping[Field, ReadCell]) -> str | None:
        """What names a row: its id, its key in a map, its number."""
        cell = held.get(self.table.key) if self.table.key else None
        return shown(cell) or None

    def holder(
        self, row: int, columns: Mapping[int, Field], held: Mapping[Field, ReadCell]
    ) -> tuple[Item, Path] | None:
        """What holds the list that a row is in, and its path; None where it cannot be told (a finding)."""
        upper = self.table.holder
        if upper is None or upper.key is None:
            return self.reader.data, ()
        label = upper.key.label
        place = next((number for number, field in columns.items() if field is upper.key), 1)
        name = shown(held.get(upper.key))
        found = self.reader.rows[upper].get(name, [])
        if len(found) == 1:
            return found[0]
        if not name:
            message = f"'{upper.title}' 시트의 어느 행에 딸린 것인지 알 수 없습니다."
            self.report(row, place, "case.no-holder", message, f"'{label}' 칸을 채우세요.")
        elif found:
            message = f"'{upper.title}' 시트에 '{label}' 칸이 '{name}'인 행이 {len(found)}개입니다."
            self.report(row, place, "case.no-holder", message, "행마다 다른 것을 적으세요.")
        else:
            near = nearest(name, self.reader.rows[upper])
            message = f"'{upper.title}' 시트에 '{label}' 칸이 '{name}'인 행이 없습니다."
            hint = f"혹시 '{near}'인가요?" if near else f"'{upper.title}' 시트에 그 행을 더하세요."
            self.report(row, place, "case.no-holder", message, hint)
        return None


def _put(item: Item, path: tuple[str, ...], value: Any) -> bool:
    """Put a value where a path leads to; False where something else stands in its way."""
    *steps, last = path
    for step in steps:
        held = item.setdefault(step, {})
        if not isinstance(held, dict):
            return False
        item = held
    return item.setdefault(last, value) is value


def _listed(item: Item, table: Table) -> Any:
    """The list or map of a table in what holds it."""
    *steps, last = table.steps
    for step in steps:
        item = item.setdefault(step, {})
    return item.setdefault(last, {} if table.is_map else [])
