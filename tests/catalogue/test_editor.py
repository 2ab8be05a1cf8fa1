"""The schema that an editor checks a case by while it is typed: kinder than plain JSON Schema, never stricter
than docgen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docgen import Catalogue, load_case
from docgen.case import parse_case
from docgen.catalogue.editor import editor_schema
from docgen.catalogue.starter import starter

CATALOGUE = Catalogue()
SCHEMA = json.loads(editor_schema(CATALOGUE.schemas))
SAMPLES = sorted({template.sample_path for template in CATALOGUE.values()})


def faults(data: Any) -> list[str]:
    return [error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(data)]


class DescribeTheSchema:
    def it_is_one_of_json_schema_and_stands_alone(self) -> None:
        Draft202012Validator.check_schema(SCHEMA)
        assert "$ref" not in json.dumps(SCHEMA)

    def it_has_the_korean_titles_and_the_help_of_every_field(self) -> None:
        school = SCHEMA["properties"]["school"]
        assert school["title"] == "학교"
        assert school["properties"]["name"]["title"] == "학교명"
        kind = SCHEMA["properties"]["meetings"]["items"]["properties"]["kind"]
        assert {"const": "pre", "title": "사전 회의"} in kind["anyOf"]

    @pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
    def it_takes_every_sample(self, path: Path) -> None:
        assert faults(load_case(path).data) == []

    @pytest.mark.parametrize("template_id", ["consulting-plan", "coordinator-application", "meeting-minutes"])
    def it_takes_a_starter_that_nobody_filled_in(self, template_id: str) -> None:
        text = starter([CATALOGUE[template_id]])
        assert faults(parse_case(text.encode(), "case.yaml").data) == []

    @pytest.mark.parametrize(
        ("data", "path"),
        [
            ({"shcool": {}}, "$"),
            ({"school": {"nmae": "가"}}, "$.school"),
            ({"school": {"application_no": "스물"}}, "$.school.application_no"),
            ({"meetings": [{"kind": "사진 회의"}]}, "$.meetings[0].kind"),
            ({"meetings": [{"start": "6월 1일"}]}, "$.meetings[0].start"),
        ],
    )
    def it_finds_what_docgen_would(self, data: Any, path: str) -> None:
        assert path in faults(data)
