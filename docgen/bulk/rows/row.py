"""One row as it was found, and what a reader gives."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from docgen.errors import DataError, Diagnostic

__all__ = ["MAX_TEXT", "Row", "Table", "Text", "bad_row", "fault", "headed"]

MAX_TEXT: Final = 2**20  # characters of one cell or one line of JSON; a hostile file ends here


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `number` is its row in the sheet or its line in the file, from 1; `values` by heading or key,
    as the file has them (text, numbers, dates, bool, None; lists and objects where the format has them).
    `fault` is what keeps this row, and no other, from being read."""

    number: int
    values: Mapping[str, Any]
    fault: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file, to be read once. `about` says in Korean what the file was taken for; `columns`
    are the headings of a sheet, each with the letter of its column, None where objects bring their keys."""

    name: str
    about: str
    columns: Mapping[str, str] | None
    rows: Iterator[Row]


class Text(io.TextIOWrapper):
    """The text of a file that stays open when the text goes: it is read again."""

    def close(self) -> None:
        """Let go of the file."""
        if not self._gone:
            self._gone = True
            self.detach()

    _gone = False


def fault(name: str, number: int | None, code: str, message: str, hint: str | None = None) -> DataError:
    """The error for a file, or one of its rows, that cannot be read."""
    return DataError(Diagnostic(code, message, file=name, line=number, hint=hint))


def headed(name: str, number: int, cells: list[Any]) -> list[str]:
    """The headings of a sheet, "" for a column without one; DataError where two are the same."""
    headings = ["" if cell is None else " ".join(str(cell).split()) for cell in cells]
    twice = sorted({heading for heading in headings if heading and headings.count(heading) > 1})
    if twice:
        message = f"같은 제목의 열이 둘 이상입니다: {', '.join(twice)}"
        raise fault(name, number, "rows.same-heading", message, "열의 제목을 서로 다르게 적으세요.")
    if not any(headings):
        raise fault(name, number, "rows.no-heading", "열의 제목이 없습니다.", "첫 행에 열의 제목을 적으세요.")
    return headings


def bad_row(
    name: str, number: int, values: Mapping[str, Any], code: str, message: str, hint: str | None = None
) -> Row:
    """A row that cannot be used, with why."""
    return Row(number, values, Diagnostic(code, message, file=name, line=number, hint=hint))
