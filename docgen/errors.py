"""What can go wrong, as data: diagnostics, and the one family of exceptions that carries them.

Severity is a policy. **ERROR** stops: nothing is written. **WARNING** is printed and the work goes on,
unless `--strict` makes it an error. **NOTE** is for information only. **WAIVED** is a rule that is broken
with leave, and its reason.

The family says whose fault it is, and so which exit code the command line gives:
`DataError` and `TemplateError` 1 (the data or the template is at fault), `UsageError` 2 (asked for
something that cannot be done), `MachineError` 3 (the machine lacks a font, a library, a program).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

__all__ = [
    "DataError",
    "Diagnostic",
    "DocgenError",
    "MachineError",
    "Severity",
    "TemplateError",
    "UsageError",
    "nearest",
]


class Severity(StrEnum):
    """How bad a finding is; the value is the key in JSON output."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    WAIVED = "waived"

    @property
    def label(self) -> str:
        """The Korean word a person reads."""
        return _LABELS[self]


_LABELS = {Severity.ERROR: "오류", Severity.WARNING: "주의", Severity.NOTE: "참고", Severity.WAIVED: "예외"}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong, where, how bad, by which rule, and what to do.

    `code` is a stable English id ("case.duplicate-key") for programs; `message` one Korean sentence.
    `line` and `column` count from 1 and are None where the place is no text file; `excerpt` is that
    line of the file. `cell` is the place in a workbook ("참석자!C7"), `excerpt` then its row. `path` is the
    dotted path of the value ("application.lectures[2].name"). `place` says where in a Word file ("본문 표 2,
    3행 2칸") and `tag` which tag stands there. `rule` is a rule
    of the guideline (R-157), `source` its chapter and page, `hint` what the reader should do.
    """

    code: str
    message: str
    severity: Severity = Severity.ERROR
    file: str | None = None
    line: int | None = None
    column: int | None = None
    cell: str | None = None
    path: str | None = None
    place: str | None = None
    tag: str | None = None
    rule: str | None = None
    source: str | None = None
    hint: str | None = None
    excerpt: str | None = None

    def as_dict(self) -> dict[str, str | int]:
        """The fields that are set, for JSON output."""
        return {key: value for key, value in asdict(self).items() if value is not None}

    def as_error(self) -> Diagnostic:
        """The same finding as an error, as `--strict` takes it."""
        return replace(self, severity=Severity.ERROR)

    def __str__(self) -> str:
        """The finding as a compiler prints it: place, severity, rule, message; excerpt; source and hint."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterable[str]:
        where = ":".join(str(part) for part in (self._holder(), self.line, self.column) if part is not None)
        head = " ".join(part for part in (self.severity.label, self.rule, self.message) if part)
        yield f"{where}: {head}" if where else head
        if self.place:
            yield f"   위치: {self.place}" + (f" '{self.tag}'" if self.tag else "")
        if self.excerpt is not None:
            number = f"{self.line or '':5}"
            yield f"{number} | {self.excerpt}"
            if self.column is not None:
                yield f"{' ' * len(number)} | {_caret(self.excerpt, self.column)}"
        tail = [("근거", self.source), ("고치기", self.hint)]
        if any(text for _, text in tail):
            yield "   " + " · ".join(f"{word}: {text}" for word, text in tail if text)

    def _holder(self) -> str | None:
        """The file, and the cell as Excel names it from outside."""
        return self.file if self.cell is None else f"{self.file}!{self.cell}"


def _caret(excerpt: str, column: int) -> str:
    """A caret under the column, counting Hangul as two cells as terminals draw it."""
    before = excerpt[: column - 1]
    return "".join("\t" if c == "\t" else "  " if ord(c) > 0x10FF else " " for c in before) + "^"


class DocgenError(Exception):
    """Base of the family: one or more diagnostics and the exit code that they mean."""

    exit_code = 1

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(str(d) for d in diagnostics))
        self.diagnostics = diagnostics


class DataError(DocgenError):
    """The data, or a file that was handed in, is at fault."""


class TemplateError(DocgenError):
    """A template is at fault: a tag, a block, a name."""


class UsageError(DocgenError):
    """Something was asked for that does not exist or cannot be done: an unknown id, an existing output."""

    exit_code = 2


class MachineError(DocgenError):
    """The machine lacks something; the hint is the command that mends it."""

    exit_code = 3


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name nearest to a mistyped one, None if nothing is near."""
    matches = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else None
