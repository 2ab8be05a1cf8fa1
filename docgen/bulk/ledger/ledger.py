"""The register (발급대장): numbers given out once, what was issued under them, found again for years.

Numbers run per institution and year without gaps: a reservation that fails uses none, and one that was
reserved but never printed stands in the register as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy import ColumnElement, insert, select, update

from docgen.bulk.ledger.check import Key
from docgen.bulk.ledger.database import Database
from docgen.bulk.ledger.entry import Entry, found
from docgen.bulk.ledger.number import PATTERN, Issued, Number, Request, checked_pattern
from docgen.bulk.ledger.reserve import Terms, in_chunks, refusals, reserve
from docgen.bulk.ledger.tables import entries, files, issues
from docgen.errors import Diagnostic, UsageError
from docgen.korean.dates import kdate
from docgen.korean.particles import quoted

__all__ = ["Ledger"]


class Ledger:
    """A register in a file (SQLite) or at a PostgreSQL URL; see `Database` for `where`, `create` and errors.

    Several processes may write to one at once. It is not to be handed to another process: open one there.
    """

    def __init__(self, where: str, *, create: bool = True) -> None:
        self._database = Database(where, create=create)

    def refusals(
        self, requests: Iterable[Request], *, batch: str, reissue: bool = False
    ) -> Iterator[Diagnostic | None]:
        """Why each request would be refused now, None where it would not; nothing is written."""
        with self._database.reading() as connection:
            yield from refusals(connection, requests, batch, reissue)

    def reserve(
        self,
        requests: Sequence[Request],
        *,
        batch: str,
        today: date,
        key: Key | None = None,
        pattern: str = PATTERN,
        reissue: bool = False,
    ) -> list[Number | Diagnostic]:
        """A number for each request, or why it is refused; all in one transaction.

        The row of a batch that has its number gets the same again. A person who has a valid number for the
        course and run is refused, or with `reissue` gets that number with the next count. Raises UsageError
        for a pattern without {year} and {seq}, and for a key other than the one that the institution used.
        """
        terms = Terms(batch, today, key, checked_pattern(pattern), reissue)
        with self._database.writing() as connection:
            return list(reserve(connection, requests, terms))

    def issued(self, batch: str, finished: Iterable[Issued]) -> None:
        """Write down the bytes that were handed out; what is there already is left. The rows are reserved."""
        with self._database.writing() as connection:
            for chunk in in_chunks(finished):
                rows = {issued.row for issued in chunk}
                of_batch = (issues.c.batch == batch, issues.c.row.in_(rows))
                reserved = connection.execute(select(issues.c.row, issues.c.id).where(*of_batch))
                ids = {issue.row: issue.id for issue in reserved}
                kept = select(files).where(files.c.issue_id.in_(ids.values()))
                there = {tuple(row) for row in connection.execute(kept)}
                new = {(ids[each.row], each.kind, each.sha256) for each in chunk} - there
                if new:
                    values = [
                        dict(zip(("issue_id", "kind", "sha256"), row, strict=True)) for row in sorted(new)
                    ]
                    connection.execute(insert(files), values)

    def entries(
        self, *, year: int | None = None, institution: str | None = None, course: str | None = None
    ) -> Iterator[Entry]:
        """The entries, by institution and number, those of a year, an institution, a course where asked."""
        wanted = {"year": year, "institution": institution, "course": course}
        return self._found(*(entries.c[name] == value for name, value in wanted.items() if value is not None))

    def numbered(self, numbers: Iterable[str]) -> list[Entry]:
        """The entries of some numbers, of every institution that gave them out."""
        return [entry for chunk in in_chunks(numbers) for entry in self._found(entries.c.number.in_(chunk))]

    def of_file(self, sha256: str) -> Entry | None:
        """The entry under which a file of these bytes was handed out, None where none was."""
        issue = select(issues.c.entry_id).join(files, files.c.issue_id == issues.c.id)
        (*entry,) = self._found(entries.c.id.in_(issue.where(files.c.sha256 == sha256)))
        return entry[0] if entry else None

    def void(self, number: str, reason: str, today: date, institution: str | None = None) -> Entry:
        """Declare a number void; the person may then get another. Raises UsageError where it is unknown, void
        already, or of several institutions and none is named."""
        named = [entry for entry in self.numbered([number]) if institution in (None, entry.institution)]
        entry = _only(named, number)
        with self._database.writing() as connection:
            row = (entries.c.number == number, entries.c.institution == entry.institution)
            change = update(entries).where(*row, entries.c.voided_on.is_(None))
            done = connection.execute(change.values(voided_on=today, void_reason=reason)).rowcount
        (entry,) = (each for each in self.numbered([number]) if each.institution == entry.institution)
        if not done:
            message = f"이미 무효인 번호입니다: {number} ({kdate(entry.voided_on)}: {entry.void_reason})"
            raise UsageError(Diagnostic("ledger.void", message))
        return entry

    def _found(self, *conditions: ColumnElement[bool]) -> Iterator[Entry]:
        with self._database.reading() as connection:
            yield from found(connection, *conditions)


def _only(named: Sequence[Entry], number: str) -> Entry:
    if len(named) == 1:
        return named[0]
    if not named:
        message = f"{quoted(number, '은/는')} 발급대장에 없는 번호입니다."
        raise UsageError(
            Diagnostic("ledger.unknown", message, hint="docgen ledger list로 번호를 확인하세요.")
        )
    institutions = ", ".join(entry.institution for entry in named)
    message = f"여러 기관이 발급한 번호입니다: {number} ({institutions})"
    raise UsageError(Diagnostic("ledger.which", message, hint="--institution에 기관을 적으세요."))
