"""Names of the files of a run: a pattern such as `{school}/{no}_{name}`, filled for every document.

`{no}` counts the rows (or the documents of one case) from 1, `{number}` is the number of the certificate;
any other word names a value as a column would (docgen.bulk.targets), the first where several fit; a word
for a thing (`school`) means its name. A slash in the pattern makes folders, one in a value does not.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from docgen.bulk.cells import as_text
from docgen.bulk.targets import Target, Targets
from docgen.catalogue.file_names import file_name
from docgen.errors import Diagnostic, UsageError
from docgen.korean.particles import quoted

__all__ = ["NUMBER", "NamePattern", "with_number"]

NUMBER: Final = "⟦번호⟧"
"""What stands in a name for the number of the certificate until there is one."""
_MAX_FOLDERS: Final = 8

_Piece = tuple[str, tuple[str, ...] | None, str]  # text before, keys of the value (None: no value), format


class NamePattern:
    """A pattern, read once. Raises UsageError for one that is none, or names what is not there."""

    def __init__(self, pattern: str, targets: Targets) -> None:
        self.pattern = pattern
        self._folders = [self._read(part, targets) for part in pattern.split("/") if part.strip()]
        if not 1 <= len(self._folders) <= _MAX_FOLDERS:
            raise UsageError(_wrong(pattern, f"이름은 하나 이상, 폴더는 {_MAX_FOLDERS - 1}겹까지 적습니다."))

    @property
    def needs_number(self) -> bool:
        """Whether the name holds the number of the certificate."""
        return any(keys == ("number",) for pieces in self._folders for _, keys, _ in pieces)

    def name(self, data: Mapping[str, Any], no: int) -> str:
        """The path of a document without its ending, safe on every system; UsageError for a format that
        does not fit the value."""
        return "/".join(
            file_name("".join(self._written(piece, data, no) for piece in pieces), set())
            for pieces in self._folders
        )

    def _read(self, part: str, targets: Targets) -> list[_Piece]:
        try:
            parsed = list(string.Formatter().parse(part))
        except ValueError:
            raise UsageError(_wrong(self.pattern, "중괄호를 짝지어 {성명}처럼 적으세요.")) from None
        return [
            (text, None if word is None else self._keys(word, targets), form or "")
            for text, word, form, _ in parsed
        ]

    def _keys(self, word: str, targets: Targets) -> tuple[str, ...]:
        if word in ("no", "number"):
            return (word,)
        target = _first(targets, word) or _first(targets, f"{word}.name")
        if target is None:
            near = targets.near(word)
            hint = "쓸 수 있는 이름은 --dry-run이 보여 줍니다."
            hint = f"혹시 '{near.key}'({near.label})인가요?" if near else hint
            message = f"{quoted(word, '이라는/라는')} 값은 없습니다 (--name {self.pattern})."
            raise UsageError(Diagnostic("names.unknown", message, hint=hint))
        return tuple(target.key.split("."))

    def _written(self, piece: _Piece, data: Mapping[str, Any], no: int) -> str:
        text, keys, form = piece
        if keys is None:
            return text
        value: Any = no if keys == ("no",) else NUMBER if keys == ("number",) else _held(data, keys)
        try:
            return text + format(_printed(value), form)
        except ValueError:
            raise UsageError(_wrong(self.pattern, f"{{…:{form}}}의 꼴이 값에 맞지 않습니다.")) from None


def with_number(name: str, number: str) -> str:
    """A name with the number of its certificate in the place that was kept for it."""
    return name.replace(NUMBER, file_name(number, set())) if NUMBER in name else name


def _first(targets: Targets, word: str) -> Target | None:
    return next(iter(targets.all(word)), None)


def _held(data: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _printed(value: Any) -> Any:
    if value is None or isinstance(value, list | dict):
        return ""
    if isinstance(value, date | datetime):
        return as_text(value)
    return getattr(value, "word", value)


def _wrong(pattern: str, hint: str) -> Diagnostic:
    return Diagnostic("names.pattern", f"파일 이름의 꼴이 바르지 않습니다: {pattern}", hint=hint)
