"""`docgen guideline diff OLD NEW`: what a new edition of the guideline changes."""

from __future__ import annotations

import click

from docgen.cli.korean import Command
from docgen.cli.options import print_format
from docgen.cli.report import print_json
from docgen.rules.editions import Change, changes, edition_folder

__all__ = ["command"]


@click.command("diff", cls=Command)
@click.argument("old", metavar="앞판")
@click.argument("new", metavar="뒤판")
@print_format
def command(old: str, new: str, format: str) -> None:
    """지침의 두 판(이름이나 폴더)에서 달라진 규칙과 표를 보입니다."""
    found = changes(edition_folder(old), edition_folder(new))
    if format == "json":
        print_json([change._asdict() for change in found])
        return
    for change in found:
        click.echo(_line(change))
    click.echo(f"달라진 것 {len(found)}건")


def _line(change: Change) -> str:
    name = f"{change.file} {change.entry}" + (f" · {change.key}" if change.key else "")
    if change.old is None:
        return f"+ {name}: {_short(change.new)}"
    if change.new is None:
        return f"- {name}: {_short(change.old)}"
    return f"~ {name}: {_short(change.old)} → {_short(change.new)}"


def _short(value: object) -> str:
    text = " ".join(str(value.get("title", value) if isinstance(value, dict) else value).split())
    return text if len(text) <= 100 else f"{text[:99]}…"
