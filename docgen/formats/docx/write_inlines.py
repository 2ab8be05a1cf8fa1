"""What stands in a line, as runs (ECMA-376 Part 1, 17.3.2), hyperlinks, fields and drawings (20.4).

A `Text` becomes exactly one run, so that a tag in it is never split.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from docgen.document import Anchor, Break, CharacterFormat, Field, Inline, Picture, Tab, Text
from docgen.formats.docx.names import NAMESPACES
from docgen.formats.docx.write_parts import Story
from docgen.formats.docx.write_properties import run_properties
from docgen.formats.docx.write_xml import Attributes, Element, element, emu, text_element

__all__ = ["inlines", "text_run"]

_FIELDS = {
    "page": " PAGE ",
    "pages": " NUMPAGES ",
    "reference": " PAGEREF {} \\h ",
    "contents": " TOC \\h \\z \\u ",
}


def inlines(content: Iterable[Inline], base: CharacterFormat, story: Story) -> list[Element]:
    """The children of a paragraph; neighbouring texts with one address share one hyperlink."""
    made: list[Element] = []
    for link, group in groupby(content, key=lambda inline: getattr(inline, "link", None)):
        runs = [_inline(inline, base, story) for inline in group]
        made += runs if link is None else [_hyperlink(link, runs, story)]
    return made


def _hyperlink(link: str, runs: list[Element], story: Story) -> Element:
    if link.startswith("#"):
        return element("w:hyperlink", {"anchor": link[1:]}, runs)
    return element("w:hyperlink", {"r:id": story.relate("hyperlink", link, external=True)}, runs)


def _inline(inline: Inline, base: CharacterFormat, story: Story) -> Element:
    match inline:
        case Text():
            return text_run(inline.text, inline.format, base)
        case Tab():
            return _run(inline.format, base, element("w:tab"))
        case Break(kind="line"):
            return _run(inline.format, base, element("w:br"))
        case Break():
            return _run(inline.format, base, element("w:br", {"type": inline.kind}))
        case Field():
            shown = text_run("목차" if inline.kind == "contents" else "1", inline.format, base)
            instruction = _FIELDS[inline.kind].format(inline.target)
            return element("w:fldSimple", {"instr": instruction}, [shown])
        case Picture():
            return element("w:r", children=[element("w:drawing", children=[_drawing(inline, story)])])


def text_run(text: str, look: CharacterFormat, base: CharacterFormat) -> Element:
    """One run with one text."""
    return _run(look, base, text_element("w:t", text))


def _run(look: CharacterFormat, base: CharacterFormat, content: Element) -> Element:
    return element("w:r", children=[*run_properties(look, base), content])


def _drawing(picture: Picture, story: Story) -> Element:
    size: Attributes = {"cx": emu(picture.width), "cy": emu(picture.height)}
    number = next(story.parts.drawings)
    name: Attributes = {"id": number, "name": f"그림 {number}"}
    extent = element("wp:extent", size)
    tail = [
        element("wp:docPr", {**name, "descr": picture.alt}),
        element("wp:cNvGraphicFramePr", children=[element("a:graphicFrameLocks", {"noChangeAspect": 1})]),
        _graphic(story.relate("image", story.parts.image(picture)), size, name),
    ]
    if picture.anchor is None:
        return element("wp:inline", _distances(0), [extent, *tail])
    return _anchored(picture.anchor, number, extent, tail)


def _distances(side: int) -> Attributes:
    return {"distT": 0, "distB": 0, "distL": side, "distR": side}


def _anchored(anchor: Anchor, number: int, extent: Element, tail: list[Element]) -> Element:
    square = anchor.wrap == "square"
    attributes = {
        **_distances(114_300 if square else 0),
        "simplePos": 0,
        "relativeHeight": number,
        "behindDoc": int(anchor.behind),
        "locked": 0,
        "layoutInCell": 1,
        "allowOverlap": 1,
    }
    wrap = element(
        f"wp:wrap{anchor.wrap[0].upper()}{anchor.wrap[1:]}", {"wrapText": "bothSides"} if square else {}
    )
    children = [
        element("wp:simplePos", {"x": 0, "y": 0}),
        _position("wp:positionH", anchor.horizontal, anchor.x),
        _position("wp:positionV", anchor.vertical, anchor.y),
        extent,
        wrap,
        *tail,
    ]
    return element("wp:anchor", attributes, children)


def _position(name: str, reference: str, offset: float) -> Element:
    shift = text_element("wp:posOffset", str(emu(offset)))
    return element(name, {"relativeFrom": reference}, [shift])


def _graphic(relation: str, size: Attributes, name: Attributes) -> Element:
    """The picture itself (20.2): which image, stretched to the size of its frame."""
    frame = element("a:xfrm", children=[element("a:off", {"x": 0, "y": 0}), element("a:ext", size)])
    shape = element("a:prstGeom", {"prst": "rect"}, [element("a:avLst")])
    fill = [
        element("a:blip", {"r:embed": relation}),
        element("a:stretch", children=[element("a:fillRect")]),
    ]
    picture = element(
        "pic:pic",
        children=[
            element("pic:nvPicPr", children=[element("pic:cNvPr", name), element("pic:cNvPicPr")]),
            element("pic:blipFill", children=fill),
            element("pic:spPr", children=[frame, shape]),
        ],
    )
    data = element("a:graphicData", {"uri": NAMESPACES["pic"]}, [picture])
    return element("a:graphic", children=[data])
