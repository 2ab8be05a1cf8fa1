"""Makers of a template of the catalogue: what they share, and that of rows that are cases."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Final

from docgen.bulk.makers.data import laid_over
from docgen.bulk.makers.maker import Plain, merged, read_by
from docgen.bulk.targets import Target, Targets, targets_of
from docgen.case.model import Case, Path, Position
from docgen.case.schemas import Schema, is_map, load_schemas
from docgen.case.source import Place, Source
from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.description import Description
from docgen.catalogue.file_names import file_name
from docgen.catalogue.template import Template, Work
from docgen.errors import Diagnostic, MachineError
from docgen.merge.sandbox import environment
from docgen.merge.word import WordTemplate

if TYPE_CHECKING:
    from docgen.bulk.ledger import Request

__all__ = ["CaseMaker", "TemplateMaker"]

_KEY: Final = "row"  # the key of the row's entry in a map of the case


@dataclass(frozen=True)
class TemplateMaker(Plain, ABC):
    """What makers of a template of the catalogue share: the template as the run began with it (its Word file
    and description, `overlay` the folder that it may be in); `common` is the data that all rows share,
    `file` what findings call the rows, `folder` where pictures are looked for."""

    docx: bytes
    description: Description
    overlay: FilePath | None
    common: dict[str, Any]
    file: str
    folder: FilePath | None

    @cached_property
    def template(self) -> Template:
        """The template; MachineError where this machine has another version of it."""
        found = Catalogue(self.overlay)[self.description.id]
        if found.description != self.description:
            message = f"이 컴퓨터의 '{self.description.id}' 서식이 처음 것과 다릅니다."
            hint = "모든 컴퓨터에 같은 판의 docgen과 템플릿 폴더를 두세요."
            raise MachineError(Diagnostic("bulk.other-template", message, hint=hint))
        found.word = WordTemplate(self.docx, found.word.name)
        return found

    @cached_property
    def named(self) -> Targets:
        """What the name of a file may be made of: what the tags read, and what a row says."""
        return Targets([*self.targets.known, *read_by(self.template.word)])

    @property
    @abstractmethod
    def targets(self) -> Targets:
        """What a row may say."""

    @property
    def stamp(self) -> str:
        """The Word file and the description."""
        return f"{hashlib.sha256(self.docx).hexdigest()} {self.description}"

    def request(self, data: Mapping[str, Any], row: str) -> Request | None:
        """What `register` of the template says."""
        from docgen.bulk.ledger import request

        return request(self.template, data, row)

    def check(self, work: Work) -> list[Diagnostic]:
        """Merge a document to see whether it can be."""
        return merged(self.template.word, work, strict=False)[1]

    def make(self, work: Work, output: str, strict: bool) -> tuple[bytes, list[Diagnostic]]:
        """A document in a format, and warnings."""
        return self.template.produce(work, output, strict)


@dataclass(frozen=True)
class CaseMaker(TemplateMaker):
    """Rows that are cases, or parts of one."""

    @cached_property
    def targets(self) -> Targets:
        """The fields of the sections that the template reads; of its list, those of an item, which are meant
        where a label fits others too."""
        about = self.description
        schemas = load_schemas(self.template.schemas)
        found: list[Target] = []
        item = self._item
        if item is not None:
            path, schema = item
            found += targets_of(schema, path, (about.bind or path[0],), (schema.get("title", path[0]),))
        for name in about.reads:
            if item is None or name != item[0][0]:
                title = schemas[name].get("title", name)
                others = targets_of(schemas[name], (name,), (name,), (title,))
                found += [replace(other, apart=item is not None) for other in others]
        return Targets(found)

    @property
    def wholes(self) -> Mapping[str, Path]:
        """The sections of a case, and the item that a document is made of."""
        found: dict[str, Path] = {name: (name,) for name in load_schemas(self.template.schemas)}
        if self._item is not None and self.description.bind is not None:
            found[self.description.bind] = self._item[0]
        return found

    @cached_property
    def _item(self) -> tuple[Path, Schema] | None:
        return _item(self.description, load_schemas(self.template.schemas))

    @property
    def required(self) -> tuple[Target, ...]:
        """None: what a case needs depends on the rest of it."""
        return ()

    def works(
        self, data: Mapping[str, Any], line: int, checked: bool = False
    ) -> tuple[list[Work], list[Diagnostic]]:
        """The documents of the case that the row completes."""
        whole = laid_over(self.common, data)
        case = Case(Source(self.file, ""), whole, {(): Position(Place(line, 1), None)})
        works, findings = self.template.works(case)
        if self._item is not None and case.at(self._item[0]) and self._item[0][-1] == _KEY:
            works = [self._alone(work) for work in works if self._is_row(work)]
        return [replace(work, folder=self.folder) for work in works], findings

    def _is_row(self, work: Work) -> bool:
        """Whether a document is of the row: the others of its map are there to be referred to."""
        item: Mapping[str, Any] = work.data[self.description.bind or ""]
        return bool(item["id"] == _KEY)

    def _alone(self, work: Work) -> Work:
        """A document under the name that it has without those others."""
        name = environment().from_string(self.description.output).render(work.data)
        return replace(work, name=file_name(name, set()))


def _item(about: Description, schemas: Mapping[str, Schema]) -> tuple[Path, Schema] | None:
    """Where the item stands that a document is made of, and its schema; None where `each` is no list that
    the case holds."""
    if about.each is None:
        return None
    steps = about.each.split(".")
    schema: Any = {"properties": schemas}
    for step in steps:
        schema = schema.get("properties", {}).get(step, {})
    if is_map(schema):
        return (*steps, _KEY), {"title": schema.get("title", steps[-1])} | schema["additionalProperties"]
    if schema.get("type") == "array" and "properties" in schema["items"]:
        return (*steps, 0), {"title": schema.get("title", steps[-1])} | schema["items"]
    return None
