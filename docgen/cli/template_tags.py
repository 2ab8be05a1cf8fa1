"""`docgen template tags FILE`: every field that a Word template reads, as a table or as JSON Schema."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.catalogue.catalogue import Catalogue
from docgen.cli.korean import Command
from docgen.cli.options import print_format, templates
from docgen.cli.report import print_json, print_table
from docgen.formats.files import read_file
from docgen.merge.fields import Shape
from docgen.merge.word import WordTemplate

__all__ = ["command"]

_KINDS = {"array": "목록", "object": "묶음", "number": "수", "boolean": "참·거짓", "string": "글"}


@click.command("tags", cls=Command)
@click.argument("file", metavar="파일.docx|이름")
@print_format
@templates
def command(file: str, format: str, templates: Path | None) -> None:
    """Word 서식이 쓰는 값을 모두 보입니다. --format json은 JSON Schema로 줍니다."""
    path = Path(file) if Path(file).suffix else Catalogue(templates)[file].folder / "template.docx"
    fields = WordTemplate(read_file(path), str(path)).fields()
    if format == "json":
        print_json({"$schema": "https://json-schema.org/draft/2020-12/schema"} | fields.schema())
        return
    rows = [
        (name, _kind(shape), "없어도 됨" if shape.optional else "", _places(shape))
        for name, shape in fields.paths()
    ]
    print_table(("값의 이름", "종류", "", "쓰인 곳"), rows)


def _kind(shape: Shape) -> str:
    return "날짜" if shape.format == "date" else _KINDS.get(shape.kind, "값")


def _places(shape: Shape) -> str:
    """Where a field is first read, and how often more."""
    places = list(dict.fromkeys(str(use.part.tags[use.line - 1].place) for use in shape.uses))
    more = f" 외 {len(places) - 1}곳" if len(places) > 1 else ""
    return f"{places[0]}{more}" if places else ""
