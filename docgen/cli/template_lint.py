"""`docgen template lint FILE|ID`: faults of a Word template, and what renders wrong in silence."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.shape import data_schema
from docgen.cli.files import write_files
from docgen.cli.korean import Command
from docgen.cli.options import force, print_format, strict, templates
from docgen.cli.report import show_findings, tally
from docgen.formats.files import read_file
from docgen.merge.annotate import annotate
from docgen.merge.lint import lint

__all__ = ["command"]


@click.command("lint", cls=Command)
@click.argument("files", metavar="파일.docx|이름…", nargs=-1, required=True)
@click.option(
    "--annotate", "copy", type=click.Path(path_type=Path), help="찾은 것을 메모로 단 사본을 씁니다."
)
@click.option(
    "--template",
    "template_id",
    metavar="이름",
    help="이 문서의 자료에 없는 값을 쓰지 않는지, 빠뜨린 값은 없는지도 봅니다.",
)
@strict
@force
@print_format
@templates
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    copy: Path | None,
    template_id: str | None,
    strict: bool,
    force: bool,
    format: str,
    templates: Path | None,
) -> None:
    """Word 서식에서 잘못된 태그와 소리 없이 틀리는 곳을 찾습니다. 목록에 있는 문서는 이름으로 적습니다."""
    catalogue = Catalogue(templates)
    if copy is not None and len(files) > 1:
        raise click.UsageError("--annotate는 한 파일씩 씁니다.")
    findings = []
    for name in files:
        named = not Path(name).suffix
        chosen = catalogue[name] if named else catalogue[template_id] if template_id else None
        path = catalogue[name].folder / "template.docx" if named else Path(name)
        data = read_file(path)
        found = lint(data, str(path), data_schema(chosen) if chosen else None, unused=not named)
        findings += found
        if copy is not None:
            write_files({copy: annotate(data, found, str(path))}, force=force)
    counts = tally(findings)
    show_findings(findings, as_json=format == "json")
    if format == "text":
        click.echo(_summary(len(files), counts["errors"], counts["warnings"]))
    ctx.exit(int(counts["errors"] > 0 or (strict and counts["warnings"] > 0)))


def _summary(files: int, errors: int, warnings: int) -> str:
    if errors or warnings:
        return f"서식 {files}건: 오류 {errors}건, 주의 {warnings}건"
    return f"서식 {files}건: 이상이 없습니다."
