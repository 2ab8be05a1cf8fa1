"""`docgen list`: the catalogue, a line each."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.catalogue.catalogue import GROUPS, Catalogue
from docgen.cli.korean import Command
from docgen.cli.options import print_format, templates
from docgen.cli.report import print_json, print_table

__all__ = ["command"]


@click.command("list", cls=Command)
@print_format
@templates
def command(format: str, templates: Path | None) -> None:
    """만들 수 있는 문서를 단계별로 보입니다."""
    found = list(Catalogue(templates).values())
    if format == "json":
        keys = ("id", "title", "writer", "when", "sections")
        print_json([{"group": t.group} | {key: getattr(t.description, key) for key in keys} for t in found])
        return
    rows = [
        (GROUPS.get(t.group, t.group), t.id, t.title, t.description.writer, t.description.when) for t in found
    ]
    print_table(("단계", "이름", "문서", "쓰는 이", "때"), rows)
