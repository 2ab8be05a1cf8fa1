"""`docgen evidence CASE`: the papers each expense needs."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.case.load import load_case
from docgen.case.schema import check_schema
from docgen.catalogue.catalogue import Catalogue
from docgen.cli.korean import Command
from docgen.cli.options import print_format, templates
from docgen.cli.report import print_json, print_table
from docgen.errors import DataError, Severity
from docgen.rules.derive import derived_data

__all__ = ["command"]


@click.command("evidence", cls=Command)
@click.argument("case", metavar="자료", type=click.Path(path_type=Path))
@click.option("--missing", is_flag=True, help="없는 것만 보입니다.")
@print_format
@templates
@click.pass_context
def command(ctx: click.Context, case: Path, missing: bool, format: str, templates: Path | None) -> None:
    """지출마다 갖출 증빙을 보입니다: 만들 것, 첨부한 것, 없는 것. 없는 것이 있으면 1로 끝납니다."""
    catalogue = Catalogue(templates)
    loaded = load_case(case, catalogue.schemas)
    findings = check_schema(loaded, ["expenses"], catalogue.schemas)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise DataError(*findings)
    rows = [
        {"expense": expense["id"], "purpose": expense["purpose"], **paper}
        for expense in derived_data(loaded, catalogue.schemas)["expenses"]
        for paper in expense["papers"]
        if not missing or paper["state"] == "없음"
    ]
    if format == "json":
        print_json(rows)
    else:
        head = ("지출", "적요", "갖출 서류", "상태", "만드는 문서")
        keys = ("expense", "purpose", "paper", "state", "document")
        print_table(head, [[row[key] or "" for key in keys] for row in rows])
    ctx.exit(int(any(row["state"] == "없음" for row in rows)))
