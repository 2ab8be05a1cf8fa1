"""What one edition of the guideline changes of another: rules and tables, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from docgen.case import load_case
from docgen.case.guideline import FOLDER, editions
from docgen.errors import Diagnostic, UsageError, nearest
from docgen.korean.particles import quoted

__all__ = ["Change", "changes", "edition_folder"]


class Change(NamedTuple):
    """One difference: the file without its ending, the entry, the key (None: the entry itself), and what it
    said and says; None where it was not, or is no more."""

    file: str
    entry: str
    key: str | None
    old: Any
    new: Any


def edition_folder(name: str) -> FilePath:
    """The folder of an edition: one that ships by its name, or a folder. Raises UsageError for another."""
    known = {edition: FOLDER / edition for edition in editions()}
    if name in known:
        return known[name]
    if (FilePath(name) / "rules").is_dir():
        return FilePath(name)
    near = nearest(name, known)
    hint = f"{quoted(near, '을/를')} 뜻했나요?" if near else f"아는 판: {', '.join(known)}"
    message = f"{quoted(name, '이라는/라는')} 판의 지침이 없습니다."
    raise UsageError(Diagnostic("guideline.unknown-edition", message, hint=hint))


def changes(old: FilePath, new: FilePath) -> list[Change]:
    """The differences of two editions, by file and entry in the order of the newer."""
    before, after = _entries(old), _entries(new)
    names = [*after, *(name for name in before if name not in after)]
    return [change for name in names for change in _differing(name, before.get(name), after.get(name))]


def _entries(folder: FilePath) -> dict[tuple[str, str], Any]:
    """Every entry of an edition by its file: a rule, a row of a table, a derived value."""
    found: dict[tuple[str, str], Any] = {}
    for path in sorted(folder.rglob("*.yaml")):
        file = path.relative_to(folder).with_suffix("").as_posix()
        for name, held in load_case(path).data.items():
            rows = held if isinstance(held, list) else None
            if rows and all(isinstance(row, dict) and "id" in row for row in rows):
                found |= {(file, f"{name}.{row['id']}"): row for row in rows}
            else:
                found[file, name] = held
    return found


def _differing(name: tuple[str, str], old: Any, new: Any) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        keys = [*new, *(key for key in old if key not in new)]
        yield from (
            Change(*name, key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)
        )
    else:
        yield Change(*name, None, old, new)
