"""`docgen ledger export`: the register to print and keep, and as a workbook."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.template import OUTPUTS
from docgen.cli.korean import Command
from docgen.cli.ledger_options import course, institution, ledger, year
from docgen.cli.options import OUTPUT, force, print_format, templates, to
from docgen.cli.written import write_documents
from docgen.errors import DataError, Diagnostic

__all__ = ["command"]


@click.command("export", cls=Command)
@to("docx", OUTPUTS)
@click.option(
    "-o", "--output", default=OUTPUT, show_default=True, type=click.Path(path_type=Path), help="쓸 폴더."
)
@year
@institution
@course
@ledger
@force
@print_format
@templates
def command(
    formats: tuple[str, ...],
    output: Path,
    year: int | None,
    institution: str | None,
    course: str | None,
    ledger: str,
    force: bool,
    format: str,
    templates: Path | None,
) -> None:
    """발급대장을 기관과 해마다 문서나 엑셀 파일로 냅니다. 이름과 생년월일이 그대로 찍힙니다."""
    from docgen.bulk.ledger import Ledger
    from docgen.bulk.ledger.export import TEMPLATE, works

    template = Catalogue(templates)[TEMPLATE]
    entries = Ledger(ledger, create=False).entries(year=year, institution=institution, course=course)
    files, findings = {}, []
    for work in works(template, entries, course):
        for wanted in formats:
            files[output / f"{work.name}.{wanted}"], noticed = template.produce(work, wanted)
            findings += noticed
    if not files:
        message = "발급대장에 그런 이수증이 없습니다."
        raise DataError(Diagnostic("ledger.empty", message, hint="docgen ledger list로 확인하세요."))
    write_documents(files, findings, force=force, as_json=format == "json")
