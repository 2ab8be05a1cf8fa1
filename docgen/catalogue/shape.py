"""The data that a template is merged with, as one JSON Schema: its sections, the head, and the bound item.

It is the schema of completed data (docgen.case.complete): what a reference names stands in its place, a map
is a list. Derived values are there without a schema of their own: anything may be asked of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.case.choices import is_choice
from docgen.case.guideline import derived, editions, tables
from docgen.case.references import GUIDELINE
from docgen.case.schemas import HEAD, Schema, entries_of, is_map, load_schemas
from docgen.catalogue.template import Template

__all__ = ["data_schema"]


def data_schema(template: Template) -> dict[str, Any]:
    """The schema of the object whose keys are the names that the tags of the template may use."""
    about, shapes = template.description, _Shapes(load_schemas(template.schemas))
    sections = {name: shapes.of(schema) for name, schema in shapes.schemas.items()}
    everything: dict[str, Any] = {"type": "object", "properties": sections}
    for path in derived(editions()[-1]):
        _put(everything, path)
    unread = shapes.schemas.keys() - {HEAD, *about.reads}
    properties = {name: shape for name, shape in sections.items() if name not in unread}
    properties |= {name: {} for name in (*about.derive, *(["checklist"] if about.progress else []))}
    if about.bind is not None and about.each is not None:
        properties[about.bind] = _at(properties, about.each).get("items", {})
    return {"type": "object", "properties": properties}


def _at(properties: dict[str, Any], path: str) -> dict[str, Any]:
    """The schema at a dotted path, {} for an expression that is no path."""
    name, _, rest = path.partition(".")
    found: dict[str, Any] = properties.get(name, {})
    return _at(found.get("properties", {}), rest) if rest else found


class _Shapes:
    """Schemas of completed data; one of each section that is referred to."""

    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self.schemas = schemas
        self.targets: dict[str, dict[str, Any]] = {}

    def of(self, schema: Schema) -> dict[str, Any]:
        if "ref" in schema:
            return self.target(schema["ref"])
        if is_map(schema):
            return {"type": "array", "items": self.entry(schema)}
        shape = dict(schema) | ({"properties": {"word": {}}} if is_choice(schema) else {})
        if "properties" in schema:
            shape["properties"] = {key: self.of(sub) for key, sub in schema["properties"].items()}
        if "items" in schema:
            shape["items"] = self.of(schema["items"])
        return shape

    def entry(self, schema: Schema) -> dict[str, Any]:
        shape = self.of(entries_of(schema))
        return shape | {"properties": {"id": {"type": "string"}} | shape["properties"]}

    def target(self, wanted: str) -> dict[str, Any]:
        if wanted not in self.targets:
            if wanted.startswith(GUIDELINE):
                table = tables(editions()[-1])[wanted.removeprefix(GUIDELINE)]
                shape = {"type": "object", "properties": {key: {} for key in next(iter(table.values()))}}
            else:
                shape = self.entry(self.schemas[wanted])
            self.targets[wanted] = shape
        return self.targets[wanted]


def _put(schema: dict[str, Any], path: str) -> None:
    """Add what is derived at a path, where the schema knows what holds it."""
    *holders, name = path.split(".")
    for step in holders:
        schema = schema.get("properties", {}).get(step.removesuffix("[]"), {})
        schema = schema.get("items", {}) if step.endswith("[]") else schema
    if "properties" in schema:
        schema["properties"].setdefault(name, {})
