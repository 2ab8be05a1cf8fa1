"""Files that are wrong on purpose: each fault is found at its line, all in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.case import load_case
from docgen.case.schema import check_schema
from docgen.case.schemas import load_schemas
from docgen.errors import DataError, Diagnostic

ROOT = Path(__file__).parents[2]
FAULTY = ROOT / "fixtures/faulty"
SCHEMAS = ROOT / "templates/case"

EXPECTED: dict[str, list[tuple[int | None, str, str | None]]] = {
    "comma.json": [
        (3, "case.json-syntax", None),
    ],
    "cp949.yaml": [
        (1, "case.encoding", None),
    ],
    "dates.yaml": [
        (2, "schema.format", "case.written_on"),
        (5, "schema.format", "plan.fixed_on"),
        (6, "schema.format", "plan.sent_on"),
        (8, "schema.ordered", "plan.software[0].period.to"),
        (10, "schema.ordered", "sessions[0].end"),
        (11, "schema.format", "sessions[1].start"),
        (11, "schema.format", "sessions[1].end"),
        (18, "schema.format", "school.applied_at"),
        (21, "schema.format", "school.lesson_hours[0].start"),
        (22, "schema.ordered", "school.lesson_hours[1].end"),
    ],
    "duplicate-keys.yaml": [
        (6, "case.duplicate-key", None),
        (7, "case.duplicate-key", None),
        (8, "case.duplicate-key", None),
    ],
    "empty.yaml": [
        (1, "case.empty", None),
    ],
    "number-key.yaml": [
        (4, "case.key-not-text", None),
    ],
    "quote.yaml": [
        (4, "case.yaml-syntax", None),
    ],
    "references.yaml": [
        (2, "schema.reference", "case.author"),
        (5, "schema.choice", "people.p-han.roles[0]"),
        (5, "schema.reference", "people.p-han.institution"),
        (7, "schema.reference", "institutions.hanbit.regions[0]"),
        (10, "schema.choice", "school.level"),
        (11, "schema.choice", "school.province"),
        (17, "schema.reference", "courses[0].course"),
        (18, "schema.reference", "courses[1].course"),
        (20, "schema.reference", "sessions[0].coordinators[0]"),
        (21, "schema.duplicate-id", "sessions[1].id"),
        (21, "schema.reference", "sessions[1].main[0]"),
        (26, "schema.reference", "attendance.records[0].participant"),
        (26, "schema.reference", "attendance.records[0].session"),
        (27, "schema.choice", "attendance.records[1].status"),
        (28, "schema.unknown-section", "attendence"),
    ],
    "shapes.yaml": [
        (2, "schema.required", "case.edition"),
        (4, "schema.type", "people.k1.is_teacher"),
        (4, "schema.type", "people.k1.roles"),
        (4, "schema.type", "people.k1.phone"),
        (4, "schema.type", "people.k1.career_years"),
        (6, "schema.choice", "institutions.hanbit.role"),
        (10, "schema.minItems", "coordinators.members"),
        (12, "schema.minItems", "interviews.visits"),
        (14, "schema.minimum", "satisfaction[0].invited"),
        (14, "schema.type", "satisfaction[0].responded"),
        (14, "schema.minItems", "satisfaction[0].items[0].distribution"),
        (15, "schema.minimum", "staff_counts.staff"),
        (17, "schema.type", "expenses[0].payee"),
        (17, "schema.choice", "expenses[0].method"),
        (17, "schema.choice", "expenses[0].receipt"),
        (17, "schema.type", "expenses[0].amount_won"),
        (18, "schema.required", "change.summary"),
        (18, "schema.minItems", "change.cycle"),
    ],
    "sums.yaml": [
        (5, "schema.unknown-key", "diagnosis.pre.response_percent"),
        (6, "schema.unknown-key", "plan.total_sessions"),
        (8, "schema.unknown-key", "courses[0].completed"),
        (10, "schema.unknown-key", "results[0].due_on"),
        (12, "schema.unknown-key", "satisfaction[0].mean"),
        (12, "schema.unknown-key", "satisfaction[0].items[0].satisfied_percent"),
        (13, "schema.unknown-section", "runs"),
    ],
    "tabs.yaml": [
        (4, "case.tab-indent", None),
        (5, "case.tab-indent", None),
    ],
    "utf16.yaml": [
        (None, "case.utf-16", None),
    ],
}


def findings(path: Path) -> tuple[Diagnostic, ...]:
    try:
        case = load_case(path)
    except DataError as error:
        return error.diagnostics
    sections = [name for name in case.data if name in load_schemas(SCHEMAS)]
    return tuple(check_schema(case, sections, SCHEMAS))


@pytest.mark.parametrize("name", EXPECTED)
class DescribeFaultyFiles:
    def they_show_all_their_faults_at_their_lines(self, name: str) -> None:
        found = findings(FAULTY / name)
        assert [(each.line, each.code, each.path) for each in found] == EXPECTED[name]

    def they_say_what_to_do_about_their_faults(self, name: str) -> None:
        silent = {"schema.minItems", "schema.minimum"}  # the message says how many there should be
        assert all(each.hint or each.code in silent for each in findings(FAULTY / name))


@pytest.mark.parametrize("name", ["dates.yaml", "references.yaml", "shapes.yaml", "sums.yaml", "tabs.yaml"])
def they_have_a_fault_on_every_line_that_a_comment_points_at(name: str) -> None:
    lines = (FAULTY / name).read_text(encoding="utf-8").splitlines()
    commented = {number for number, line in enumerate(lines, 1) if "   # " in line}
    assert commented <= {each.line for each in findings(FAULTY / name)}


def every_faulty_file_is_expected() -> None:
    others = {"coordinator-application.yaml"}  # with the rules, tests/rules/test_fixtures.py
    assert {path.name for path in FAULTY.iterdir()} == EXPECTED.keys() | others
