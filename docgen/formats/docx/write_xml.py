"""Elements in one line, lengths in the units of WordprocessingML, and parts as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from lxml import etree

from docgen.formats.docx.names import NAMESPACES, qn

__all__ = ["Attributes", "Element", "element", "emu", "serialise", "text_element", "twips"]

Element: TypeAlias = etree._Element
Attributes: TypeAlias = Mapping[str, str | int]

_UNPREFIXED = {"rel", "ct"}  # vocabularies that own their part, and stand in it without a prefix
_NSMAPS: dict[str, dict[str | None, str]] = {
    prefix: {None if prefix in _UNPREFIXED else prefix: uri} for prefix, uri in NAMESPACES.items()
}


def element(name: str, attributes: Attributes | None = None, children: Iterable[Element] = ()) -> Element:
    """An element: `element("w:jc", {"val": "center"})`.

    An attribute without a prefix is in the namespace of WordprocessingML when the element is, as that
    vocabulary wants it, and in none otherwise.
    """
    prefix = name.split(":")[0]
    made = etree.Element(qn(name), nsmap=_NSMAPS[prefix])  # type: ignore[arg-type]  # the stubs know no None
    for key, value in (attributes or {}).items():
        made.set(_attribute_name(prefix, key), str(value))
    made.extend(list(children))
    return made


def _attribute_name(prefix: str, key: str) -> str:
    if ":" in key:
        return qn(key)
    return qn(f"w:{key}") if prefix == "w" else key


def text_element(name: str, text: str, attributes: Attributes | None = None) -> Element:
    """An element that holds characters, its white space kept."""
    made = element(name, attributes)
    made.text = text
    if text != text.strip() or "  " in text:
        made.set(qn("xml:space"), "preserve")
    return made


def serialise(root: Element) -> bytes:
    """A part: declaration and root, with each namespace declared once, at the root.

    Prefixes that only values speak of (mc:Ignorable, Requires: ECMA-376 Part 3, 7) stay declared.
    """
    used = {qn_.rpartition("}")[0][1:] for node in root.iter() for qn_ in (node.tag, *node.attrib)}
    prefixes = {
        prefix: uri
        for prefix, uri in NAMESPACES.items()
        if uri in used and prefix not in (*_UNPREFIXED, "xml")
    }
    spoken = (root.get(qn("mc:Ignorable")), *(node.get("Requires") for node in root.iter(qn("mc:Choice"))))
    kept = [prefix for words in spoken if words for prefix in words.split()]
    etree.cleanup_namespaces(root, top_nsmap=prefixes, keep_ns_prefixes=kept)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)


def emu(points: float) -> int:
    """Points as English metric units, 12,700 to the point."""
    return round(points * 12_700)
