"""The sample cases pass every check, and the faulty one shows many kinds of findings at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.case import Case, load_case
from docgen.case.schema import check_schema
from docgen.errors import Diagnostic, Severity
from docgen.rules import check_rules, load_rules
from docgen.rules.derive import derived_data

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "templates/case"
SAMPLES = sorted(path for path in (ROOT / "fixtures").glob("*/*.*") if path.parent.name != "faulty")


def findings(case: Case) -> list[Diagnostic]:
    sections = [name for name in case.data if name not in ("case", "meeting")]
    data = derived_data(case, SCHEMAS)
    rules = check_rules(case, data, load_rules("2026-06-01"))
    found = check_schema(case, sections, SCHEMAS) + [each for each in rules if not _waived(each)]
    return sorted(found, key=lambda each: (each.line or 0, each.column or 0))


def _waived(found: Diagnostic) -> bool:
    return found.severity is Severity.WAIVED


class DescribeSamples:
    @pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
    def they_pass_without_a_finding(self, path: Path) -> None:
        assert findings(load_case(path)) == []

    def the_long_one_is_long(self) -> None:
        application = load_case(ROOT / "fixtures/people/coordinator-application-long.yaml").data[
            "application"
        ]
        assert len(application["name"]) == 40
        assert len(application["affiliation"]) >= 40
        rows = ("digital_training", "other_training", "certificates", "lectures", "gov_projects")
        assert [len(application[key]) for key in rows] == [5] * 5
        assert [len(application[key]["duties"]) for key in ("teacher_career", "head_teacher_career")] == [
            5,
            5,
        ]
        assert all(text in str(application) for text in ("R&D <AI>", "{{ 중괄호 }}", "\\n"))

    def the_meetings_have_few_and_many_attendees(self) -> None:
        meetings = load_case(ROOT / "fixtures/school/meetings.yaml").data["meetings"]
        assert [len(meeting["attendees"]) for meeting in meetings] == [3, 8, 25]
        assert (meetings[1]["agenda"], meetings[1]["decisions"]) == ([], [])


class DescribeTheFaultyCase:
    def it_shows_many_kinds_at_once_each_at_its_line(self) -> None:
        case = load_case(ROOT / "fixtures/faulty/coordinator-application.yaml")
        assert [(found.code, found.path, found.line) for found in findings(case)] == [
            ("schema.required", "application.name", 7),
            ("schema.required", "application.birth_date", 7),
            ("rule.R-159", "application.subject", 7),
            ("schema.choice", "application.role", 8),
            ("schema.unknown-key", "application.birth_day", 10),
            ("schema.required", "application.position", 12),
            ("schema.type", "application.teacher_career.years", 15),
            ("schema.type", "application.teacher_career.duties", 16),
            ("rule.R-157", "application.digital_training[0].period", 19),
            ("schema.ordered", "application.digital_training[1].period.to", 23),
            ("schema.minimum", "application.digital_training[1].sessions", 24),
            ("schema.format", "application.certificates[0].acquired_on", 28),
            ("schema.format", "application.certificates[1].acquired_on", 31),
            ("rule.R-157", "application.lectures[5]", 38),
            ("schema.unknown-section", "meeting", 42),
        ]

    def it_tells_in_its_comments_where_to_look(self) -> None:
        case = load_case(ROOT / "fixtures/faulty/coordinator-application.yaml")
        assert "일부러" in case.lines[0]
        for found in findings(case):
            assert "#" in case.lines[(found.line or 1) - 1] or found.line in (7, 38)
