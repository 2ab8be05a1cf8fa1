"""`docgen template eject ID…`: a shipped template in a folder of one's own, to be changed in Word."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.folders import DESCRIPTION, SCHEMA, WORD
from docgen.cli.files import write_files
from docgen.cli.korean import Command
from docgen.cli.options import force, templates
from docgen.formats.files import read_file

__all__ = ["command"]

_PARTS = (WORD, DESCRIPTION, SCHEMA, "sample.yaml")


@click.command("eject", cls=Command)
@click.argument("template_ids", metavar="이름…", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    default="내서식",
    show_default=True,
    type=click.Path(path_type=Path),
    help="내 템플릿 폴더.",
)
@force
@templates
def command(template_ids: tuple[str, ...], output: Path, force: bool, templates: Path | None) -> None:
    """기본 서식을 내 폴더에 복사합니다. 복사한 template.docx를 Word에서 고칩니다."""
    catalogue = Catalogue(templates)
    files = {}
    for template_id in dict.fromkeys(template_ids):
        template = catalogue[template_id]
        for name in _PARTS:
            if (template.folder / name).is_file():
                files[output / template.group / template_id / name] = read_file(template.folder / name)
    write_files(files, force=force)
    for path in files:
        click.echo(path)
    ids = " ".join(dict.fromkeys(template_ids))
    click.echo(f"다음: template.docx를 Word에서 고치고 docgen template lint {ids} --templates {output}")
