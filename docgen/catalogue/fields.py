"""The fields of a section as people fill them in: dotted path, printed label, how to write the value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from docgen.case.choices import is_choice, words
from docgen.case.references import GUIDELINE
from docgen.case.schemas import Schema, entries_of, is_map

__all__ = ["Field", "fields", "how_to_write"]

_FORMATS: Final = {
    "date": "날짜 2026-06-01",
    "date-time": "일시 2026-06-01 15:30",
    "time": "시각 15:30",
    "email": "이메일",
    "uri": "인터넷 주소",
}
_TYPES: Final = {
    "string": "글",
    "integer": "정수",
    "number": "수",
    "boolean": "true 또는 false",
    "array": "목록",
    "object": "묶음",
}


class Field(NamedTuple):
    """One field: `path` in the case ("application.lectures[].name", "people.*.name"), `label` as the form
    prints it, `kind` how the value is written, `help` None where the schema says no more."""

    path: str
    label: str
    kind: str
    required: bool
    help: str | None


def fields(path: str, schema: Schema, required: bool = True) -> Iterator[Field]:
    """A section and everything in it, in the order of the schema."""
    yield Field(path, schema.get("title", path), how_to_write(schema), required, schema.get("description"))
    inner = entries_of(schema)
    at = f"{path}.*" if is_map(schema) else f"{path}[]" if schema.get("type") == "array" else path
    for name, sub in inner.get("properties", {}).items():
        yield from fields(f"{at}.{name}", sub, name in inner.get("required", ()))


def how_to_write(schema: Schema) -> str:
    """How the value of a schema is written, in a few Korean words."""
    if named := schema.get("ref") or schema.get("id_of"):
        where = "지침의 표" if named.startswith(GUIDELINE) else named
        return f"{where}에 있는 이름" + (" 또는 묶음" if "properties" in schema else "")
    if is_choice(schema):
        return " / ".join(word if key == word else f"{key}({word})" for key, word in words(schema).items())
    kind: Any = schema.get("type")
    if kind == "array" and "properties" not in schema["items"]:
        return f"목록: {how_to_write(schema['items'])}"
    return _FORMATS.get(schema.get("format", ""), _TYPES.get(kind, "글"))
