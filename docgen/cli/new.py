"""`docgen new ID…`: a case file to fill in, commented, or the complete sample."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.starter import starter
from docgen.catalogue.template import Template
from docgen.cli.files import write_files
from docgen.cli.korean import Command
from docgen.cli.options import force, templates
from docgen.errors import Diagnostic, UsageError
from docgen.formats.files import read_file
from docgen.korean.particles import josa

__all__ = ["command"]


@click.command("new", cls=Command)
@click.argument("template_ids", metavar="이름…", nargs=-1, required=True)
@click.option("--sample", is_flag=True, help="빈 자료 대신 다 채운 견본을 만듭니다.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="쓸 파일 (없으면 화면에 보입니다).")
@force
@templates
def command(
    template_ids: tuple[str, ...], sample: bool, output: Path | None, force: bool, templates: Path | None
) -> None:
    """적어 넣을 자료 파일을 만듭니다. 항목마다 뜻과 적는 법이 달려 있습니다."""
    catalogue = Catalogue(templates)
    chosen = [catalogue[template_id] for template_id in dict.fromkeys(template_ids)]
    data = _sample(chosen) if sample else starter(chosen).encode()
    if output is None:
        click.echo(data.decode(), nl=False)
        return
    if output.suffix not in (".yaml", ".yml"):
        message = f"자료 파일은 .yaml로 끝나야 합니다: {output}"
        raise UsageError(Diagnostic("new.ending", message, hint=f"-o {output.with_suffix('.yaml')}"))
    write_files({output: data}, force=force)
    click.echo(f"{josa(output, '을/를')} 만들었습니다. 다음: docgen check {output}")


def _sample(chosen: list[Template]) -> bytes:
    """The sample that all chosen documents share; UsageError where they have different ones."""
    paths = {template.sample_path for template in chosen}
    if len(paths) > 1:
        names = ", ".join(template.id for template in chosen)
        message = f"견본이 서로 다른 문서입니다: {names}"
        raise UsageError(Diagnostic("new.samples", message, hint="견본은 한 문서씩 만드세요."))
    return read_file(paths.pop())
