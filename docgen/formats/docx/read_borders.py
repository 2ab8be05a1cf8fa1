"""The lines of a table really drawn: neighbouring cells settle what stands between them.

ECMA-376 Part 1, 17.4.66: where one cell has no line, the other's is drawn; else the heavier wins.
"""

from __future__ import annotations

from dataclasses import dataclass

from docgen.document import Border, Borders

__all__ = ["Claim", "resolve"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A cell's place on the grid and the lines that it asks for by side."""

    row: int
    column: int
    rows: int
    columns: int
    edges: dict[str, Border | None]


_Lines = dict[tuple[int, int], list[Border | None]]


def _segments(claim: Claim) -> dict[str, list[tuple[str, tuple[int, int]]]]:
    """The pieces of grid line along each side: "h" above row, "v" left of column."""
    across = range(claim.column, claim.column + claim.columns)
    down = range(claim.row, claim.row + claim.rows)
    return {
        "top": [("h", (claim.row, c)) for c in across],
        "bottom": [("h", (claim.row + claim.rows, c)) for c in across],
        "left": [("v", (r, claim.column)) for r in down],
        "right": [("v", (r, claim.column + claim.columns)) for r in down],
    }


def _weight(line: Border | None) -> tuple[float, int, str]:
    """Heavier: wider, double before single, then darker."""
    if line is None:
        return (-1.0, 0, "")
    return (line.width, line.style == "double", f"{0xFFFFFF - int(line.color, 16):06X}")


def resolve(claims: list[Claim], rows: int, columns: int) -> list[Borders]:
    """The four lines of each cell, in the order of the claims.

    Along a merged cell a side may differ from piece to piece; the cell then keeps what it asked for
    itself and its neighbours draw theirs.
    """
    asked: dict[str, _Lines] = {"h": {}, "v": {}}
    for claim in claims:
        for side, segments in _segments(claim).items():
            for kind, place in segments:
                asked[kind].setdefault(place, []).append(claim.edges.get(side))
    return [_drawn(claim, asked) for claim in claims]


def _drawn(claim: Claim, asked: dict[str, _Lines]) -> Borders:
    drawn: dict[str, Border | None] = {}
    for side, segments in _segments(claim).items():
        pieces = {max(asked[kind][place], key=_weight) for kind, place in segments}
        drawn[side] = pieces.pop() if len(pieces) == 1 else claim.edges.get(side)
    return Borders(drawn["top"], drawn["right"], drawn["bottom"], drawn["left"])
