"""Findings for other tools: SARIF 2.1.0 (OASIS), and the annotations of GitHub's workflow commands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docgen.errors import Diagnostic, Severity

__all__ = ["sarif", "workflow_commands"]

_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
    Severity.WAIVED: "note",
}
_COMMANDS = {**_LEVELS, Severity.NOTE: "notice", Severity.WAIVED: "notice"}
_ESCAPES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))


def sarif(findings: Sequence[Diagnostic]) -> dict[str, Any]:
    """The findings as one SARIF run: a result each, a rule for each code."""
    codes = dict.fromkeys(found.code for found in findings)
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "docgen", "rules": [{"id": code} for code in codes]}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(found) for found in findings],
            }
        ],
    }


def _result(found: Diagnostic) -> dict[str, Any]:
    text = " ".join(part for part in (found.cell, found.rule, found.message, found.hint) if part)
    result: dict[str, Any] = {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": text},
    }
    if found.file is not None:
        result["locations"] = [{"physicalLocation": _location(found, found.file)}]
    if found.severity is Severity.WAIVED:
        result["suppressions"] = [{"kind": "external", "justification": found.message}]
    return result


def _location(found: Diagnostic, file: str) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": file.replace("\\", "/")}}
    if found.line is not None:
        place["region"] = {"startLine": found.line, "startColumn": found.column or 1}
    return place


def workflow_commands(findings: Iterable[Diagnostic]) -> list[str]:
    """A line for each finding, as a workflow prints it to mark the line of a file."""
    return [_annotation(found) for found in findings]


def _annotation(found: Diagnostic) -> str:
    places = (("file", found.file), ("line", found.line), ("col", found.column), ("title", found.rule))
    where = ",".join(f"{name}={_property(value)}" for name, value in places if value is not None)
    text = " ".join(part for part in (found.cell, found.message, found.hint) if part)
    return f"::{_COMMANDS[found.severity]} {where}::{_escaped(text)}"


def _property(value: object) -> str:
    return _escaped(str(value)).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    for sign, code in _ESCAPES:
        text = text.replace(sign, code)
    return text
