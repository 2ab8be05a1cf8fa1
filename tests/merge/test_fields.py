"""The fields that a template reads are found by what it does with them; expected by reading the tags."""

from __future__ import annotations

from typing import Any

import pytest

from docgen import WordTemplate
from tests.merge.word_files import table_file, word_file


def schema(template: bytes) -> dict[str, Any]:
    return WordTemplate(template).fields().schema()


def properties(*paragraphs: str) -> dict[str, Any]:
    found: dict[str, Any] = schema(word_file(*paragraphs)).get("properties", {})
    return found


class DescribeFields:
    def they_have_their_whole_path(self) -> None:
        assert properties("{{ school.head.name }}") == {
            "school": {
                "type": "object",
                "properties": {"head": {"type": "object", "properties": {"name": {}}, "required": ["name"]}},
                "required": ["head"],
            }
        }

    def the_items_of_a_list_are_listed_too(self) -> None:
        found = schema(
            table_file(
                ("{%tr for c in courses %}", ""),
                ("{% for s in c.sessions %}{{ s.start }}{% endfor %}", "{{ c['name'] }}"),
                ("{%tr endfor %}", ""),
            )
        )
        courses = found["properties"]["courses"]
        assert courses["type"] == "array"
        assert courses["items"]["properties"]["sessions"]["items"]["properties"] == {"start": {}}
        assert set(courses["items"]["properties"]) == {"name", "sessions"}

    @pytest.mark.parametrize(
        ("tag", "expected"),
        [
            ("{{ x * 2 }}", {"type": "number"}),
            ("{{ x | won }}", {"type": "number"}),
            ("{{ x | kdate }}", {"type": "string", "format": "date"}),
            ("{{ x | join(', ') }}", {"type": "array", "items": {}}),
            ("{{ x[0] }}", {"type": "array", "items": {}}),
            ("{{ x | rows(3) | length }}", {"type": "array", "items": {}}),
            ("{% for k, v in x.items() %}{{ v }}{% endfor %}", {}),
            ("{{ x }}", {}),
        ],
    )
    def they_are_what_the_template_does_with_them(self, tag: str, expected: dict[str, Any]) -> None:
        assert properties(tag) == {"x": expected}

    @pytest.mark.parametrize(
        ("text", "required"),
        [
            ("{{ x }}", ["x"]),
            ("{% if x %}있음{% endif %}", []),
            ("{% if x %}{{ x }}{% endif %}", []),
            ("{{ x if x else '' }}", []),
            ("{{ x | default('') }}", []),
            ("{% if x is defined %}{{ x }}{% endif %}", []),
            ("{% if x %}{{ x }}{% endif %}{{ x }}", ["x"]),
            ("{{ x or y }}", ["y"]),
        ],
    )
    def they_are_optional_where_every_use_asks_first(self, text: str, required: list[str]) -> None:
        assert schema(word_file(text)).get("required", []) == required

    @pytest.mark.parametrize(
        "text",
        [
            "{% set n = 1 %}{{ n }}",
            "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1) }}",
            "{% for i in range(3) %}{{ loop.index }}{{ i }}{% endfor %}",
            "{% with a = 1 %}{{ a }}{% endwith %}",
        ],
    )
    def they_are_not_what_the_template_itself_makes(self, text: str) -> None:
        assert properties(text) == {}

    def they_are_seen_through_names_that_are_set(self) -> None:
        assert properties("{% set w = school.head %}{{ w.name }}")["school"]["properties"]["head"][
            "properties"
        ] == {"name": {}}
