"""`docgen case convert A B`: a case as YAML, JSON or a workbook, with the same data."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.case.convert import ENDINGS, converted
from docgen.case.load import read_case
from docgen.catalogue.catalogue import Catalogue
from docgen.cli.files import write_files
from docgen.cli.korean import Command
from docgen.cli.options import force, templates
from docgen.errors import Diagnostic, UsageError
from docgen.korean.particles import josa

__all__ = ["command"]


@click.command("convert", cls=Command)
@click.argument("source", metavar="자료", type=click.Path(path_type=Path))
@click.argument("target", metavar="쓸파일", type=click.Path(path_type=Path))
@force
@templates
def command(source: Path, target: Path, force: bool, templates: Path | None) -> None:
    """자료 파일을 YAML(.yaml), JSON(.json), 엑셀(.xlsx) 가운데 다른 꼴로 바꿉니다.

    값은 하나도 빠짐없이 옮깁니다. 옮길 수 없는 값이 있으면 아무것도 쓰지 않고 그 값을 모두 보입니다.
    """
    if target.suffix.lower() not in ENDINGS:
        message = f"쓸 파일은 {', '.join(ENDINGS)} 가운데 하나로 끝나야 합니다: {target}"
        raise UsageError(Diagnostic("convert.ending", message, hint=str(target.with_suffix(".xlsx"))))
    sources = Catalogue(templates).schemas
    data = converted(read_case(source, sources), target.suffix.lower(), sources)
    write_files({target: data}, force=force)
    click.echo(f"{josa(target, '을/를')} 만들었습니다. 다음: docgen check {target}")
