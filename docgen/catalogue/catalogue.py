"""The catalogue: the templates that ship, and those of overlay folders, which win over them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from docgen.case.load import shipped_templates
from docgen.case.schemas import Sources
from docgen.catalogue.folders import read_folders
from docgen.catalogue.template import Template
from docgen.errors import Diagnostic, Severity, TemplateError, UsageError, nearest
from docgen.korean.particles import quoted

__all__ = ["GROUPS", "Catalogue"]

GROUPS: Final = {
    "setup": "준비",
    "before": "운영 전",
    "during": "운영 중",
    "after": "운영 후",
    "people": "인력",
    "money": "예산·집행",
    "letters": "공문",
}


class Catalogue(Mapping[str, Template]):
    """All templates by id, in the order of the groups and then of the programme's list.

    `overlay` is a folder of templates that are added, or stand in for shipped ones of the same id; by
    default the one that the environment variable DOCGEN_TEMPLATES names. Raises UsageError when it is no
    folder. `findings` are what is wrong with template folders; those are left out, and asking for one raises
    TemplateError. `schemas` is where those of the case are, `overlays` the folders that may hold an
    institution's own rules.
    """

    def __init__(self, overlay: str | Path | None = None) -> None:
        overlay = overlay or os.environ.get("DOCGEN_TEMPLATES") or None
        root = shipped_templates()
        found = read_folders(root)
        if overlay is not None:
            from docgen.catalogue.overlay import read_overlay

            found = found.under(read_overlay(_existing(Path(overlay)), (root / "case", *found.schemas)))
        self._faults = found.faults
        self.schemas: Sources = (root / "case", *found.schemas)
        self.overlays = () if overlay is None else (Path(overlay),)
        made = [Template(folder, about, root, found.schemas) for folder, about in found.templates.values()]
        self._templates = {template.id: template for template in sorted(made, key=_order)}
        for template in self._templates.values():
            template.siblings = self

    def __getitem__(self, template_id: str) -> Template:
        """The template of an id; UsageError with the nearest id where there is none, TemplateError with all
        that is wrong with its folder."""
        if template_id in self._faults:
            raise TemplateError(*self._faults[template_id])
        if template_id not in self._templates:
            near = nearest(template_id, self._templates) or self._by_title(template_id)
            hint = f"혹시 '{near}'인가요?" if near else "docgen list로 문서 이름을 확인하세요."
            message = f"{quoted(template_id, '이라는/라는')} 문서는 없습니다."
            raise UsageError(Diagnostic("catalogue.unknown-template", message, hint=hint))
        return self._templates[template_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._templates)

    def __len__(self) -> int:
        return len(self._templates)

    def __contains__(self, template_id: object) -> bool:
        return template_id in self._templates

    @property
    def findings(self) -> list[Diagnostic]:
        """What is wrong with the folders that were left out, as warnings: the others can be used."""
        faults = [finding for findings in self._faults.values() for finding in findings]
        return [replace(finding, severity=Severity.WARNING) for finding in faults]

    def making(self, template_id: str, formats: Iterable[str]) -> Template:
        """The template of an id, where it makes all the formats; UsageError with those that do."""
        template = self[template_id]
        for output in formats:
            if output not in template.formats:
                others = ", ".join(each.id for each in self.values() if output in each.formats)
                message = f"{quoted(template.title, '은/는')} {output}로 만들지 않는 문서입니다."
                hint = f"{output}로 만드는 문서: {others}"
                raise UsageError(Diagnostic("format.not-made", message, hint=hint))
        return template

    def _by_title(self, text: str) -> str | None:
        titles = {template.title: template.id for template in self._templates.values()}
        near = nearest(text, titles)
        return titles[near] if near else None


def _existing(overlay: Path) -> Path:
    if not overlay.is_dir():
        message = f"템플릿 폴더가 없습니다: {overlay}"
        hint = "--templates나 DOCGEN_TEMPLATES에 있는 폴더 이름을 적으세요."
        raise UsageError(Diagnostic("catalogue.no-folder", message, hint=hint))
    return overlay


def _order(template: Template) -> tuple[int, int, str]:
    groups = list(GROUPS)
    group = groups.index(template.group) if template.group in groups else len(groups)
    return group, template.description.number, template.id
