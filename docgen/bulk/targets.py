"""What the rows of a run may say: every value that a column can give, by key and by Korean label.

A column is known by its dotted key (`application.name`), by its label (`성명`, `신청자.성명` where several
are called so), or by the last part of its key (`name`). Spaces and the star of a required field do not count.
Where a label fits several, the one nearest to the top is meant; where that is still not one, none is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docgen.case.choices import is_choice
from docgen.case.model import Path, dotted
from docgen.case.schemas import Schema, entries_of, is_map
from docgen.errors import nearest

__all__ = ["Target", "Targets", "targets_of"]


@dataclass(frozen=True, slots=True)
class Target:
    """One value: `path` is where it stands in the data, `key` how a user names it, `labels` the Korean words
    from the outermost to its own, `schema` what it holds. One that is `apart` goes by its whole name only."""

    path: Path
    key: str
    labels: tuple[str, ...]
    schema: Schema
    apart: bool = False

    @property
    def label(self) -> str:
        """Its own label, its key where it has none."""
        return self.labels[-1] if self.labels else self.key


class Targets:
    """The values of a template, looked up by what people call them."""

    def __init__(self, known: Iterable[Target]) -> None:
        self.known = tuple(known)
        self._keys = {_bare(target.key): target for target in self.known}
        self._words: dict[str, list[Target]] = {}
        for target in self.known:
            words = {*_endings(target.labels), *_endings(tuple(target.key.split(".")))}
            whole = {_bare(target.key), _bare(".".join(target.labels))}
            for word in whole if target.apart else words:
                self._words.setdefault(word, []).append(target)

    def find(self, word: str) -> Target | None:
        """The value that a word names, None where it names none, or several alike."""
        found = self.all(word)
        return found[0] if len(found) == 1 else None

    def all(self, word: str) -> list[Target]:
        """Every value that a word may name: those nearest to the top."""
        bare = _bare(word)
        if bare in self._keys:
            return [self._keys[bare]]
        found = self._words.get(bare, [])
        least = min((target.key.count(".") for target in found), default=0)
        return [target for target in found if target.key.count(".") == least]

    def near(self, word: str) -> Target | None:
        """The value whose key or label is nearest to a mistyped word."""
        meant = nearest(_bare(word), self._words)
        return None if meant is None else next(iter(self.all(meant)), None)


def _bare(word: str) -> str:
    return "".join(word.split()).rstrip("*").casefold()


def _endings(parts: tuple[str, ...]) -> Iterator[str]:
    """`a.b.c`, `b.c` and `c`."""
    for start in range(len(parts)):
        yield _bare(".".join(parts[start:]))


def targets_of(
    schema: Schema, path: Path = (), key: Path = (), labels: tuple[str, ...] = ()
) -> Iterator[Target]:
    """The values of an object that a cell can hold, in the order of its schema; lists of objects and maps
    are left out, a list of words is one value."""
    inner: Mapping[str, Any] = schema.get("properties", {})
    if not inner or "ref" in schema:
        if _fits_a_cell(schema):
            yield Target(path, dotted(key), labels, schema)
        if not inner:
            return
    for name, sub in inner.items():
        titled = (*labels, sub.get("title", name))
        yield from targets_of(sub, (*path, name), (*key, name), titled)


def _fits_a_cell(schema: Schema) -> bool:
    if is_map(schema):
        return False
    if schema.get("type") == "array":
        return _fits_a_cell(entries_of(schema)) and "properties" not in entries_of(schema)
    return "ref" in schema or is_choice(schema) or schema.get("type") not in ("object", "array")
