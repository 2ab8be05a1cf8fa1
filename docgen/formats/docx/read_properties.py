"""What `w:pPr` and `w:rPr` say themselves, before any style is resolved (ECMA-376 Part 1, 17.3).

Each property element has one line in a table that tells how it is read into a plain mapping
(`Props`). The keys are those of the model's formats where the model has the property. An absent key means
that the element says nothing, so mappings merge as styles do: the later wins.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from docgen.document import TabStop
from docgen.formats.docx.names import qn
from docgen.formats.docx.read_values import (
    PATTERNS,
    Element,
    border,
    color,
    fill,
    flag,
    length,
    number,
    points,
    value,
)

__all__ = ["TOGGLES", "Props", "paragraph_props", "run_props", "unsupported"]

Props = dict[str, Any]
_Read = Callable[[Element, Props], None]

# Toggle properties: a style that says "bold" inside another that says "bold" turns it off (17.7.3).
TOGGLES: Final = ("bold", "italic", "caps", "smallCaps", "strike", "dstrike", "vanish")

_HIGHLIGHTS: Final = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_UNDERLINES: Final = {
    "none": "none", "double": "double", "dotted": "dotted", "dottedHeavy": "dotted", "dash": "dashed",
    "dashedHeavy": "dashed", "dashLong": "dashed", "dotDash": "dashed", "dotDotDash": "dashed",
    "wave": "wave", "wavyHeavy": "wave", "wavyDouble": "wave",
}  # fmt: skip
_ALIGNMENTS: Final = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "justify", "lowKashida": "justify", "mediumKashida": "justify", "highKashida": "justify",
    "distribute": "distribute", "thaiDistribute": "distribute",
}  # fmt: skip
_TAB_ALIGNS: Final = {"center": "center", "right": "right", "end": "right", "decimal": "decimal"}
_LEADERS: Final = {
    "dot": "dot", "middleDot": "dot", "hyphen": "hyphen", "underscore": "underscore", "heavy": "underscore"
}  # fmt: skip
_FONTS: Final = ("ascii", "hAnsi", "eastAsia", "asciiTheme", "hAnsiTheme", "eastAsiaTheme")
_EDGES: Final = {"top": "top", "left": "left", "start": "left", "bottom": "bottom", "right": "right",
                 "end": "right", "between": "between"}  # fmt: skip


def _toggle(key: str) -> _Read:
    def read(element: Element, props: Props) -> None:
        props[key] = flag(element)

    return read


def _text(key: str, table: dict[str, Any] | None = None, default: Any = None) -> _Read:
    def read(element: Element, props: Props) -> None:
        text = value(element)
        if text is not None:
            props[key] = text if table is None else table.get(text, default)

    return read


def _measure(key: str, unit: float) -> _Read:
    def read(element: Element, props: Props) -> None:
        found = points(value(element), unit)
        if found is not None:
            props[key] = found

    return read


def _fonts(element: Element, props: Props) -> None:
    for name in _FONTS:
        font = element.get(qn(f"w:{name}"))
        if font:
            props[name] = font
            # A direct face beats an inherited theme face, and the other way round (17.3.2.26).
            twin = name.removesuffix("Theme") if name.endswith("Theme") else f"{name}Theme"
            if element.get(qn(f"w:{twin}")) is None:
                props.pop(twin, None)
                props[twin] = None


def _color(element: Element, props: Props) -> None:
    props["color"] = color(value(element))


def _shading(element: Element, props: Props) -> None:
    props["shading"] = fill(element)


def _indent(element: Element, props: Props) -> None:
    for key, names in (("left", ("w:left", "w:start")), ("right", ("w:right", "w:end"))):
        found = length(element, *names)
        chars = number(element.get(qn(names[0] + "Chars")))
        if found is not None:
            props[key] = found
        elif chars:
            props[key] = chars / 10  # hundredths of a character; ten points stand for one
    hanging, first = length(element, "w:hanging"), length(element, "w:firstLine")
    if hanging is not None:
        props["first_line"] = -hanging
    elif first is not None:
        props["first_line"] = first
    elif element.get(qn("w:firstLineChars")) is not None:
        props["first_line"] = number(element.get(qn("w:firstLineChars"))) / 10


def _spacing(element: Element, props: Props) -> None:
    for key in ("before", "after"):
        found = length(element, f"w:{key}")
        if element.get(qn(f"w:{key}Autospacing")) in ("1", "true", "on"):
            props[key] = 14.0  # what Word shows for "auto", 17.3.1.33
        elif found is not None:
            props[key] = found
    line = element.get(qn("w:line"))
    rule = element.get(qn("w:lineRule"))
    if line is not None:
        props["line"] = number(line)
        props["lineRule"] = rule or "auto"
    elif rule is not None:
        props["lineRule"] = rule


def _tabs(element: Element, props: Props) -> None:
    stops: dict[float, TabStop | None] = dict(props.get("tabs", {}))
    for tab in element.iterchildren(qn("w:tab")):
        position = length(tab, "w:pos") or 0.0
        kind = value(tab) or "left"
        leader: Any = _LEADERS.get(tab.get(qn("w:leader")) or "", "none")
        align: Any = _TAB_ALIGNS.get(kind, "left")
        stops[position] = None if kind == "clear" else TabStop(position, align, leader)
    props["tabs"] = stops


def _edges(element: Element, props: Props) -> None:
    edges = dict(props.get("borders", {}))
    for child in element.iterchildren(tag="*"):
        name = _EDGES.get(child.tag.rpartition("}")[2])
        if name:
            edges[name] = border(child)
    props["borders"] = edges


def _numbering(element: Element, props: Props) -> None:
    for child in element.iterchildren(qn("w:numId"), qn("w:ilvl")):
        props[child.tag.rpartition("}")[2]] = number(value(child))


def _outline(element: Element, props: Props) -> None:
    level = number(value(element), 9)
    props["outline"] = level if level < 9 else None


_RUN: Final[dict[str, _Read]] = {
    "rFonts": _fonts,
    "b": _toggle("bold"),
    "i": _toggle("italic"),
    "caps": _toggle("caps"),
    "smallCaps": _toggle("smallCaps"),
    "strike": _toggle("strike"),
    "dstrike": _toggle("dstrike"),
    "vanish": _toggle("vanish"),
    "u": _text("underline", _UNDERLINES, "single"),
    "color": _color,
    "sz": _measure("size", 1 / 2),
    "highlight": _text("highlight", _HIGHLIGHTS),
    "shd": _shading,
    "vertAlign": _text("position", {"superscript": "super", "subscript": "sub"}, "baseline"),
    "spacing": _measure("spacing", 1 / 20),
    "w": _measure("scale", 1.0),
    "rStyle": _text("style"),
}
_PARAGRAPH: Final[dict[str, _Read]] = {
    "pStyle": _text("style"),
    "jc": _text("align", _ALIGNMENTS, "left"),
    "ind": _indent,
    "spacing": _spacing,
    "keepNext": _toggle("keep_next"),
    "keepLines": _toggle("keep_lines"),
    "pageBreakBefore": _toggle("page_break_before"),
    "widowControl": _toggle("widow_control"),
    "wordWrap": _toggle("wordWrap"),
    "snapToGrid": _toggle("snap_to_grid"),
    "contextualSpacing": _toggle("contextual"),
    "tabs": _tabs,
    "pBdr": _edges,
    "shd": _shading,
    "numPr": _numbering,
    "outlineLvl": _outline,
}

# What the model cannot carry, by the element that asks for it, and what a user calls it.
_UNSUPPORTED: Final = {
    "bdr": "글자 테두리", "em": "강조점", "effect": "글자 효과", "emboss": "양각", "imprint": "음각",
    "outline": "외곽선 글자", "shadow": "그림자 글자", "eastAsianLayout": "글자 조판(두 줄·가로쓰기)",
    "framePr": "문단 틀", "textDirection": "세로쓰기", "bidi": "오른쪽에서 왼쪽 쓰기",
    "rtl": "오른쪽에서 왼쪽 쓰기", "position": "글자 올림·내림", "fitText": "글자 너비 맞춤",
}  # fmt: skip


_RUN_TAGS: Final = {qn(f"w:{name}"): read for name, read in _RUN.items()}
_PARAGRAPH_TAGS: Final = {qn(f"w:{name}"): read for name, read in _PARAGRAPH.items()}


def _read(element: Element | None, table: dict[str, _Read], props: Props) -> Props:
    if element is not None:
        for child in element.iterchildren(tag="*"):
            read = table.get(child.tag)
            if read:
                read(child, props)
    return props


def run_props(element: Element | None) -> Props:
    """The properties that a `w:rPr` sets."""
    return _read(element, _RUN_TAGS, {})


def paragraph_props(element: Element | None) -> Props:
    """The properties that a `w:pPr` sets; `tabs` and `borders` are mappings that merge by key."""
    return _read(element, _PARAGRAPH_TAGS, {})


_ASKED: Final = {qn(f"w:{name}"): word for name, word in _UNSUPPORTED.items()}
_SHADE, _CELL_BORDERS = qn("w:shd"), qn("w:tcBorders")
_DIAGONALS: Final = (qn("w:tl2br"), qn("w:tr2bl"))
_NOT_ASKED: Final = ("0", "false", "none", "nil", "lrTb")


def unsupported(element: Element | None) -> list[str]:
    """What a property element asks for that the model cannot carry, in words a user knows."""
    found: list[str] = []
    for child in element.iterchildren() if element is not None else ():
        tag = child.tag
        if tag in _ASKED:
            if value(child) not in _NOT_ASKED:
                found.append(_ASKED[tag])
        elif tag == _SHADE:
            if value(child) in PATTERNS:
                found.append("무늬 채우기")
        elif tag == _CELL_BORDERS and any(border(line) for line in child.iterchildren(*_DIAGONALS)):
            found.append("칸의 대각선")
    return found
