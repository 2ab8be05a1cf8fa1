"""The submission package of a school: a folder a step, each with its documents, and the checklist on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from docgen.case.model import Case
from docgen.catalogue.agenda import Agenda, Duty, Status, agenda
from docgen.catalogue.checklist import checklist
from docgen.catalogue.file_names import file_name
from docgen.catalogue.steps import Step
from docgen.catalogue.template import Template, Work
from docgen.errors import Diagnostic

__all__ = ["CHECKLIST", "Package", "package"]

CHECKLIST: Final = "operation-checklist"
"""The id of the template that lists what is in a package."""


@dataclass(frozen=True, slots=True)
class Package:
    """What a package holds: its files by their path within it, the agenda that it is made from, and what was
    noticed on the way."""

    files: Mapping[PurePosixPath, bytes]
    agenda: Agenda
    findings: tuple[Diagnostic, ...]


def package(
    catalogue: Mapping[str, Template],
    case: Case,
    formats: Sequence[str],
    today: date,
    step: int | None = None,
    everything: bool = False,
) -> Package:
    """All that is to be handed in for a school by a day: of one step, or of all, also what is not yet due.

    A template is made in those of the formats that it has. What is missing is in the checklist, not in a
    folder. Raises DataError as `agenda` does.
    """
    owed = agenda(catalogue, case, today)
    chosen = {
        place: duty
        for place, duty in enumerate(owed.duties)
        if duty.made
        and (step or duty.step.number) == duty.step.number
        and (everything or step is not None or duty.status is not Status.LATER)
    }
    making = _Making(formats)
    names = {place: making.documents(duty) for place, duty in chosen.items()}
    making.checklist(catalogue[CHECKLIST], case, {"checklist": checklist(owed, names)})
    noticed = [found for found in owed.findings if _concerns(found, chosen.values())]
    return Package(making.files, owed, (*noticed, *making.findings))


def _concerns(found: Diagnostic, duties: Iterable[Duty]) -> bool:
    """Whether a finding is about what the documents of some duties read."""
    section = (found.path or "").partition(".")[0].partition("[")[0]
    return any(not section or section in duty.template.description.reads for duty in duties)


class _Making:
    """The files of a package as they come to be."""

    def __init__(self, formats: Sequence[str]) -> None:
        self.formats = formats
        self.files: dict[PurePosixPath, bytes] = {}
        self.findings: list[Diagnostic] = []
        self.taken: dict[PurePosixPath, set[str]] = {}

    def documents(self, duty: Duty) -> list[str]:
        """Make the documents of a duty in the folder of its step; their names."""
        return [self.document(duty.template, work, _folder(duty.step)) for work in duty.works]

    def checklist(self, template: Template, case: Case, progress: Mapping[str, object]) -> None:
        works, findings = template.works(case, progress)
        self.findings += findings
        for work in works:
            self.document(template, work, PurePosixPath())

    def document(self, template: Template, work: Work, folder: PurePosixPath) -> str:
        """Make a document in the formats that it has: its name, with all endings."""
        name = file_name(work.name, self.taken.setdefault(folder, set()))
        endings = [f".{wanted}" for wanted in self.formats if wanted in template.formats]
        for ending in endings:
            made, noticed = template.produce(work, ending.removeprefix("."))
            self.files[folder / f"{name}{ending}"] = made
            self.findings += noticed
        return f"{name}{', '.join(endings)}"


def _folder(step: Step) -> PurePosixPath:
    return PurePosixPath(f"{step.number:02}_{step.folder}")
