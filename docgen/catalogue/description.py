"""What template.yaml says of a template: its title, who writes it, what it reads, how its file is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

from docgen.case.load import load_case
from docgen.case.model import Case
from docgen.catalogue.sheets import SheetTable, load_sheets, sheet_faults
from docgen.errors import Diagnostic, TemplateError, nearest
from docgen.korean.particles import quoted

__all__ = ["Description", "load_description"]


@dataclass(frozen=True, slots=True)
class Description:
    """The description of a template, its keys those of template.yaml.

    `number` is the document's number in the programme's list, by which it is ordered; `basis` printed (the
    guideline prints the form), named, derived, other-seed or own; `sections` the sections of the case that
    it reads and needs, `also` those that it reads where they are there; `output` the pattern of its file
    name, a Jinja text; `rules` the ids it is checked by; `sample` a case file beside the catalogue. `each`
    is a list (`meetings`, `interviews.visits`, any expression as of `derive`) of which every item makes a
    document of its own, bound to the name `bind`; None for one document a case. `derive` maps names that
    the tags may use to Jinja expressions over the data and the names before (docgen.rules.derive).
    `applies` is an expression that is true of the data the template is for; None where all data that have
    its sections will do. `register` maps what the register of certificates writes down of a document
    (docgen.bulk.ledger.Request) to expressions over its names; empty where it gets no number. `sheets` are
    the tables of its workbook (xlsx), empty where it is none. `progress` says that its tags use `checklist`:
    the eleven steps and what is done of each (docgen.catalogue.checklist).
    """

    id: str
    title: str
    sections: tuple[str, ...]
    output: str
    number: int = 1000
    basis: str = "own"
    writer: str = ""
    when: str = ""
    recipient: str = ""
    copies: str = ""
    source: str = ""
    rules: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    sample: str | None = None
    each: str | None = None
    bind: str | None = None
    derive: Mapping[str, str] = field(default_factory=dict)
    applies: str | None = None
    register: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[SheetTable, ...] = ()
    progress: bool = False

    @property
    def reads(self) -> tuple[str, ...]:
        """Every section that it reads, needed or not."""
        return (*self.sections, *self.also)


_FIELDS = {each.name: each for each in fields(Description)}
_REQUIRED = [name for name, each in _FIELDS.items() if each.default is each.default_factory is MISSING]
_LISTS = {"sections", "rules", "also"}


def load_description(path: Path) -> Description:
    """Read a template.yaml. Raises TemplateError with every missing, unknown or mistyped key."""
    case = load_case(path)
    faults = [*_unknown(case), *_missing(case), *_mistyped(case), *sheet_faults(case)]
    findings = faults or _hidden(case)
    if findings:
        raise TemplateError(*findings)
    lists: dict[str, Any] = {key: tuple(case.data[key]) for key in _LISTS if key in case.data}
    lists["sheets"] = load_sheets(case.data.get("sheets", []))
    return Description(**(case.data | lists))


def _unknown(case: Case) -> list[Diagnostic]:
    return [
        case.diagnostic(
            (key,),
            "catalogue.unknown-key",
            f"{quoted(key, '은/는')} template.yaml에 쓰는 항목이 아닙니다.",
            at_key=True,
            hint=f"혹시 '{near}'인가요?" if (near := nearest(key, _FIELDS)) else None,
        )
        for key in case.data
        if key not in _FIELDS
    ]


def _missing(case: Case) -> list[Diagnostic]:
    lacking = [key for key in _REQUIRED if key not in case.data]
    message = f"template.yaml에 빠진 항목이 있습니다: {', '.join(lacking)}"
    return [case.diagnostic((), "catalogue.missing-key", message)] if lacking else []


def _mistyped(case: Case) -> list[Diagnostic]:
    return [
        case.diagnostic((key,), "catalogue.wrong-type", f"'{key}'의 값이 바르지 않습니다.")
        for key, value in case.data.items()
        if key in _FIELDS and not _fits(key, value)
    ]


def _hidden(case: Case) -> list[Diagnostic]:
    """Names in `derive` that would hide what the template reads."""
    given = case.data.get("derive")
    read = {"case", case.data.get("bind"), *(case.data.get("sections") or ())}
    return [
        case.diagnostic(
            ("derive", name),
            "catalogue.hidden-name",
            f"{quoted(name, '은/는')} 이미 있는 자료의 이름입니다.",
            at_key=True,
            hint="다른 이름을 붙이세요.",
        )
        for name in (given if isinstance(given, dict) else ())
        if name in read
    ]


def _fits(key: str, value: Any) -> bool:
    if key == "id":
        return isinstance(value, str) and bool(value) and value.replace("-", "").replace("_", "").isalnum()
    if key in _LISTS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if key == "sheets":
        return isinstance(value, list)
    if key in ("derive", "register"):
        return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
    return isinstance(value, {"number": int, "progress": bool}.get(key, str))
