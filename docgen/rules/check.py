"""Ask the rules of the guideline about a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from jinja2 import UndefinedError
from jinja2.environment import TemplateExpression

from docgen.case import Case, Path
from docgen.case.guideline import editions, tables
from docgen.case.schemas import blank
from docgen.errors import Diagnostic, TemplateError, nearest
from docgen.korean.particles import quoted
from docgen.rules.model import Check, Rule, load_rules
from docgen.rules.paths import select
from docgen.rules.waivers import answered, waived

__all__ = ["asked", "check_rules"]


def check_rules(
    case: Case,
    data: Mapping[str, Any],
    rule_ids: Iterable[str],
    edition: str | None = None,
    overlays: tuple[FilePath, ...] = (),
) -> list[Diagnostic]:
    """What a case breaks of the named rules, in file order; `data` is the completed case.

    The edition is the one given, else the one that the case names, else the newest; an unknown one is
    a finding. `overlays` are folders with rules of an institution's own. Waived findings show as exceptions.
    Raises TemplateError for an id that the edition does not have.
    """
    known = editions()
    edition = edition or data.get("case", {}).get("edition") or known[-1]
    if edition not in known:
        return [_unknown_edition(case, edition, known)]
    rules = load_rules(edition, *overlays)
    wanted = {id_: _rule(rules, id_, edition) for id_ in rule_ids}
    names = {**data, "guideline": tables(edition)}
    found = [finding for rule in wanted.values() for finding in _broken(case, names, rule)]
    found += answered(case, data, wanted)
    return sorted(waived(data, found), key=lambda finding: (finding.line or 0, finding.column or 0))


def _rule(rules: Mapping[str, Rule], id_: str, edition: str) -> Rule:
    if id_ in rules:
        return rules[id_]
    near = nearest(id_, rules)
    message = f"{edition} 지침에 '{id_}' 규칙이 없습니다."
    hint = f"{quoted(near, '을/를')} 뜻했나요?" if near else None
    raise TemplateError(Diagnostic("rule.unknown", message, rule=id_, hint=hint))


def _broken(case: Case, data: Mapping[str, Any], rule: Rule) -> Iterator[Diagnostic]:
    if rule.severity is None or not rule.asked_of(case) or not data.keys() >= set(rule.sections):
        return
    for check in rule.checks:
        for path, names in _asked(check, data):
            if (check.when is None or asked(check.when, names)) and asked(check.check, names) is False:
                at = _fault(check, path)
                if not _refused(case, data, at):
                    yield _finding(case, rule, at, check.message.render(**names))


def asked(expression: TemplateExpression, names: Mapping[str, Any]) -> Any:
    """What a condition gives; True or False of what it says, None where a value that it needs is not there.

    A half-written case breaks no rule by what it lacks: that is for the schema to say, and for rules that
    ask for it.
    """
    try:
        return bool(expression(names))
    except (TypeError, UndefinedError):
        return None


def _asked(check: Check, data: Mapping[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The values that a check is asked of: their paths, and the names its expressions see, which are the same
    mapping for all of them."""
    names = dict(data)
    for steps, label in check.each.items():
        names["label"] = label
        for path, value in select(data, steps):
            names["it"] = value
            names["n"] = next((step + 1 for step in reversed(path) if isinstance(step, int)), None)
            yield path, names


def _fault(check: Check, path: Path) -> Path:
    return (*path, *(step for step in check.at if step is not None))


def _refused(case: Case, data: Mapping[str, Any], path: Path) -> bool:
    """Whether the schema refused the value at fault: it is written, but did not come through. One
    finding about it is enough."""
    given = case.at(path)
    return not blank(given) and next((value for _, value in select(data, path)), None) is None


def _finding(case: Case, rule: Rule, path: Path, message: str) -> Diagnostic:
    return case.diagnostic(
        path,
        f"rule.{rule.id}",
        message,
        severity=rule.severity,
        rule=rule.id,
        source=rule.source,
        hint=rule.hint,
    )


def _unknown_edition(case: Case, edition: str, known: list[str]) -> Diagnostic:
    near = nearest(edition, known)
    hint = f"{quoted(near, '을/를')} 뜻했나요?" if near else f"아는 판: {', '.join(known)}"
    message = f"'{edition}' 판의 지침이 없습니다."
    return case.diagnostic(("case", "edition"), "rule.unknown-edition", message, hint=hint)
