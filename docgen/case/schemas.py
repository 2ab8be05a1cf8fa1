"""The schemas of the case sections: JSON Schema 2020-12 written in YAML, one file a section.

`title` is the Korean label, `description` the help. `common.yaml` holds what several share. A reference
(`$ref: common.yaml#/$defs/who`) is looked up among the files of the folder only; nothing is fetched.
Where `additionalProperties` is a schema, the object is a map: any key, and an entry below it. A template may
bring sections and fields of its own (docgen.case.own).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from docgen.case.load import load_case

__all__ = [
    "HEAD",
    "Schema",
    "Sources",
    "blank",
    "children",
    "entries_of",
    "is_map",
    "load_schemas",
    "sub_schema",
    "walk",
]

Schema = Mapping[str, Any]
HEAD = "case"
"""The section at the head of every case file: id, edition, author."""
_SHARED = "common"

Sources = FilePath | tuple[FilePath, ...]
"""Where schemas are: a folder, or that and the schema.yaml files of the templates that add to it."""


@lru_cache(maxsize=8)
def load_schemas(sources: Sources) -> Mapping[str, Schema]:
    """The schema of every section by its name, references replaced by what they refer to.

    Raises TemplateError for a schema.yaml that cannot be added.
    """
    from docgen.case.own import add_own  # which is about schemas itself

    folder, *added = (sources,) if isinstance(sources, FilePath) else sources
    files = {path.stem: load_case(path).data for path in sorted(folder.glob("*.yaml"))}
    schemas: dict[str, Schema] = {name: _resolved(schema, name, files) for name, schema in files.items()}
    shared = schemas.pop(_SHARED, {}) and _resolved(files[_SHARED]["$defs"], _SHARED, files)
    for path in added:
        schemas = add_own(schemas, load_case(path), shared)
    return schemas


def blank(value: Any) -> bool:
    """Whether a value is as good as absent: nothing, or text of spaces only."""
    return value is None or (isinstance(value, str) and not value.strip())


def is_map(schema: Schema) -> bool:
    """Whether a schema is one of a map: entries under keys that people choose."""
    return isinstance(schema.get("additionalProperties"), dict)


def entries_of(schema: Schema) -> Schema:
    """The schema of one entry of a map or item of a list; of any other the schema itself."""
    inner: Schema = schema["additionalProperties"] if is_map(schema) else schema.get("items", schema)
    return inner


def sub_schema(schema: Schema, step: str | int) -> Schema:
    """The schema of what stands at a key, or index, of a value; {} where there is none."""
    if isinstance(step, int) or is_map(schema):
        return entries_of(schema) if is_map(schema) or "items" in schema else {}
    found: Schema = schema.get("properties", {}).get(step, {})
    return found


def children(schema: Schema, value: Any) -> Iterator[tuple[str | int, Schema, Any]]:
    """What a value holds: each key or index, its schema and its value, where the schema knows it."""
    if isinstance(value, dict):
        steps = ((key, sub_schema(schema, key), held) for key, held in value.items())
        yield from (step for step in steps if step[1])
    elif isinstance(value, list) and "items" in schema:
        yield from ((index, schema["items"], held) for index, held in enumerate(value))


def walk(
    schema: Schema, value: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Schema, Any]]:
    """Every value that a schema describes and that is not blank, with its path and its own schema."""
    yield path, schema, value
    for step, sub, held in children(schema, value):
        if not blank(held):
            yield from walk(sub, held, (*path, step))


def _resolved(schema: Any, name: str, files: Mapping[str, Schema]) -> Any:
    """A copy without `$ref`; what stands beside a reference (title, description) wins over what is there."""
    if isinstance(schema, list):
        return [_resolved(item, name, files) for item in schema]
    if not isinstance(schema, dict):
        return schema
    own = {
        key: _resolved(value, name, files) for key, value in schema.items() if key not in ("$ref", "$defs")
    }
    if "$ref" not in schema:
        return own
    file, _, pointer = schema["$ref"].partition("#/")
    name = file.removesuffix(".yaml") or name
    target: Any = files[name]
    for step in pointer.split("/"):
        target = target[step]
    return _resolved(target, name, files) | own
