"""A checked case as templates and rules read it: nothing undefined, dates as dates, choices by their id.

What stands where in completed data:

- an absent value is its `default`, else None; an absent list []; an absent object an object of such values;
- dates are `date`, `datetime` and `time` objects; a choice is its id, and `.word` its Korean word;
- a map (people, institutions) is the list of its entries in file order, each with its key as `id`;
- a reference (`ref`, docgen.case.references) is the referenced thing, completed: `session.course.name`,
  `session.main[0].name`; one that is absent or names nothing is such a thing with blank values;
- a `who` is always a whole person: the one of the register, or the one written there with the rest blank;
- an `id_of` stays an id.

References never lead back to where they came from (a test holds the schemas to that), so completed data
are finite. Derived values are put in later (docgen.rules.derive).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from docgen.case.choices import choice, is_choice
from docgen.case.guideline import entry, known_edition, tables
from docgen.case.model import Case
from docgen.case.moments import parse_date, parse_datetime, parse_time
from docgen.case.references import GUIDELINE, edition_of
from docgen.case.schemas import HEAD, Schema, Sources, blank, entries_of, is_map, load_schemas

__all__ = ["blank_entry", "complete", "completed"]

_MOMENTS: Mapping[str, Callable[[str], Any]] = {
    "date": parse_date,
    "date-time": parse_datetime,
    "time": parse_time,
}


def complete(case: Case, sections: Iterable[str], sources: Sources) -> dict[str, Any]:
    """The sections asked for, and the head (`case`), with every declared key.

    A value that the schema refuses counts as absent, so that the rules can be asked about the rest; a
    document is made of a case without findings only.
    """
    completion = _Completion(case.data, load_schemas(sources), edition_of(case))
    return {name: completion.section(name) for name in dict.fromkeys([HEAD, *sections])}


def completed(schema: Schema, value: Any) -> Any:
    """A value of a schema without references, completed: of a row of a sheet, which is no case."""
    return _Completion({}, {}, "").completed(schema, value)


def blank_entry(wanted: str, sources: Sources) -> dict[str, Any]:
    """A thing of a section (`people`) or of a table of the newest guideline, with nothing in it."""
    return _Completion({}, load_schemas(sources), known_edition(None)).blank(wanted)


class _Completion:
    """The sections of one case as they get completed; a referenced section comes before who refers to it."""

    def __init__(self, data: Mapping[str, Any], schemas: Mapping[str, Schema], edition: str) -> None:
        self.data, self.schemas, self.edition = data, schemas, edition
        self.done: dict[str, Any] = {}
        self.ids: dict[str, dict[str, Any]] = {}
        self.blanks: dict[str, dict[str, Any]] = {}

    def section(self, name: str) -> Any:
        if name not in self.done:
            self.done[name] = self.completed(self.schemas[name], self.data.get(name))
        return self.done[name]

    def completed(self, schema: Schema, value: Any) -> Any:
        if "ref" in schema:
            return self.referenced(schema, value)
        if is_map(schema):
            return self.entries(schema, value)
        if schema.get("type") == "object":
            return self.mapping(schema, value)
        if schema.get("type") == "array":
            return (
                [self.completed(schema["items"], item) for item in value] if isinstance(value, list) else []
            )
        found = None if blank(value) else _scalar(schema, value)
        return schema.get("default") if found is None else found

    def mapping(self, schema: Schema, value: Any) -> dict[str, Any]:
        given = value if isinstance(value, dict) else {}
        return {key: self.completed(sub, given.get(key)) for key, sub in schema["properties"].items()}

    def entries(self, schema: Schema, value: Any) -> list[dict[str, Any]]:
        given = value if isinstance(value, dict) else {}
        inner = schema["additionalProperties"]
        return [{"id": id_, **self.completed(inner, held)} for id_, held in given.items()]

    def referenced(self, schema: Schema, value: Any) -> dict[str, Any]:
        wanted = schema["ref"]
        if isinstance(value, dict) and "properties" in schema:
            return self.blank(wanted) | self.mapping(schema, value)
        return self.found(wanted, value) or self.blank(wanted)

    def found(self, wanted: str, value: Any) -> dict[str, Any] | None:
        if wanted.startswith(GUIDELINE):
            return None if blank(value) else entry(self.edition, wanted.removeprefix(GUIDELINE), value)
        if wanted not in self.ids:
            self.ids[wanted] = {each["id"]: each for each in self.section(wanted)}
        return self.ids[wanted].get(value) if isinstance(value, str) else None

    def blank(self, wanted: str) -> dict[str, Any]:
        """A thing of a section or table with nothing in it; one and the same for all who lack theirs."""
        if wanted not in self.blanks:
            if wanted.startswith(GUIDELINE):
                table = tables(self.edition)[wanted.removeprefix(GUIDELINE)]
                self.blanks[wanted] = dict.fromkeys(next(iter(table.values())))
            else:
                self.blanks[wanted] = {"id": None, **self.completed(entries_of(self.schemas[wanted]), None)}
        return self.blanks[wanted]


def _scalar(schema: Schema, value: Any) -> Any:
    if is_choice(schema):
        return choice(schema, value)
    match schema.get("type"), value:
        case "string", str():
            return _MOMENTS.get(schema.get("format", ""), str)(value)
        case "boolean", bool():
            return value
        case (("integer" | "number"), bool()):
            return None
        case "integer", int() | float():
            return int(value) if value == int(value) else None
        case "number", int() | float():
            return value
    return None
