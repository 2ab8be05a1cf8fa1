"""Styles resolved: document defaults, table style, paragraph style, character style, direct formatting.

ECMA-376 Part 1, 17.7.2 gives the order, 17.7.3 the toggle properties. Styles are merged as plain
mappings (`Props`) and become the model's formats at the end. Each chain is merged once and kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.document import Borders, CharacterFormat, LineSpacing, ParagraphFormat, Style
from docgen.formats.docx.names import qn
from docgen.formats.docx.read_parts import Part
from docgen.formats.docx.read_properties import TOGGLES, Props, paragraph_props, run_props
from docgen.formats.docx.read_values import Element, value

__all__ = ["Styles", "merge"]

_DEFAULT_FONT = "Times New Roman"  # what Word takes when nothing names a face
_MAPPINGS = ("borders", "tabs")
_CHAIN_LIMIT = 30


def merge(*layers: Props) -> Props:
    """The layers one over the other; borders and tab stops merge edge by edge and stop by stop."""
    merged: Props = {}
    for layer in layers:
        for key, item in layer.items():
            merged[key] = merged[key] | item if key in _MAPPINGS and key in merged else item
    return merged


class Styles:
    """The style sheet of one document; `theme` says which face a theme name stands for."""

    def __init__(
        self, part: Part | None, theme: dict[str, str], indents: dict[tuple[int, int], Props]
    ) -> None:
        self._theme = theme
        self._indents = indents  # of the numbering levels, by (numId, ilvl)
        self.elements: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._chains: dict[str, tuple[Props, Props]] = {}
        self._looks: dict[tuple[Any, ...], tuple[CharacterFormat, bool]] = {}
        self.document_run: Props = {}
        self.document_paragraph: Props = {}
        if part is not None:
            self._load(part.root)

    def _load(self, root: Element) -> None:
        for style in root.iterchildren(qn("w:style")):
            key, kind = style.get(qn("w:styleId")) or "", style.get(qn("w:type")) or "paragraph"
            self.elements[key] = style
            if style.get(qn("w:default")) in ("1", "true", "on"):
                self._defaults[kind] = key
        defaults = root.find(qn("w:docDefaults"))
        if defaults is not None:
            self.document_run = run_props(defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}"))
            self.document_paragraph = paragraph_props(defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}"))

    def default(self, kind: str) -> str:
        """The id of the style that applies where none is named, "" for none."""
        return self._defaults.get(kind, "")

    def ancestry(self, key: str) -> list[Element]:
        """The style and those it is based on, the base first; a loop or an unknown name ends the chain."""
        found: list[Element] = []
        while key in self.elements and self.elements[key] not in found and len(found) < _CHAIN_LIMIT:
            found.append(self.elements[key])
            key = value(found[-1].find(qn("w:basedOn"))) or ""
        return found[::-1]

    def chain(self, key: str) -> tuple[Props, Props]:
        """Paragraph and run properties of a style, its ancestors merged in.

        A style that numbers takes the indents of its numbering level, unless it, or one on it, sets its own.
        """
        if key not in self._chains:
            paragraphs: list[Props] = []
            runs: list[Props] = []
            for style in self.ancestry(key):
                own = paragraph_props(style.find(qn("w:pPr")))
                if "numId" in own:
                    paragraphs.append(self._indents.get((own["numId"], own.get("ilvl", 0)), {}))
                paragraphs.append(own)
                runs.append(run_props(style.find(qn("w:rPr"))))
            self._chains[key] = (merge(*paragraphs), merge(*runs))
        return self._chains[key]

    def name(self, key: str) -> str:
        """The name of a style as Word shows it."""
        style = self.elements.get(key)
        return (value(style.find(qn("w:name"))) if style is not None else None) or key

    def character(self, table: Props, style: str, direct: Props) -> tuple[CharacterFormat, bool]:
        """The look of a run in a paragraph of `style`, and whether it is hidden.

        `table` is what a table's style says of its text, `direct` what the run says itself.
        """
        key = (frozenset(table.items()), style, frozenset(direct.items()))
        if key not in self._looks:
            self._looks[key] = self._resolved(table, style, direct)
        return self._looks[key]

    def _resolved(self, table: Props, style: str, direct: Props) -> tuple[CharacterFormat, bool]:
        paragraph_run = self.chain(style)[1]
        named = self.chain(direct["style"])[1] if "style" in direct else {}
        props = merge(self.document_run, table, paragraph_run, named, direct)
        for toggle in TOGGLES:
            if toggle not in direct:
                on = sum(bool(layer.get(toggle)) for layer in (table, paragraph_run, named)) % 2 == 1
                props[toggle] = on or bool(self.document_run.get(toggle))
        return self._character_format(props), bool(props["vanish"])

    def _face(self, props: Props, *names: str) -> str | None:
        for name in names:
            theme = props.get(f"{name}Theme")
            face = self._theme.get(theme.replace("Bidi", "HAnsi")) if theme else None
            found = face or props.get(name)
            if found:
                return str(found)
        return None

    def _character_format(self, props: Props) -> CharacterFormat:
        latin = self._face(props, "ascii", "hAnsi") or _DEFAULT_FONT
        return CharacterFormat(
            font=latin,
            east_asian_font=self._face(props, "eastAsia") or latin,
            size=props.get("size", 10.0),
            bold=props["bold"],
            italic=props["italic"],
            underline=props.get("underline", "none"),
            strike=props["strike"] or props["dstrike"],
            color=props.get("color"),
            shading=props.get("highlight") or props.get("shading"),
            position=props.get("position", "baseline"),
            capitals="all" if props["caps"] else "small" if props["smallCaps"] else "none",
            spacing=props.get("spacing", 0.0),
            scale=props.get("scale", 100.0),
        )

    def paragraph(self, props: Props, bare: bool) -> ParagraphFormat:
        """The look of a paragraph from its merged properties.

        `bare`: no style applies, not even a default one; Word then breaks lines inside Hangul words.
        """
        edges = props.get("borders", {})
        return ParagraphFormat(
            align=props.get("align", "left"),
            left=props.get("left", 0.0),
            right=props.get("right", 0.0),
            first_line=props.get("first_line", 0.0),
            before=props.get("before", 0.0),
            after=props.get("after", 0.0),
            line=_line(props),
            keep_next=props.get("keep_next", False),
            keep_lines=props.get("keep_lines", False),
            page_break_before=props.get("page_break_before", False),
            widow_control=props.get("widow_control", True),
            break_words=not props.get("wordWrap", not bare),
            snap_to_grid=props.get("snap_to_grid", True),
            tabs=tuple(stop for _, stop in sorted(props.get("tabs", {}).items()) if stop),
            borders=Borders(*(edges.get(edge) for edge in ("top", "right", "bottom", "left"))),
            shading=props.get("shading"),
            outline=props.get("outline"),
        )

    def named(self) -> Iterator[tuple[str, Style]]:
        """The paragraph styles of the document by name."""
        for key, element in self.elements.items():
            if element.get(qn("w:type")) == "paragraph":
                props = merge(self.document_paragraph, self.chain(key)[0])
                look = self.character({}, key, {})[0]
                yield self.name(key), Style(self.name(key), self.paragraph(props, bare=False), look)


def _line(props: Props) -> LineSpacing:
    amount, rule = props.get("line", 240), props.get("lineRule", "auto")
    if rule == "auto":
        return LineSpacing("multiple", amount / 240)
    return LineSpacing("exact" if rule == "exact" else "least", amount / 20)
