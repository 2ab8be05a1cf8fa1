"""The file: pages, fonts, pictures, links and outline as PDF objects (PDF 32000-1), written by pydyf."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Sequence
from hashlib import md5
from typing import Any, Final

import pydyf

from docgen.formats.pdf.canvas import Book, Canvas, Heading
from docgen.formats.pdf.faces import Face
from docgen.formats.pdf.images import Image

__all__ = ["write_file"]

_LEVEL: Final = 3  # of packing: 4 % larger than the best and three times as fast
_MAPPINGS: Final = 100  # at most in one block of a ToUnicode map
_TO_UNICODE: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def write_file(book: Book, title: str, language: str) -> bytes:
    """The bytes of the PDF; same pages, same bytes."""
    pdf = pydyf.PDF()
    fonts = {f"F{i}": _font(pdf, face, glyphs) for i, (face, glyphs) in enumerate(book.glyphs.items())}
    images = {name: _image(pdf, found) for found, name in book.images.items()}
    resources = pydyf.Dictionary({"Font": pydyf.Dictionary(fonts), "XObject": pydyf.Dictionary(images)})
    pdf.add_object(resources)
    pages = [_page(pdf, canvas, resources) for canvas in book.pages]
    for canvas, page in zip(book.pages, pages, strict=True):
        if canvas.links:
            page["Annots"] = pydyf.Array(_links(pdf, canvas))
    if book.places:
        pdf.catalog["Names"] = pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": _places(book, pages)})})
    if book.headings:
        pdf.catalog["Outlines"] = _outline(pdf, book, pages)
    pdf.catalog["Lang"] = pydyf.String(language)
    pdf.info["Producer"] = pydyf.String("docgen")
    if title:
        pdf.info["Title"] = pydyf.String(title)
    made = io.BytesIO()
    pdf.write(made, compress=True)
    return made.getvalue()


def _stream(pdf: pydyf.PDF, data: bytes, **entries: Any) -> bytes:
    """Add a packed stream; its reference."""
    packed = pydyf.Stream([zlib.compress(data, _LEVEL)], {**entries, "Filter": "/FlateDecode"})
    pdf.add_object(packed)
    reference: bytes = packed.reference
    return reference


def _added(pdf: pydyf.PDF, entries: dict[str, Any]) -> Any:
    made = pydyf.Dictionary(entries)
    pdf.add_object(made)
    return made


def _page(pdf: pydyf.PDF, canvas: Canvas, resources: Any) -> Any:
    page = pydyf.Dictionary(
        {
            "Type": "/Page",
            "Parent": pdf.pages.reference,
            "MediaBox": pydyf.Array([0, 0, round(canvas.width, 2), round(canvas.height, 2)]),
            "Contents": _stream(pdf, canvas.stream),
            "Resources": resources.reference,
        }
    )
    pdf.add_page(page)
    return page


def _font(pdf: pydyf.PDF, face: Face, glyphs: dict[int, str]) -> bytes:
    """A composite font of glyphs under their own numbers (9.7), which say what they read (9.10.3)."""
    used = sorted(glyphs)
    data = face.subset(used)
    true_type = face.outlines == "TrueType"
    tag = "".join(chr(65 + byte % 26) for byte in md5(data, usedforsecurity=False).digest()[:6])
    name = f"/{tag}+{face.name}"
    whole = {"Length1": len(data)} if true_type else {"Subtype": "/OpenType"}
    ascent, descent = round(face.ascent * 1000), -round(face.descent * 1000)
    descriptor = _added(
        pdf,
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": 4,
            "FontBBox": pydyf.Array([0, descent, 1000, ascent]),
            "ItalicAngle": 0,
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": ascent,
            "StemV": 80,
            "FontFile2" if true_type else "FontFile3": _stream(pdf, data, **whole),
        },
    )
    system = pydyf.Dictionary(
        {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0}
    )
    below = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2" if true_type else "/CIDFontType0",
        "BaseFont": name,
        "CIDSystemInfo": system,
        "FontDescriptor": descriptor.reference,
        "W": _widths(face, used),
    }
    if true_type:
        below["CIDToGIDMap"] = "/Identity"
    reference: bytes = _added(
        pdf,
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pydyf.Array([_added(pdf, below).reference]),
            "ToUnicode": _stream(pdf, _to_unicode(glyphs, used)),
        },
    ).reference
    return reference


def _widths(face: Face, used: Sequence[int]) -> str:
    return f"[{' '.join(f'{glyph} [{face.advance(glyph):g}]' for glyph in used)}]"


def _to_unicode(glyphs: dict[int, str], used: Sequence[int]) -> bytes:
    said = [f"<{g:04x}> <{glyphs[g].encode('utf-16-be').hex()}>" for g in used if glyphs[g]]
    blocks = (said[i : i + _MAPPINGS] for i in range(0, len(said), _MAPPINGS))
    return _TO_UNICODE.format(
        "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    ).encode("ascii")


def _image(pdf: pydyf.PDF, found: Image) -> bytes:
    entries: dict[str, Any] = {"Type": "/XObject", "Subtype": "/Image", **dict(found.entries)}
    if found.mask is not None:
        entries["SMask"] = _image(pdf, found.mask)
    made = pydyf.Stream([found.data], entries)
    pdf.add_object(made)
    reference: bytes = made.reference
    return reference


def _places(book: Book, pages: Sequence[Any]) -> Any:
    """The places that links lead to by name, in the order of their strings (7.9.6)."""
    found = sorted((pydyf.String(name).data, place) for name, place in book.places.items())
    return pydyf.Array(
        [entry for name, place in found for entry in (name, _destination(book, pages, *place))]
    )


def _links(pdf: pydyf.PDF, canvas: Canvas) -> Iterable[bytes]:
    for link in canvas.links:
        left, top, right, bottom = link.box
        box = [
            round(left, 2),
            round(canvas.height - bottom, 2),
            round(right, 2),
            round(canvas.height - top, 2),
        ]
        entries = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array(box),
            "Border": pydyf.Array([0, 0, 0]),
        }
        if link.address.startswith("#"):
            entries["Dest"] = pydyf.String(link.address[1:])
        else:
            action = {"Type": "/Action", "S": "/URI", "URI": pydyf.String(link.address)}
            entries["A"] = pydyf.Dictionary(action)
        yield _added(pdf, entries).reference


def _destination(book: Book, pages: Sequence[Any], page: int, top: float) -> Any:
    return pydyf.Array([pages[page].reference, "/XYZ", 0, round(book.pages[page].height - top, 2), 0])


def _outline(pdf: pydyf.PDF, book: Book, pages: Sequence[Any]) -> bytes:
    """The headings as a tree (12.3.3): each stands under the nearest one before it of a higher level."""
    root = _added(pdf, {"Type": "/Outlines"})
    open_: list[tuple[int, Any]] = [(-1, root)]
    for heading in book.headings:
        item = _added(pdf, _entry(book, pages, heading))
        while open_[-1][0] >= heading.level:
            open_.pop()
        parent = open_[-1][1]
        item["Parent"] = parent.reference
        if "Last" in parent:
            before = next(o for o in reversed(pdf.objects) if o.number and o.reference == parent["Last"])
            before["Next"], item["Prev"] = item.reference, before.reference
        else:
            parent["First"] = item.reference
        parent["Last"] = item.reference
        for _, above in open_:
            above["Count"] = above.get("Count", 0) + 1
        open_.append((heading.level, item))
    reference: bytes = root.reference
    return reference


def _entry(book: Book, pages: Sequence[Any], heading: Heading) -> dict[str, Any]:
    return {
        "Title": pydyf.String(heading.text),
        "Dest": _destination(book, pages, heading.page, heading.top),
    }
