"""The schema of a case file for editors: what completes keys and underlines faults while somebody types.

Editors read plain JSON Schema 2020-12, so what docgen reads more kindly is spelt out: a value may be blank, a
choice may be its id or its word, a person an id or written out. What needs the rest of the case (references,
rules) is left to `docgen check`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from docgen.case.choices import is_choice, words
from docgen.case.schemas import Schema, Sources, load_schemas
from docgen.catalogue.fields import how_to_write

__all__ = ["SCHEMA_FILE", "editor_schema", "schema_line"]

SCHEMA_FILE: Final = "docgen.schema.json"
"""The file beside a case that its first line names."""
_KEPT: Final = ("title", "default", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems")
_SPECIAL: Final = re.compile(r"[\\^$.*+?()\[\]{}|/]")  # what a pattern of ECMA-262 escapes, and no more
_PATTERNS: Final = {
    "date": r"^\d{4}-\d{2}-\d{2}$",
    "date-time": r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?$",
    "time": r"^\d{2}:\d{2}(:\d{2})?$",
    "uri": "^https?://",
    "email": "^[^@ ]+@[^@ ]+$",
}


def schema_line() -> str:
    """The first line of a YAML file that names its schema (redhat-developer/yaml-language-server)."""
    return f"# yaml-language-server: $schema={SCHEMA_FILE}\n"


def editor_schema(sources: Sources) -> str:
    """The schema of a whole case file as JSON: every section, none needed, no reference to another file."""
    sections = {name: _shape(schema) for name, schema in load_schemas(sources).items()}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "학교 컨설팅 자료",
        "type": "object",
        "properties": sections,
        "additionalProperties": False,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _shape(schema: Schema) -> dict[str, Any]:
    """What an editor is to know of a value: its label and help, and what may stand there."""
    about = {key: schema[key] for key in _KEPT if key in schema}
    help_text = " · ".join(part for part in (how_to_write(schema), schema.get("description")) if part)
    shape = {**about, "description": help_text}
    if is_choice(schema):
        return {**shape, "anyOf": [*_options(words(schema)), {"type": "null"}]}
    named = "ref" in schema
    kinds = [schema["type"]] if "type" in schema else ["string", "integer"]
    shape["type"] = list(dict.fromkeys([*kinds, *(["string"] if named else []), "null"]))
    if pattern := _PATTERNS.get(schema.get("format", "")) or schema.get("pattern"):
        shape["pattern"] = pattern
    if "items" in schema:
        shape["items"] = _shape(schema["items"])
    return shape | _keys(schema)


def _keys(schema: Schema) -> dict[str, Any]:
    """The keys of an object, or what the entries of a map are."""
    shape: dict[str, Any] = {}
    if isinstance(entries := schema.get("additionalProperties"), Mapping):
        return {"additionalProperties": _shape(entries)}
    if "properties" in schema:
        shape["properties"] = {key: _shape(sub) for key, sub in schema["properties"].items()}
        shape["additionalProperties"] = False
    if "required" in schema:
        shape["required"] = schema["required"]
    return shape


def _options(known: Mapping[str, str]) -> list[dict[str, Any]]:
    """Every choice by its id, with its word as title; by its word, spaced in any way; as a number."""
    by_id = [{"const": key, "title": word} for key, word in known.items()]
    spaced = (
        r"\s*".join(_SPECIAL.sub(r"\\\g<0>", sign) for sign in "".join(word.split()))
        for word in known.values()
    )
    numbers = [{"const": int(key)} for key in known if key.isdecimal()]
    return [*by_id, {"type": "string", "pattern": f"^\\s*({'|'.join(spaced)})\\s*$"}, *numbers]
