"""`docgen convert FILE`: a DOCX as it is, in another format."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.korean import Command
from docgen.cli.options import force, print_format, strict, to
from docgen.cli.paths import outputs
from docgen.cli.written import write_documents
from docgen.formats.convert import convert
from docgen.formats.files import read_file

__all__ = ["command"]


@click.command("convert", cls=Command)
@click.argument("file", metavar="파일.docx", type=click.Path(path_type=Path))
@to("pdf")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="쓸 파일이나 폴더 (기본: output 폴더).")
@strict
@force
@print_format
def command(
    file: Path, formats: tuple[str, ...], output: Path | None, strict: bool, force: bool, format: str
) -> None:
    """Word 문서를 PDF나 HTML로 바꿉니다. 한글이나 Word가 없어도 됩니다."""
    targets = outputs(output, file.stem, formats)
    docx = read_file(file)
    findings, files = [], {}
    for wanted, path in targets.items():
        files[path], noticed = convert(docx, wanted, str(file), strict)
        findings += noticed
    write_documents(files, list(dict.fromkeys(findings)), force=force, as_json=format == "json")
