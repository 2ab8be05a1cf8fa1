"""What all makers do: `Maker`; and what they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Protocol

from docgen.bulk.targets import Target, Targets, targets_of
from docgen.case.model import Path
from docgen.catalogue.template import Work
from docgen.errors import DataError, Diagnostic
from docgen.merge.word import WordTemplate

if TYPE_CHECKING:
    from docgen.bulk.ledger import Request

__all__ = ["Maker", "Plain", "merged", "read_by"]


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


class Plain:
    """Pickled as its fields: what it made of them is made anew where it is taken to."""

    def __getstate__(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(self)}  # type: ignore[arg-type]  # a dataclass


def merged(word: WordTemplate, work: Work, strict: bool) -> tuple[bytes, list[Diagnostic]]:
    """The DOCX of a document, and warnings, which are errors where `strict`."""
    noticed: list[Diagnostic] = []
    docx = word.render(work.data, folder=work.folder, findings=noticed)
    if strict and noticed:
        raise DataError(*(found.as_error() for found in noticed))
    return docx, noticed


def read_by(word: WordTemplate) -> Iterator[Target]:
    """The values that tags read and a cell can hold: no lists, no objects."""
    schemas = word.fields().schema()
    yield from (target for target in targets_of(schemas) if "[" not in target.key)
