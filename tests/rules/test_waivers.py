from __future__ import annotations

from pathlib import Path
from typing import Any

from docgen.case import Case, parse_case
from docgen.errors import Severity
from docgen.rules import check_rules, load_rules
from docgen.rules.derive import derived_data
from docgen.rules.waivers import idle_waivers, open_questions, unknown_rules

SCHEMAS = Path(__file__).parents[2] / "templates/case"
RULES = load_rules("2026-06-01")
BROKEN = "application: {secondary_teacher: true}\n"


def case(head: str, rest: str = BROKEN) -> tuple[Case, Any]:
    made = parse_case(f"case: {{id: 가, edition: 2026-06-01, {head}}}\n{rest}".encode(), "x.yaml")
    return made, derived_data(made, SCHEMAS)


class DescribeWaivers:
    def they_make_an_exception_of_a_finding(self) -> None:
        made = case("waivers: [{rule: R-159, reason: 교과가 없는 특수 교원, approved_by: 재단}]")
        (found,) = check_rules(*made, ["R-159"])
        assert found.severity is Severity.WAIVED
        assert (
            found.message == "중등 교원은 담당교과를 적어야 합니다. (사유: 교과가 없는 특수 교원, 승인: 재단)"
        )
        assert str(found).startswith("x.yaml:2:1: 예외 R-159")

    def an_idle_one_is_a_warning(self) -> None:
        made, data = case("waivers: [{rule: R-159, reason: 가}]", "application: {secondary_teacher: false}\n")
        (found,) = idle_waivers(made, data, check_rules(made, data, ["R-159"]), RULES)
        assert (found.code, found.severity, found.path) == (
            "rule.idle-waiver",
            Severity.WARNING,
            "case.waivers[0].rule",
        )

    def a_used_one_is_not_idle(self) -> None:
        made, data = case("waivers: [{rule: R-159, reason: 가}]")
        assert list(idle_waivers(made, data, check_rules(made, data, ["R-159"]), RULES)) == []

    def an_unknown_rule_is_a_finding(self) -> None:
        (found,) = unknown_rules(*case("waivers: [{rule: R-157a, reason: 가}]"), RULES)
        assert (found.code, found.severity) == ("rule.unknown", Severity.ERROR)
        assert "R-157" in str(found.hint)


class DescribeAnswers:
    def an_answer_to_a_rule_that_data_decide_is_a_warning(self) -> None:
        (found,) = unknown_rules(*case("answers: [{rule: R-159, ok: true}]"), RULES)
        assert (found.code, found.severity) == ("rule.not-asked", Severity.WARNING)

    def no_question_is_open_where_nothing_is_asked(self) -> None:
        made, data = case("")
        assert open_questions(made, data, [RULES["R-159"]]) == []
