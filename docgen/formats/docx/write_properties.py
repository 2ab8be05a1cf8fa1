"""How things look, as the property elements of ECMA-376 Part 1: rPr (17.3.2), pPr (17.3.1), borders.

Each table lists its elements in the order of the schema. A row names the fields of the format that it
writes; it is written only when one of them differs from the base, the style that the text stands in,
and then says the whole truth, so that it also takes back what the style sets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, TypeVar

from docgen.document import Border, CharacterFormat, ParagraphFormat, Sides
from docgen.formats.docx.write_xml import Element, element, twips

__all__ = ["borders", "cell_margins", "paragraph_changes", "run_changes", "run_properties", "shading"]

F = TypeVar("F")
Rows: TypeAlias = tuple[tuple[tuple[str, ...], Callable[[F, F], Iterable[Element]]], ...]

_ALIGNMENTS = {"justify": "both"}
_UNDERLINES = {"dashed": "dash"}
_POSITIONS = {"super": "superscript", "sub": "subscript"}
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_NO_OUTLINE = 9  # 17.3.1.20: body text


def _switch(name: str, on: bool) -> Element:
    return element(name) if on else element(name, {"val": 0})


def _fonts(new: CharacterFormat, _: CharacterFormat) -> Iterable[Element]:
    names = {"ascii": new.font, "eastAsia": new.east_asian_font, "hAnsi": new.font, "cs": new.font}
    return [element("w:rFonts", names)]


def shading(color: str | None) -> Element:
    """A plain background (17.3.5), or none."""
    return element("w:shd", {"val": "clear", "color": "auto", "fill": color or "auto"})


_CHARACTER: Rows[CharacterFormat] = (
    (("font", "east_asian_font"), _fonts),
    (("bold",), lambda new, _: [_switch("w:b", new.bold), _switch("w:bCs", new.bold)]),
    (("italic",), lambda new, _: [_switch("w:i", new.italic), _switch("w:iCs", new.italic)]),
    (
        ("capitals",),
        lambda new, _: [
            _switch("w:caps", new.capitals == "all"),
            _switch("w:smallCaps", new.capitals == "small"),
        ],
    ),
    (("strike",), lambda new, _: [_switch("w:strike", new.strike)]),
    (("color",), lambda new, _: [element("w:color", {"val": new.color or "auto"})]),
    (("spacing",), lambda new, _: [element("w:spacing", {"val": twips(new.spacing)})]),
    (("scale",), lambda new, _: [element("w:w", {"val": round(new.scale)})]),
    (("size",), lambda new, _: [element(name, {"val": round(new.size * 2)}) for name in ("w:sz", "w:szCs")]),
    (
        ("underline",),
        lambda new, _: [element("w:u", {"val": _UNDERLINES.get(new.underline, new.underline)})],
    ),
    (("shading",), lambda new, _: [shading(new.shading)]),
    (
        ("position",),
        lambda new, _: [element("w:vertAlign", {"val": _POSITIONS.get(new.position, new.position)})],
    ),
)


def border(name: str, line: Border | None) -> Element:
    """One edge: widths in eighths of a point (17.18.2); None is a line expressly not drawn."""
    if line is None:
        return element(name, {"val": "nil"})
    strokes = 3 if line.style == "double" else 1  # of a double line the file says one of line, gap, line
    size = max(2, round(line.width * 8 / strokes))
    return element(name, {"val": line.style, "sz": size, "space": round(line.space), "color": line.color})


def borders(name: str, edges: Mapping[str, Border | None]) -> Element:
    """Edges of a paragraph (pBdr), a table (tblBorders) or a cell (tcBorders), in the order they share."""
    made = [border(f"w:{edge}", edges[edge]) for edge in _EDGES if edge in edges]
    return element(name, children=made)


def _paragraph_borders(new: ParagraphFormat, _: ParagraphFormat) -> Iterable[Element]:
    lines = new.borders
    return [borders("w:pBdr", {edge: getattr(lines, edge) for edge in ("top", "left", "bottom", "right")})]


def cell_margins(name: str, padding: Sides) -> Element:
    """The padding of a cell (tcMar) or of all cells of a table (tblCellMar)."""
    sides = ("top", "left", "bottom", "right")
    return element(
        name,
        children=[
            element(f"w:{side}", {"w": twips(getattr(padding, side)), "type": "dxa"}) for side in sides
        ],
    )


def _tabs(new: ParagraphFormat, base: ParagraphFormat) -> Iterable[Element]:
    positions = {stop.position for stop in new.tabs}
    cleared = [stop for stop in base.tabs if stop.position not in positions]
    stops = [("clear", stop) for stop in cleared] + [(stop.align, stop) for stop in new.tabs]
    tabs = []
    for value, stop in sorted(stops, key=lambda item: item[1].position):
        leader = {} if value == "clear" or stop.leader == "none" else {"leader": stop.leader}
        tabs.append(element("w:tab", {"val": value, **leader, "pos": twips(stop.position)}))
    return [element("w:tabs", children=tabs)]


def _spacing(new: ParagraphFormat, _: ParagraphFormat) -> Iterable[Element]:
    rule = {"multiple": "auto", "exact": "exact", "least": "atLeast"}[new.line.rule]
    line = round(new.line.value * 240) if rule == "auto" else twips(new.line.value)
    around = {"before": twips(new.before), "after": twips(new.after)}
    return [element("w:spacing", {**around, "line": line, "lineRule": rule})]


def _indent(new: ParagraphFormat, _: ParagraphFormat) -> Iterable[Element]:
    first = (
        {"hanging": twips(-new.first_line)} if new.first_line < 0 else {"firstLine": twips(new.first_line)}
    )
    return [element("w:ind", {"left": twips(new.left), "right": twips(new.right), **first})]


_PARAGRAPH: Rows[ParagraphFormat] = (
    (("keep_next",), lambda new, _: [_switch("w:keepNext", new.keep_next)]),
    (("keep_lines",), lambda new, _: [_switch("w:keepLines", new.keep_lines)]),
    (("page_break_before",), lambda new, _: [_switch("w:pageBreakBefore", new.page_break_before)]),
    (("widow_control",), lambda new, _: [_switch("w:widowControl", new.widow_control)]),
    (("borders",), _paragraph_borders),
    (("shading",), lambda new, _: [shading(new.shading)]),
    (("tabs",), _tabs),
    (("break_words",), lambda new, _: [_switch("w:wordWrap", not new.break_words)]),
    (("snap_to_grid",), lambda new, _: [_switch("w:snapToGrid", new.snap_to_grid)]),
    (("before", "after", "line"), _spacing),
    (("left", "right", "first_line"), _indent),
    (("align",), lambda new, _: [element("w:jc", {"val": _ALIGNMENTS.get(new.align, new.align)})]),
    (
        ("outline",),
        lambda new, _: [
            element("w:outlineLvl", {"val": _NO_OUTLINE if new.outline is None else new.outline})
        ],
    ),
)


def _changes(rows: Rows[F], new: F, base: F) -> list[Element]:
    changed = (
        write for fields, write in rows if any(getattr(new, name) != getattr(base, name) for name in fields)
    )
    return [made for write in changed for made in write(new, base)]


def run_changes(new: CharacterFormat, base: CharacterFormat) -> list[Element]:
    """The children of rPr by which `new` differs from `base`."""
    return _changes(_CHARACTER, new, base)


def run_properties(new: CharacterFormat, base: CharacterFormat) -> list[Element]:
    """The rPr by which `new` differs from `base`: one element, or none when it does not differ."""
    changes = run_changes(new, base)
    return [element("w:rPr", children=changes)] if changes else []


def paragraph_changes(new: ParagraphFormat, base: ParagraphFormat) -> list[Element]:
    """The children of pPr by which `new` differs from `base`."""
    return _changes(_PARAGRAPH, new, base)
