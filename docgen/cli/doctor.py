"""`docgen doctor`: what the machine has and lacks, and the line that installs what is missing."""

from __future__ import annotations

import click

from docgen.cli.korean import Command
from docgen.cli.options import print_format
from docgen.cli.report import print_json, print_table
from docgen.machine import Check, examine

__all__ = ["command"]


@click.command("doctor", cls=Command)
@print_format
@click.pass_context
def command(ctx: click.Context, format: str) -> None:
    """글꼴, 라이브러리, 판을 살펴보고 빠진 것을 까는 법을 알려 줍니다."""
    checks = examine()
    lacking = [check for check in checks if check.needed and not check.found]
    if format == "json":
        print_json([check._asdict() for check in checks])
    else:
        print_table(("것", "상태", "내용"), [(c.name, _state(c), c.found or c.purpose) for c in checks])
        for install in dict.fromkeys(check.install for check in lacking):
            click.echo(f"\n까는 법: {install}")
    ctx.exit(3 if lacking else 0)


def _state(check: Check) -> str:
    if check.found:
        return "있음"
    return "없음" if check.needed else "없음 (없어도 됨)"
