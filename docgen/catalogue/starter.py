"""The starter of a case file: every key that the chosen documents read, empty, with its meaning beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from docgen.case.schemas import HEAD, Schema, entries_of, is_map, load_schemas
from docgen.catalogue.fields import how_to_write
from docgen.catalogue.template import Template

__all__ = ["sections_of", "starter"]

_INTRODUCTION: Final = (
    "콜론(:) 뒤에 값을 적으세요. *가 붙은 것은 꼭 적고, 나머지는 비워 두어도 됩니다.",
    "목록은 '#-'로 시작하는 줄부터 # 표시를 지우고 적으며, 더 적으려면 그 줄들을 복사하세요.",
)


def starter(templates: Sequence[Template]) -> str:
    """The text of a commented YAML file for the documents; empty values, so that `check` names what lacks."""
    titles = ", ".join(f"{template.title}({template.id})" for template in templates)
    lines = [f"# {titles}", *(f"# {line}" for line in _INTRODUCTION), ""]
    schemas = load_schemas(templates[0].schemas)
    for name in sections_of(templates):
        lines += [*_entry(name, schemas[name], name != HEAD, ""), ""]
    return "\n".join(lines)


def sections_of(templates: Iterable[Template]) -> list[str]:
    """The head of a case, and the sections that the documents read."""
    return list(dict.fromkeys([HEAD, *(name for each in templates for name in each.description.reads)]))


def _entry(name: str, schema: Schema, required: bool, indent: str) -> Iterator[str]:
    """The lines of one key: the key with its comment, then what is in it."""
    yield f"{indent}{name}:  # {_comment(schema, required)}"
    inner = entries_of(schema)
    needed = inner.get("required", ())
    entries = [
        line
        for key, sub in inner.get("properties", {}).items()
        for line in _entry(key, sub, key in needed, indent + "  ")
    ]
    if is_map(schema):
        yield f"{indent}  #이름표:"
        yield from (f"{indent}  #{line.removeprefix(indent)}" for line in entries)
    elif schema.get("type") != "array":
        yield from entries
    elif entries:
        yield from _commented(entries, indent + "  ")
    else:
        yield f"{indent}  #- "


def _commented(entries: list[str], indent: str) -> Iterator[str]:
    """The first item of a list, commented out, so that an empty list stays empty."""
    for n, line in enumerate(entries):
        rest = line.removeprefix(indent)
        yield f"{indent}#{'-' if n == 0 else ' '} {rest}"


def _comment(schema: Schema, required: bool) -> str:
    label = schema.get("title", "") + ("*" if required else "")
    is_group = schema.get("type") == "object" or "properties" in entries_of(schema)
    parts = [label, "" if is_group else how_to_write(schema), schema.get("description", "")]
    return " · ".join(part for part in parts if part)
