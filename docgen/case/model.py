"""A case: the data of one school or applicant, each value with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, NamedTuple

from docgen.case.source import Place, Source
from docgen.errors import Diagnostic

__all__ = ["Case", "Path", "Position", "dotted"]

Path = tuple[str | int, ...]
"""The keys and list indices (from 0) that lead from the top of the file to a value; () is the whole file."""


class Position(NamedTuple):
    """Where a value stands, and its key; `key` is None for the items of a list and the whole file."""

    value: Place
    key: Place | None


@dataclass(frozen=True, eq=False)
class Case:
    """The data of a case file as written, before any check: plain dicts, lists, text, numbers, bool, None.

    Nothing changes a case, so what is computed of one may be kept.
    """

    source: Source
    data: dict[str, Any]
    positions: Mapping[Path, Position]
    others: tuple[Case, ...] = ()
    registers: tuple[Case, ...] = ()

    def beside(self, others: Iterable[Case]) -> Case:
        """The same case, read together with the cases of an institution's schools: papers over many sum
        these up."""
        return replace(self, others=tuple(others))

    @property
    def name(self) -> str:
        """What findings call the file."""
        return self.source.name

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file."""
        return self.source.lines

    def at(self, path: Path) -> Any:
        """The value at a path as written, None where there is none."""
        return reduce(_held, self.written(path), self.data)

    def written(self, path: Path) -> Path:
        """A path of completed data as the file has it: an entry of a map, counted there, by its key."""
        value: Any = self.data
        steps: list[str | int] = []
        for step in path:
            if isinstance(value, dict) and isinstance(step, int) and step < len(value):
                step = [*value][step]
            steps.append(step)
            value = _held(value, step)
        return tuple(steps)

    def diagnostic(
        self, path: Path, code: str, message: str, *, at_key: bool = False, **more: Any
    ) -> Diagnostic:
        """A finding about the value at a path; where there is none, at the key of what should hold it.

        `at_key` points at the key of the value instead: the key itself is at fault. `more` are further
        fields of the Diagnostic (severity, rule, source, hint).
        """
        path = self.written(path)
        if path[:2] not in self.positions:
            for register in self.registers:
                if path[:2] in register.positions:
                    return register.diagnostic(path, code, message, at_key=at_key, **more)
        place = self._place(path, at_key)
        return self.source.diagnostic(place, code, message, path=dotted(path) or None, **more)

    def _place(self, path: Path, at_key: bool) -> Place:
        held = path
        while held not in self.positions:
            held = held[:-1]
        position = self.positions[held]
        return (position.key or position.value) if at_key or held != path else position.value


def _held(value: Any, step: str | int) -> Any:
    """What a value holds at a key or an index, None where it holds nothing there."""
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def dotted(path: Path) -> str:
    """A path as people write it: "application.lectures[2].name" (indices from 0)."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")
