"""Runs of text (`w:r`, ECMA-376 17.3.2): their look, the breaks inside them, links around them."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Final

from lxml import etree

from docgen.formats.docx.names import NAMESPACES, qn
from docgen.formats.docx.write_xml import Element, element
from docgen.merge.notes import FORBIDDEN, Forbidden, take_note
from docgen.merge.run import ObjectFault, Run

__all__ = [
    "BREAK",
    "foreign_runs",
    "hyperlink",
    "in_order",
    "page_break",
    "paragraph_break",
    "run_look",
    "text_element",
    "text_runs",
]

# Stands among runs for the end of the paragraph; docgen.merge.settle carries it out.
BREAK: Final = "docgen-break"

_PIECES: Final = re.compile("([\n\t\a\f])")
_UNDERLINES: Final = ("single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave")
# The order in which w:rPr holds its children (ECMA-376 17.3.2.28).
_ORDER: Final = {
    qn(f"w:{name}"): place
    for place, name in enumerate(
        (
            *(
                "rStyle",
                "rFonts",
                "b",
                "bCs",
                "i",
                "iCs",
                "caps",
                "smallCaps",
                "strike",
                "dstrike",
                "outline",
            ),
            *(
                "shadow",
                "emboss",
                "imprint",
                "noProof",
                "snapToGrid",
                "vanish",
                "webHidden",
                "color",
                "spacing",
            ),
            *("w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText"),
            *("vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
        )
    )
}
_STAND_INS: Final = {"\a": "\ufdd0", "\f": "\ufdd1"}  # for characters that XML cannot hold


def paragraph_break() -> Element:
    """What ends the paragraph and begins the next in the same look."""
    return etree.Element(BREAK)


def page_break() -> Element:
    """What ends the paragraph, then the page, and begins the next paragraph in the same look."""
    return etree.Element(BREAK, page="1")


def in_order(look: Element) -> Element:
    """Run properties sorted as the standard wants them."""
    look[:] = sorted(look, key=lambda child: _ORDER.get(child.tag, len(_ORDER)))
    return look


def run_look(
    style: str | None = None,
    color: str | None = None,
    highlight: str | None = None,
    size: float | None = None,
    subscript: bool | None = None,
    superscript: bool | None = None,
    bold: bool = False,
    italic: bool = False,
    underline: bool | str = False,
    strike: bool = False,
    font: str | None = None,
    url_id: str | None = None,
    rtl: bool = False,
    lang: str | None = None,
) -> Element | None:
    """The properties of a run in docxtpl's words, None where they say nothing; `url_id` is no property."""
    look = element("w:rPr")

    def put(name: str, wanted: object, **attributes: str | int) -> None:
        if wanted:
            look.append(element(f"w:{name}", attributes))

    put("rStyle", style, val=str(style))
    put("rFonts", font, **_fonts(font or ""))
    put("b", bold)
    put("bCs", bold and rtl)
    put("i", italic)
    put("iCs", italic and rtl)
    put("strike", strike)
    put("color", color, val=str(color).removeprefix("#"))
    put("sz", size, val=str(size))
    put("szCs", size, val=str(size))
    put("u", underline, val=str(underline) if underline in _UNDERLINES else "single")
    put("shd", highlight, val="clear", color="auto", fill=str(highlight).removeprefix("#"))
    put("vertAlign", subscript, val="subscript")
    put("vertAlign", superscript, val="superscript")
    put("rtl", rtl, val="true")
    put("lang", lang, val=str(lang))
    return look if len(look) else None


def _fonts(font: str) -> dict[str, str | int]:
    region, _, name = font.rpartition(":")
    return {"ascii": name, "hAnsi": name, "cs": name, (region or "eastAsia"): name}


def text_element(text: str) -> Element:
    """A `w:t` that keeps its white space."""
    made = element("w:t", {"xml:space": "preserve"})
    made.text = text
    return made


def _clean(text: str) -> str:
    """A text without what XML cannot carry, which is noted."""
    if FORBIDDEN.search(text):
        take_note(Forbidden(text))
    return FORBIDDEN.sub("", text)


def text_runs(text: str, look: Element | None) -> list[Element]:
    """The runs of a text: line breaks and tabs inside them, ends of paragraphs and pages between them."""
    made: list[Element] = [_run(look)]
    for piece in _PIECES.split(_clean(text).replace("\r\n", "\n").replace("\r", "")):
        if piece == "\n":
            made[-1].append(element("w:br"))
        elif piece == "\t":
            made[-1].append(element("w:tab"))
        elif piece in ("\a", "\f"):
            made += [paragraph_break() if piece == "\a" else page_break(), _run(look)]
        elif piece:
            made[-1].append(text_element(piece))
    return [each for each in made if each.tag == BREAK or any(child.tag != qn("w:rPr") for child in each)]


def _run(look: Element | None) -> Element:
    return element("w:r", children=[] if look is None else [deepcopy(look)])


def hyperlink(runs: list[Element], address: str, run: Run) -> Element:
    """Runs that a click follows to an address; a break of the paragraph inside becomes a line break."""
    relation = run.members.relate(run.part, "hyperlink", address, external=True)
    made = element("w:hyperlink", {"r:id": relation, "tgtFrame": "_blank"})
    made.extend(element("w:r", children=[element("w:br")]) if each.tag == BREAK else each for each in runs)
    return made


def foreign_runs(xml: str, run: Run) -> list[Element]:
    """The elements of docxtpl's RichText and RichTextParagraph, made right: breaks carried out,
    properties in order, links related to the part in which they now stand."""
    xml = _clean(xml)
    for character, stand_in in _STAND_INS.items():
        xml = xml.replace(character, stand_in)
    spaces = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "r"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(f"<root {spaces}>{xml}</root>", parser)
    for found in list(root.iter(qn("w:r"))):
        _remake(found)
    for link in list(root.iter(qn("w:hyperlink"))):
        address = link.get(qn("r:id"), "")
        if re.fullmatch(r"rId\d+", address):
            hint = "url_id=template.build_url_id(주소)의 template에 docgen의 WordTemplate을 쓰세요."
            raise ObjectFault("value.link", "서식 있는 글의 링크 주소를 알 수 없습니다.", hint)
        link.set(qn("r:id"), run.members.relate(run.part, "hyperlink", address, external=True))
    return list(root)


def _remake(found: Element) -> None:
    """A run of docxtpl's, its properties in order and its text cut at the breaks."""
    look = found.find(qn("w:rPr"))
    if look is not None:
        in_order(look)
        for shading in look.iter(qn("w:shd")):
            shading.set(qn("w:val"), "clear")
    text = "".join(part.text or "" for part in found.iter(qn("w:t")))
    for character, stand_in in _STAND_INS.items():
        text = text.replace(stand_in, character)
    parent = found.getparent()
    if parent is None:
        return
    made = text_runs(text, look)
    if parent.tag == qn("w:hyperlink"):
        made = [element("w:r", children=[element("w:br")]) if each.tag == BREAK else each for each in made]
    place = parent.index(found)
    parent[place : place + 1] = made
