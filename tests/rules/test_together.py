"""What only shows over many cases, with a rule of the test's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docgen.case import parse_case
from docgen.errors import Diagnostic, Severity
from docgen.merge.sandbox import environment
from docgen.rules import load_rules
from docgen.rules.derive import derived_data
from docgen.rules.expressions import sandbox
from docgen.rules.model import Together
from docgen.rules.paths import parse
from docgen.rules.together import check_together, keep

SCHEMAS = Path(__file__).parents[2] / "templates/case"
AT_MOST_TWO = replace(
    load_rules("2026-06-01")["R-159"],
    sections=("coordinators",),
    checks=(),
    together=(
        Together(
            each=parse("coordinators.members[]"),
            when=None,
            keep={"person": sandbox().compile_expression("it.person.id")},
            by="person",
            check=sandbox().compile_expression("rows | length <= 2"),
            at=parse("person"),
            message=environment().from_string("{{ last.person }}: {{ rows | length }}교 ({{ last.file }})"),
        ),
    ),
)


def school(name: str, *people: str, head: str = "") -> str:
    members = ", ".join(f"{{person: {person}, role: design}}" for person in people)
    return (
        f"case: {{id: {name}, edition: 2026-06-01{head}}}\n"
        "people: {han: {name: 한가람}, seo: {name: 서고은}}\n"
        f"coordinators: {{team: 가, members: [{members}]}}\n"
    )


def found(*texts: str) -> list[Diagnostic]:
    rules = {"R-159": AT_MOST_TWO}
    kept = []
    for number, text in enumerate(texts, 1):
        case = parse_case(text.encode(), f"{number}.yaml")
        kept += keep(case, derived_data(case, SCHEMAS), rules.values())
    return check_together(rules, kept)


class DescribeRulesOverManyCases:
    def they_count_over_all_of_them(self) -> None:
        assert found(school("가", "han", "seo"), school("나", "han")) == []
        (one,) = found(
            school("가", "han", "seo"), school("나", "han"), school("다", "han", "seo"), school("라")
        )
        assert one.message == "han: 3교 (3.yaml)"

    def they_point_at_the_value_that_is_too_much(self) -> None:
        (one,) = found(school("가", "han"), school("나", "han"), school("다", "seo", "han"))
        assert (one.file, one.line, one.path) == ("3.yaml", 3, "coordinators.members[1].person")

    def they_leave_out_cases_without_the_section(self) -> None:
        other = "case: {id: 라, edition: 2026-06-01}\n"
        assert found(school("가", "han"), school("나", "han"), other) == []

    def they_can_be_waived_by_the_case_at_fault(self) -> None:
        waiver = ", waivers: [{rule: R-159, reason: 섬 학교}]"
        (one,) = found(school("가", "han"), school("나", "han"), school("다", "han", head=waiver))
        assert one.severity is Severity.WAIVED
        assert one.message == "han: 3교 (3.yaml) (사유: 섬 학교)"
