"""YAML, JSON and workbooks hold the same data: what goes round comes back, value by value, type by type."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docgen import Catalogue, DataError
from docgen.case.convert import ENDINGS, converted
from docgen.case.load import load_case, parse_case
from docgen.case.model import Case

SOURCES = Catalogue().schemas
FIXTURES = sorted(
    path
    for folder in ("school", "people", "office")
    for path in (Path(__file__).parents[2] / "fixtures" / folder).glob("*")
    if path.suffix in ENDINGS
)


def case_of(text: str, name: str = "case.yaml") -> Case:
    return parse_case(text.encode(), name, SOURCES)


def filled(value: Any) -> Any:
    """Data without the keys that are blank: as good as absent."""
    if isinstance(value, dict):
        return {key: filled(held) for key, held in value.items() if held not in (None, "")}
    return [filled(item) for item in value] if isinstance(value, list) else value


def typed(value: Any) -> str:
    """Data as text in which 1 and 1.0 and "1" differ, and the order of keys does not count."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
class DescribeEveryFixture:
    def it_comes_back_from_a_workbook_as_it_was(self, path: Path) -> None:
        case = load_case(path)
        book = parse_case(converted(case, ".xlsx", SOURCES), "case.xlsx", SOURCES)
        assert typed(book.data) == typed(filled(case.data))
        yaml = parse_case(converted(book, ".yaml", SOURCES), "case.yaml")
        assert typed(yaml.data) == typed(filled(case.data))

    def it_comes_back_from_yaml_and_json_with_its_order(self, path: Path) -> None:
        case = load_case(path)
        for ending in (".yaml", ".json"):
            back = parse_case(converted(case, ending, SOURCES), f"case{ending}").data
            assert json.dumps(back) == json.dumps(case.data)


class DescribeYaml:
    @pytest.mark.parametrize(
        ("value", "written"),
        [
            ("2026-06-01", "2026-06-01"),
            ("14:30", "14:30"),
            ("yes", "yes"),
            ("on", "on"),
            ("0o17", "'0o17'"),
            ("1e3", "'1e3'"),
            ("12", "'12'"),
            ("~", "'~'"),
            ("", "''"),
            ("a: b", "'a: b'"),
            ("# 가", "'# 가'"),
            ("가 #나", "'가 #나'"),
            (None, ""),
            (True, "true"),
            (1.0, "1.0"),
            (1e30, "1.0e+30"),
        ],
    )
    def it_quotes_only_what_would_be_something_else(self, value: Any, written: str) -> None:
        made = converted(case_of(json.dumps({"case": {"id": value}}), "case.json"), ".yaml", SOURCES).decode()
        assert made == f"case:\n  id: {written}".rstrip() + "\n"

    def it_writes_several_lines_as_a_block(self) -> None:
        made = converted(
            case_of('{"case": {"id": "가\\n나: 다\\n"}}', "case.json"), ".yaml", SOURCES
        ).decode()
        assert made == "case:\n  id: |\n    가\n    나: 다\n"


class DescribeAWorkbook:
    def it_keeps_what_the_check_will_refuse(self) -> None:
        case = case_of(
            "school: {level: 대학교, applied_at: 2026-06-01T15:30, application_no: 스물, name: =1+1}"
        )
        book = parse_case(converted(case, ".xlsx", SOURCES), "case.xlsx", SOURCES)
        assert book.data == case.data

    def it_keeps_whole_numbers_with_decimals(self) -> None:
        case = case_of("diagnosis: {pre: {areas: [{name: 가, mean: 4.0}, {name: 나, mean: 3.25}]}}")
        book = parse_case(converted(case, ".xlsx", SOURCES), "case.xlsx", SOURCES)
        assert [type(area["mean"]) for area in book.data["diagnosis"]["pre"]["areas"]] == [float, float]

    def it_keeps_a_list_that_begins_with_a_negative_number(self) -> None:
        case = case_of("diagnosis: {pre: {items: [{distribution: [-5, 12]}]}}")
        assert parse_case(converted(case, ".xlsx", SOURCES), "case.xlsx", SOURCES).data == case.data

    def it_keeps_an_empty_list_apart_from_an_absent_one(self) -> None:
        case = case_of(
            "meetings: [{id: a, agenda: [], attendees: []}, {id: b}]\nparticipants: []\npeople: {}"
        )
        book = parse_case(converted(case, ".xlsx", SOURCES), "case.xlsx", SOURCES)
        assert book.data == case.data

    @pytest.mark.parametrize(
        ("text", "path"),
        [
            ("shcool: {name: 가}", "shcool.name"),
            ("school: {nmae: 가}", "school.nmae"),
            ("school: {applicant: 가}", "school.applicant"),
            ("school: [가]", "school"),
            ("participants: [{id: a}, {}]", "participants"),
            ("participants: [{id: a, enrolments: [{run: 1}]}, {id: a}]", "participants[0].enrolments"),
            ("school: {head: {name: 가}, phone: 1}", "school.phone"),
            ("people: {a: {phone: 1012345678}}", "people.a.phone"),
            ("meetings: [{id: a, agenda: 가}]", "meetings[0].agenda"),
        ],
    )
    def it_is_not_written_where_it_would_lose_a_value(self, text: str, path: str) -> None:
        case = case_of(text)
        with pytest.raises(DataError) as caught:
            converted(case, ".xlsx", SOURCES)
        assert path in {found.path for found in caught.value.diagnostics}
        assert {found.line for found in caught.value.diagnostics} == {1}
