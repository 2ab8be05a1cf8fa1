"""The sample schools through every template: nothing that they say is lost, however long or awkward."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from docgen import Case, Catalogue, load_case, parse_case
from docgen.case.choices import is_choice
from docgen.case.schemas import Schema, is_map, load_schemas, walk
from docgen.catalogue.template import Template
from docgen.catalogue.verify import verify
from docgen.errors import Severity
from tests.large_case import FILE, large_case, text

CATALOGUE = Catalogue()
SCHOOLS = Path(__file__).parents[2] / "fixtures/school"
# What a template leaves out of what it reads: whom a list is not about, runs that have no sheet of paper.
LEFT_OUT = {
    "assignment-record": {"participants[].name"},
    "attendance-sheet-paper": {"participants[].name", "sessions[].place"},
    "instructor-grade-sheet": {"people[].name", "people[].affiliation", "people[].position"},
    "registration-mail-list": {"people[].name", "people[].phone", "people[].affiliation"},
}
OF_NOBODY = {
    ("excused-absence", "large.yaml"),
    *(
        (template, "minimal.yaml")
        for template in ("assignment-record", "cancel-request-letter", "excused-absence")
    ),
}
_REFERRING = ("ref", "id_of", "format", "picture", "default")


def texts_of(case: Case, template: Template) -> Iterator[tuple[str, str]]:
    """The free texts of what a template reads, each with its path without numbers."""
    for name, schema in load_schemas(template.schemas).items():
        if name in template.description.reads and name in case.data:
            for path, sub, value in walk(schema, case.data[name], (name,)):
                if isinstance(value, str) and _is_text(sub) and path[-1] != "id":
                    yield _path(path, schema), value


def _is_text(schema: Schema) -> bool:
    return (
        schema.get("type") == "string" and not is_choice(schema) and not any(k in schema for k in _REFERRING)
    )


def _path(path: tuple[str | int, ...], schema: Schema) -> str:
    """A path as verify writes it: `people[].name`, whether items have numbers or keys."""
    keyed = 1 if is_map(schema) else None
    steps = [
        "[]" if isinstance(step, int) or place == keyed else f".{step}" for place, step in enumerate(path)
    ]
    return "".join(steps).removeprefix(".")


def printed(data: bytes) -> str:
    """The text of a Word file, its parts one after the other, without white space."""
    document = docx.Document(io.BytesIO(data))
    return "".join("".join(t.text or "" for t in document.element.iter(qn("w:t"))).split())


@cache
def never_printed(template: Template) -> set[str]:
    """What no sample of a template prints, as its own sentinels show."""
    return {re.sub(r"\[\d+\]", "[]", absence.path) for absence in verify(template, ("docx",))}


@pytest.mark.parametrize("name", ["haeoreum.yaml", "nuribom.yaml", "large.yaml", "minimal.yaml"])
def they_lose_no_text_of_a_school(name: str) -> None:
    case = load_case(SCHOOLS / name)
    lost: dict[tuple[str, str], str] = {}
    for template in CATALOGUE.values():
        if not template.applies(case) or (template.id, name) in OF_NOBODY:
            continue
        works, findings = template.works(case)
        assert [found for found in findings if found.severity is not Severity.WAIVED] == []
        made = [template.produce(work, "docx") for work in works]
        assert [warnings for _, warnings in made if warnings] == []
        paper = "".join(printed(docx) for docx, _ in made)
        absent = {
            path: value
            for path, value in texts_of(case, template)
            if path not in LEFT_OUT.get(template.id, ()) and "".join(value.split()) not in paper
        }
        left_out = never_printed(template) if absent else ()
        lost |= {(template.id, path): value for path, value in absent.items() if path not in left_out}
    assert lost == {}


class DescribeTheLargeSchool:
    def it_is_what_the_script_writes(self) -> None:
        assert FILE.read_text(encoding="utf-8") == text()

    def it_is_large_and_awkward(self) -> None:
        data = large_case()
        staff = [each for each in data["participants"] if each["kind"] in ("학교 경영자", "교사", "직원")]
        assert (len(staff), len(data["sessions"]), len(data["participants"])) == (80, 40, 300)
        assert len({each["name"] for each in data["participants"]}) == 300
        assert {len(each["name"]) for each in staff} >= {1, 40}
        assert all(sign in str(data) for sign in ("R&D <기획>", "{{ 이름 }}", "\\n"))


def crowd() -> Case:
    """The large school with all 300 in the first course, and there."""
    data = large_case()
    data["school"]["name"] = "햇살고등학교"
    for participant in data["participants"]:
        participant["enrolments"] = [{"course": 0, "expected": True}]
    (session, *_) = data["sessions"]
    data["attendance"]["records"] = [
        {"participant": each["id"], "session": session["id"], "status": "출석"}
        for each in data["participants"]
    ]
    return parse_case(json.dumps(data).encode(), "crowd.json")


class DescribeRostersOf300:
    @pytest.mark.parametrize("name", ["participant-roster", "attendee-roster", "completion-roster"])
    def they_have_a_row_for_each_that_stays_whole(self, name: str) -> None:
        made, _ = CATALOGUE[name].produce(CATALOGUE[name].works(crowd(), draft=True)[0][0], "docx")
        table = max(docx.Document(io.BytesIO(made)).tables, key=lambda each: len(each.rows))
        heads = [row for row in table.rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None]
        rows = table.rows[len(heads) :]
        assert [row.cells[0].text for row in rows] == [str(number) for number in range(1, 301)]
        assert heads
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in rows)

    def they_begin_every_page_with_the_heads_and_cut_nobody(self) -> None:
        template = CATALOGUE["participant-roster"]
        made, _ = template.produce(template.works(crowd(), draft=True)[0][0], "pdf")
        pages = ["".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(made)).pages]
        assert len(pages) > 8
        assert all("연번" in page and "성명" in page for page in pages)
        for person in large_case()["participants"][:80]:
            here = [number for number, page in enumerate(pages) if person["neis_no"] in page]
            assert here == [number for number, page in enumerate(pages) if person["member_id"] in page]
            assert len(here) == 1
            assert "".join(person["name"].split()) in pages[here[0]]


def _unset(schema: Schema, values: list[Any], path: str) -> Iterator[str]:
    """The keys of a schema that none of the values of its kind sets."""
    if "ref" in schema:
        return
    maps = [value for value in values if isinstance(value, dict)]
    if is_map(schema):
        entries: list[Any] = [entry for value in maps for entry in value.values()]
        yield from _unset(schema["additionalProperties"], entries, f"{path}[]")
    for key, sub in schema.get("properties", {}).items():
        held = [value[key] for value in maps if key in value]
        if held:
            yield from _unset(sub, held, f"{path}.{key}")
        else:
            yield f"{path}.{key}"
    if "items" in schema:
        items = [item for value in values if isinstance(value, list) for item in value]
        yield from _unset(schema["items"], items, f"{path}[]")


COMPLETE = load_case(SCHOOLS / "nuribom.yaml").data
SCHEMAS = load_schemas(CATALOGUE["meeting-minutes"].schemas)


class DescribeTheCompleteSchool:
    """nuribom.yaml. The ways of spending, registers and a cancelled school have samples of their own."""

    @pytest.mark.parametrize("section", sorted(COMPLETE.keys() - {"expenses"}))
    def it_fills_every_key(self, section: str) -> None:
        elsewhere = {"case.registers"}  # files beside the case
        assert set(_unset(SCHEMAS[section], [COMPLETE[section]], section)) - elsewhere == set()
