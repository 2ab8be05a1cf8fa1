"""The folders of a catalogue: what each says of its template, and what keeps one from being a template.

A folder with a template.docx and a template.yaml is a template, two folders deep at most
(`내서식/letters/thanks/`). One that is at fault leaves the others as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from docgen.case.load import load_case
from docgen.catalogue.description import Description, load_description
from docgen.errors import Diagnostic, DocgenError, TemplateError
from docgen.korean.particles import quoted

__all__ = ["DESCRIPTION", "SCHEMA", "WORD", "Folders", "read_folders"]

DESCRIPTION: Final = "template.yaml"
WORD: Final = "template.docx"
SCHEMA: Final = "schema.yaml"


@dataclass(slots=True)
class Folders:
    """The folders of templates by id; `faults` are those that cannot be used, with what is wrong with each;
    `schemas` the schema.yaml files that add to the case."""

    templates: dict[str, tuple[Path, Description]] = field(default_factory=dict)
    faults: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    schemas: tuple[Path, ...] = ()

    def under(self, others: Folders) -> Folders:
        """These, where the others have none of the same id."""
        hidden = others.templates.keys() | others.faults.keys()
        templates = {id_: found for id_, found in self.templates.items() if id_ not in hidden}
        faults = {id_: found for id_, found in self.faults.items() if id_ not in hidden}
        return Folders(templates | others.templates, faults | others.faults, (*self.schemas, *others.schemas))

    def refuse(self, template_id: str, *findings: Diagnostic) -> None:
        """Take a template out for what is wrong with it."""
        self.templates.pop(template_id, None)
        self.faults[template_id] = (*self.faults.get(template_id, ()), *findings)


def read_folders(root: Path) -> Folders:
    """All template folders below `root`."""
    found = Folders()
    names = [depth + name for depth in ("", "*/", "*/*/") for name in (DESCRIPTION, WORD)]
    for folder in sorted({path.parent for name in names for path in root.glob(name)}):
        try:
            description = _description(folder)
        except DocgenError as error:
            found.refuse(_claimed_id(folder), *error.diagnostics)
        else:
            _take(found, folder, description)
    added = (folder / SCHEMA for folder, _ in found.templates.values())
    found.schemas = tuple(schema for schema in added if schema.is_file())
    return found


def _description(folder: Path) -> Description:
    if not (folder / DESCRIPTION).is_file():
        message = f"{DESCRIPTION}이 없는 서식 폴더입니다."
        hint = f"id, title, sections, output을 적은 {DESCRIPTION}을 그 폴더에 만드세요."
        raise TemplateError(Diagnostic("catalogue.no-description", message, file=str(folder), hint=hint))
    description = load_description(folder / DESCRIPTION)
    if not (folder / WORD).is_file():
        message = f"{WORD}가 없는 서식 폴더입니다."
        hint = f"Word로 만든 서식을 {WORD}라는 이름으로 그 폴더에 저장하세요."
        raise TemplateError(Diagnostic("catalogue.no-word-file", message, file=str(folder), hint=hint))
    return description


def _claimed_id(folder: Path) -> str:
    """The id that a faulty template.yaml gives; the name of the folder where it gives none."""
    try:
        claimed = load_case(folder / DESCRIPTION).data.get("id")
    except DocgenError:
        claimed = None
    return claimed if isinstance(claimed, str) else folder.name


def _take(found: Folders, folder: Path, description: Description) -> None:
    id_ = description.id
    if id_ not in found.templates:
        found.templates[id_] = (folder, description)
        return
    message = f"두 폴더의 id가 {quoted(id_, '으로/로')} 같습니다: {found.templates[id_][0]}, {folder}"
    place = str(folder / DESCRIPTION)
    hint = "한쪽의 id를 바꾸거나 한쪽 폴더를 옮기세요."
    found.refuse(id_, Diagnostic("catalogue.duplicate-id", message, file=place, hint=hint))
