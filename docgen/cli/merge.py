"""`docgen merge FILE DATA`: any Word file with tags, no catalogue needed."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.case.unchecked import load_unchecked
from docgen.cli.korean import Command
from docgen.cli.options import force, print_format, strict, to
from docgen.cli.paths import outputs
from docgen.cli.written import write_documents
from docgen.errors import TemplateError
from docgen.formats.convert import convert
from docgen.formats.files import read_file
from docgen.merge.word import WordTemplate, missing_names

__all__ = ["command"]


@click.command("merge", cls=Command)
@click.argument("file", metavar="파일.docx", type=click.Path(path_type=Path))
@click.argument("data", metavar="자료", type=click.Path(path_type=Path))
@to("docx")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="쓸 파일이나 폴더 (기본: output 폴더).")
@strict
@force
@print_format
def command(
    file: Path,
    data: Path,
    formats: tuple[str, ...],
    output: Path | None,
    strict: bool,
    force: bool,
    format: str,
) -> None:
    """태그({{ 이름 }} 따위)가 든 Word 파일에 자료를 넣어 문서로 만듭니다."""
    targets = outputs(output, file.stem, formats)
    docx, values = read_file(file), load_unchecked(data)
    try:
        template = WordTemplate(docx, str(file))
    except TemplateError as error:
        raise TemplateError(*error.diagnostics, *missing_names(docx, str(file), values)) from None
    findings = list(template.warnings)
    merged = template.render(values, folder=data.parent, findings=findings)
    if strict and findings:
        raise TemplateError(*(finding.as_error() for finding in findings))
    files = {}
    for wanted, path in targets.items():
        files[path], noticed = convert(merged, wanted, str(file), strict)
        findings += noticed
    write_documents(files, findings, force=force, as_json=format == "json")
