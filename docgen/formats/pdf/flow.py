"""What flows down a column: slices that a page's end may part, and how many of them fit.

A slice is a line of a paragraph or a row of a table. The space between two is the larger of what the upper
asks for below it and the lower above it. Slices of one paragraph in a border, or of one table, share a frame,
which is drawn around those of them that stand on a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docgen.formats.pdf.canvas import Canvas

__all__ = ["Frame", "Placed", "Slice", "paint", "stack", "take"]

_NEAR: Final = 0.05  # points (one twip) by which a slice may reach over the end


class Frame:
    """What is drawn around slices that belong together."""

    def lead(self, slice_: Slice) -> float:
        """The room above a slice that is the first of this frame on its page."""
        return 0.0

    def paint(self, canvas: Canvas, x: float, placed: Sequence[Placed]) -> None:
        """Draw the frame and those of its slices that stand on one page."""
        for y, slice_ in placed:
            slice_.paint(canvas, x, y)


class Slice:
    """A piece of a column that stands on one page.

    `keep`: no page ends after it; `forced`: a page begins with it; `nested`: it stands in a cell.
    """

    __slots__ = ("after", "before", "forced", "frame", "height", "keep", "nested")

    def __init__(self, height: float, frame: Frame | None = None) -> None:
        self.height, self.frame = height, frame
        self.before = self.after = 0.0
        self.keep = self.forced = self.nested = False

    def split(self, room: float, force: bool) -> tuple[Slice, Slice] | None:
        """The part that fits into `room`, and the rest; None where it stays whole. `force`: none is above."""
        return None

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its upper left corner at a place of the page."""


Placed = tuple[float, Slice]
"""A slice and where its top stands, from the top of its column."""


def _top(slice_: Slice, above: Slice | None, y: float, broken: bool) -> float:
    """Where a slice stands below another; a space before is dropped where a page has just ended."""
    if above is not None:
        y += max(above.after, slice_.before)
    elif not broken:
        y += slice_.before
    frame = slice_.frame
    if frame is not None and (above is None or above.frame is not frame):
        y += frame.lead(slice_)
    return y


def take(
    queue: Sequence[Slice], room: float, fresh: bool, broken: bool = False
) -> tuple[list[Placed], list[Slice]]:
    """The slices that fit into `room`, placed, and the rest.

    `fresh`: the column is empty, so something has to stand in it; `broken`: a page has just ended above it.
    """
    placed: list[Placed] = []
    y, above = 0.0, None
    for i, slice_ in enumerate(queue):
        if slice_.forced and placed:
            return placed, list(queue[i:])
        top = _top(slice_, above, y, broken)
        if top + slice_.height <= room + _NEAR:
            placed.append((top, slice_))
            y, above = top + slice_.height, slice_
            continue
        parts = slice_.split(room - top, fresh and not placed)
        if parts is not None:
            placed.append((top, parts[0]))
            return placed, [parts[1], *queue[i + 1 :]]
        end = _last_end(queue, i)
        if end == 0 and fresh:
            end = max(i, 1)
            placed.append((top, slice_))  # where it is the first, it is too high for any page
        return placed[:end], list(queue[end:])
    return placed, []


def _last_end(queue: Sequence[Slice], end: int) -> int:
    while end and queue[end - 1].keep:
        end -= 1
    return end


def stack(queue: Sequence[Slice]) -> tuple[list[Placed], float]:
    """All slices in a column without an end, and its height."""
    placed: list[Placed] = []
    y, above = 0.0, None
    for slice_ in queue:
        y = _top(slice_, above, y, False)
        placed.append((y, slice_))
        y, above = y + slice_.height, slice_
    return placed, y + (above.after if above is not None else 0.0)


def paint(canvas: Canvas, x: float, y: float, placed: Sequence[Placed]) -> None:
    """Draw placed slices in a column whose upper left corner is at a place of the page."""
    for frame, group in groupby(placed, key=lambda item: item[1].frame):
        if frame is None:
            for top, slice_ in group:
                slice_.paint(canvas, x, y + top)
        else:
            frame.paint(canvas, x, [(y + top, slice_) for top, slice_ in group])
