"""The rows of a paragraph: units filled into its width, up to tab stops, until a line is full (17.3.1.37)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from docgen.document import Break, ParagraphFormat, Tab, TabStop
from docgen.formats.pdf.words import Unit, cut_up

__all__ = ["Row", "fill"]

_NEAR: Final = 0.02  # points by which a line may reach over its end
_DEFAULT_TAB: Final = 40.0  # Word's Korean default, where the paragraph names no stop that far out
_REACHED: Final = 0.5  # points: a text that reaches this little beyond a stop still has it
_BEFORE: Final = {"center": 0.5, "right": 1.0, "decimal": 1.0}  # the share of a text before its stop


@dataclass(slots=True)
class Row:
    """A line being filled: units with where each begins; tabs (`fillings`) from where to where, with their
    stops."""

    units: list[tuple[float, Unit]]
    fillings: list[tuple[float, float, TabStop, Tab]]
    ended: bool = False  # by a line break or the end of the paragraph


def fill(found: Iterable[Unit], look: ParagraphFormat, width: float, labelled: bool) -> Iterator[Row]:
    """The rows of a paragraph: each takes units while they fit."""
    limit = width - look.right + _NEAR
    x = look.left + look.first_line
    row = Row([], [])
    queue = list(reversed(tuple(found)))
    stuck = 2 if labelled else 0  # the label and its tab: the first line does not end after them
    while queue:
        unit = queue.pop()
        if isinstance(unit.inline, Tab):
            start, stop = x, _next_stop(look, x)
            x = max(x, stop.position - _BEFORE.get(stop.align, 0.0) * _ahead(queue))
            row.fillings.append((start, x, stop, unit.inline))
            row.units.append((x, unit))
            continue
        if x + unit.width > limit:
            if len(row.units) > stuck:
                yield row
                row, x, stuck = Row([], []), look.left, 0
                queue.append(unit)
                continue
            if sum(len(word.text) for word in unit.words) > 1:
                queue += reversed(cut_up(unit))
                stuck = len(row.units)
                continue
        row.units.append((x, unit))
        x += unit.full
        if isinstance(unit.inline, Break):
            row.ended = True
            yield row
            row, x, stuck = Row([], []), look.left, 0
    row.ended = True
    yield row


def _ahead(queue: Sequence[Unit]) -> float:
    """How wide the text is up to the next tab or line break."""
    total = width = 0.0
    for unit in reversed(queue):
        if isinstance(unit.inline, Tab | Break):
            break
        width, total = total + unit.width, total + unit.full
    return width


def _next_stop(look: ParagraphFormat, x: float) -> TabStop:
    """The first stop beyond a place; a hanging indent is a stop too."""
    hanging = [TabStop(look.left)] if look.first_line < 0 else []
    stops = sorted((*look.tabs, *hanging), key=lambda stop: stop.position)
    beyond = (stop for stop in stops if stop.position > x - _REACHED)
    return next(beyond, TabStop((x // _DEFAULT_TAB + 1) * _DEFAULT_TAB))
