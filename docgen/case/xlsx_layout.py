"""How a case lies in a workbook: which sheet and which column holds what, by the schemas alone.

One rule serves every section:

- a section that is an object is a form: a line a value, with those of objects in it ("신청자·성명");
- a list of objects, and a map, is a table: a row an item, a column a value;
- a list of objects inside of another thing is a table of its own ("회의·참석자"). Where it lies in rows of
  a table, its first column names the row: by its `id`, or by the number that the table then has a column for;
- a list of plain values is one cell, a line for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from docgen.case.choices import is_choice, words
from docgen.case.guideline import editions, tables
from docgen.case.references import GUIDELINE
from docgen.case.schemas import Schema, Sources, entries_of, is_map, load_schemas
from docgen.formats.xlsx.table import Kind, sheet_title

__all__ = [
    "BOOLEANS",
    "EMPTY",
    "FORM",
    "GUIDE",
    "SELF",
    "Field",
    "Table",
    "bare",
    "layout",
    "referred",
    "tables_of",
]

GUIDE: Final = "안내"
"""The sheet that explains the others."""
FORM: Final = ("항목", "값", "적는 법")
"""The headings of a form."""
BOOLEANS: Final = ("예", "아니요")
EMPTY: Final = "(없음)"
"""What stands in the cell of an empty list, and in the one row of a table for an empty list."""
SELF: Final = ("",)
"""The path of the field that stands for its whole row: the id of a person in a list of people."""
_ID: Final = "이름표"
_JOIN: Final = "·"
_KINDS: Final = {"date": Kind.DATE, "date-time": Kind.DATETIME, "time": Kind.TIME}
_WAYS: Final = {
    "date": "날짜: 2026-06-01",
    "date-time": "일시: 2026-06-01 15:30",
    "time": "시각: 15:30",
    "email": "이메일",
    "uri": "https://로 시작하는 주소",
}


@dataclass(frozen=True, eq=False)
class Field:
    """A column, or a line of a form: `path` leads from the row (the section) to its value."""

    path: tuple[str, ...]
    label: str
    schema: Schema
    required: bool = False

    @property
    def heading(self) -> str:
        """The label as it stands in the sheet: what must be filled in bears a star."""
        return f"{self.label}*" if self.required else self.label

    @property
    def is_list(self) -> bool:
        """Whether it is a list of plain values, each on a line of the cell."""
        return self.schema.get("type") == "array"

    @property
    def kind(self) -> Kind:
        """How its cells look."""
        if self.schema.get("type") in ("integer", "number"):
            return Kind.PLAIN
        return Kind.CHOICE if self.choices else _KINDS.get(self.schema.get("format", ""), Kind.TEXT)

    @property
    def choices(self) -> tuple[str, ...]:
        """What its drop-down offers; none where several stand in one cell."""
        return () if self.is_list else _choices(self.schema)

    @property
    def note(self) -> str:
        """How it is written, and what the schema says of it."""
        listed = _choices(entries_of(self.schema)) if self.is_list else ()
        way = _WAYS.get(self.schema.get("format", ""), "")
        parts = (
            "한 줄에 하나씩 (Alt+Enter)" if self.is_list else way,
            f"고를 수 있는 말: {', '.join(listed)}" if listed else "",
            self.schema.get("description", ""),
        )
        return " · ".join(part for part in parts if part)

    @property
    def names(self) -> str | None:
        """The section whose entries it refers to by their ids; None where it refers to none."""
        schema = entries_of(self.schema) if self.is_list else self.schema
        wanted: str | None = schema.get("ref") or schema.get("id_of")
        return None if wanted is None or wanted.startswith(GUIDELINE) else wanted


@dataclass(frozen=True, eq=False)
class Table:
    """A sheet. `path` leads from the top of the case to what it holds, without the places in lists; `holder`
    is the table whose rows hold its lists, None where there is but one; `steps` lead from there (from the
    top) to the list. `key` is the column that names a row: of a map its key, of a list its `id` or, where
    other tables refer to its rows and it has none, their number; None where nothing refers to a row."""

    title: str
    path: tuple[str, ...]
    steps: tuple[str, ...]
    schema: Schema
    fields: tuple[Field, ...]
    holder: Table | None
    key: Field | None

    @property
    def is_form(self) -> bool:
        """Whether it is a form: one line a value."""
        return not (is_map(self.schema) or self.schema.get("type") == "array")

    @property
    def is_map(self) -> bool:
        """Whether its rows are the entries of a map."""
        return is_map(self.schema)

    @cached_property
    def columns(self) -> tuple[Field, ...]:
        """Its columns in their order: what it belongs to, what names a row, the values."""
        upper = self.holder.key if self.holder else None
        own = self.key if self.key not in self.fields else None
        return (*(each for each in (upper, own) if each is not None), *self.fields)


@lru_cache(maxsize=4)
def layout(sources: Sources) -> Mapping[str, tuple[Table, ...]]:
    """The tables of every section, what holds others before them."""
    return {name: tables_of(name, schema) for name, schema in load_schemas(sources).items()}


def tables_of(name: str, schema: Schema) -> tuple[Table, ...]:
    """The tables of a section."""
    return tuple(_tables((name,), (name,), schema, None, (schema.get("title", name),)))


def referred(sections: Iterable[str], sources: Sources) -> list[str]:
    """The sections, and those that hold what they can only name: the people of the sessions."""
    found, known = list(sections), layout(sources)
    for name in found:  # which grows
        for field in (field for table in known[name] for field in table.fields):
            held = entries_of(field.schema) if field.is_list else field.schema
            if field.names and "ref" in held and "properties" not in held and field.names not in found:
                found.append(field.names)
    return found


def bare(label: str) -> str:
    """A label as headings are compared: without spaces and the star of what must be filled in."""
    return "".join(label.split()).rstrip("*")


def _tables(
    path: tuple[str, ...],
    steps: tuple[str, ...],
    schema: Schema,
    holder: Table | None,
    titles: tuple[str, ...],
) -> Iterator[Table]:
    inner = entries_of(schema)
    lists = [*_lists(inner, (), ())]
    fields = tuple(_fields(inner, (), (), True) if "ref" not in inner else _who(inner, SELF, (_ID,)))
    key = _key(schema, fields, titles, bool(lists))
    table = Table(sheet_title(_JOIN.join(titles)), path, steps, schema, fields, holder, key)
    yield table
    for below, sub, names in lists:
        upper = None if table.is_form else table
        full = (*path, *below)
        yield from _tables(full, full if upper is None else below, sub, upper, (*titles, *names))


def _key(schema: Schema, fields: tuple[Field, ...], titles: tuple[str, ...], referred: bool) -> Field | None:
    if is_map(schema):
        return Field((), f"{titles[-1]} {_ID}", {"type": "string"}, True)
    own = next((field for field in fields if field.path == ("id",) and field.required), None)
    if schema.get("type") != "array" or own:
        return own
    number = {"type": "integer", "description": "딸린 표가 이 번호로 이 행을 가리킵니다."}
    return Field((), f"{titles[-1]} 번호", number) if referred else None


def _fields(
    schema: Schema, path: tuple[str, ...], titles: tuple[str, ...], required: bool
) -> Iterator[Field]:
    """The plain values of an object and of the objects in it."""
    for key, sub in schema.get("properties", {}).items():
        names, at = (*titles, sub.get("title", key)), (*path, key)
        needed = required and key in schema.get("required", ())
        if "properties" not in sub:
            if "properties" not in entries_of(sub):
                yield Field(at, _JOIN.join(names), sub, needed)
        elif "ref" in sub:
            yield from _who(sub, at, names, needed)
        else:
            yield from _fields(sub, at, names, needed)


def _who(
    schema: Schema, path: tuple[str, ...], titles: tuple[str, ...], required: bool = False
) -> Iterator[Field]:
    """A thing that may be named by its id, or written out."""
    yield Field(path, _JOIN.join(titles), {**schema, "type": "string"}, required)
    yield from _fields(schema, *(((), ()) if path == SELF else (path, titles)), False)


def _lists(
    schema: Schema, path: tuple[str, ...], titles: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Schema, tuple[str, ...]]]:
    """The lists of objects in an object, and in the objects in it: path, schema, titles."""
    for key, sub in schema.get("properties", {}).items():
        names, at = (*titles, sub.get("title", key)), (*path, key)
        if "properties" in sub:
            yield from _lists(sub, at, names)
        elif "properties" in entries_of(sub):
            yield at, sub, names


def _choices(schema: Schema) -> tuple[str, ...]:
    if schema.get("type") == "boolean":
        return BOOLEANS
    if is_choice(schema):
        return tuple(words(schema).values())
    wanted = schema.get("ref", "")
    if wanted.startswith(GUIDELINE):
        entries = tables(editions()[-1])[wanted.removeprefix(GUIDELINE)].values()
        return tuple(str(each.get("name") or each["id"]) for each in entries)
    return ()
