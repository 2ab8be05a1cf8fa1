"""How the data of a row become documents: three ways, by what the template reads.

- `CaseMaker`: the row is laid over the common case, and checked and completed like any case. Where the
  template makes a document of every item of a list of the case, the row is that item.
- `SheetMaker`: the template folder holds a `row.yaml`, the JSON Schema of what its tags read: for documents
  whose values are otherwise computed (a certificate of a course), so that a plain list can be printed.
- `WordMaker`: a bare Word file; its tags say what a row holds.

A maker is small and can be pickled: workers, also on other machines, make theirs of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Final, Protocol

from docgen.bulk.targets import Target, Targets, targets_of
from docgen.case.complete import completed
from docgen.case.messages import finding
from docgen.case.model import Case, Path, Position, dotted
from docgen.case.moments import parse_date, parse_datetime
from docgen.case.schema import checker
from docgen.case.schemas import Schema, is_map, load_schemas
from docgen.case.source import Place, Source
from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.description import Description
from docgen.catalogue.template import Template, Work
from docgen.errors import DataError, Diagnostic, MachineError
from docgen.formats.convert import convert
from docgen.merge.word import WordTemplate

if TYPE_CHECKING:
    from docgen.bulk.ledger import Request

__all__ = ["ROW", "CaseMaker", "Maker", "SheetMaker", "WordMaker", "with_dates"]

ROW: Final = "row.yaml"
"""The file of a template folder that says what a row of a sheet holds."""
_KEY: Final = "row"  # the key of the row's entry in a map of the case


class Maker(Protocol):
    """Makes documents of rows."""

    @property
    def stamp(self) -> str:
        """What tells the template from any other, and from itself before a change."""

    @property
    def targets(self) -> Targets:
        """What a row may say."""

    @property
    def named(self) -> Targets:
        """What the name of a file may be made of."""

    @property
    def wholes(self) -> Mapping[str, Path]:
        """What an object may give whole, by name, and where it stands in the data."""

    @property
    def required(self) -> tuple[Target, ...]:
        """The values that every row must have, where they can be told beforehand."""

    def works(
        self, data: Mapping[str, Any], line: int, checked: bool = False
    ) -> tuple[list[Work], list[Diagnostic]]:
        """The documents of a row, not yet named unless the template names them, and warnings.

        Raises DataError with all findings; `checked` where it is known that there are none.
        """

    def check(self, work: Work) -> list[Diagnostic]:
        """Merge a document to see whether it can be: warnings; DocgenError where it cannot."""

    def make(self, work: Work, output: str, strict: bool) -> tuple[bytes, list[Diagnostic]]:
        """A document in a format, and warnings."""

    def request(self, data: Mapping[str, Any], row: str) -> Request | None:
        """What the ledger is asked for a document, None for one that gets no number."""


class _Plain:
    """Pickled as its fields: what it made of them is made anew where it is taken to."""

    def __getstate__(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(self)}  # type: ignore[arg-type]  # a dataclass


@dataclass(frozen=True)
class _OfTemplate(_Plain):
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
        return Targets([*self.targets.known, *_read_by(self.template.word)])

    @property
    def targets(self) -> Targets:
        """What a row may say."""
        raise NotImplementedError

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
        return _merged(self.template.word, work, strict=False)[1]

    def make(self, work: Work, output: str, strict: bool) -> tuple[bytes, list[Diagnostic]]:
        """A document in a format, and warnings."""
        if output == "docx":
            return _merged(self.template.word, work, strict)
        return self.template.produce(work, output, strict)


@dataclass(frozen=True)
class CaseMaker(_OfTemplate):
    """Rows that are cases, or parts of one."""

    @cached_property
    def targets(self) -> Targets:
        """The fields of the sections that the template reads; of its list, those of an item."""
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
                found += targets_of(schemas[name], (name,), (name,), (title,))
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
        if (
            self._item is not None
            and self._item[0][-1] == _KEY
            and _KEY in (case.at(self._item[0][:-1]) or ())
        ):
            # The others of the map are there to be referred to.
            works = [work for work in works if work.data[self.description.bind or ""]["id"] == _KEY]
        return [replace(work, folder=self.folder) for work in works], findings


@dataclass(frozen=True)
class SheetMaker(_OfTemplate):
    """Rows that say what the tags print, by the schema in `row.yaml`."""

    schema: Schema = field(default_factory=dict)

    @property
    def stamp(self) -> str:
        """The Word file, the description, and what a row is."""
        return f"{super().stamp} {self.schema}"

    @cached_property
    def targets(self) -> Targets:
        """The values of row.yaml."""
        return Targets(targets_of(self.schema))

    @property
    def wholes(self) -> Mapping[str, Path]:
        """The names at the top of row.yaml."""
        return {name: (name,) for name in self.schema["properties"]}

    @cached_property
    def required(self) -> tuple[Target, ...]:
        """What row.yaml asks for and the common values do not give."""
        needed = [target for target in self.targets.known if _needed(self.schema, target)]
        return tuple(target for target in needed if _held(self._common, target) is None)

    @cached_property
    def _common(self) -> dict[str, Any]:
        """Of the common case, what row.yaml knows."""
        found: dict[str, Any] = {}
        for target in self.targets.known:
            if (value := _held(self.common, target)) is not None:
                found = laid_over(found, _nested(target, value))
        return found

    @cached_property
    def _checker(self) -> Any:
        return checker(self.schema)

    @cached_property
    def _blank(self) -> dict[str, Any]:
        """The names that the template derives: nothing where the row does not say them."""
        return dict.fromkeys(self.description.derive)

    def works(
        self, data: Mapping[str, Any], line: int, checked: bool = False
    ) -> tuple[list[Work], list[Diagnostic]]:
        """The one document of the row."""
        whole = laid_over(self._common, data)
        errors = () if checked else self._checker.iter_errors(whole)
        faults = [self._found(error, line) for error in errors]
        if faults:
            raise DataError(*faults)
        bound = self._blank | completed(self.schema, whole)
        return [Work("", bound, self.folder)], []

    def _found(self, error: Any, line: int) -> Diagnostic:
        path = tuple(error.absolute_path)
        found = finding(error, (_KEY, *path), self.schema)
        code = f"schema.{found.keyword}"
        return Diagnostic(code, found.message, file=self.file, line=line, path=dotted(path), hint=found.hint)


@dataclass(frozen=True)
class WordMaker(_Plain):
    """Rows for a bare Word file. In those of a `sheet` days are text, and empty cells are nothing."""

    docx: bytes
    name: str
    common: dict[str, Any]
    file: str
    folder: FilePath | None
    sheet: bool

    @property
    def stamp(self) -> str:
        """The file."""
        return hashlib.sha256(self.docx).hexdigest()

    def request(self, data: Mapping[str, Any], row: str) -> Request | None:
        """Nothing: a bare Word file gets no number."""
        return None

    @cached_property
    def word(self) -> WordTemplate:
        """The file, compiled."""
        return WordTemplate(self.docx, self.name)

    @cached_property
    def targets(self) -> Targets:
        """What the tags read."""
        return Targets(_read_by(self.word))

    @property
    def named(self) -> Targets:
        """What the tags read."""
        return self.targets

    @property
    def wholes(self) -> Mapping[str, Path]:
        """The names that the tags use."""
        return {name: (name,) for name in self.word.fields().properties}

    @cached_property
    def required(self) -> tuple[Target, ...]:
        """What the tags print without asking whether it is there."""
        return tuple(target for target in self._printed if _held(self.common, target) is None)

    def works(
        self, data: Mapping[str, Any], line: int, checked: bool = False
    ) -> tuple[list[Work], list[Diagnostic]]:
        """The one document of the row."""
        given = with_dates(data) if self.sheet else dict(data)
        return [Work("", laid_over(laid_over(self._blank, self.common), given), self.folder)], []

    @cached_property
    def _blank(self) -> dict[str, Any]:
        """Nothing for what the tags print; what they ask about stays away where its cell is empty."""
        blank: dict[str, Any] = {}
        for target in self._printed if self.sheet else ():
            blank = laid_over(blank, _nested(target, None))
        return blank

    @cached_property
    def _printed(self) -> tuple[Target, ...]:
        optional = {path for path, shape in self.word.fields().paths() if shape.optional}
        return tuple(target for target in self.targets.known if target.key not in optional)

    def check(self, work: Work) -> list[Diagnostic]:
        """Merge the document to see whether it can be."""
        return _merged(self.word, work, strict=False)[1]

    def make(self, work: Work, output: str, strict: bool) -> tuple[bytes, list[Diagnostic]]:
        """The document in a format, and warnings."""
        docx, noticed = _merged(self.word, work, strict)
        if output == "docx":
            return docx, noticed
        made, lost = convert(docx, output, work.name, strict)
        return made, [*noticed, *lost]


def _merged(word: WordTemplate, work: Work, strict: bool) -> tuple[bytes, list[Diagnostic]]:
    """The DOCX of a document, and warnings, which are errors where `strict`."""
    noticed: list[Diagnostic] = []
    docx = word.render(work.data, folder=work.folder, findings=noticed)
    if strict and noticed:
        raise DataError(*(found.as_error() for found in noticed))
    return docx, noticed


def laid_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Data laid over data: objects key by key, anything else in the place of what was there."""
    return {
        **under,
        **{
            key: laid_over(under[key], value)
            if isinstance(value, dict) and isinstance(under.get(key), dict)
            else value
            for key, value in over.items()
        },
    }


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


def _read_by(word: WordTemplate) -> Iterator[Target]:
    """The values that tags read and a cell can hold: no lists, no objects."""
    schemas = word.fields().schema()
    yield from (target for target in targets_of(schemas) if "[" not in target.key)


def _needed(schema: Schema, target: Target) -> bool:
    """Whether a schema asks for a value, and for every object around it."""
    for step in target.path:
        if step not in schema.get("required", ()):
            return False
        schema = schema["properties"][step]
    return True


def _held(data: Any, target: Target) -> Any:
    for step in target.path:
        data = data.get(step) if isinstance(data, Mapping) else None
    return data


def _nested(target: Target, value: Any) -> dict[str, Any]:
    for step in reversed(target.path):
        value = {step: value}
    found: dict[str, Any] = value
    return found


def with_dates(value: Any) -> Any:
    """The data with every text that is a day or a moment as one, as unquoted in a YAML file."""
    if isinstance(value, dict):
        return {key: with_dates(held) for key, held in value.items()}
    if isinstance(value, str) and 10 <= len(value) <= 19:
        return parse_date(value) or (parse_datetime(value) if len(value) > 10 else None) or value
    return value
