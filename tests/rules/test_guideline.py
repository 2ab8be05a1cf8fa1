"""Every rule of the guideline is asked about the cases that stand beside it, written from its text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from docgen.case import parse_case
from docgen.case.schema import check_schema
from docgen.case.schemas import load_schemas
from docgen.errors import Diagnostic
from docgen.rules import check_rules, editions, load_rules
from docgen.rules.derive import derived_data
from docgen.rules.model import Example, Rule
from docgen.rules.together import check_together, keep

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "templates/case"
RULES = load_rules(editions()[-1])
CHECKED = [rule for rule in RULES.values() if rule.checks or rule.together]
EXAMPLES = [
    pytest.param(rule, example, broken, id=f"{rule.id} {'어김' if broken else '지킴'}: {example.note}")
    for rule in CHECKED
    for broken, examples in ((False, rule.passes), (True, rule.fails))
    for example in examples
]


def cases(example: Example) -> list[Mapping[str, Any]]:
    """The cases of an example: one, or those under `cases`."""
    held = example.case.get("cases")
    return held if isinstance(held, list) else [example.case]


def found(rule: Rule, example: Example) -> list[Diagnostic]:
    findings, kept = [], []
    for number, data in enumerate(cases(example), 1):
        case = parse_case(json.dumps(data, ensure_ascii=False, default=str).encode(), f"{number}.json")
        completed = derived_data(case, SCHEMAS)
        findings += check_rules(case, completed, [rule.id])
        kept += keep(case, completed, [rule])
    return findings + check_together(RULES, kept)


class DescribeTheRules:
    @pytest.mark.parametrize(("rule", "example", "broken"), EXAMPLES)
    def they_tell_cases_that_keep_them_from_cases_that_break_them(
        self, rule: Rule, example: Example, broken: bool
    ) -> None:
        assert [each.rule for each in found(rule, example)][:1] == ([rule.id] if broken else [])

    @pytest.mark.parametrize(("rule", "example", "broken"), EXAMPLES)
    def they_hold_in_their_examples_only_what_cases_hold(
        self, rule: Rule, example: Example, broken: bool
    ) -> None:
        for data in cases(example):
            case = parse_case(json.dumps(data, ensure_ascii=False, default=str).encode(), "x.json")
            sections = [name for name in data if name in load_schemas(SCHEMAS)]
            wrong = [
                each
                for each in check_schema(case, sections, SCHEMAS)
                if each.code not in ("schema.required", "schema.minItems")
            ]
            assert [str(each) for each in wrong] == []

    @pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.id)
    def they_have_examples_of_both_kinds(self, rule: Rule) -> None:
        assert rule.passes
        assert rule.fails

    @pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
    def they_are_checked_or_asked_or_say_why_not(self, rule: Rule) -> None:
        ways = [bool(rule.checks or rule.together), rule.ask is not None, rule.because is not None]
        assert ways.count(True) == 1

    @pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.id)
    def they_read_sections_that_there_are(self, rule: Rule) -> None:
        assert rule.sections
        assert set(rule.sections) <= load_schemas(SCHEMAS).keys()

    def they_are_numbered_as_in_the_guideline(self) -> None:
        assert all(re.fullmatch(r"R-\d{3}", id_) for id_ in RULES)
        assert all(1 <= int(id_[2:]) <= 360 for id_ in RULES)
