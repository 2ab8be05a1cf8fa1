"""Maps and references in what is shown to people: the list of fields, the starter, the check of tags."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docgen import Catalogue
from docgen.case import parse_case
from docgen.case.schemas import HEAD, load_schemas
from docgen.catalogue.fields import fields
from docgen.catalogue.shape import data_schema
from docgen.catalogue.starter import starter
from docgen.catalogue.template import Template


@pytest.fixture
def everything(root: Path) -> Template:
    """A template that reads every section but an application."""
    found = Catalogue()["meeting-minutes"]
    sections = tuple(
        name for name in load_schemas(root / "templates/case") if name not in (HEAD, "application")
    )
    return Template(found.folder, replace(found.description, sections=sections), root / "templates")


class DescribeFields:
    def they_lead_into_maps_and_say_what_a_reference_names(self, root: Path) -> None:
        schemas = load_schemas(root / "templates/case")
        people = {field.path: field for field in fields("people", schemas["people"])}
        assert people["people.*.name"].required
        assert people["people.*.institution"].kind == "institutions에 있는 이름"
        assert people["people.*.available_courses"].kind == "목록: 지침의 표에 있는 이름"
        contacts = {field.path: field for field in fields("contacts", schemas["contacts"])}
        assert contacts["contacts[].by"].kind == "people에 있는 이름 또는 묶음"


class DescribeTheStarter:
    def it_shows_an_entry_of_a_map(self, everything: Template) -> None:
        lines = starter([everything]).splitlines()
        at = lines.index(
            "  #이름표:", lines.index(next(line for line in lines if line.startswith("people:")))
        )
        assert lines[at + 1].startswith("  #  name:  # 성명*")

    def it_lacks_only_what_must_be_filled_in(self, everything: Template) -> None:
        case = parse_case(starter([everything]).encode(), "x.yaml")
        assert {found.code for found in everything.check(case)} == {"schema.required"}


class DescribeTheSchemaOfTags:
    def it_has_what_references_stand_for(self, everything: Template) -> None:
        session = data_schema(everything)["properties"]["sessions"]["items"]["properties"]
        assert "printed_number" in session["course"]["properties"]
        assert "home_school" in session["main"]["items"]["properties"]
        assert "name" in session["main"]["items"]["properties"]["institution"]["properties"]

    def it_has_the_words_of_choices(self, everything: Template) -> None:
        kind = data_schema(everything)["properties"]["meetings"]["items"]["properties"]["kind"]
        assert kind["properties"] == {"word": {}}

    def it_has_maps_as_lists(self, everything: Template) -> None:
        people: Any = data_schema(everything)["properties"]["people"]
        assert people["type"] == "array"
        assert {"id", "name"} <= people["items"]["properties"].keys()

    def it_has_the_derived_values(self, everything: Template) -> None:
        known = data_schema(everything)["properties"]
        assert {"runs", "enrolments"} <= known.keys()
        assert "region" in known["school"]["properties"]
        assert "due_on" in known["results"]["items"]["properties"]
