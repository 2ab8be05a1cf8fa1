from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.case import guideline, parse_case
from docgen.case.complete import blank_entry, complete
from docgen.case.schema import check_schema
from docgen.case.schemas import Schema, entries_of, is_map, load_schemas
from docgen.errors import Diagnostic

SCHEMAS = Path(__file__).parents[2] / "templates/case"
HEAD = "case: {id: 가, edition: 2026-06-01}\n"
PEOPLE = """\
people:
  p-han: {name: 한가람, affiliation: 가온중, position: 교사, is_teacher: true, roles: [main], institution: hb}
  p-dodam: {name: 도담, affiliation: 햇살초, position: 교사, is_teacher: true, roles: [main], institution: hb}
institutions:
  hb: {name: 한빛대학교, role: 주관기관, regions: [region-3]}
"""


def session(id_: str = "s1", course: str = "leader", more: str = "") -> str:
    return (
        f"  - {{id: {id_}, course: {course}, no: 1, start: 2026-06-22 15:00, end: 2026-06-22 15:50,"
        f" place: 교실, mode: 대면, topic: 가{more}}}\n"
    )


def check(text: str, *sections: str) -> list[Diagnostic]:
    return check_schema(parse_case(text.encode(), "x.yaml"), sections, SCHEMAS)


def completed(text: str, section: str) -> Any:
    return complete(parse_case(text.encode(), "x.yaml"), [section], SCHEMAS)[section]


class DescribeReferences:
    def they_may_name_what_is_there(self) -> None:
        text = HEAD + PEOPLE + "sessions:\n" + session(more=", main: [p-han, p-dodam]")
        assert check(text, "people", "institutions", "sessions") == []

    @pytest.mark.parametrize("meant", ["p-hann", "한가람"])
    def they_are_reported_with_the_nearest_id_or_name(self, meant: str) -> None:
        text = HEAD + PEOPLE + "sessions:\n" + session(more=f", main: [p-dodam, {meant}]")
        (found,) = check(text, "sessions")
        assert (found.code, found.path, found.line) == ("schema.reference", "sessions[0].main[1]", 8)
        assert "2번째 '주강사'(main)" in found.message
        assert f"'{meant}'" in found.message
        assert "'사람'(people) 자료에 없습니다" in found.message
        assert "p-han(한가람)을 뜻했나요?" in (found.hint or "")

    def they_list_what_may_be_named_where_nothing_is_near(self) -> None:
        (found,) = check(HEAD + PEOPLE + "institution: {lead: 나}\n", "institution")
        assert "hb(한빛대학교)" in (found.hint or "")

    def they_say_to_write_the_section_where_there_is_none(self) -> None:
        (found,) = check(HEAD + "institution: {lead: hb}\n", "institution")
        assert "'institutions:'" in (found.hint or "")

    def an_id_is_looked_up_only_where_the_section_is_there(self) -> None:
        records = "attendance: {records: [{participant: u1, session: s1, status: 출석}]}\n"
        assert check(HEAD + records, "attendance") == []
        (found,) = check(HEAD + records + "sessions:\n" + session("s2"), "attendance")
        assert (found.code, found.path) == ("schema.reference", "attendance.records[0].session")

    def the_entries_of_a_map_are_checked_under_their_keys(self) -> None:
        (found,) = check(HEAD + PEOPLE.replace(", position: 교사", "", 1), "people")
        assert (found.code, found.path, found.line) == ("schema.required", "people.p-han.position", 3)
        assert "'p-han'에 꼭 적어야 하는 '직위/직책'(position)" in found.message

    def an_entry_with_nothing_below_lacks_what_it_needs(self) -> None:
        found = check(HEAD + "institutions:\n  hb:\n", "institutions")
        assert [each.path for each in found] == [
            f"institutions.hb.{key}" for key in ("name", "role", "regions")
        ]

    def a_second_use_of_an_id_is_reported(self) -> None:
        (found,) = check(HEAD + "sessions:\n" + session() + session("s2") + session(), "sessions")
        assert (found.code, found.path, found.line) == ("schema.duplicate-id", "sessions[2].id", 5)


