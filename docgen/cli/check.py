"""`docgen check CASE…`: schema and rules, all findings in one run."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.case.load import load_case
from docgen.case.model import Case
from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.template import Template
from docgen.cli.korean import Command
from docgen.cli.options import print_format, strict, templates
from docgen.cli.report import show_findings, tally
from docgen.errors import DataError, Diagnostic, DocgenError

__all__ = ["command"]


@click.command("check", cls=Command)
@click.argument("cases", metavar="자료…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--template", "template_id", metavar="이름", help="이 문서에 필요한 것만 확인합니다.")
@strict
@print_format
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
    """자료가 양식과 지침에 맞는지 확인합니다. 자료에 든 내용으로 만들 수 있는 모든 문서를 봅니다."""
    catalogue = Catalogue(templates)
    wanted = [catalogue[template_id]] if template_id else list(catalogue.values())
    findings, code = ([] if template_id else catalogue.findings), 0
    for path in cases:
        try:
            findings += _check(load_case(path), wanted, all_of_them=template_id is not None)
        except DocgenError as error:
            findings += error.diagnostics
            code = max(code, error.exit_code)
    counts = tally(findings)
    show_findings(findings, as_json=format == "json")
    if format == "text":
        click.echo(_summary(len(cases), counts["errors"], counts["warnings"]))
    ctx.exit(code or int(counts["errors"] > 0 or (strict and counts["warnings"] > 0)))


def _check(case: Case, wanted: list[Template], all_of_them: bool) -> list[Diagnostic]:
    """The findings of every template that the case has the sections for, each finding once."""
    fitting = [template for template in wanted if all_of_them or template.applies(case)]
    if not fitting:
        unknown = [
            found for t in wanted[:1] for found in t.check(case) if found.code == "schema.unknown-section"
        ]
        if unknown:
            raise DataError(*unknown)
        hint = "docgen list로 문서를, docgen show 이름으로 적을 것을 확인하세요."
        message = "이 자료로 만들 수 있는 문서가 없습니다."
        raise DataError(case.diagnostic((), "check.nothing", message, hint=hint))
    found = dict.fromkeys(finding for template in fitting for finding in template.check(case))
    return sorted(found, key=lambda finding: (finding.line or 0, finding.column or 0))


def _summary(files: int, errors: int, warnings: int) -> str:
    if errors or warnings:
        return f"자료 {files}건: 오류 {errors}건, 주의 {warnings}건"
    return f"자료 {files}건: 이상이 없습니다."
