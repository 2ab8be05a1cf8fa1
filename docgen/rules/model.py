"""Rules of the guideline as data, compiled once an edition.

A file `docgen/guideline/<edition>/rules/*.yaml` maps ids to rules:

    R-157:
      title: what the guideline asks for, in one sentence
      severity: must            # must: error, should: warning, may: a permission, no finding
      sections: [application]   # the rule is asked only where all of them are there
      source: where it is printed
      hint: what to do
      checks:
        - each: {application.lectures[]: 강의 경험}   # paths, and the label of each for the message
          when: it.period.to                          # optional; Jinja expressions over the sections,
          check: it.period.to >= years_before(application.applied_on, 3)   # `it` and `label`
          at: period                                  # the value at fault, from `it`; default `it` itself
          message: a Jinja template with the same names
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Template
from jinja2.environment import TemplateExpression

from docgen.case import load_case
from docgen.case.guideline import FOLDER
from docgen.errors import Severity
from docgen.merge.sandbox import Sandbox
from docgen.rules.expressions import sandbox
from docgen.rules.paths import Step, parse

__all__ = ["Check", "Rule", "load_rules"]

_SEVERITIES = {"must": Severity.ERROR, "should": Severity.WARNING, "may": None}


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of a rule, compiled; `each` holds the paths it is asked of, with their labels."""

    each: Mapping[tuple[Step, ...], str]
    when: TemplateExpression | None
    check: TemplateExpression
    at: tuple[Step, ...]
    message: Template


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the guideline; `severity` None where it is a permission, which never gives a finding."""

    id: str
    title: str
    severity: Severity | None
    sections: tuple[str, ...]
    source: str
    hint: str | None
    checks: tuple[Check, ...]


@lru_cache(maxsize=4)
def load_rules(edition: str) -> Mapping[str, Rule]:
    """The rules of an edition by their id."""
    files = sorted((FOLDER / edition / "rules").glob("*.yaml"))
    return {id_: _rule(id_, rule, sandbox()) for file in files for id_, rule in load_case(file).data.items()}


def _rule(id_: str, rule: Mapping[str, Any], jinja: Sandbox) -> Rule:
    checks = tuple(_check(check, jinja) for check in rule.get("checks", ()))
    severity = _SEVERITIES[rule["severity"]]
    return Rule(
        id_, rule["title"], severity, tuple(rule["sections"]), rule["source"], rule.get("hint"), checks
    )


def _check(check: Mapping[str, Any], jinja: Sandbox) -> Check:
    compiled: Callable[[str], TemplateExpression] = jinja.compile_expression
    return Check(
        each={parse(path): label for path, label in check["each"].items()},
        when=compiled(check["when"]) if "when" in check else None,
        check=compiled(check["check"]),
        at=parse(check.get("at", "")),
        message=jinja.from_string(check["message"]),
    )
