"""What a worker does: check rows, and write documents; on this machine or on another.

A worker is told everything by a pickled `Job` and the pieces of work; it keeps what it made of the job (the
compiled template) for the next piece. One piece at a time is worked on in a process, so that threads of a
Dask worker do not meet in the libraries that lay out pages.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, NamedTuple, Protocol, TypeVar

from docgen.bulk.makers.data import with_dates
from docgen.bulk.makers.maker import Maker
from docgen.bulk.names import NamePattern
from docgen.bulk.store import Store, open_store
from docgen.catalogue.template import Work
from docgen.errors import Diagnostic, DocgenError

__all__ = [
    "Checked",
    "Draft",
    "Failure",
    "File",
    "Job",
    "Order",
    "RowData",
    "Written",
    "check",
    "row_key",
    "write",
]

Given = TypeVar("Given")
Made = TypeVar("Made")


class Signs(Protocol):
    """Signs PDFs (docgen.bulk.sign)."""

    def sign(self, pdf: bytes) -> bytes:
        """The PDF with a signature."""


@dataclass(frozen=True)
class Job:
    """What is the same for every document of a run.

    `pattern` is that of the names, None for those that the template gives; `out` a path or URL; `by_item`
    counts documents instead of rows for `{no}`; `numbered` where the ledger gives numbers.
    """

    maker: Maker
    formats: tuple[str, ...]
    pattern: str | None
    out: str
    strict: bool = False
    by_item: bool = False
    numbered: bool = False
    signer: Signs | None = None


class RowData(NamedTuple):
    """A row as the journal keeps it: its number in the run and its line in the file, from 1; its data as
    JSON."""

    no: int
    line: int
    data: str


class Draft(NamedTuple):
    """A document to be: which of its row's (from 0), its name (docgen.bulk.names.NUMBER stands in it for its
    number), what the ledger is asked."""

    item: int
    name: str
    request: Any


class Checked(NamedTuple):
    """What the check of a row found."""

    no: int
    line: int
    findings: tuple[Diagnostic, ...]
    drafts: tuple[Draft, ...]


class Order(NamedTuple):
    """A document to be written: its id in the run, its row, which of the row's, its name, its certificate."""

    id: int
    row: RowData
    item: int
    name: str
    certificate: Mapping[str, Any] | None


class File(NamedTuple):
    """A file that was written: its ending, its length, its SHA-256."""

    ending: str
    size: int
    sha256: str


class Written(NamedTuple):
    """A document that was written."""

    id: int
    files: tuple[File, ...]
    findings: tuple[Diagnostic, ...]


class Failure(NamedTuple):
    """Why a piece of work could not be done: the error, as what can be pickled, and the row."""

    kind: type[DocgenError]
    diagnostics: tuple[Diagnostic, ...]
    line: int


class _Bench:
    """What a process keeps of a job."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.maker = job.maker
        pattern = job.pattern
        self.pattern = None if pattern is None else NamePattern(pattern, job.maker.named)
        self.store: Store = open_store(job.out)
        self._last: tuple[RowData | None, list[Work], list[Diagnostic]] = (None, [], [])

    def works(self, row: RowData, checked: bool) -> tuple[list[Work], list[Diagnostic]]:
        """The documents of a row; those of the last row are kept: a case may give hundreds."""
        if row != self._last[0]:
            self._last = (row, *self.maker.works(json.loads(row.data), row.line, checked))
        return self._last[1], self._last[2]

    def name(self, work: Work, row: RowData, item: int) -> str:
        """The name of a document without its ending."""
        if self.pattern is None:
            return work.name
        return self.pattern.name(work.data, item + 1 if self.job.by_item else row.no)


_LOCK: Final = threading.Lock()


@lru_cache(maxsize=2)
def _bench(job: bytes) -> _Bench:
    return _Bench(pickle.loads(job))  # noqa: S301 # our own parent wrote it


def check(job: bytes, rows: Sequence[RowData]) -> list[Checked] | Failure:
    """Check rows: what is wrong with each, or what documents it gives, merged once to see that they can."""
    return _each(job, rows, _check, lambda row: row.line)


def write(job: bytes, orders: Sequence[Order]) -> list[Written] | Failure:
    """Make documents and write their files, all of them before any is reported."""
    files: dict[str, bytes] = {}

    def make(bench: _Bench, order: Order) -> Written:
        return _make(bench, order, files)

    made = _each(job, orders, make, lambda order: order.row.line)
    if isinstance(made, Failure):
        return made
    try:
        _bench(job).store.write(files)
    except DocgenError as error:
        return Failure(type(error), error.diagnostics, orders[0].row.line)
    return made


def _each(
    job: bytes,
    given: Sequence[Given],
    do: Callable[[_Bench, Given], Made],
    line: Callable[[Given], int],
) -> list[Made] | Failure:
    """Do each piece; the first that fails ends the work."""
    made: list[Made] = []
    with _LOCK:
        for piece in given:
            try:
                made.append(do(_bench(job), piece))
            except DocgenError as error:
                return Failure(type(error), error.diagnostics, line(piece))
    return made


def _check(bench: _Bench, row: RowData) -> Checked:
    try:
        works, findings = bench.works(row, checked=False)
        found = list(findings)
        drafts = []
        for item, work in enumerate(works):
            found += bench.maker.check(work)
            key = row_key(row.no, item)
            request = bench.maker.request(work.data, key) if bench.job.numbered else None
            drafts.append(Draft(item, bench.name(work, row, item), request))
    except DocgenError as error:
        if error.exit_code != 1:  # not the row's fault
            raise
        return Checked(row.no, row.line, error.diagnostics, ())
    if bench.job.strict and found:
        return Checked(row.no, row.line, tuple(finding.as_error() for finding in found), ())
    return Checked(row.no, row.line, tuple(found), tuple(drafts))


def row_key(no: int, item: int) -> str:
    """What the ledger knows a document of a run by."""
    return f"{no}.{item}"


def _make(bench: _Bench, order: Order, files: dict[str, bytes]) -> Written:
    works, _ = bench.works(order.row, checked=True)
    given = {} if order.certificate is None else {"certificate": with_dates(order.certificate)}
    work = replace(works[order.item], name=order.name, data=works[order.item].data | given)
    made: list[File] = []
    found: list[Diagnostic] = []
    for output in bench.job.formats:
        data, noticed = bench.maker.make(work, output, bench.job.strict)
        if output == "pdf" and bench.job.signer is not None:
            data = bench.job.signer.sign(data)
        files[f"{order.name}.{output}"] = data
        made.append(File(output, len(data), hashlib.sha256(data).hexdigest()))
        found += noticed
    return Written(order.id, tuple(made), tuple(found))
