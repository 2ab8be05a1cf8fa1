"""What people say about rules: an exception that was granted, an answer that no data can give.

    case:
      waivers: [{rule: R-104, reason: 작은 학교, approved_by: 재단}]   # its findings show as 예외
      answers: [{rule: R-036, ok: true, note: 저연차만은 아님}]       # to the question of the rule

A waiver of a rule that nothing breaks, an unknown rule, an answer to a rule that is not asked are findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from docgen.case import Case
from docgen.errors import Diagnostic, Severity, nearest
from docgen.korean.particles import josa, quoted
from docgen.rules.model import Rule

__all__ = [
    "answered",
    "exception",
    "idle_waivers",
    "open_questions",
    "unknown_rules",
    "waived",
    "waiver_of",
]


def waived(data: Mapping[str, Any], findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings, those of waived rules as exceptions with the reason."""
    return [exception(found, waiver_of(data, found.rule)) for found in findings]


def waiver_of(data: Mapping[str, Any], rule: str | None) -> Mapping[str, Any] | None:
    """The waiver that a case holds of a rule, None where it holds none."""
    return next((waiver for waiver in _said(data, "waivers") if waiver["rule"] == rule), None)


def exception(found: Diagnostic, waiver: Mapping[str, Any] | None) -> Diagnostic:
    """The finding as an exception with its reason; as it is where there is no waiver."""
    if waiver is None:
        return found
    by = f", 승인: {waiver['approved_by']}" if waiver.get("approved_by") else ""
    message = f"{found.message} (사유: {waiver['reason']}{by})"
    return replace(found, severity=Severity.WAIVED, message=message, hint=None)


def idle_waivers(
    case: Case, data: Mapping[str, Any], findings: Iterable[Diagnostic], rules: Mapping[str, Rule]
) -> Iterator[Diagnostic]:
    """A warning for each waiver of a rule that nothing breaks; `findings` are all of the case."""
    broken = {found.rule for found in findings}
    for index, waiver in enumerate(_said(data, "waivers")):
        if waiver["rule"] in rules and waiver["rule"] not in broken:
            message = f"예외를 적은 {josa(waiver['rule'], '은/는')} 이 자료가 지키고 있습니다."
            yield case.diagnostic(
                ("case", "waivers", index, "rule"),
                "rule.idle-waiver",
                message,
                severity=Severity.WARNING,
                hint="쓰이지 않는 예외입니다. 그 줄을 지우세요.",
            )


def unknown_rules(case: Case, data: Mapping[str, Any], rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    """A finding for each waiver or answer that names no rule of the edition, or one that is not asked."""
    for said in ("waivers", "answers"):
        for index, each in enumerate(_said(data, said)):
            path = ("case", said, index, "rule")
            if each["rule"] not in rules:
                near = nearest(each["rule"], rules)
                hint = (
                    f"{quoted(near, '을/를')} 뜻했나요?" if near else "docgen rules로 규칙을 볼 수 있습니다."
                )
                message = f"지침에 {quoted(each['rule'], '이라는/라는')} 규칙이 없습니다."
                yield case.diagnostic(path, "rule.unknown", message, hint=hint)
            elif said == "answers" and (rules[each["rule"]].checks or rules[each["rule"]].together):
                message = f"{josa(each['rule'], '은/는')} 자료로 확인하므로 답을 적지 않습니다."
                hint = "어긋난 까닭이 있으면 waivers에 적으세요."
                yield case.diagnostic(path, "rule.not-asked", message, severity=Severity.WARNING, hint=hint)


def answered(case: Case, data: Mapping[str, Any], rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    """A finding for each question that was answered with no."""
    for index, answer in enumerate(_said(data, "answers")):
        rule = rules.get(answer["rule"])
        if rule is not None and rule.ask and rule.severity is not None and answer["ok"] is False:
            message = f"{rule.title} (답: 지키지 못함)"
            yield case.diagnostic(
                ("case", "answers", index, "ok"),
                f"rule.{rule.id}",
                message,
                severity=rule.severity,
                rule=rule.id,
                source=rule.source,
                hint=rule.hint,
            )


def open_questions(case: Case, data: Mapping[str, Any], rules: Iterable[Rule]) -> list[Rule]:
    """The rules that a person has yet to answer for the sections that a case has."""
    done = {answer["rule"] for answer in _said(data, "answers")}
    return [rule for rule in rules if rule.ask and rule.id not in done and rule.asked_of(case)]


def _said(data: Mapping[str, Any], what: str) -> list[Mapping[str, Any]]:
    """What the head of the case says, without what the schema refused."""
    return [each for each in data.get("case", {}).get(what) or () if each["rule"]]
