"""Filters that draw what official papers have: boxes to approve (`approval_line`), items (`numbered_items`).

Both stand for whole paragraphs: `{{p letter.approval | approval_line }}`. The text looks as its tag does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from jinja2 import Undefined
from markupsafe import Markup

from docgen.formats.docx.write_xml import Attributes, Element, element, twips
from docgen.korean.dates import short_day
from docgen.korean.items import Item, itemized
from docgen.merge.run import Placed, Run
from docgen.merge.runs import run_look, text_runs
from docgen.merge.values import place

__all__ = ["FILTERS"]

_MM: Final = 72 / 25.4
_BOX, _LEAST, _LABEL, _PAGE = 21.0, 8.0, 9.0, 170.0  # mm: a box, the label before them, the text of a page
_HEIGHTS: Final = (6.5, 15.0)  # mm, of positions and of signatures
_SHADE: Final = "F2F2F2"
_SIZE: Final = 18  # half points
_UNIT: Final = 11.0  # points: two half-width spaces (2타), by which an item stands further right
_WIDTHS: Final = {".": 0.35, ")": 0.4, "(": 0.4, " ": 0.45} | dict.fromkeys("0123456789", 0.6)


_People: TypeAlias = Sequence[Mapping[str, Any]]


class _Blocks:
    """Paragraphs and tables that a filter has made."""

    def __init__(self, blocks: list[Element]) -> None:
        self._blocks = blocks

    def _place(self, run: Run) -> Placed:
        return Placed(self._blocks, block=True, inherits=True)


# --- items -------------------------------------------------------------------------------------------


def numbered_items(texts: object, end: object = False) -> object:
    """The items of a letter, marked by level: `{{p letter.body | numbered_items }}`.

    `texts` is a text or a list of texts; a line that is indented by two spaces a level is an item below.
    Behind the last comes "끝." where it is to `end` the letter.
    """
    if isinstance(texts, Undefined) or texts is None:
        return texts
    given: Iterable[Any] = texts if isinstance(texts, Iterable) and not isinstance(texts, str) else [texts]
    items = itemized(str(text) for text in given if text is not None)
    if items and end:
        items[-1] = items[-1]._replace(text=f"{items[-1].text}  끝.")
    return place(_Blocks([_item(item) for item in items]))


def _item(item: Item) -> Element:
    """A paragraph whose further lines stand below the first letter of its text."""
    start = (item.level - 1) * _UNIT
    room = sum(_WIDTHS.get(letter, 1.0) for letter in f"{item.mark} ") * _UNIT if item.mark else 0.0
    left = twips(start + room)
    stop = element("w:tab", {"val": "left", "pos": left})  # or a stop before it would catch the tab
    look = [element("w:tabs", children=[stop]), element("w:ind", {"left": left, "hanging": twips(room)})]
    text = f"{item.mark}\t{item.text}" if item.mark else item.text
    return element("w:p", children=[element("w:pPr", children=look), *text_runs(text, None)])


# --- boxes to approve --------------------------------------------------------------------------------


class _Cell(NamedTuple):
    """A cell of the boxes: its lines, the columns it covers, whether it is a label."""

    texts: tuple[str, ...]
    columns: int = 1
    label: bool = False
    merge: str = ""  # with the cell below: "restart", with the one above: "continue"
    borders: tuple[str, ...] = ()  # the sides that have no line


def approval_line(lines: object, blank: int = 2, title: str = "결재", width: float = _PAGE) -> object:
    """The boxes to approve, at the right: `{{p letter.approval | approval_line }}`.

    `lines` are those who sign, in their order, each with `position` and `name` and what is known of `role`,
    `mark`, `decision`, `on` and `absence`; who has the `role` 협조 stands in a row below. At least `blank`
    boxes are drawn, in at most `width` millimetres. `title` is printed beside them; without one 협조 stands
    under the first box. Raises ValueError for what is no list of people.
    """
    if isinstance(lines, Undefined):
        return lines
    people = [] if lines is None else lines
    if not isinstance(people, list | tuple) or not all(isinstance(line, Mapping) for line in people):
        raise ValueError("결재란에는 직위(position)와 성명(name)을 적은 사람의 목록을 쓰세요.")
    helping = [line for line in people if line.get("role") == "협조"]
    signing: list[Mapping[str, Any]] = [line for line in people if line.get("role") != "협조"]
    least = max(blank, 2 if helping and not title else 1 if helping else 0)
    signing += [{}] * (least - len(signing))
    return place(_Blocks([_boxes(signing, helping, title, width)])) if signing else Markup()


def _boxes(signing: _People, helping: _People, title: str, width: float) -> Element:
    """The table: positions, signatures, and a row for each of those who help to decide."""
    label = _LABEL if title else 0.0
    box = max(_LEAST, min(_BOX, (width - label) / len(signing)))
    widths = [length * _MM for length in (*([label] if title else []), *(box for _ in signing))]
    beside = [_Cell(tuple(title), label=True, merge=merge) for merge in ("restart", "continue") if title]
    titles = [_Cell((_text(line, "mark") + _text(line, "position"),), label=True) for line in signing]
    signs = [_Cell((_how(line), _text(line, "name"))) for line in signing]
    rows = [
        _row([*beside[:1], *titles], widths, _HEIGHTS[0]),
        _row([*beside[1:], *signs], widths, _HEIGHTS[1]),
        *(_row(_helper(helping, n, len(widths)), widths, _HEIGHTS[0]) for n in range(len(helping))),
    ]
    grid = element("w:tblGrid", children=[element("w:gridCol", {"w": twips(width)}) for width in widths])
    return element("w:tbl", children=[_look(widths), grid, *rows])


def _text(line: Mapping[str, Any], key: str) -> str:
    value = line.get(key)
    return "" if value is None else str(value)


def _how(line: Mapping[str, Any]) -> str:
    """What stands above a name: 전결 or 대결 and the day, or why nobody signs."""
    if absence := _text(line, "absence"):
        return f"({absence})"
    decision, day = _text(line, "decision"), short_day(line["on"]) if _text(line, "on") else ""
    return " ".join(filter(None, ("" if decision == "결재" else decision, day)))


def _helper(helping: _People, number: int, columns: int) -> list[_Cell]:
    """The row of one of those who help: position and name, without lines between the rows."""
    line = helping[number]
    open_ = (*(["top"] if number else []), *(["bottom"] if number < len(helping) - 1 else []))
    label = _Cell(("협조",), label=True, merge="continue" if number else "restart")
    who, name = _text(line, "position"), " ".join(filter(None, (_how(line), _text(line, "name"))))
    if columns == 2:
        return [label, _Cell((f"{who} {name}".strip(),), borders=open_)]
    position = _Cell((who,), columns - 2, borders=(*open_, "right"))
    return [label, position, _Cell((name,), borders=(*open_, "left"))]


def _look(widths: Sequence[float]) -> Element:
    line: Attributes = {"val": "single", "sz": 4, "space": 0, "color": "000000"}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    margin: Attributes = {"w": 45, "type": "dxa"}
    return element(
        "w:tblPr",
        children=[
            element("w:tblW", {"w": sum(map(twips, widths)), "type": "dxa"}),
            element("w:jc", {"val": "right"}),
            element("w:tblBorders", children=[element(f"w:{side}", line) for side in sides]),
            element("w:tblLayout", {"type": "fixed"}),
            element("w:tblCellMar", children=[element(f"w:{side}", margin) for side in ("left", "right")]),
        ],
    )


def _row(cells: Sequence[_Cell], widths: Sequence[float], height: float) -> Element:
    look = [element("w:cantSplit"), element("w:trHeight", {"val": twips(height * _MM), "hRule": "atLeast"})]
    made, column = [element("w:trPr", children=look)], 0
    for cell in cells:
        made.append(_cell(cell, sum(map(twips, widths[column : column + cell.columns]))))
        column += cell.columns
    return element("w:tr", children=made)


def _cell(cell: _Cell, width: int) -> Element:
    look = [element("w:tcW", {"w": width, "type": "dxa"})]
    if cell.columns > 1:
        look.append(element("w:gridSpan", {"val": cell.columns}))
    if cell.merge:
        look.append(element("w:vMerge", {"val": cell.merge}))
    if cell.borders:
        sides = [side for side in ("top", "left", "bottom", "right") if side in cell.borders]
        look.append(element("w:tcBorders", children=[element(f"w:{side}", {"val": "nil"}) for side in sides]))
    if cell.label:
        look.append(element("w:shd", {"val": "clear", "color": "auto", "fill": _SHADE}))
    look.append(element("w:vAlign", {"val": "center"}))
    texts = [text for text in cell.texts if text and cell.merge != "continue"] or [""]
    return element("w:tc", children=[element("w:tcPr", children=look), *map(_line, texts)])


def _line(text: str) -> Element:
    look = [
        element("w:keepNext"),
        element("w:spacing", {"before": 0, "after": 0}),
        element("w:ind", {"left": 0, "firstLine": 0}),
        element("w:jc", {"val": "center"}),
    ]
    return element("w:p", children=[element("w:pPr", children=look), *text_runs(text, run_look(size=_SIZE))])


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "approval_line": approval_line,
    "numbered_items": numbered_items,
}
