"""`docgen show ID`: one document: who, when, to whom, its fields, rules and sample."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.case.schemas import load_schemas
from docgen.catalogue.catalogue import GROUPS, Catalogue
from docgen.catalogue.fields import Field, fields
from docgen.catalogue.template import Template
from docgen.cli.korean import Command
from docgen.cli.options import print_format, templates
from docgen.cli.report import print_json, print_table

__all__ = ["command"]


@click.command("show", cls=Command)
@click.argument("template_id", metavar="이름")
@print_format
@templates
def command(template_id: str, format: str, templates: Path | None) -> None:
    """문서 하나를 자세히 보입니다: 쓰는 이, 기한, 항목, 규칙, 견본."""
    template = Catalogue(templates)[template_id]
    schemas = load_schemas(template.schemas)
    listed = [field for name in template.description.reads for field in fields(name, schemas[name])]
    if format == "json":
        print_json(_facts(template) | {"fields": [field._asdict() for field in listed]})
    else:
        _print(template, listed)


def _facts(template: Template) -> dict[str, object]:
    about = template.description
    names = ("id", "title", "writer", "when", "recipient", "copies", "source", "basis", "sections")
    facts = {name: getattr(about, name) for name in names}
    return facts | {
        "rules": template.rules(),
        "formats": template.formats,
        "sample": str(template.sample_path),
    }


def _print(template: Template, listed: list[Field]) -> None:
    about = template.description
    group = GROUPS.get(template.group, template.group)
    click.echo(f"{about.title} ({about.id}) · {group}\n")
    facts = [
        ("쓰는 이", about.writer),
        ("때", about.when),
        ("내는 곳", about.recipient),
        ("몇 부", about.copies),
        ("근거", about.source),
        ("규칙", ", ".join(template.rules()) or "없음"),
        ("형식", ", ".join(template.formats)),
        ("견본", template.sample_path if template.sample_path.is_file() else "없음"),
    ]
    print_table(("항목", "내용"), facts)
    click.echo("\n적을 것 (*는 꼭 적을 것)")
    rows = [(f"{field.path}{'*' if field.required else ''}", field.label, field.kind) for field in listed]
    print_table(("자료의 이름", "서식의 항목", "적는 법"), rows)
    click.echo(
        f"\n시작: docgen new {about.id} -o case.yaml · 견본: docgen new {about.id} --sample -o case.yaml"
    )
