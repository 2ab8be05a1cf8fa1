"""What a school owes: every paper of the eleven steps, due when, by which rule, done or missing.

A paper is **done** on the day that the case says it was handed in (where the case has no place for such a
day: once the data make it), **ready** when the data make it, **missing** when they do not; **later** before
its day has come; **none** where the case has nothing for it and no rule asks for it.

What is lacking (a section, a required value, what a step needs besides) makes a paper missing; any other
error in the data is a fault, and then nothing can be said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from docgen.case.model import Case
from docgen.case.references import edition_of
from docgen.case.schemas import blank
from docgen.catalogue.steps import Paper, Step, load_steps
from docgen.catalogue.template import Template, Work
from docgen.errors import DataError, Diagnostic, Severity
from docgen.korean.particles import josa

__all__ = ["Agenda", "Duty", "Status", "agenda"]

_LACKING = ("schema.required", "render.nothing", "render.other-kind")


class Status(StrEnum):
    """How far a paper is; the value is the key in JSON output."""

    DONE = "done"
    READY = "ready"
    MISSING = "missing"
    LATER = "later"
    NONE = "none"

    @property
    def label(self) -> str:
        """The Korean word a person reads."""
        return _LABELS[self]


_LABELS = {
    Status.DONE: "완료",
    Status.READY: "낼 것",
    Status.MISSING: "빠짐",
    Status.LATER: "아직",
    Status.NONE: "해당 없음",
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One paper that a school owes: of a step, about `name` (a run, a person; empty for the school itself).

    `due_on` is its last day, None where the guideline prints none; `rule` the rule that sets the day, or asks
    for the paper. `missing` are Korean sentences of what is lacking, `works` what the data make.
    """

    step: Step
    template: Template
    name: str
    due_on: date | None
    rule: str
    status: Status
    done_on: date | None
    missing: tuple[str, ...]
    works: tuple[Work, ...]

    @property
    def made(self) -> bool:
        """Whether its documents can be made, whatever the day."""
        return bool(self.works) and not self.missing


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a school owes as of the day `on`: the papers that concern it, in the order of the steps; and the
    warnings about its data."""

    school: str
    on: date | None
    steps: tuple[Step, ...]
    duties: tuple[Duty, ...]
    findings: tuple[Diagnostic, ...]

    def of(self, step: Step) -> list[Duty]:
        """The papers of a step."""
        return [duty for duty in self.duties if duty.step is step]


def agenda(catalogue: Mapping[str, Template], case: Case, today: date | None) -> Agenda:
    """What the school of a case owes as of a day; without a day all days have come.

    Raises DataError with all findings where the case is no school's, or has an error that is no mere lack.
    """
    steps = load_steps(edition_of(case)).steps
    school = _Reading(catalogue, case, today)
    duties = tuple(duty for step in steps for paper in step.papers for duty in school.duties(step, paper))
    duties = tuple(duty for duty in duties if duty.status is not Status.NONE)
    found = _in_file_order(school.findings)
    faults = [each for each in found if each.severity is Severity.ERROR]
    if faults:
        raise DataError(*faults)
    return Agenda(school.names["school"]["name"] or "", today, steps, duties, tuple(found))


def _in_file_order(findings: list[Diagnostic]) -> list[Diagnostic]:
    """Each finding once: several papers read the same section."""
    return sorted(dict.fromkeys(findings), key=lambda each: (each.line or 0, each.column or 0))


@dataclass(frozen=True, slots=True)
class _Made:
    """What a template makes of the case: documents, or what is lacking; `begun` where that is a value in a
    section that is there."""

    works: tuple[Work, ...] = ()
    lacking: tuple[str, ...] = ()
    begun: bool = False


class _Reading:
    """One case as the steps read it: the names of their expressions, and what each template makes of it."""

    def __init__(self, catalogue: Mapping[str, Template], case: Case, today: date | None) -> None:
        from docgen.rules.derive import derived_data

        if blank(case.data.get("school")):
            message = "'학교'(school) 자료가 없습니다."
            raise DataError(
                case.diagnostic((), "agenda.no-school", message, hint="한 학교의 자료를 적으세요.")
            )
        self.catalogue, self.case, self.today = catalogue, case, today
        self.findings: list[Diagnostic] = []
        self.made: dict[str, _Made] = {}
        self.names: dict[str, Any] = dict(derived_data(case, next(iter(catalogue.values())).schemas))
        for name, text in load_steps(edition_of(case)).names.items():
            self.names[name] = self.value(text, {})

    def value(self, text: str | None, more: Mapping[str, Any]) -> Any:
        """What an expression gives over the case and some more names; None without one."""
        from docgen.rules.expressions import expression

        return None if text is None else expression(text)({**self.names, **more})

    def duties(self, step: Step, paper: Paper) -> Iterator[Duty]:
        """A paper, once for the school or once for each thing that it is about."""
        template = self.catalogue[paper.document]
        made = self.of_template(template)
        for it in [None] if paper.each is None else self.value(paper.each, {}) or []:
            yield self.duty(step, paper, template, made, {"it": it})

    def duty(self, step: Step, paper: Paper, template: Template, made: _Made, it: dict[str, Any]) -> Duty:
        works = tuple(work for work in made.works if paper.of is None or self.value(paper.of, it | work.data))
        missing = made.lacking or self.lacking(paper, it, works)
        rule, due_on = self.due(paper, it)
        status = self.status(paper, it, bool(missing), made.begun)
        done_on = self.value(paper.done, it) if status is Status.DONE else None
        name = str(self.value(paper.name, it) or "")
        return Duty(step, template, name, due_on, rule, status, done_on, missing, works)

    def status(self, paper: Paper, it: Mapping[str, Any], missing: bool, begun: bool) -> Status:
        if missing and not begun and paper.each is None and not self.value(paper.required, it):
            return Status.NONE
        done = not missing and self.has_come(self.value(paper.done, it))
        if not done and paper.since is not None and not self.has_come(self.value(paper.since, it)):
            return Status.LATER
        if missing:
            return Status.MISSING
        return Status.DONE if done or paper.done is None else Status.READY

    def has_come(self, day: date | None) -> bool:
        return day is not None and (self.today is None or day <= self.today)

    def due(self, paper: Paper, it: Mapping[str, Any]) -> tuple[str, date | None]:
        """The rule that sets the earliest day, and the day; the first rule where none sets any."""
        days = {rule: day for rule, text in paper.by.items() if (day := self.value(text, it)) is not None}
        rule = min(days, key=lambda each: days[each], default=next(iter(paper.by)))
        return rule, days.get(rule)

    def lacking(self, paper: Paper, it: Mapping[str, Any], works: tuple[Work, ...]) -> tuple[str, ...]:
        lacks = [name for text, name in paper.needs.items() if not self.value(text, it)]
        if not lacks and not works:
            lacks = ["이 문서를 만들 자료"]
        return tuple(f"{josa(name, '이/가')} 없습니다." for name in lacks)

    def of_template(self, template: Template) -> _Made:
        """What a template makes of the case; faults and warnings are kept, each template is asked once."""
        if template.id not in self.made:
            self.made[template.id] = self.asked(template)
        return self.made[template.id]

    def asked(self, template: Template) -> _Made:
        try:
            works, findings = template.works(self.case)
        except DataError as error:
            lacking = [each for each in error.diagnostics if each.code == "schema.required"]
            self.findings += [each for each in error.diagnostics if each.code not in _LACKING]
            return _Made((), tuple(map(_sentence, lacking)), any(map(_within, lacking)))
        self.findings += findings
        return _Made(tuple(works))


def _within(lack: Diagnostic) -> bool:
    """Whether a value is lacking and not a whole section."""
    return "." in (lack.path or "")


def _sentence(lack: Diagnostic) -> str:
    """What is lacking; of a value, with its place in the file."""
    return f"{lack.line}줄 {lack.path}: {lack.message}" if _within(lack) else lack.message
