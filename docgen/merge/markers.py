"""Markers: what stands in a text for a tag (while a part is compiled) or an object (while it is rendered)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

__all__ = ["MARK", "mark", "unmark"]

MARK: Final = ("\ufdd0", "\ufdd1")  # noncharacters: no document holds them, XML allows them


def mark(number: int) -> str:
    """The marker of a number."""
    return f"{MARK[0]}{number}{MARK[1]}"


def unmark(text: str) -> Iterator[tuple[str, int | None]]:
    """A text cut at its markers: pairs of text and the number of the marker behind it, at last None."""
    literal, *pieces = text.split(MARK[0])
    for piece in pieces:
        digits, _, following = piece.partition(MARK[1])
        yield literal, int(digits)
        literal = following
    yield literal, None
