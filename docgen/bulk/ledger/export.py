"""The register as documents: one for each institution and year, by the template `certificate-register`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from docgen.bulk.ledger.entry import Entry
from docgen.catalogue.file_names import file_name
from docgen.catalogue.template import Template, Work

__all__ = ["TEMPLATE", "works"]

TEMPLATE: Final = "certificate-register"
_PRINTED: Final = (
    "number",
    "name",
    "birth_date",
    "affiliation",
    "course",
    "run",
    "period",
    "hours",
    "issued_on",
    "remarks",
)


def works(template: Template, entries: Iterable[Entry], course: str | None = None) -> Iterator[Work]:
    """The registers to print, of entries by institution and number; `course` where they are of one only."""
    from docgen.merge.sandbox import environment

    name = environment().from_string(template.description.output)
    taken: set[str] = set()
    for (institution, year), listed in groupby(entries, lambda entry: (entry.institution, entry.year)):
        ledger = {
            "institution": institution,
            "year": year,
            "course": course,
            "entries": [*map(_row, listed)],
        }
        data = template.bound({}, ledger)
        yield Work(file_name(name.render(data), taken), data)


def _row(entry: Entry) -> dict[str, Any]:
    return {field: getattr(entry, field) or None for field in _PRINTED}
