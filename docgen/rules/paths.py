"""Paths of rules: `application.lectures[]` is every lecture, `lectures[5]` the sixth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.case import Path

__all__ = ["parse", "select"]

Step = str | int | None  # a key, an index, None for every item
_STEP = re.compile(r"(?:\.|^)([a-z_]+)|\[([0-9]*)\]")


def parse(text: str) -> tuple[Step, ...]:
    """The steps of a path pattern. Raises ValueError for what is no path."""
    steps: list[Step] = []
    end = 0
    while match := _STEP.match(text, end):
        key, index = match.groups()
        steps.append(key if key is not None else int(index) if index else None)
        end = match.end()
    if end != len(text):
        raise ValueError(f"not a path: {text}")
    return tuple(steps)


def select(data: Any, steps: tuple[Step, ...], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value that a path pattern meets, with its own path; nothing where the data hold none."""
    if not steps:
        yield path, data
        return
    step, rest = steps[0], steps[1:]
    if step is None:
        for index, item in enumerate(data if isinstance(data, list) else ()):
            yield from select(item, rest, (*path, index))
    elif (held := _child(data, step)) is not None:
        yield from select(held, rest, (*path, step))


def _child(data: Any, step: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    return data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None
