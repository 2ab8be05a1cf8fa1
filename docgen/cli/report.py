"""What commands print: findings on standard error; tables, and JSON for programs, on standard output."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import click

from docgen.errors import Diagnostic, Severity

__all__ = ["print_json", "print_table", "show_findings", "tally", "width"]


def show_findings(findings: Iterable[Diagnostic], *, as_json: bool, **more: Any) -> None:
    """Print findings as a compiler does, or as one JSON object with `more` beside them."""
    listed = list(findings)
    if as_json:
        print_json({"diagnostics": [finding.as_dict() for finding in listed], **tally(listed), **more})
        return
    for finding in listed:
        click.echo(str(finding), err=True)


def tally(findings: Sequence[Diagnostic]) -> dict[str, int]:
    """How many findings stop the work and how many only warn."""
    severities = [finding.severity for finding in findings]
    return {"errors": severities.count(Severity.ERROR), "warnings": severities.count(Severity.WARNING)}


def print_json(data: object) -> None:
    """Print JSON for programs: UTF-8, Korean readable."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def print_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table whose columns line up where Hangul takes two cells."""
    lines = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(line, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def width(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
