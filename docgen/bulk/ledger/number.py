"""What the register is asked and what it answers: a request, a number, the file that was handed out."""

from __future__ import annotations

import string
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from docgen.errors import Diagnostic, UsageError

__all__ = ["PATTERN", "Issued", "Number", "Request", "checked_pattern"]

PATTERN: Final = "제{year}-{seq:05d}호"
_FIELDS: Final = {"year", "seq"}


@dataclass(frozen=True, slots=True)
class Request:
    """A certificate asked for.

    `row` tells it apart from the others of its batch, `person` the one whom it is for from all others of the
    institution (나이스 개인번호, 아이디, or name and birth date). A person gets one number for a `course` and
    its `run` (회차·분반). What follows is for the printed register.
    """

    row: str
    institution: str
    person: str
    name: str
    course: str
    run: str = ""
    birth_date: str = ""
    affiliation: str = ""
    period: str = ""
    hours: str = ""

    @property
    def certificate(self) -> tuple[str, str, str, str]:
        """What there is one number for."""
        return self.institution, self.person, self.course, self.run


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the register, as one issue of it prints it.

    `count` is 1 for the first issue, 2 for the first re-issue; `on` the day of this issue, `issued_on` of the
    first. `check` is None where no key was at hand.
    """

    number: str
    check: str | None
    issued_on: date
    count: int
    on: date

    def data(self) -> dict[str, Any]:
        """What a template reads as `certificate`."""
        again = self.count > 1
        return {
            "number": self.number,
            "check": self.check,
            "issued_on": self.issued_on,
            "reissues": self.count - 1,
            "reissued_on": self.on if again else None,
        }


@dataclass(frozen=True, slots=True)
class Issued:
    """A finished file of a row: its kind (pdf, docx) and the SHA-256 of its bytes in hexadecimal digits."""

    row: str
    kind: str
    sha256: str


def checked_pattern(pattern: str) -> str:
    """A pattern of numbers with both {year} and {seq} and no space; UsageError for any other."""
    try:
        parts = list(string.Formatter().parse(pattern))
        named = [name for _, name, _, _ in parts if name is not None]
        made = pattern.format(year=2026, seq=1)
    except (ValueError, LookupError, AttributeError):
        raise UsageError(_no_pattern(pattern)) from None
    if set(named) != _FIELDS or " " in made or not made.isprintable():
        raise UsageError(_no_pattern(pattern))
    return pattern


def _no_pattern(pattern: str) -> Diagnostic:
    message = f"번호의 꼴이 바르지 않습니다: {pattern}"
    hint = f"{{year}}와 {{seq}}를 넣고 띄어 쓰지 마세요: {PATTERN}"
    return Diagnostic("ledger.pattern", message, hint=hint)
