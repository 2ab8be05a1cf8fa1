from __future__ import annotations

from pathlib import Path

import pytest

from docgen.case import load_case
from docgen.case.schema import check_schema
from docgen.errors import DataError
from docgen.rules.derive import derived_data

SCHEMAS = Path(__file__).parents[2] / "templates/case"
HEAD = "case: {id: 가, edition: 2026-06-01, registers: [../people.yaml]}\n"
PEOPLE = (
    "people:\n  han: {name: 한가람, affiliation: 가온중, position: 교사}\n  seo: {name: 서고은, age: 3}\n"
)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "schools").mkdir()
    return tmp_path


def school(office: Path, text: str) -> Path:
    path = office / "schools/school.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


class DescribeRegisters:
    def they_are_read_as_if_written_in_the_case(self, office: Path) -> None:
        case = load_case(school(office, "instructors: [{person: han, decision: 섭외}]\n"))
        data = derived_data(case, SCHEMAS)
        assert data["instructors"][0]["person"]["name"] == "한가람"
        assert [found.code for found in check_schema(case, ["instructors"], SCHEMAS)] == []

    def an_unknown_id_is_a_finding_with_the_nearest_name(self, office: Path) -> None:
        case = load_case(school(office, "instructors: [{person: hann, decision: 섭외}]\n"))
        (found,) = check_schema(case, ["instructors"], SCHEMAS)
        assert (found.code, found.line) == ("schema.reference", 2)
        assert "han(한가람)" in str(found.hint)

    def a_fault_in_one_names_its_own_line(self, office: Path) -> None:
        case = load_case(school(office, ""))
        found = [each for each in check_schema(case, ["people"], SCHEMAS) if "age" in each.message]
        assert [(each.file, each.line) for each in found] == [(str(office / "schools/../people.yaml"), 3)]

    def the_case_may_hold_more_people(self, office: Path) -> None:
        case = load_case(school(office, "people: {min: {name: 민들레}}\n"))
        assert list(case.data["people"]) == ["min", "han", "seo"]

    def but_nobody_twice(self, office: Path) -> None:
        with pytest.raises(DataError) as caught:
            load_case(school(office, "people: {han: {name: 한여울}}\n"))
        (found,) = caught.value.diagnostics
        assert (found.code, found.line) == ("case.twice", 2)

    def a_lost_one_is_named(self, office: Path) -> None:
        (office / "people.yaml").unlink()
        with pytest.raises(DataError, match="등록부 파일이 없습니다"):
            load_case(school(office, ""))

    def a_file_with_a_school_in_it_is_no_register(self, office: Path) -> None:
        (office / "people.yaml").write_text("school: {name: 가}\n", encoding="utf-8")
        with pytest.raises(DataError, match="school"):
            load_case(school(office, ""))

    def a_register_that_names_registers_is_not_followed(self, office: Path) -> None:
        (office / "people.yaml").write_text("case: {registers: [people.yaml]}\n" + PEOPLE, encoding="utf-8")
        assert "han" in load_case(school(office, "")).data["people"]

    def a_change_is_seen(self, office: Path) -> None:
        path = school(office, "")
        load_case(path)
        (office / "people.yaml").write_text(PEOPLE.replace("한가람", "한여울의긴이름"), encoding="utf-8")
        assert load_case(path).data["people"]["han"]["name"] == "한여울의긴이름"
