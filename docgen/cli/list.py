"""`docgen list`: the catalogue, a line each."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.catalogue.catalogue import GROUPS, Catalogue
from docgen.catalogue.template import Template
from docgen.cli.korean import Command
from docgen.cli.options import print_format, templates
from docgen.cli.report import print_json, print_table, show_findings

__all__ = ["command"]


@click.command("list", cls=Command)
@print_format
@templates
def command(format: str, templates: Path | None) -> None:
    """만들 수 있는 문서를 단계별로 보입니다. 내 템플릿 폴더가 있으면 어느 것이 내 서식인지도 보입니다."""
    catalogue = Catalogue(templates)
    found = list(catalogue.values())
    show_findings(catalogue.findings, as_json=False)
    if format == "json":
        keys = ("id", "title", "writer", "when", "sections")
        print_json([_place(t) | {key: getattr(t.description, key) for key in keys} for t in found])
        return
    rows = [
        (GROUPS.get(t.group, t.group), t.id, t.title, t.description.writer, t.description.when) for t in found
    ]
    if all(t.shipped for t in found):
        print_table(("단계", "이름", "문서", "쓰는 이", "때"), rows)
        return
    marked = [(*row, "" if t.shipped else t.folder) for row, t in zip(rows, found, strict=True)]
    print_table(("단계", "이름", "문서", "쓰는 이", "때", "내 서식"), marked)


def _place(template: Template) -> dict[str, object]:
    return {"group": template.group, "folder": str(template.folder), "shipped": template.shipped}
