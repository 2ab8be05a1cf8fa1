"""`docgen render ID CASE`: a checked case becomes documents."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.case.load import load_case
from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.template import OUTPUTS
from docgen.cli.beside import matching
from docgen.cli.korean import Command
from docgen.cli.options import OUTPUT, force, print_format, strict, templates, to
from docgen.cli.written import write_documents
from docgen.errors import DataError, Diagnostic, Severity, UsageError

__all__ = ["command"]


@click.command("render", cls=Command)
@click.argument("template_id", metavar="이름")
@click.argument("case", metavar="자료", type=click.Path(path_type=Path))
@to("docx", OUTPUTS)
@click.option(
    "-o", "--output", default=OUTPUT, show_default=True, type=click.Path(path_type=Path), help="쓸 폴더."
)
@click.option(
    "--cases",
    "beside",
    metavar="자료들",
    multiple=True,
    help="함께 읽을 학교들의 자료: 'cases/*.yaml'. 기관 전체의 문서가 더합니다.",
)
@click.option(
    "--draft", is_flag=True, help="오류가 있어도 쪽마다 초안 표시를 하고, 끝에 고칠 곳을 붙여 만듭니다."
)
@strict
@force
@print_format
@templates
def command(
    template_id: str,
    case: Path,
    formats: tuple[str, ...],
    output: Path,
    beside: tuple[str, ...],
    draft: bool,
    strict: bool,
    force: bool,
    format: str,
    templates: Path | None,
) -> None:
    """자료를 확인하고 문서로 만듭니다. 오류가 있으면 (--draft가 없는 한) 아무것도 쓰지 않습니다."""
    template = Catalogue(templates).making(template_id, formats)
    loaded = load_case(case, template.schemas).beside(matching(beside, template.schemas))
    works, findings = template.works(loaded, draft=draft)
    if strict and (warned := [found for found in findings if found.severity is Severity.WARNING]):
        raise DataError(*(finding.as_error() for finding in warned))
    if output.suffix.removeprefix(".").lower() in OUTPUTS and not output.is_dir():
        message = f"-o에는 폴더를 적습니다: {output}"
        hint = "파일 이름은 template.yaml의 output이 정합니다. -o에 폴더 이름을 적으세요."
        raise UsageError(Diagnostic("output.folder", message, hint=hint))
    files = {}
    faults = findings if draft else []
    for work in works:
        for wanted in formats:
            files[output / f"{work.name}.{wanted}"], noticed = template.produce(work, wanted, strict, faults)
            findings += noticed
    write_documents(files, findings, force=force, as_json=format == "json")
