"""A template of the catalogue: check a case against it, and render the case as documents.

The engines (schema, rules, merge) load on first use, so that listing the catalogue stays quick.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docgen.case.load import load_case
from docgen.case.model import Case
from docgen.case.schemas import Sources
from docgen.catalogue.description import Description
from docgen.catalogue.file_names import file_name
from docgen.catalogue.sheets import filled
from docgen.errors import DataError, Diagnostic, Severity, TemplateError, UsageError
from docgen.formats import convert
from docgen.korean.particles import quoted

if TYPE_CHECKING:
    from docgen.formats.xlsx.table import Sheet
    from docgen.merge.word import WordTemplate

__all__ = ["OUTPUTS", "Template", "Work"]

OUTPUTS: Final = (*convert.OUTPUTS, "xlsx")
"""The formats that a template may make; a workbook only where it declares `sheets`."""


@dataclass(frozen=True, slots=True)
class Work:
    """One document to be made of a case: its file name without extension, the data it is merged with, and
    the folder where pictures that the data name are looked for (None: nowhere)."""

    name: str
    data: dict[str, Any]
    folder: Path | None = None


class Template:
    """A template folder: a Word file and its description. Reading is put off until something is asked.

    `root` is the catalogue that ships; `added` are the schema.yaml files that add to its case schema.
    """

    def __init__(
        self, folder: Path, description: Description, root: Path, added: tuple[Path, ...] = ()
    ) -> None:
        self.folder = folder
        self.description = description
        self._added = added
        self.siblings: Mapping[str, Template] = {}  # the catalogue that it is of
        self._root = root

    @property
    def id(self) -> str:
        """The template's id, the name of its folder."""
        return self.description.id

    @property
    def title(self) -> str:
        """The Korean title of the document."""
        return self.description.title

    @property
    def group(self) -> str:
        """The group of the catalogue that it belongs to, the name of the folder around it."""
        return self.folder.absolute().parent.name

    @property
    def shipped(self) -> bool:
        """Whether it is one that ships, not one of an overlay folder."""
        return self.folder.is_relative_to(self._root)

    @property
    def schemas(self) -> Sources:
        """Where the schemas of the case are that its sections are checked by."""
        return (self._root / "case", *self._added)

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that its documents can be made in."""
        return OUTPUTS if self.description.sheets else OUTPUTS[:-1]

    @cached_property
    def word(self) -> WordTemplate:
        """Its Word file, compiled on first use."""
        from docgen.merge.word import WordTemplate

        return WordTemplate(self.folder / "template.docx")

    @property
    def sample_path(self) -> Path:
        """Its complete sample: sample.yaml of its folder, or the fixture that the description names."""
        own = self.folder / "sample.yaml"
        return own if self.description.sample is None else self._root.parent / self.description.sample

    def sample(self) -> Case:
        """The complete sample as a case."""
        return load_case(self.sample_path)

    def check(self, case: Case) -> list[Diagnostic]:
        """All findings on the sections that the template reads, by schema and by its rules, in file order."""
        return self._checked(case)[1]

    def works(
        self, case: Case, progress: Mapping[str, Any] | None = None, draft: bool = False
    ) -> tuple[list[Work], list[Diagnostic]]:
        """The documents that the case gives, and warnings; raises DataError with all findings on an error
        (not for a `draft`), and where the list that gives a document an item is empty.

        `progress` is what `progress` gives, by default as of the day of writing.
        """
        data, findings = self._checked(case)
        if not draft and any(finding.severity is Severity.ERROR for finding in findings):
            raise DataError(*findings)
        data |= self.progress(case, data["case"]["written_on"]) if progress is None else progress
        works = list(self._works(data, _folder(case)))
        if not works:
            message = f"이 자료로 만들 {quoted(self.title, '이/가')} 없습니다 ({self.description.each})."
            raise DataError(case.diagnostic((), "render.nothing", message, hint="해당하는 자료를 적으세요."))
        return works, findings

    def progress(self, case: Case, day: date | None) -> dict[str, Any]:
        """What is done of the eleven steps as of a day, as `checklist`; nothing for a template without it."""
        if not self.description.progress:
            return {}
        from docgen.catalogue.agenda import agenda
        from docgen.catalogue.checklist import checklist

        return {"checklist": checklist(agenda(self.siblings, case, day))}

    def applies(self, case: Case) -> bool:
        """Whether a case has what the template reads, is of the kind that it is for, and gives a document."""
        if not set(self.description.sections) <= case.data.keys():
            return False
        data = self._read(case)
        return self._fits(data) and bool(self.items(data))

    def render(self, case: Case, output: str = "docx", item: str | None = None) -> bytes:
        """The finished document as bytes, in the format `output`: docx, pdf, html or xlsx.

        Where the case gives several (three meetings, three minutes), `item` is the id of the one wanted (its
        place, from 1, where it has none). Raises DataError with all findings when the case has an error,
        UsageError when `item` is needed or unknown.
        """
        works, _ = self.works(case)
        return self.produce(self._choose(works, item), output)[0]

    def produce(
        self, work: Work, output: str, strict: bool = False, draft: Sequence[Diagnostic] = ()
    ) -> tuple[bytes, list[Diagnostic]]:
        """One document in one format, and warnings of what could not be carried over; marked as a draft that
        lists the findings, where there are any.

        Raises UsageError for a workbook (xlsx) of a template without `sheets`.
        """
        if output == "xlsx":
            from docgen.formats.xlsx.write import write_workbook

            return write_workbook(self.sheets(work)), []
        noticed: list[Diagnostic] = []
        docx = self.word.render(work.data, folder=work.folder, findings=noticed)
        if strict and noticed:
            raise DataError(*(found.as_error() for found in noticed))
        if draft:
            from docgen.merge.draft import mark_draft

            docx = mark_draft(docx, draft)
        made, lost = convert.convert(docx, output, work.name, strict)
        return made, [*noticed, *lost]

    def sheets(self, work: Work) -> list[Sheet]:
        """The tables of one document; UsageError where the template declares none."""
        if not self.description.sheets:
            message = f"{quoted(self.title, '은/는')} 엑셀(xlsx)로 만들지 않는 문서입니다."
            hint = f"만들 수 있는 형식: {', '.join(self.formats)}"
            raise UsageError(Diagnostic("format.no-sheets", message, hint=hint))
        return [filled(table, work.data) for table in self.description.sheets]

    def _checked(self, case: Case) -> tuple[dict[str, Any], list[Diagnostic]]:
        from docgen.case.references import edition_of
        from docgen.case.schema import check_schema
        from docgen.rules.check import check_rules
        from docgen.rules.derive import derived_data

        about = self.description
        given = [name for name in about.reads if name in about.sections or name in case.data]
        findings = check_schema(case, given, self.schemas)
        data = self._read(case)
        findings += check_rules(case, derived_data(case, self.schemas), self.rules(edition_of(case)))
        if not self._fits(data):
            message = f"이 자료는 {quoted(self.title, '으로/로')} 만들 자료가 아닙니다."
            hint = "docgen list로 맞는 문서를 찾거나 자료를 고치세요."
            section = tuple(name for name in about.sections[:1] if name in case.data)
            findings.append(case.diagnostic(section, "render.other-kind", message, hint=hint))
        return data, sorted(findings, key=lambda found: (found.line or 0, found.column or 0))

    def rules(self, edition: str | None = None) -> list[str]:
        """The rules that it is checked by: those of an edition (None: the newest) that name it, its own."""
        from docgen.case.guideline import editions
        from docgen.rules.model import load_rules

        rules = load_rules(edition or editions()[-1]).values()
        named = [rule.id for rule in rules if self.id in rule.documents]
        return [*dict.fromkeys([*named, *self.description.rules])]

    def _read(self, case: Case) -> dict[str, Any]:
        from docgen.rules.derive import derived_data

        return self.read(derived_data(case, self.schemas))

    def _fits(self, data: Mapping[str, Any]) -> bool:
        from docgen.rules.derive import computing
        from docgen.rules.expressions import expression

        condition = self.description.applies
        if condition is None:
            return True
        with computing("applies", condition):
            return bool(expression(condition)(**data))

    def read(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """What the template reads of data that hold every section: its own, the head, all that is derived."""
        from docgen.case.schemas import HEAD, load_schemas

        others = load_schemas(self.schemas).keys() - {HEAD, *self.description.reads}
        return {name: value for name, value in data.items() if name not in others}

    def items(self, data: Mapping[str, Any]) -> list[Any]:
        """What each document is made of: the items of `each`, or one None for one document a case."""
        from docgen.rules.derive import derive

        each = self.description.each
        if each is None:
            return [None]
        found = derive({"each": each}, data)["each"] or []
        if not isinstance(found, list | tuple):
            message = f"each가 목록이 아닙니다: {each}"
            hint = "template.yaml의 each에 meetings 같은 목록의 이름을 적으세요."
            raise TemplateError(Diagnostic("catalogue.no-list", message, hint=hint))
        return list(found)

    def bound(self, data: dict[str, Any], item: Any = None) -> dict[str, Any]:
        """The names that the tags of one document use: what the template reads, its item, its own names."""
        from docgen.rules.derive import derive

        about = self.description
        names = data if about.bind is None else data | {about.bind: item}
        return names | derive(about.derive, names)

    def _works(self, data: dict[str, Any], folder: Path | None) -> Iterator[Work]:
        from docgen.merge.sandbox import environment
        from docgen.rules.derive import computing

        about = self.description
        taken: set[str] = set()
        named = environment(finalize=lambda value: "" if value is None else value)
        for item in self.items(data):
            bound = self.bound(data, item)
            with computing("output", about.output):
                name = named.from_string(about.output).render(bound)
            yield Work(file_name(name, taken), bound, folder)

    def _choose(self, works: list[Work], item: str | None) -> Work:
        bind = self.description.bind
        if bind is None or (item is None and len(works) == 1):
            return works[0]
        known = {str(work.data[bind].get("id") or number): work for number, work in enumerate(works, 1)}
        if item in known:
            return known[item]
        message = (
            f"{quoted(item, '은/는')} 없습니다." if item else f"이 자료로는 문서가 {len(works)}건 나옵니다."
        )
        hint = f"item에 다음 가운데 하나를 적으세요: {', '.join(known)}"
        raise UsageError(Diagnostic("render.which-item", message, hint=hint))


def _folder(case: Case) -> Path | None:
    """The folder of the file that a case was read from; None for one that came as bytes."""
    path = Path(case.name)
    return path.parent if path.is_file() else None
