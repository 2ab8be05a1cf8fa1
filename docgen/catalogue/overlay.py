"""An owner's folder of templates: what would only show when a document is made is looked for at once.

Each schema.yaml has to fit the schemas before it, each template to read sections that there are, and its
expressions have to be expressions. A template of which that is not true is left out, and says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import TemplateError as JinjaError

from docgen.case.load import load_case
from docgen.case.model import Path as CasePath
from docgen.case.schemas import load_schemas
from docgen.catalogue.description import Description
from docgen.catalogue.folders import DESCRIPTION, SCHEMA, Folders, read_folders
from docgen.errors import Diagnostic, DocgenError, nearest
from docgen.korean.particles import quoted
from docgen.merge.sandbox import environment
from docgen.rules.expressions import expression

__all__ = ["read_overlay"]


def read_overlay(root: Path, shipped: tuple[Path, ...]) -> Folders:
    """The template folders below an owner's folder; `shipped` is where the schemas are that ship."""
    found = read_folders(root)
    sources = shipped
    for id_, (folder, _) in list(found.templates.items()):
        if (folder / SCHEMA).is_file():
            try:
                load_schemas((*sources, folder / SCHEMA))
            except DocgenError as error:
                found.refuse(id_, *error.diagnostics)
            else:
                sources = (*sources, folder / SCHEMA)
    found.schemas = sources[len(shipped) :]
    known = list(load_schemas(sources))
    for id_, (folder, description) in list(found.templates.items()):
        findings = [
            *(_unknown_section(folder, name, known) for name in description.reads if name not in known),
            *_unread_expressions(folder, description),
        ]
        if findings:
            found.refuse(id_, *findings)
    return found


def _unknown_section(folder: Path, name: str, known: list[str]) -> Diagnostic:
    case = load_case(folder / DESCRIPTION)
    key = "sections" if name in case.data["sections"] else "also"
    near = nearest(name, known)
    hint = f"혹시 '{near}'인가요?" if near else f"쓸 수 있는 자료: {', '.join(known)}"
    message = f"{quoted(name, '이라는/라는')} 자료는 없습니다."
    path = (key, case.data[key].index(name))
    return case.diagnostic(path, "catalogue.unknown-section", message, hint=hint)


def _unread_expressions(folder: Path, description: Description) -> Iterator[Diagnostic]:
    """The expressions of a template.yaml that cannot be read at all."""
    texts: dict[CasePath, str | None] = {("each",): description.each, ("applies",): description.applies}
    texts |= {("derive", name): text for name, text in description.derive.items()}
    readers: list[tuple[CasePath, str, Callable[[str], object]]] = [
        (path, text, expression) for path, text in texts.items() if text is not None
    ]
    for path, text, reader in [*readers, (("output",), description.output, environment().from_string)]:
        try:
            reader(text)
        except JinjaError as error:
            message = f"'{'.'.join(map(str, path))}'의 식을 읽을 수 없습니다: {error}"
            hint = "괄호와 따옴표의 짝, 식의 끝을 확인하세요."
            yield load_case(folder / DESCRIPTION).diagnostic(
                path, "catalogue.bad-expression", message, hint=hint
            )
