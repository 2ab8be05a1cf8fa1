"""The guideline's own tables, one folder an edition: courses, regions, items of the budget; what is derived.

A table is a list of entries, each with an `id`; a case names an entry by its id, its name (spaces ignored)
or its number. `derived.yaml` beside them says what is computed (docgen.rules.derive).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any, Final

from docgen.case.load import load_case

__all__ = ["FOLDER", "Tables", "derived", "editions", "entry", "known_edition", "tables"]

Tables = Mapping[str, Mapping[str, dict[str, Any]]]
"""The entries of every table by their id; all entries of a table have the same keys, blank ones None."""

FOLDER: Final = FilePath(__file__).parent.parent / "guideline"
_FILES: Final = ("programmes", "regions", "budget", "fees", "selection", "evidence", "settings")
_NAMES: Final = ("id", "name", "number")


def editions() -> list[str]:
    """The editions of the guideline at hand, the newest last."""
    return sorted(folder.parent.name for folder in FOLDER.glob("*/rules"))


def known_edition(edition: Any) -> str:
    """The edition itself, the newest where there is no such one (which the rules report)."""
    known = editions()
    return edition if edition in known else known[-1]


@lru_cache(maxsize=4)
def tables(edition: str) -> Tables:
    """The tables of an edition."""
    lists = [load_case(FOLDER / edition / f"{name}.yaml").data for name in _FILES]
    return {table: _by_id(entries) for held in lists for table, entries in held.items()}


@lru_cache(maxsize=4)
def derived(edition: str) -> Mapping[str, str]:
    """The expressions of an edition in their order, by the path of what they compute."""
    found: Mapping[str, str] = load_case(FOLDER / edition / "derived.yaml").data
    return found


def entry(edition: str, table: str, name: Any) -> dict[str, Any] | None:
    """The entry that a case names, None where there is none."""
    return _names(edition, table).get(_bare(name))


@lru_cache(maxsize=16)
def _names(edition: str, table: str) -> Mapping[str, dict[str, Any]]:
    entries = tables(edition)[table].values()
    return {_bare(each[key]): each for each in entries for key in _NAMES if each.get(key) is not None}


def _by_id(entries: list[dict[str, Any]]) -> Mapping[str, dict[str, Any]]:
    keys = dict.fromkeys(key for each in entries for key in each)
    return {each["id"]: dict.fromkeys(keys) | each for each in entries}


def _bare(name: Any) -> str:
    return "".join(str(name).split())
