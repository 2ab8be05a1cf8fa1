"""The data that a template is merged with, as one JSON Schema: its sections, the head, and the bound item."""

from __future__ import annotations

from typing import Any

from docgen.case.schemas import HEAD, load_schemas
from docgen.catalogue.template import Template

__all__ = ["data_schema"]


def data_schema(template: Template) -> dict[str, Any]:
    """The schema of the object whose keys are the names that the tags of the template may use."""
    schemas, about = load_schemas(template.schemas), template.description
    properties = {name: schemas[name] for name in dict.fromkeys((HEAD, *about.sections))}
    if about.bind is not None and about.each is not None:
        properties[about.bind] = schemas[about.each]["items"]
    return {"type": "object", "properties": properties}
