"""The ledger as a run uses it: what is asked of it is plain data, so that journal and workers can keep it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from docgen.bulk.cells import plain
from docgen.bulk.ledger import Issued, Key, Ledger, Number, Request
from docgen.errors import Diagnostic

__all__ = ["LedgerNumbering"]


@dataclass(frozen=True)
class LedgerNumbering:
    """Numbers from a ledger; `key` gives the key of the check values when the first number is reserved."""

    ledger: Ledger
    key: Callable[[], Key]
    pattern: str
    reissue: bool

    def refusals(self, requests: Sequence[Mapping[str, str]], batch: str) -> list[Diagnostic | None]:
        """Why each request would be refused, None where it would not."""
        asked = [Request(**request) for request in requests]
        return list(self.ledger.refusals(asked, batch=batch, reissue=self.reissue))

    def reserve(
        self, requests: Sequence[Mapping[str, str]], batch: str, today: date
    ) -> list[Mapping[str, Any] | Diagnostic]:
        """What the tags read as `certificate` for each request, or why it is refused."""
        answers = self.ledger.reserve(
            [Request(**request) for request in requests],
            batch=batch,
            today=today,
            key=self.key(),
            pattern=self.pattern,
            reissue=self.reissue,
        )
        return [_plain(answer) if isinstance(answer, Number) else answer for answer in answers]

    def issued(self, batch: str, files: Sequence[tuple[str, str, str]]) -> None:
        """Files that stand under their names: row, ending, SHA-256."""
        self.ledger.issued(batch, [Issued(*file) for file in files])


def _plain(number: Number) -> Mapping[str, Any]:
    """A number as JSON can hold it; workers turn its days back into days."""
    return {name: plain(value) for name, value in number.data().items()}
