"""The third phase: the workers make the documents and write their files; the journal notes what is done."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from docgen.bulk.executors import Executor
from docgen.bulk.journal import Journal
from docgen.bulk.reading import Findings
from docgen.bulk.store import open_store
from docgen.bulk.work import Failure, File, Order, Written, row_key, write

if TYPE_CHECKING:
    from docgen.bulk.run import Run

__all__ = ["Writing"]

_FIRST: Final = 4  # documents of the first pieces, before it is known how long one takes
_MOST: Final = 200
_SECONDS: Final = 0.5  # that a piece should take


class Writing:
    """Writes the documents of a run that are not written yet."""

    def __init__(self, run: Run, journal: Journal, workers: Executor, findings: Findings) -> None:
        self.run, self.journal, self.workers, self.findings = run, journal, workers, findings
        self._size = _FIRST

    def write(self) -> None:
        """Write them all. Raises what the first failed document raised; those before it are noted."""
        self._look_again()
        self._tell_ledger_again()
        count = self.journal.count()
        done, total = count["written"], count["documents"]
        for result in self.workers.map(_timed, self._pieces()):
            made, seconds = result
            if isinstance(made, Failure):
                found = (
                    replace(each, file=each.file or self.run.columns.name, line=each.line or made.line)
                    for each in made.diagnostics
                )
                raise made.kind(*found)
            self.journal.add_written(each for each, _ in made)
            self._tell_ledger((key, file) for each, key in made if key for file in each.files)
            for each, _ in made:
                for finding in each.findings:
                    self.findings.add(finding)
            self._size = max(1, min(_MOST, int(len(made) * _SECONDS / max(seconds, 1e-3))))
            done += len(made)
            self.run.progress("작성", done, total)

    def _pieces(self) -> Iterator[list[Order]]:
        orders = self.journal.orders()
        while piece := list(islice(orders, self._size)):
            yield piece

    def _look_again(self) -> None:
        """Make anew what was written but is not there: a power cut takes back a name that was just given."""
        store = open_store(self.run.job.out)
        if store.sure:
            return
        gone = [
            document.id
            for document in self.journal.documents()
            for file in document.files or ()
            if store.size(f"{document.name}.{file.ending}") != file.size
        ]
        self.journal.forget(gone)

    def _tell_ledger_again(self) -> None:
        """Tell the ledger of all that was written before: the cut may have come between the two."""
        if self.run.numbering is not None:
            written = (each for each in self.journal.documents() if each.files and each.certificate)
            while batch := list(islice(written, _MOST)):
                self._tell_ledger(
                    (row_key(each.row, each.item), file) for each in batch for file in each.files or ()
                )

    def _tell_ledger(self, files: Iterator[tuple[str, File]]) -> None:
        if self.run.numbering is not None:
            self.run.numbering.issued(
                self.journal.fact("batch"), [(key, file.ending, file.sha256) for key, file in files]
            )


def _timed(job: bytes, orders: list[Order]) -> tuple[Failure | list[tuple[Written, str | None]], float]:
    """`write`, with what the ledger knows each document by, and the seconds that all took."""
    start = time.perf_counter()
    made = write(job, orders)
    seconds = time.perf_counter() - start
    if isinstance(made, Failure):
        return made, seconds
    keys = (row_key(order.row.no, order.item) if order.certificate else None for order in orders)
    return list(zip(made, keys, strict=True)), seconds
