"""The second phase: every document gets its number from the ledger, and a name that no other has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from docgen.bulk.journal import Journal
from docgen.bulk.manifest import MANIFEST
from docgen.bulk.names import with_number
from docgen.bulk.store import open_store
from docgen.errors import DataError, Diagnostic, UsageError

if TYPE_CHECKING:
    from docgen.bulk.run import Run

__all__ = ["Planning"]

_SHOWN: Final = 20


class Planning:
    """Plans the documents of a run; what is planned already is left."""

    def __init__(self, run: Run, journal: Journal) -> None:
        self.run, self.journal = run, journal

    def plan(self) -> None:
        """Reserve numbers in the order of the rows, and settle names. Raises DataError where the ledger
        refuses one: another run was quicker."""
        for batch in self.journal.unplanned():
            certificates = self._certificates([request for _, _, request in batch])
            planned = []
            for (id_, draft, _), certificate in zip(batch, certificates, strict=True):
                number = "" if certificate is None else str(certificate["number"])
                planned.append((id_, with_number(draft, number), certificate))
            self.journal.plan(planned)

    def refuse_existing(self) -> None:
        """Refuse to write over files that are there; UsageError names the first of them."""
        if self.run.force:
            return
        there = list(self._existing())
        if there:
            hint = "덮어쓰려면 --force를, 다른 곳에 쓰려면 -o를 붙이세요."
            if self.run.numbering is not None:
                hint = "번호는 잡아 두었습니다. 그 파일을 옮기고 같은 명령에 --resume을 붙이세요."
            raise UsageError(
                *(Diagnostic("output.exists", f"이미 있는 파일입니다: {name}", hint=hint) for name in there)
            )

    def _existing(self) -> Iterator[str]:
        store = open_store(self.run.job.out)
        found = 0
        if store.is_empty():  # so that an object store is asked once, not for every file
            return
        for name in self._names():
            if store.size(name) is not None:
                yield name
                found += 1
            if found == _SHOWN:
                return

    def _names(self) -> Iterator[str]:
        yield MANIFEST
        for document in self.journal.documents():
            yield from (f"{document.name}.{output}" for output in self.run.job.formats)

    def _certificates(self, requests: list[Mapping[str, str] | None]) -> list[Mapping[str, Any] | None]:
        """What the ledger gives for each request, in one transaction; None where nothing is asked."""
        asked = [request for request in requests if request is not None]
        if self.run.numbering is None or not asked:
            return [None] * len(requests)
        today = date.fromisoformat(self.journal.fact("today"))
        answers = self.run.numbering.reserve(asked, self.journal.fact("batch"), today)
        refused = [answer for answer in answers if isinstance(answer, Diagnostic)]
        if refused:
            raise DataError(*refused)
        given = iter(answer for answer in answers if not isinstance(answer, Diagnostic))
        return [None if request is None else next(given) for request in requests]
