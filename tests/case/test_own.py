"""A template's schema.yaml adds sections and fields to the case, and changes none that are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.case import parse_case
from docgen.case.complete import complete
from docgen.case.schema import check_schema
from docgen.case.schemas import Sources, load_schemas
from docgen.errors import Diagnostic, TemplateError

SHIPPED = Path(__file__).parents[2] / "templates/case"

MENTORING = """\
title: 멘토링 일지
properties:
  mentoring:
    title: 멘토링
    type: object
    required: [mentor]
    properties:
      mentor: {$ref: common.yaml#/$defs/who, title: 멘토}
      days: {title: 날짜, type: array, items: {type: string, format: date}}
      kind: {title: 방식, enum: [대면, 온라인]}
"""
PEOPLE = "people:\n  gaon: {name: 한가온, affiliation: 별고등학교}\n"


def sources(folder: Path, *texts: str) -> Sources:
    """The shipped schemas and a schema.yaml for each of the texts."""
    files = []
    for number, text in enumerate(texts):
        files.append(folder / f"{number}.yaml")
        files[-1].write_text(text, encoding="utf-8")
    return (SHIPPED, *files)


def findings(folder: Path, text: str) -> list[Diagnostic]:
    with pytest.raises(TemplateError) as caught:
        load_schemas(sources(folder, text))
    return list(caught.value.diagnostics)


class DescribeASectionOfItsOwn:
    def its_values_are_read_as_those_of_any_section(self, tmp_path: Path) -> None:
        added = sources(tmp_path, MENTORING)
        case = parse_case(
            f"{PEOPLE}mentoring: {{mentor: gaon, days: [2026-06-01], kind: 온라인}}".encode(), "case.yaml"
        )
        assert check_schema(case, ["mentoring"], added) == []
        data = complete(case, ["mentoring"], added)["mentoring"]
        assert data["mentor"]["affiliation"] == "별고등학교"
        assert data["days"][0].isoformat() == "2026-06-01"
        assert data["kind"] == "온라인"

    def its_values_are_checked_as_those_of_any_section(self, tmp_path: Path) -> None:
        case = parse_case(b"mentoring: {days: [someday], kinds: x}", "case.yaml")
        found = check_schema(case, ["mentoring"], sources(tmp_path, MENTORING))
        assert sorted(finding.code for finding in found) == [
            "schema.format",
            "schema.required",
            "schema.unknown-key",
        ]

    def it_is_unknown_without_its_template(self) -> None:
        found = check_schema(parse_case(b"mentoring: {}", "case.yaml"), [], SHIPPED)
        assert [finding.code for finding in found] == ["schema.unknown-section"]

    def and_two_templates_may_bring_the_same(self, tmp_path: Path) -> None:
        assert load_schemas(sources(tmp_path, MENTORING, MENTORING)) == load_schemas(
            sources(tmp_path, MENTORING)
        )

    def but_not_two_that_differ(self, tmp_path: Path) -> None:
        with pytest.raises(TemplateError) as caught:
            load_schemas(sources(tmp_path, MENTORING, MENTORING.replace("title: 멘토}", "title: 도우미}")))
        assert [found.code for found in caught.value.diagnostics] == ["own.taken"]


class DescribeAFieldOfItsOwn:
    @pytest.mark.parametrize(
        ("section", "case", "path"),
        [
            ("school", "school: {mascot: 곰}", ["school"]),
            ("meetings", "meetings: [{mascot: 곰}]", ["meetings", 0]),
            ("people", "people: {gaon: {name: 한가온, mascot: 곰}}", ["people", 0]),
        ],
    )
    def it_stands_in_an_object_a_list_or_a_map(
        self, tmp_path: Path, section: str, case: str, path: list[str | int]
    ) -> None:
        field = "properties: {mascot: {title: 마스코트, type: string}}"
        inner = f"items: {{{field}}}" if section == "meetings" else field
        added = sources(tmp_path, f"properties: {{{section}: {{{inner}}}}}")
        parsed = parse_case(case.encode(), "case.yaml")
        codes = {found.code for found in check_schema(parsed, [section], added)}
        assert "schema.unknown-key" not in codes
        held = complete(parsed, [section], added)
        for step in path:
            held = held[step]  # type: ignore[index]  # a path of keys and indices
        assert held["mascot"] == "곰"

    @pytest.mark.parametrize("section", ["people: {gaon: {name: 한가온}}", "meetings: [{title: 회의}]"])
    def it_may_be_required(self, tmp_path: Path, section: str) -> None:
        field = "{required: [mascot], properties: {mascot: {title: 마스코트, type: string}}}"
        name = section.partition(":")[0]
        added = sources(
            tmp_path,
            f"properties: {{{name}: {field if name == 'people' else f'{{items: {field}}}'}}}",
        )
        found = check_schema(parse_case(section.encode(), "case.yaml"), [name], added)
        assert "마스코트" in "".join(finding.message for finding in found)

    def it_does_not_change_the_shipped_schemas(self, tmp_path: Path) -> None:
        added = sources(tmp_path, "properties: {school: {properties: {mascot: {title: 곰, type: string}}}}")
        assert "mascot" in load_schemas(added)["school"]["properties"]
        assert "mascot" not in load_schemas(SHIPPED)["school"]["properties"]


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("properties: {x: {title: 가, typ: string}}", "own.unknown-keyword", "'type'"),
        ("properties: {x: {title: 가, type: string, pattern: '(a+)+'}}", "own.unknown-keyword", None),
        ("properties: {x: {title: 가, type: text}}", "own.wrong-value", None),
        ("properties: {x: {title: 가}}", "own.no-type", "string"),
        ("properties: {x: {type: string}}", "own.no-title", None),
        ("properties: {x: {title: 가, type: object}}", "own.no-shape", None),
        ("properties: {x: {title: 가, type: array}}", "own.no-shape", None),
        ("properties: {x: 글}", "own.no-schema", None),
        ("properties: {x: {title: 가, $ref: common.yaml#/$defs/dat}}", "own.unknown-ref", "date"),
        ("properties: {x: {title: 가, $ref: file:///etc/passwd}}", "own.unknown-ref", None),
        ("properties: {내-것: {title: 가, type: string}}", "own.bad-name", None),
        ("properties: {runs: {title: 가, type: string}}", "own.computed", "다른 이름"),
        ("properties: {school: {title: 우리 학교}}", "own.taken", None),
        ("properties: {school: {items: {title: 가, type: string}}}", "own.taken", None),
        ("properties: {school: {properties: {name: {properties: {}}}}}", "own.taken", None),
        ("properties: {school: {properties: {name: {title: 이름, type: string}}}}", "own.taken", None),
        ("properties: {people: {properties: {id: {title: 번호, type: string}}}}", "own.taken", None),
        ("properties: {x: {title: 가, oneOf: [{const: 1, title: 하나}]}}", "own.wrong-value", None),
        ("properties: {school: {required: [nmae]}}", "own.not-there", "'name'"),
        (
            "properties: {x: {title: 가, type: object, required: [b], properties: {}}}",
            "own.not-there",
            None,
        ),
        (
            "properties: {people: {properties: {mentor: {title: 멘토, $ref: common.yaml#/$defs/who}}}}",
            "own.circle",
            "글로",
        ),
    ],
)
def it_says_what_keeps_a_schema_from_being_added(
    tmp_path: Path, text: str, code: str, hint: str | None
) -> None:
    found = findings(tmp_path, text)
    assert code in [finding.code for finding in found]
    assert all(finding.line for finding in found)
    assert hint is None or any(hint in (finding.hint or "") for finding in found)


def it_names_all_faults_in_one_run(tmp_path: Path) -> None:
    text = "properties:\n  a: {title: 가, typ: string}\n  b: {type: string}\n"
    assert {(found.code, found.line) for found in findings(tmp_path, text)} == {
        ("own.unknown-keyword", 2),
        ("own.no-type", 2),
        ("own.no-title", 3),
    }
