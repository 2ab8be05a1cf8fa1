"""A checked case as templates and rules read it: nothing undefined, dates as dates, choices by their id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any

from docgen.case.choices import choice, is_choice
from docgen.case.model import Case
from docgen.case.moments import parse_date, parse_datetime, parse_time
from docgen.case.schemas import HEAD, Schema, blank, load_schemas

__all__ = ["complete"]

_MOMENTS: Mapping[str, Callable[[str], Any]] = {
    "date": parse_date,
    "date-time": parse_datetime,
    "time": parse_time,
}


def complete(case: Case, sections: Iterable[str], schema_dir: FilePath) -> dict[str, Any]:
    """The sections that a template reads, and the head (`case`), with every declared key.

    An absent value is None, an absent list [], an absent object an object of such values. Dates are
    `date`, `datetime` and `time` objects; a choice is its id. A value that the schema refuses counts
    as absent, so that the rules can be asked about the rest; a document is made of a case without
    findings only.
    """
    schemas = load_schemas(schema_dir)
    return {name: _completed(schemas[name], case.data.get(name)) for name in dict.fromkeys([HEAD, *sections])}


def _completed(schema: Schema, value: Any) -> Any:
    kind = schema.get("type")
    if kind == "object":
        given = value if isinstance(value, dict) else {}
        return {key: _completed(sub, given.get(key)) for key, sub in schema["properties"].items()}
    if kind == "array":
        return [_completed(schema["items"], item) for item in value] if isinstance(value, list) else []
    return None if blank(value) else _scalar(schema, value)


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
