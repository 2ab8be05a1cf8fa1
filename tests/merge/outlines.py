"""What a Word file says, part by part, apart from how its XML is written: to compare two files.

Runs of the same look are joined, empty ones left out; a picture is its file and its size.
"""

from __future__ import annotations

import hashlib
import io
from typing import Any

import docx
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

Outline = list[Any]

_READ = ("document", "header", "footer", "footnotes")
_CHARACTERS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}


def outlines(data: bytes) -> dict[str, Outline]:
    """The outline of every part that shows text, by its name; the document's properties besides."""
    document = docx.Document(io.BytesIO(data))
    found: dict[str, Outline] = {}
    for part in document.part.package.iter_parts():
        name = str(part.partname).rsplit("/", 1)[-1].removesuffix(".xml")
        if name.rstrip("0123456789") in _READ:
            found[name] = _blocks(etree.fromstring(part.blob), part)
    core = document.core_properties
    found["core"] = [core.title, core.subject, core.author, core.comments]
    return found


def _blocks(parent: Any, part: Part) -> Outline:
    made: Outline = []
    for child in parent:
        if child.tag == qn("w:p"):
            made.append(_paragraph(child, part))
        elif child.tag == qn("w:tbl"):
            made.append(_table(child, part))
        elif child.tag in (qn("w:body"), qn("w:footnote")):
            made.extend(_blocks(child, part))
    return made


def _table(table: Any, part: Part) -> tuple[str, list[str], Outline]:
    widths = [column.get(qn("w:w")) for column in table.iter(qn("w:gridCol"))]
    return (
        "table",
        widths,
        [[_cell(cell, part) for cell in row.iter(qn("w:tc"))] for row in table.findall(qn("w:tr"))],
    )


def _cell(cell: Any, part: Part) -> tuple[str, str, str, Outline]:
    def stated(name: str, attribute: str, default: str) -> str:
        found = cell.find(f"{qn('w:tcPr')}/{qn(name)}")
        return "" if found is None else found.get(qn(attribute), default)

    merge = stated("w:vMerge", "w:val", "continue")
    return (
        stated("w:gridSpan", "w:val", ""),
        merge,
        stated("w:shd", "w:fill", "").upper(),
        _blocks(cell, part),
    )


def _paragraph(paragraph: Any, part: Part) -> tuple[str, str, list[tuple[str, tuple[Any, ...]]]]:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    runs: list[tuple[str, tuple[Any, ...]]] = []
    for run in paragraph.iter(qn("w:r")):
        if next(run.iterancestors(qn("w:p"))) is not paragraph:
            continue
        text, look = _text(run, part), _look(run, part)
        if text and runs and runs[-1][1] == look:
            runs[-1] = (runs[-1][0] + text, look)
        elif text:
            runs.append((text, look))
    return "p", "" if style is None else style.get(qn("w:val")), runs


def _text(run: Any, part: Part) -> str:
    text = ""
    for child in run:
        if child.tag == qn("w:t"):
            text += child.text or ""
        elif child.get(qn("w:type")) == "page":
            text += "\f"
        elif child.tag == qn("w:drawing"):
            text += _picture(child, part)
        text += _CHARACTERS.get(child.tag, "")
    return text


def _picture(drawing: Any, part: Part) -> str:
    blip, extent = drawing.find(f".//{qn('a:blip')}"), drawing.find(f".//{qn('wp:extent')}")
    shown = part.rels[blip.get(qn("r:embed"))].target_part.blob
    click = drawing.find(f".//{qn('a:hlinkClick')}")
    link = "" if click is None else part.rels[click.get(qn("r:id"))].target_ref
    return f"[{hashlib.sha256(shown).hexdigest()[:8]} {extent.get('cx')}x{extent.get('cy')} {link}]"


def _stated(look: Any) -> list[tuple[str, str]]:
    """The attributes of a property; of a shading (to which docxtpl gives no pattern) the colour alone."""
    if look.tag == qn("w:shd"):
        return [("fill", look.get(qn("w:fill")))]
    return sorted(look.items())


def _look(run: Any, part: Part) -> tuple[Any, ...]:
    """The properties of a run in no order, and where a link around it leads."""
    properties = run.find(qn("w:rPr"))
    look = [] if properties is None else [(child.tag, *_stated(child)) for child in properties]
    link = run.getparent()
    if link.tag == qn("w:hyperlink"):
        look.append(("link", part.rels[link.get(qn("r:id"))].target_ref))
    return tuple(sorted(look))