class DescribePeople:
    def they_may_be_named_or_written_in_place(self) -> None:
        contact = "contacts: [{at: 2026-03-20 10:00, person: {name: 가}, content: 나, by: WHO}]\n"
        for who in ("p-han", "{name: 송여울, position: 연구원}"):
            assert check(HEAD + PEOPLE + contact.replace("WHO", who), "contacts") == []
        (found,) = check(HEAD + PEOPLE + contact.replace("WHO", "3"), "contacts")
        assert found.code == "schema.type"

    def they_are_whole_in_completed_data(self) -> None:
        contact = "contacts: [{by: p-han}, {by: {name: 송여울}}, {by: 없는이}, {}]\n"
        named, written, wrong, absent = (each["by"] for each in completed(PEOPLE + contact, "contacts"))
        assert (named["id"], named["name"], named["institution"]["name"]) == ("p-han", "한가람", "한빛대학교")
        assert written == blank_entry("people", SCHEMAS) | {"name": "송여울"}
        assert wrong == absent == blank_entry("people", SCHEMAS)
        assert absent["home_school"]["level"] is None


class DescribeCourses:
    @pytest.mark.parametrize("written", ["leader", "1", "학교 AI·디지털 리더 과정", "학교AI·디지털리더과정"])
    def they_are_named_by_id_number_or_name(self, written: str) -> None:
        text = HEAD + "sessions:\n" + session(course=written)
        assert check(text, "sessions") == []
        course = completed(text, "sessions")[0]["course"]
        assert (course["id"], course["number"], course["printed_number"]) == ("leader", 1, "②")
        assert (course["audience"], course["min_sessions"], course["max_sessions"]) == ("학교리더", 2, None)

    @pytest.mark.parametrize("written", ["8", "문제해결", "④"])
    def they_are_reported_when_unknown(self, written: str) -> None:
        (found,) = check(HEAD + "sessions:\n" + session(course=written), "sessions")
        assert (found.code, found.path) == ("schema.reference", "sessions[0].course")
        assert "지침의 표" in found.message


class DescribeCompletedData:
    def a_map_is_a_list_of_entries_with_their_ids(self) -> None:
        assert [person["id"] for person in completed(PEOPLE, "people")] == ["p-han", "p-dodam"]

    def it_holds_that_what_is_referred_to_is_the_very_thing(self) -> None:
        data = complete(parse_case(PEOPLE.encode(), "x.yaml"), ["people", "institutions"], SCHEMAS)
        assert data["people"][0]["institution"] is data["institutions"][0]

    def an_absent_value_is_its_default(self) -> None:
        (given, absent) = completed("courses: [{runs: 3}, {}]", "courses")
        assert [(each["runs"], each["classes"]) for each in (given, absent)] == [(3, 1), (1, 1)]

    def it_holds_that_findings_on_an_entry_of_a_map_point_at_it(self) -> None:
        case = parse_case(PEOPLE.encode(), "x.yaml")
        assert case.at(("people", 1, "name")) == "도담"
        found = case.diagnostic(("people", 1, "name"), "x", "가")
        assert (found.path, found.line) == ("people.p-dodam.name", 3)


class DescribeTheSchemasOfReferences:
    """References end somewhere: no section refers, over others, to itself."""

    def they_name_sections_and_tables_that_exist(self) -> None:
        schemas = load_schemas(SCHEMAS)
        tables = {f"guideline.{name}" for name in guideline.tables(guideline.editions()[-1])}
        for schema in schemas.values():
            assert _named(schema, "ref") | _named(schema, "id_of") <= schemas.keys() | tables

    def they_never_lead_back(self) -> None:
        schemas = load_schemas(SCHEMAS)
        for name in schemas:
            seen, waiting = set(), list(_named(schemas[name], "ref"))
            while waiting:
                other = waiting.pop()
                if other not in seen and other in schemas:
                    seen.add(other)
                    waiting += _named(schemas[other], "ref")
            assert name not in seen


def _named(schema: Schema, keyword: str) -> set[str]:
    inner = [*schema.get("properties", {}).values()]
    inner += [entries_of(schema)] if is_map(schema) or "items" in schema else []
    own = {schema[keyword]} if keyword in schema else set()
    return own.union(*(_named(each, keyword) for each in inner))
