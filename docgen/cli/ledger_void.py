"""`docgen ledger void NUMBER`: a number given out by mistake."""

from __future__ import annotations

from datetime import date

import click

from docgen.cli.korean import Command
from docgen.cli.ledger_options import institution, ledger
from docgen.cli.options import print_format, today
from docgen.cli.report import print_json
from docgen.korean.dates import kdate
from docgen.korean.particles import josa

__all__ = ["command"]


@click.command("void", cls=Command)
@click.argument("number", metavar="번호")
@click.option("--reason", required=True, metavar="사유", help="무효로 하는 까닭. 대장에 남습니다.")
@institution
@ledger
@today
@print_format
def command(number: str, reason: str, institution: str | None, ledger: str, today: date, format: str) -> None:
    """번호를 무효로 합니다. 대장에는 남고, 그 사람은 새 번호를 받을 수 있습니다."""
    from docgen.bulk.ledger import Ledger

    if not reason.strip():
        raise click.UsageError("--reason에 까닭을 적으세요.")
    entry = Ledger(ledger, create=False).void(number, reason.strip(), today, institution).masked()
    if format == "json":
        print_json(entry.data())
        return
    day = kdate(entry.issued_on)
    click.echo(f"{josa(entry.number, '을/를')} 무효로 했습니다: {entry.name}, {entry.course}, {day} 발급")
