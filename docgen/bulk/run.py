"""A run: rows are read and checked, documents planned, written, and what they come to put together.

Reading ends before planning begins, planning before writing: so nothing is written, and no number taken,
unless all rows are well. Each phase is noted in the journal when it is done; a run that was cut off goes on
in the phase where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from docgen.bulk.columns import Columns
from docgen.bulk.executors import Executor
from docgen.bulk.journal import Journal, Phase, locked, remove_journal
from docgen.bulk.manifest import MANIFEST, write_manifest
from docgen.bulk.planning import Planning
from docgen.bulk.reading import Findings, Reading
from docgen.bulk.rows.row import Table
from docgen.bulk.store import HIDDEN, open_store
from docgen.bulk.work import Job
from docgen.bulk.writing import Writing
from docgen.errors import Diagnostic, DocgenError, UsageError

__all__ = ["MANIFEST", "Numbering", "Progress", "Run", "Summary"]


class Progress(Protocol):
    """Is told how far a run has come."""

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """`what` is being done, in Korean; `total` None while it is not known."""


class Numbering(Protocol):
    """The ledger as a run uses it (docgen.bulk.numbering)."""

    def refusals(self, requests: list[Mapping[str, str]], batch: str) -> list[Diagnostic | None]:
        """Why each request would be refused."""

    def reserve(
        self, requests: list[Mapping[str, str]], batch: str, today: date
    ) -> list[Mapping[str, Any] | Diagnostic]:
        """The certificate of each request, or why it is refused."""

    def issued(self, batch: str, files: list[tuple[str, str, str]]) -> None:
        """Files that stand under their names: row, ending, SHA-256."""


@dataclass(frozen=True)
class Summary:
    """What a run came to."""

    rows: int
    bad: int
    documents: int
    files: int
    size: int
    findings: tuple[Diagnostic, ...]
    names: tuple[str, ...]  # the first few


@dataclass(frozen=True)
class Run:
    """A run, ready to go.

    `job` is what the workers are told, `pickled` the same as bytes; `folder` holds the journal; `read` gives
    the rows from their start; `same` names what may not change before a run goes on. `today` is the day that
    the ledger notes.
    """

    job: Job
    pickled: bytes
    folder: Path
    read: Callable[[], Table]
    columns: Columns
    executor: Callable[[bytes], Executor]
    same: Mapping[str, str]
    batch: str
    today: date
    numbering: Numbering | None = None
    skip_bad: Path | None = None
    force: bool = False
    progress: Progress = field(default=lambda what, done, total: None)

    def check(self) -> Summary:
        """Read and check all rows, and write nothing. Raises DataError with what is wrong."""
        with locked(self.folder), self._journal() as journal, self._workers() as workers:
            journal.clear()
            findings = self._read(journal, workers)
            return _summary(journal, findings)

    def go(self, resume: bool = False, outputs: Callable[[Journal], None] | None = None) -> Summary:
        """Make all documents; with `resume` those that an earlier run did not come to.

        `outputs` makes what is put together of all of them. Raises DataError with what is wrong with the
        rows, UsageError where another run holds the folder, was not finished, or was made of something else.
        """
        with locked(self.folder), self._journal() as journal:
            findings = Findings()
            self._begin(journal, resume)
            with self._workers() as workers:
                if journal.fact("phase") == Phase.READING:
                    findings = self._read_whole(journal, workers)
                if journal.fact("phase") == Phase.PLANNING:
                    self._plan(journal)
                if journal.fact("phase") == Phase.WRITING:
                    Writing(self, journal, workers, findings).write()
            write_manifest(journal, open_store(self.job.out))
            if outputs is not None:
                outputs(journal)
            if journal.fact("phase") == Phase.WRITING:
                journal.finish()
            open_store(self.job.out).tidy()
            return _summary(journal, findings)

    def _begin(self, journal: Journal, resume: bool) -> None:
        phase = journal.fact("phase")
        facts = {"batch": self.batch, "today": self.today.isoformat()}
        if resume and phase is not None:
            self._refuse_other(journal)
            if phase != Phase.READING:
                return
            facts = {name: journal.fact(name) for name in facts}
        elif phase in (Phase.PLANNING, Phase.WRITING) and not self.force:
            message = f"끝나지 않은 실행이 있습니다: {self.folder.parent}"
            hint = "--resume으로 잇거나, --force로 처음부터 하거나, -o로 다른 폴더를 고르세요."
            raise UsageError(Diagnostic("bulk.unfinished", message, hint=hint))
        journal.clear()
        journal.note(phase=Phase.READING, same=dict(self.same), **facts)

    def _refuse_other(self, journal: Journal) -> None:
        before = journal.fact("same")
        changed = [name for name in {**before, **self.same} if before.get(name) != self.same.get(name)]
        if changed:
            message = f"처음 실행과 달라서 이을 수 없습니다: {', '.join(changed)}"
            hint = "처음과 같은 행과 서식, 옵션으로 하거나 --force로 처음부터 하세요."
            raise UsageError(Diagnostic("bulk.changed", message, hint=hint))

    def _read_whole(self, journal: Journal, workers: Executor) -> Findings:
        """Read and check; nothing is left where a row is bad."""
        try:
            findings = self._read(journal, workers)
        except DocgenError:
            journal.clear()
            self._leave()
            raise
        journal.note(phase=Phase.PLANNING)
        return findings

    def _read(self, journal: Journal, workers: Executor) -> Findings:
        return Reading(self, journal, workers).read()

    def _plan(self, journal: Journal) -> None:
        planning = Planning(self, journal)
        planning.plan()
        try:
            planning.refuse_existing()
        except DocgenError:
            if self.numbering is None:  # with numbers the run must go on: they are taken
                journal.clear()
                self._leave()
            raise
        journal.note(phase=Phase.WRITING)

    def _leave(self) -> None:
        """Take away what the run has made for itself, and the folders where nothing else is in them."""
        remove_journal(self.folder)
        for folder in (self.folder, self.folder.parent) if self.folder.name == HIDDEN else ():
            if not any(folder.iterdir()):
                folder.rmdir()

    @contextmanager
    def _journal(self) -> Iterator[Journal]:
        journal = Journal(self.folder)
        try:
            yield journal
        finally:
            journal.close()

    @contextmanager
    def _workers(self) -> Iterator[Executor]:
        workers = self.executor(self.pickled)
        try:
            yield workers
        finally:
            workers.close()


def _summary(journal: Journal, findings: Findings) -> Summary:
    count = journal.count()
    files = size = 0
    names = tuple(journal.first_names())
    for document in journal.documents():
        for file in document.files or ():
            files += 1
            size += file.size
    found = tuple(findings.warnings)
    return Summary(count["rows"], count["bad"], count["documents"], files, size, found, names)
