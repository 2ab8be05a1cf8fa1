"""`docgen check CASE…`: schema and rules, all findings in one run."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.case.load import load_case
from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.template import Template
from docgen.cli.korean import Command
from docgen.cli.options import strict, templates
from docgen.cli.report import print_json, show_findings, tally
from docgen.cli.tools import sarif, workflow_commands
from docgen.errors import Diagnostic, DocgenError

__all__ = ["command"]


@click.command("check", cls=Command)
@click.argument("cases", metavar="자료…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--template", "template_id", metavar="이름", help="이 문서에 필요한 것만 확인합니다.")
@strict
@click.option(
    "--format",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="화면에 보이는 형식: 글(text), 프로그램이 읽는 json과 sarif, 깃허브의 표시(github).",
)
@templates
@click.pass_context
def command(
    ctx: click.Context,
    cases: tuple[Path, ...],
    template_id: str | None,
    strict: bool,
    format: str,
    templates: Path | None,
) -> None:
    """자료가 양식과 지침에 맞는지 확인합니다. 자료가 여럿이면 함께 보아야 드러나는 것도 봅니다."""
    catalogue = Catalogue(templates)
    questions: list[str] = []
    if template_id:
        findings, code = _for_one(catalogue[template_id], cases)
    else:
        from docgen.rules.whole import check_cases

        findings, questions, code = check_cases(cases, catalogue.schemas, catalogue.overlays)
        findings = [*catalogue.findings, *findings]
    counts = tally(findings)
    _show(findings, format, questions)
    if format == "text":
        click.echo(_summary(len(cases), counts["errors"], counts["warnings"], len(questions)))
    ctx.exit(code or int(counts["errors"] > 0 or (strict and counts["warnings"] > 0)))


def _show(findings: list[Diagnostic], format: str, questions: list[str]) -> None:
    if format == "sarif":
        print_json(sarif(findings))
    elif format == "github":
        click.echo("\n".join(workflow_commands(findings)))
    else:
        show_findings(findings, as_json=format == "json", questions=questions)


def _for_one(template: Template, paths: tuple[Path, ...]) -> tuple[list[Diagnostic], int]:
    """The findings on what one template reads."""
    findings: list[Diagnostic] = []
    code = 0
    for path in paths:
        try:
            findings += template.check(load_case(path, template.schemas))
        except DocgenError as error:
            findings += error.diagnostics
            code = max(code, error.exit_code)
    return findings, code


def _summary(files: int, errors: int, warnings: int, questions: int) -> str:
    found = f"오류 {errors}건, 주의 {warnings}건" if errors or warnings else "이상이 없습니다."
    asked = f" 사람이 답할 규칙 {questions}건 (docgen rules --open 자료)" if questions else ""
    return f"자료 {files}건: {found}{asked}"
