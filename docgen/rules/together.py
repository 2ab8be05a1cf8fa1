"""Rules that only show over many cases: six schools a person, 600,000 won a day over all schools.

Of each case only the values that such rules name are kept, with their places; the cases themselves go. So
a thousand cases cost a thousand times some rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from docgen.case import Case
from docgen.case.guideline import tables
from docgen.case.references import edition_of
from docgen.errors import Diagnostic
from docgen.rules.check import asked
from docgen.rules.model import Rule, Together
from docgen.rules.paths import select
from docgen.rules.waivers import exception, waiver_of

__all__ = ["Kept", "check_together", "keep"]


class Kept(NamedTuple):
    """One value of one case: the edition, the rule and which of its conditions, the group it is in, what the
    check reads, the waiver of the case, and a finding that only lacks its message."""

    edition: str
    rule: str
    number: int
    group: Any
    row: Mapping[str, Any]
    waiver: Mapping[str, Any] | None
    finding: Diagnostic


def keep(case: Case, data: Mapping[str, Any], rules: Iterable[Rule]) -> list[Kept]:
    """What the rules need of a case; `data` is the completed case with its derived values."""
    return [
        kept
        for rule in rules
        if rule.severity is not None and rule.asked_of(case)
        for number, check in enumerate(rule.together)
        for kept in _rows(case, data, rule, number, check)
    ]


def check_together(rules: Mapping[str, Rule], kept: Iterable[Kept]) -> list[Diagnostic]:
    """What cases break together: the finding stands at the last value of each group that breaks a rule."""
    groups: dict[tuple[str, int, Any], list[Kept]] = {}
    for each in kept:
        groups.setdefault((each.rule, each.number, each.group), []).append(each)
    return [
        exception(replace(held[-1].finding, message=check.message.render(**names)), held[-1].waiver)
        for (rule, number, _), held in groups.items()
        if asked((check := rules[rule].together[number]).check, (names := _names(held))) is False
    ]


def _rows(case: Case, data: Mapping[str, Any], rule: Rule, number: int, check: Together) -> Iterable[Kept]:
    for path, value in select(data, check.each):
        names = {**data, "guideline": tables(edition_of(case)), "it": value}
        if check.when is not None and not asked(check.when, names):
            continue
        row = {name: expression(**names) for name, expression in check.keep.items()} | {"file": case.name}
        if row[check.by] is None:
            continue
        at = (*path, *(step for step in check.at if step is not None))
        finding = case.diagnostic(
            at,
            f"rule.{rule.id}",
            "",
            severity=rule.severity,
            rule=rule.id,
            source=rule.source,
            hint=rule.hint,
        )
        yield Kept(edition_of(case), rule.id, number, row[check.by], row, waiver_of(data, rule.id), finding)


def _names(held: list[Kept]) -> dict[str, Any]:
    return {"rows": [each.row for each in held], "last": held[-1].row}
