"""`docgen due CASE…`: what schools must hand in, the soonest first."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from docgen.case.load import load_case
from docgen.catalogue.agenda import Duty, Status, agenda
from docgen.catalogue.catalogue import Catalogue
from docgen.cli.korean import Command
from docgen.cli.options import print_format, templates, today
from docgen.cli.report import print_table, show_findings
from docgen.errors import Diagnostic, DocgenError

__all__ = ["command"]


@click.command("due", cls=Command)
@click.argument("cases", metavar="자료…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--all", "everything", is_flag=True, help="이미 낸 것도 보입니다.")
@today
@print_format
@templates
@click.pass_context
def command(
    ctx: click.Context,
    cases: tuple[Path, ...],
    everything: bool,
    today: date,
    format: str,
    templates: Path | None,
) -> None:
    """기한이 있는 문서를 이른 것부터 보입니다. 기한을 정한 규칙과, 며칠 남았는지도 함께 보입니다."""
    catalogue = Catalogue(templates)
    rows: list[dict[str, Any]] = []
    findings: list[Diagnostic] = []
    code = 0
    for path in cases:
        try:
            owed = agenda(catalogue, load_case(path, catalogue.schemas), today)
        except DocgenError as error:
            findings += error.diagnostics
            code = max(code, error.exit_code)
        else:
            chosen = (duty for duty in owed.duties if everything or duty.status is not Status.DONE)
            rows += [_row(duty, duty.due_on, owed.school, path, today) for duty in chosen if duty.due_on]
    rows.sort(key=lambda row: (row["due_on"], row["school"], row["step"]))
    show_findings(findings, as_json=format == "json", due=rows)
    if format == "text" and (rows or not findings):
        _print(rows)
    ctx.exit(code)


def _row(duty: Duty, due_on: date, school: str, path: Path, today: date) -> dict[str, Any]:
    return {
        "due_on": due_on.isoformat(),
        "days": (due_on - today).days,
        "school": school,
        "file": str(path),
        "step": duty.step.number,
        "template": duty.template.id,
        "title": duty.template.title,
        "name": duty.name,
        "rule": duty.rule,
        "when": duty.template.description.when,
        "recipient": duty.template.description.recipient,
        "status": duty.status.value,
        "done_on": duty.done_on and duty.done_on.isoformat(),
        "missing": list(duty.missing),
    }


def _print(rows: list[dict[str, Any]]) -> None:
    if not rows:
        click.echo("남은 기한이 없습니다.")
        return
    shown = [
        (row["due_on"], _days(row), row["school"], row["title"], row["name"], row["rule"], _status(row))
        for row in rows
    ]
    print_table(("기한", "남은 날", "학교", "문서", "대상", "근거", "상태"), shown)


def _days(row: dict[str, Any]) -> str:
    """How far the day is, as Korean offices count: D-3, D-day, D+2; nothing for what is done."""
    days = row["days"]
    if row["status"] == Status.DONE:
        return ""
    return f"D{-days:+d}" if days else "D-day"


def _status(row: dict[str, Any]) -> str:
    done = f" {row['done_on']}" if row["done_on"] else ""
    return Status(row["status"]).label + done
