"""The first phase: every row is read into the journal and checked by the workers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from docgen.bulk.bad import write_bad
from docgen.bulk.executors import Executor
from docgen.bulk.journal import Journal
from docgen.bulk.rows.row import Row
from docgen.bulk.work import Checked, Failure, RowData, check
from docgen.errors import DataError, Diagnostic, Severity

if TYPE_CHECKING:
    from docgen.bulk.run import Run

__all__ = ["Findings", "Reading"]

_PIECE: Final = 100  # rows that a worker checks at a time
_SHOWN: Final = 100  # errors, and kinds of warnings, that are shown


@dataclass
class Findings:
    """What was found in the rows: the first errors, and each warning once however many rows have it."""

    errors: list[Diagnostic] = field(default_factory=list)
    warnings: list[Diagnostic] = field(default_factory=list)
    more: int = 0
    _seen: set[tuple[str, str]] = field(default_factory=set)

    def add(self, finding: Diagnostic) -> None:
        """Keep a finding, as long as there are not too many."""
        if finding.severity is Severity.ERROR:
            self.errors.append(finding)
            if len(self.errors) > 2 * _SHOWN:  # those of the first rows are shown
                self.errors = self.sorted()[:_SHOWN]
                self.more += _SHOWN + 1
        elif (finding.code, finding.message) not in self._seen and len(self._seen) < _SHOWN:
            self._seen.add((finding.code, finding.message))
            self.warnings.append(finding)

    def sorted(self) -> list[Diagnostic]:
        """The errors in the order of the rows."""
        return sorted(self.errors, key=lambda found: found.line or 0)

    def error(self) -> DataError:
        """The error of all that was found, the warnings before it."""
        shown = self.sorted()[:_SHOWN]
        more = self.more + len(self.errors) - len(shown)
        if more:
            message = f"이런 잘못이 {more:,}개 더 있습니다."
            hint = "--skip-bad 틀린행.xlsx를 붙이면 틀린 행을 따로 적고 나머지를 만듭니다."
            shown.append(Diagnostic("bulk.more", message, Severity.NOTE, hint=hint))
        return DataError(*self.warnings, *shown)


class Reading:
    """Reads the rows of a run into its journal."""

    def __init__(self, run: Run, journal: Journal, workers: Executor) -> None:
        self.run, self.journal, self.workers = run, journal, workers
        self.findings = Findings()

    def read(self) -> Findings:
        """Read and check every row; what was found. Raises DataError where a row is bad, unless bad rows are
        written to a sheet of their own."""
        self._refuse_lacking()
        self.journal.begin_reading()
        done = 0
        for result in self.workers.map(check, self._pieces()):
            if isinstance(result, Failure):
                raise result.kind(*result.diagnostics)
            self._keep(result)
            done += len(result)
            self.run.progress("확인", done, None)
        self._ask_ledger()
        unused = list(self.run.columns.findings())
        if unused and self.run.job.strict:
            raise DataError(*(finding.as_error() for finding in unused))
        for finding in unused:
            self.findings.add(finding)
        count = self.journal.count()
        if self.findings.errors and (self.run.skip_bad is None or not count["bad"]):
            raise self.findings.error()
        if self.run.skip_bad is not None:
            write_bad(self.journal, self.run.read(), self.run.skip_bad)
        if not count["documents"]:
            self.findings.add(Diagnostic("bulk.nothing", "만들 문서가 없습니다.", hint="행이 있는지 보세요."))
            raise self.findings.error()
        return self.findings

    def _refuse_lacking(self) -> None:
        """Refuse a sheet that has no column for what every row needs."""
        if self.run.columns.lacking:
            raise DataError(*self.run.columns.lacking, *self.run.columns.findings())

    def _pieces(self) -> Iterator[list[RowData]]:
        """The rows, kept in the journal before they are handed out."""
        numbered = enumerate(self.run.read().rows, 1)
        while batch := list(islice(numbered, _PIECE)):
            rows, bad = [], {}
            for no, row in batch:
                data, reason = self._data(row)
                rows.append(RowData(no, row.number, data))
                if reason is not None:
                    bad[no] = reason.message
                    self.findings.add(reason)
            self.journal.add_rows(rows)
            self.journal.refuse(bad)
            if good := [row for row in rows if row.no not in bad]:
                yield good

    def _data(self, row: Row) -> tuple[str, Diagnostic | None]:
        if row.fault is not None:
            return "{}", row.fault
        try:
            return json.dumps(self.run.columns.data(row), ensure_ascii=False), None
        except DataError as error:
            return "{}", error.diagnostics[0]

    def _keep(self, checked: list[Checked]) -> None:
        bad: dict[int, str] = {}
        for each in checked:
            placed = [self.run.columns.placed(finding, each.line) for finding in each.findings]
            wrong = [finding for finding in placed if finding.severity is Severity.ERROR]
            if wrong:
                bad[each.no] = "; ".join(finding.message for finding in wrong)
            for finding in placed:
                self.findings.add(finding)
        self.journal.add_checked(each for each in checked if each.no not in bad)
        self.journal.refuse(bad)

    def _ask_ledger(self) -> None:
        """Refuse rows that would get no number: a row before them has it, or somebody of an earlier run."""
        numbering = self.run.numbering
        if numbering is None:
            return
        message = "같은 사람의 같은 과정이 앞의 행에 있습니다."
        hint = "두 행 가운데 하나를 지우거나, 사람을 가릴 열(나이스 개인번호, 연수생 번호표 …)을 더하세요."
        twice = Diagnostic("bulk.twice", message, hint=hint)
        self._refuse(dict.fromkeys(self.journal.claimed_before(), twice))
        for asked in self.journal.requests():
            refused = numbering.refusals([request for _, request in asked], self.journal.fact("batch") or "")
            found = {no: why for (no, _), why in zip(asked, refused, strict=True) if why is not None}
            self._refuse(found)

    def _refuse(self, found: dict[int, Diagnostic]) -> None:
        for no, finding in found.items():
            self.findings.add(self.run.columns.at(finding, self.journal.line(no), None))
        self.journal.refuse({no: finding.message for no, finding in found.items()})
