"""Looks as CSS declarations: characters, paragraphs, cells; and the register that names each one once."""

from __future__ import annotations

from typing import Final

from docgen.document import Border, Borders, Cell, CharacterFormat, ParagraphFormat
from docgen.formats.fonts import families
from docgen.formats.html.values import pt

__all__ = [
    "Classes",
    "border_css",
    "cell_css",
    "character_css",
    "is_stretched",
    "paragraph_css",
]

_ALIGN: Final = {
    "left": "text-align:left",
    "center": "text-align:center",
    "right": "text-align:right",
    "justify": "text-align:justify",
    "distribute": "text-align:justify;text-align-last:justify",
}
_GENERIC: Final = frozenset({"serif", "sans-serif"})
_SPACED: Final = (88.0, 112.0)  # percent: a width within is made up by space between letters
_SUPER: Final = 0.65  # Word draws raised and lowered signs at about two thirds


class Classes:
    """The classes of one page: the same declarations under the same letter get the same name (`p1`, `c2`)."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._counts: dict[str, int] = {}

    def name(self, letter: str, declarations: str) -> str:
        """The class for some declarations, "" for none."""
        if not declarations:
            return ""
        key = (letter, declarations)
        if key not in self._names:
            self._counts[letter] = self._counts.get(letter, 0) + 1
            self._names[key] = f"{letter}{self._counts[letter]}"
        return self._names[key]

    def css(self) -> str:
        """The rules of all classes in the order in which they were first asked for."""
        return "\n".join(f".{name}{{{declarations}}}" for (_, declarations), name in self._names.items())


def character_css(look: CharacterFormat, base: CharacterFormat | None = None) -> str:
    """What differs from `base`, everything without one; a base has no line, shading or raised position."""
    said: list[str] = []
    if base is None or (look.font, look.east_asian_font) != (base.font, base.east_asian_font):
        said.append(f"font-family:{family_css(look.font, look.east_asian_font)}")
    size = look.size * (_SUPER if look.position != "baseline" else 1.0)
    if base is None or size != base.size:
        said.append(f"font-size:{pt(size)}")
    if base is None or look.bold != base.bold:
        said.append(f"font-weight:{'700' if look.bold else '400'}")
    if look.italic != (base is not None and base.italic):
        said.append(f"font-style:{'italic' if look.italic else 'normal'}")
    if look.color != (base.color if base is not None else None):
        said.append(f"color:#{look.color or '000000'}")
    spacing = _spacing(look)
    if spacing != (_spacing(base) if base is not None else 0.0):
        said.append(f"letter-spacing:{pt(spacing)}")
    if look.capitals != (base.capitals if base is not None else "none"):
        said.append(_capitals(look))
    return ";".join(said + _lines(look))


def _capitals(look: CharacterFormat) -> str:
    transform = "uppercase" if look.capitals == "all" else "none"
    return f"text-transform:{transform};font-variant:{'small-caps' if look.capitals == 'small' else 'normal'}"


def _lines(look: CharacterFormat) -> list[str]:
    """What a base never has: underline, strike, shading, raised or lowered position."""
    said: list[str] = []
    lines = [
        word for word, on in (("underline", look.underline != "none"), ("line-through", look.strike)) if on
    ]
    if lines:
        style = "" if look.underline in ("none", "single") else f" {look.underline}"
        said.append(f"text-decoration:{' '.join(lines)}{style}".replace("wave", "wavy"))
    if look.shading:
        said.append(f"background:#{look.shading}")
    if look.position != "baseline":
        said.append(f"vertical-align:{look.position};line-height:0")
    return said


def is_stretched(look: CharacterFormat) -> bool:
    """Whether letters are so narrow or wide that they must be drawn so: closer they would overlap."""
    return not _SPACED[0] <= look.scale <= _SPACED[1]


def _spacing(look: CharacterFormat) -> float:
    """Extra space between letters; CSS has no character width in percent, so a small one is made up by it."""
    if is_stretched(look):
        return round(look.spacing / (look.scale / 100), 2)
    return round(look.spacing + look.size * 0.8 * (look.scale / 100 - 1), 2)


def family_css(latin: str, east_asian: str) -> str:
    """A `font-family` value. The names come from the table of fonts, never from the document."""
    return ",".join(name if name in _GENERIC else f'"{name}"' for name in families(latin, east_asian))


def border_css(line: Border | None) -> str:
    """One line, `0` for none."""
    return "0" if line is None else f"{pt(line.width)} {line.style.replace('single', 'solid')} #{line.color}"


def edges_css(edges: Borders) -> list[str]:
    """The four edges, in one declaration where they are alike."""
    sides = {side: getattr(edges, side) for side in ("top", "right", "bottom", "left")}
    if len(set(sides.values())) == 1:
        return [f"border:{border_css(edges.top)}"] if edges.top else []
    return [f"border-{side}:{border_css(line)}" for side, line in sides.items() if line]


def paragraph_css(look: ParagraphFormat, base: CharacterFormat, line: float) -> str:
    """A paragraph whose text looks like `base` and whose lines are `line` points high."""
    edges = look.borders
    left, right = (look.left - _reach(edges.left), look.right - _reach(edges.right))
    said = [character_css(base), f"line-height:{pt(line)}", _ALIGN[look.align]]
    if any((look.before, right, look.after, left)):
        said.append(f"margin:{pt(look.before)} {pt(right)} {pt(look.after)} {pt(left)}")
    if look.first_line:
        said.append(f"text-indent:{pt(look.first_line)}")
    said += edges_css(edges)
    if any((edges.top, edges.right, edges.bottom, edges.left)):
        sides = (edges.top, edges.right, edges.bottom, edges.left)
        said.append("padding:" + " ".join(pt(side.space if side else 0.0) for side in sides))
    if look.shading:
        said.append(f"background:#{look.shading}")
    switches = (
        (look.keep_next, "break-after:avoid"),
        (look.keep_lines, "break-inside:avoid"),
        (look.page_break_before, "break-before:page"),
        (not look.widow_control, "orphans:1;widows:1"),
    )
    return ";".join(said + [text for on, text in switches if on])


def _reach(line: Border | None) -> float:
    """How far a paragraph's border stands outside its text."""
    return 0.0 if line is None else line.space + line.width


def cell_css(cell: Cell) -> str:
    """A cell: padding, lines, shading and where its content stands."""
    sides = (cell.padding.top, cell.padding.right, cell.padding.bottom, cell.padding.left)
    said = ["padding:" + " ".join(pt(side) for side in sides), *edges_css(cell.borders)]
    if cell.shading:
        said.append(f"background:#{cell.shading}")
    if cell.vertical_align != "top":
        said.append(f"vertical-align:{cell.vertical_align.replace('center', 'middle')}")
    return ";".join(said)
