"""`docgen template verify ID`: does every value reach the paper, in every format?"""

from __future__ import annotations

from pathlib import Path

import click

from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.template import OUTPUTS
from docgen.catalogue.verify import Absence, verify
from docgen.cli.korean import Command
from docgen.cli.options import print_format, templates, to
from docgen.cli.report import print_json, print_table

__all__ = ["command"]


@click.command("verify", cls=Command)
@click.argument("template_id", metavar="이름")
@to("docx,pdf,html", OUTPUTS)
@print_format
@templates
@click.pass_context
def command(
    ctx: click.Context, template_id: str, formats: tuple[str, ...], format: str, templates: Path | None
) -> None:
    """자료의 값마다 다른 표지를 넣어 문서를 만들고, 찍히지 않은 값을 형식마다 보입니다.

    어느 형식에서만 빠진 값이 있으면 1로 끝납니다. 서식이 쓰지 않는 값은 알리기만 합니다.
    """
    absences = verify(Catalogue(templates).making(template_id, formats), formats)
    lost = [absence for absence in absences if not absence.everywhere]
    if format == "json":
        print_json([absence._asdict() for absence in absences])
    else:
        _print(absences, len(lost))
    ctx.exit(int(bool(lost)))


def _print(absences: list[Absence], lost: int) -> None:
    if absences:
        rows = [
            (a.path, "서식이 쓰지 않음" if a.everywhere else f"빠짐: {', '.join(a.formats)}")
            for a in absences
        ]
        print_table(("값의 이름", "결과"), rows)
    click.echo(f"찍히지 않은 값 {len(absences)}개, 그 가운데 어느 형식에서만 빠진 값 {lost}개")
