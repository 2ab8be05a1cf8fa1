"""`docgen ledger list`: the numbers that were given out."""

from __future__ import annotations

import click

from docgen.cli.korean import Command
from docgen.cli.ledger_options import course, institution, ledger, year
from docgen.cli.options import print_format
from docgen.cli.report import print_json, print_table
from docgen.korean.dates import kdate

__all__ = ["command"]

_HEAD = ("번호", "성명", "소속", "과정", "발급일", "비고")


@click.command("list", cls=Command)
@year
@institution
@course
@click.option("--reveal", is_flag=True, help="이름을 가리지 않습니다.")
@ledger
@print_format
def command(
    year: int | None, institution: str | None, course: str | None, reveal: bool, ledger: str, format: str
) -> None:
    """발급한 번호를 보입니다. 이름은 가립니다."""
    from docgen.bulk.ledger import Ledger

    found = Ledger(ledger, create=False).entries(year=year, institution=institution, course=course)
    entries = [entry if reveal else entry.masked() for entry in found]
    if format == "json":
        print_json([entry.data() for entry in entries])
        return
    rows = [
        (each.number, each.name, each.affiliation, each.course, kdate(each.issued_on), each.remarks)
        for each in entries
    ]
    print_table(_HEAD, rows)
    click.echo(f"\n{len(entries):,}건")
