"""Rules of the guideline as data, compiled once an edition.

A file `docgen/guideline/<edition>/rules/*.yaml` maps ids to rules:

    R-157:
      title: what the guideline asks for, in one sentence
      severity: must            # must: error, should: warning, may: a permission, no finding
      documents: [coordinator-application]   # the papers that it is about
      sections: [application]   # the rule is asked only where the case has all of them
      source: where it is printed
      hint: what to do
      checks:
        - each: {application.lectures[]: 강의 경험}   # paths, and the label of each for the message
          when: it.period.to                          # optional; Jinja expressions over the sections,
          check: it.period.to >= years_before(application.applied_on, 3)   # `it`, `n` and `label`
          at: period                                  # the value at fault, from `it`; default `it` itself
          message: a Jinja template with the same names
      passes: [{note: 3년 전 그날, case: {…}}]        # pieces of cases, written from the guideline's text:
      fails: [{note: 그 전날, case: {…}}]             # what `docgen explain` shows and the tests ask

What only shows over many cases (docgen.rules.together) stands under `together` in the place of `checks`. A
rule that no data can decide has `ask`, the question that a person answers (docgen.rules.waivers); one that
is not checked at all says why in `because`. An institution's own rules are a folder of such files (overlay).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from jinja2 import ChainableUndefined, Template
from jinja2.environment import TemplateExpression

from docgen.case import Case, load_case
from docgen.case.guideline import FOLDER
from docgen.case.schemas import blank
from docgen.errors import Severity
from docgen.merge.sandbox import Sandbox
from docgen.rules.expressions import sandbox
from docgen.rules.paths import Step, parse

__all__ = ["Check", "Example", "Rule", "Together", "load_rules"]

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
class Together:
    """One condition over many cases: `keep` names what is kept of each value that a path meets, `by` what
    makes a group of them; the check sees the group as `rows`, in the order of the cases."""

    each: tuple[Step, ...]
    when: TemplateExpression | None
    keep: Mapping[str, TemplateExpression]
    by: str
    check: TemplateExpression
    at: tuple[Step, ...]
    message: Template


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a case that keeps a rule, or breaks it."""

    note: str
    case: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the guideline; `severity` None where it is a permission, which never gives a finding.

    `ask` is the question of a rule that a person answers, `because` why one is not checked; else None.
    """

    id: str
    title: str
    severity: Severity | None
    documents: tuple[str, ...]
    sections: tuple[str, ...]
    source: str
    hint: str | None
    checks: tuple[Check, ...]
    together: tuple[Together, ...]
    ask: str | None
    because: str | None
    passes: tuple[Example, ...]
    fails: tuple[Example, ...]

    def asked_of(self, case: Case) -> bool:
        """Whether a case has all the sections that it reads; an absent or blank one means "not yet"."""
        return all(not blank(case.data.get(section)) for section in self.sections)

    @property
    def way(self) -> str:
        """How it is held, as a person reads it: by data, by data of many cases, by an answer, not at all."""
        if self.checks or self.together:
            return "자료" if self.checks else "여러 자료"
        return "물음" if self.ask else "없음"


@lru_cache(maxsize=8)
def load_rules(edition: str, *overlays: FilePath) -> Mapping[str, Rule]:
    """The rules of an edition by their id in order, and those of overlay folders, which win."""
    folders = [FOLDER / edition / "rules", *(overlay / "rules" for overlay in overlays)]
    files = [file for folder in folders for file in sorted(folder.glob("*.yaml"))]
    jinja = sandbox(ChainableUndefined)
    rules = {id_: _rule(id_, rule, jinja) for file in files for id_, rule in load_case(file).data.items()}
    return dict(sorted(rules.items()))


def _rule(id_: str, rule: Mapping[str, Any], jinja: Sandbox) -> Rule:
    return Rule(
        id=id_,
        title=rule["title"],
        severity=_SEVERITIES[rule["severity"]],
        documents=tuple(rule.get("documents", ())),
        sections=tuple(rule.get("sections", ())),
        source=rule["source"],
        hint=rule.get("hint"),
        checks=tuple(_check(check, jinja) for check in rule.get("checks", ())),
        together=tuple(_together(check, jinja) for check in rule.get("together", ())),
        ask=rule.get("ask"),
        because=rule.get("because"),
        passes=tuple(Example(each["note"], each["case"]) for each in rule.get("passes", ())),
        fails=tuple(Example(each["note"], each["case"]) for each in rule.get("fails", ())),
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


def _together(check: Mapping[str, Any], jinja: Sandbox) -> Together:
    compiled: Callable[[str], TemplateExpression] = jinja.compile_expression
    return Together(
        each=parse(check["each"]),
        when=compiled(check["when"]) if "when" in check else None,
        keep={name: compiled(text) for name, text in check["keep"].items()},
        by=check["by"],
        check=compiled(check["check"]),
        at=parse(check.get("at", "")),
        message=jinja.from_string(check["message"]),
    )
