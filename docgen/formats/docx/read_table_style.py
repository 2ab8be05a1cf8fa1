"""Table styles with their conditional formats: first row, bands, corners (ECMA-376 Part 1, 17.7.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from docgen.formats.docx.names import qn
from docgen.formats.docx.read_properties import Props, paragraph_props, run_props
from docgen.formats.docx.read_styles import Styles, merge
from docgen.formats.docx.read_values import Element, border, fill, length, number, value

__all__ = ["Look", "TableStyle", "cell_props", "read_margins"]

# tblLook as bits of its hexadecimal value, 17.4.56
_BITS: Final = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
_EDGES: Final = {"top": "top", "left": "left", "start": "left", "bottom": "bottom", "right": "right",
                 "end": "right", "insideH": "insideH", "insideV": "insideV"}  # fmt: skip
_SIDES: Final = {
    "top": "top",
    "right": "right",
    "end": "right",
    "bottom": "bottom",
    "left": "left",
    "start": "left",
}


@dataclass(frozen=True, slots=True)
class Look:
    """Which conditional formats a table asks for (tblLook)."""

    asked: frozenset[str] = frozenset({"firstRow", "firstColumn", "noVBand"})

    @classmethod
    def read(cls, element: Element | None) -> Look:
        """The attributes, or the bits of `w:val` in older files."""
        if element is None:
            return cls()
        if any(element.get(qn(f"w:{name}")) is not None for name in _BITS):
            return cls(frozenset(n for n in _BITS if element.get(qn(f"w:{n}")) in ("1", "true", "on")))
        try:
            bits = int(value(element) or "0", 16)
        except ValueError:
            bits = 0
        return cls(frozenset(name for name, bit in _BITS.items() if bits & bit))


def read_edges(element: Element | None) -> dict[str, Any]:
    """Borders by edge; an edge said to be nil is there with None."""
    if element is None:
        return {}
    names = ((child, _EDGES.get(child.tag.rpartition("}")[2])) for child in element.iterchildren(tag="*"))
    return {name: border(child) for child, name in names if name}


def read_margins(element: Element | None) -> dict[str, float]:
    """Cell margins by side, in points."""
    if element is None:
        return {}
    found = ((_SIDES.get(c.tag.rpartition("}")[2]), length(c, "w:w")) for c in element.iterchildren(tag="*"))
    return {side: size for side, size in found if side and size is not None}


def cell_props(element: Element | None) -> Props:
    """What a `w:tcPr` says of borders, shading, vertical alignment and margins."""
    if element is None:
        return {}
    props: Props = {}
    shade, align, margins = (element.find(qn(f"w:{name}")) for name in ("shd", "vAlign", "tcMar"))
    if shade is not None:
        props["shading"] = fill(shade)
    if align is not None:
        props["vertical_align"] = value(align)
    if margins is not None:
        props["margins"] = read_margins(margins)
    edges = read_edges(element.find(qn("w:tcBorders")))
    if edges:
        props["borders"] = edges
    return props


@dataclass(frozen=True, slots=True)
class Layer:
    """One table style element (the whole table, or one conditional format)."""

    paragraph: Props
    run: Props
    cell: Props
    edges: dict[str, Any]
    margins: dict[str, float]

    @classmethod
    def read(cls, element: Element) -> Layer:
        """From a `w:style` or `w:tblStylePr`."""
        table = element.find(qn("w:tblPr"))
        return cls(
            paragraph_props(element.find(qn("w:pPr"))),
            run_props(element.find(qn("w:rPr"))),
            cell_props(element.find(qn("w:tcPr"))),
            read_edges(None if table is None else table.find(qn("w:tblBorders"))),
            read_margins(None if table is None else table.find(qn("w:tblCellMar"))),
        )


@dataclass(slots=True)
class TableStyle:
    """A table style with its ancestors: what holds for the whole table and for its regions."""

    edges: dict[str, Any] = field(default_factory=dict)
    margins: dict[str, float] = field(default_factory=dict)
    properties: list[Element] = field(default_factory=list)
    whole: list[Layer] = field(default_factory=list)
    regions: dict[str, list[Layer]] = field(default_factory=dict)
    row_band: int = 1
    column_band: int = 1

    @classmethod
    def read(cls, styles: Styles, key: str) -> TableStyle:
        """The style of an id; an unknown one says nothing."""
        made = cls()
        for style in styles.ancestry(key):
            layer = Layer.read(style)
            made.whole.append(layer)
            made.edges |= layer.edges
            made.margins |= layer.margins
            properties = style.find(qn("w:tblPr"))
            if properties is not None:
                made.properties.append(properties)
                made.row_band = number(value(properties.find(qn("w:tblStyleRowBandSize"))), made.row_band)
                made.column_band = number(
                    value(properties.find(qn("w:tblStyleColBandSize"))), made.column_band
                )
            for region in style.iterchildren(qn("w:tblStylePr")):
                made.regions.setdefault(region.get(qn("w:type")) or "", []).append(Layer.read(region))
        return made

    def layers(
        self, look: Look, row: int, rows: int, column: int, span: int, columns: int
    ) -> Iterator[tuple[str, Layer]]:
        """The layers over a cell, weakest first (17.7.6), each with its region ("" for the whole table)."""
        for layer in self.whole:
            yield "", layer
        if self.regions:
            for region in _regions(
                look, (row, rows), (column, span, columns), (self.row_band, self.column_band)
            ):
                for layer in self.regions.get(region, ()):
                    yield region, layer

    def text(
        self, look: Look, row: int, rows: int, column: int, span: int, columns: int
    ) -> tuple[Props, Props]:
        """Paragraph and run properties that the style gives to a cell's text."""
        layers = [layer for _, layer in self.layers(look, row, rows, column, span, columns)]
        return merge(*(layer.paragraph for layer in layers)), merge(*(layer.run for layer in layers))


def _regions(
    look: Look, row_of: tuple[int, int], column_of: tuple[int, int, int], bands: tuple[int, int]
) -> Iterator[str]:
    (row, rows), (column, span, columns), asked = row_of, column_of, look.asked
    first_row, last_row = "firstRow" in asked and row == 0, "lastRow" in asked and row == rows - 1
    first_column = "firstColumn" in asked and column == 0
    last_column = "lastColumn" in asked and column + span == columns
    body_row, body_column = row - ("firstRow" in asked), column - ("firstColumn" in asked)
    if "noVBand" not in asked and not first_column and not last_column:
        yield f"band{body_column // max(bands[1], 1) % 2 + 1}Vert"
    if "noHBand" not in asked and not first_row and not last_row:
        yield f"band{body_row // max(bands[0], 1) % 2 + 1}Horz"
    yield from (name for name, on in (("firstCol", first_column), ("lastCol", last_column)) if on)
    yield from (name for name, on in (("firstRow", first_row), ("lastRow", last_row)) if on)
    for vertical, on_row in (("n", first_row), ("s", last_row)):
        for side, on_column in (("w", first_column), ("e", last_column)):
            if on_row and on_column:
                yield f"{vertical}{side}Cell"
