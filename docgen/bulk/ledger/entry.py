"""A number of the register as people look it up: whose it is, when it was issued, again, declared void."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from docgen.bulk.ledger.tables import entries, files, issues
from docgen.korean.dates import kdate
from docgen.korean.people import mask_name

__all__ = ["Entry", "found"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A number in the register.

    `check` is None where it was given out without a key, `voided_on` where it is valid; `reissues` counts the
    issues after the first, the last of them on `last_on`; `printed` is False where it was reserved only.
    """

    institution: str
    year: int
    number: str
    name: str
    birth_date: str
    affiliation: str
    course: str
    run: str
    period: str
    hours: str
    issued_on: date
    check: str | None
    voided_on: date | None
    void_reason: str | None
    reissues: int
    last_on: date
    printed: bool

    def masked(self) -> Entry:
        """The entry as it may be shown to anyone: the name masked, no birth date."""
        return replace(self, name=mask_name(self.name), birth_date="")

    def data(self) -> dict[str, Any]:
        """The entry for JSON."""
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(self).items()
        }

    @property
    def remarks(self) -> str:
        """The last column of the printed register: 재발급, 무효, 미발급."""
        notes = []
        if self.reissues:
            notes.append(f"재발급 {self.reissues}회 ({kdate(self.last_on)})")
        if self.voided_on is not None:
            notes.append(f"무효 ({kdate(self.voided_on)}: {self.void_reason})")
        elif not self.printed:
            notes.append("번호만 받음")
        return ", ".join(notes)


def found(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Entry]:
    """The entries that meet all conditions, by institution and number, read as they are asked for."""
    for row in connection.execution_options(yield_per=1000).execute(_query().where(*conditions)):
        yield Entry(**row._mapping)


def _query() -> Select[Any]:
    shown = [entries.c[name] for name in Entry.__slots__ if name in entries.c]
    last = select(func.max(issues.c.count)).where(issues.c.entry_id == entries.c.id)
    last_on = select(func.max(issues.c.issued_on)).where(issues.c.entry_id == entries.c.id)
    written = (
        exists()
        .where(issues.c.entry_id == entries.c.id, files.c.issue_id == issues.c.id)
        .correlate(entries)
        .label("printed")
    )
    return select(
        *shown,
        entries.c.check_value.label("check"),
        (last.scalar_subquery() - 1).label("reissues"),
        last_on.scalar_subquery().label("last_on"),
        written,
    ).order_by(entries.c.institution, entries.c.year, entries.c.seq)
