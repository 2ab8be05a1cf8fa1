"""`docgen new ID…`: a case file to fill in, commented, or the complete sample; as YAML or as a workbook.

The pictures that a sample names come with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from docgen.case.load import read_case
from docgen.case.pictures import picture_names
from docgen.case.schemas import Sources
from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.editor import SCHEMA_FILE, editor_schema, schema_line
from docgen.catalogue.starter import sections_of, starter
from docgen.catalogue.template import Template
from docgen.cli.files import write_files
from docgen.cli.korean import Command
from docgen.cli.options import force, templates
from docgen.errors import Diagnostic, UsageError
from docgen.formats.files import read_file
from docgen.korean.particles import josa

__all__ = ["command"]

_ENDINGS = (".yaml", ".yml", ".xlsx")


@click.command("new", cls=Command)
@click.argument("template_ids", metavar="이름…", nargs=-1, required=True)
@click.option("--sample", is_flag=True, help="빈 자료 대신 다 채운 견본을 만듭니다.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="쓸 파일: .yaml이나 엑셀 .xlsx (없으면 화면에 보입니다).",
)
@force
@templates
def command(
    template_ids: tuple[str, ...], sample: bool, output: Path | None, force: bool, templates: Path | None
) -> None:
    """적어 넣을 자료 파일을 만듭니다. 항목마다 뜻과 적는 법이 달려 있습니다."""
    catalogue = Catalogue(templates)
    chosen = [catalogue[template_id] for template_id in dict.fromkeys(template_ids)]
    source = _sample(chosen) if sample else None
    if output is None:
        click.echo(_text(chosen, source), nl=False)
        return
    ending = output.suffix.lower()
    if ending not in _ENDINGS:
        message = f"자료 파일은 .yaml이나 .xlsx로 끝나야 합니다: {output}"
        raise UsageError(Diagnostic("new.ending", message, hint=f"-o {output.with_suffix('.yaml')}"))
    pictures = {} if source is None else _pictures(source, output.parent, catalogue.schemas)
    if ending == ".xlsx":
        write_files({output: _workbook(chosen, source)} | pictures, force=force)
    else:
        text = schema_line() + _text(chosen, source)
        write_files({output: text.encode()} | pictures, force=force)
        schema = output.parent / SCHEMA_FILE  # of docgen, not of the user: always the one of this version
        write_files({schema: editor_schema(catalogue.schemas).encode()}, force=True)
    click.echo(f"{josa(output, '을/를')} 만들었습니다. 다음: docgen check {output}")


def _sample(chosen: Sequence[Template]) -> Path:
    """The sample that all chosen documents share; UsageError where they have different ones."""
    paths = {template.sample_path for template in chosen}
    if len(paths) > 1:
        names = ", ".join(template.id for template in chosen)
        message = f"견본이 서로 다른 문서입니다: {names}"
        raise UsageError(Diagnostic("new.samples", message, hint="견본은 한 문서씩 만드세요."))
    return paths.pop()


def _pictures(sample: Path, folder: Path, sources: Sources) -> dict[Path, bytes]:
    """The pictures of a sample that a folder lacks, where its copy looks for them."""
    here = sample.parent.resolve()
    files = {
        name: (here / name).resolve() for name in picture_names(read_case(sample, sources).data, sources)
    }
    beside = {name: file for name, file in files.items() if file.is_relative_to(here) and file.is_file()}
    found = {folder / name: read_file(file) for name, file in beside.items()}
    return {path: data for path, data in found.items() if not (path.is_file() and path.read_bytes() == data)}


def _text(chosen: Sequence[Template], sample: Path | None) -> str:
    return starter(chosen) if sample is None else read_file(sample).decode()


def _workbook(chosen: Sequence[Template], sample: Path | None) -> bytes:
    from docgen.case.xlsx_layout import referred
    from docgen.case.xlsx_write import case_workbook

    sources = chosen[0].schemas
    data = {} if sample is None else read_case(sample, sources).data
    sections = referred(sections_of(chosen), sources)
    return case_workbook(data, dict.fromkeys([*data, *sections]), sources)
