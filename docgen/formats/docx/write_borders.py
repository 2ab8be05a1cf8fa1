"""The lines of a table: those that most cells share are the table's own (ECMA-376 Part 1, 17.4.38).

So whoever adds a row in Word gets the lines of the others, and a row that becomes the last one, because
those after it fall away in a merge, gets the table's lower edge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.document import Border, Cell, Table
from docgen.formats.docx.write_properties import borders
from docgen.formats.docx.write_xml import Element

__all__ = ["TableLines"]

_EDGES = ("top", "left", "bottom", "right")


@dataclass(frozen=True)
class TableLines:
    """The line that stands on each outer edge and between rows (insideH) and columns (insideV)."""

    rows: int
    columns: int
    usual: Mapping[str, Border | None]

    @classmethod
    def of(cls, table: Table) -> TableLines:
        """The most frequent line in each place."""
        rows, columns = len(table.rows), len(table.widths)
        found: dict[str, Counter[Border | None]] = {}
        for index, row in enumerate(table.rows):
            for cell in row.cells:
                for edge, place in _places(cell, index, rows, columns).items():
                    found.setdefault(place, Counter())[getattr(cell.borders, edge)] += 1
        return cls(rows, columns, {place: lines.most_common(1)[0][0] for place, lines in found.items()})

    def properties(self) -> list[Element]:
        """The tblBorders, or nothing for a table without lines."""
        drawn = {place: line for place, line in self.usual.items() if line is not None}
        return [borders("w:tblBorders", drawn)] if drawn else []

    def differing(self, cell: Cell, row: int) -> dict[str, Border | None]:
        """The edges of a cell starting in `row` that are not drawn as the table draws them."""
        places = _places(cell, row, self.rows, self.columns)
        wanted = {edge: getattr(cell.borders, edge) for edge in _EDGES}
        return {edge: line for edge, line in wanted.items() if line != self.usual.get(places[edge])}


def _places(cell: Cell, row: int, rows: int, columns: int) -> dict[str, str]:
    """Which line of the table each edge of a cell is."""
    return {
        "top": "insideH" if row else "top",
        "left": "insideV" if cell.column else "left",
        "bottom": "insideH" if row + cell.rows < rows else "bottom",
        "right": "insideV" if cell.column + cell.columns < columns else "right",
    }
