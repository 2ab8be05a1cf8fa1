"""Fonts and pictures in a PDF file."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import md5
from typing import Any, Final

import pydyf

from docgen.formats.pdf.faces import Face
from docgen.formats.pdf.images import Image
from docgen.formats.pdf.objects import added, stream

__all__ = ["embed_font", "embed_image"]

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


def embed_font(pdf: pydyf.PDF, face: Face, glyphs: dict[int, str]) -> bytes:
    """A composite font of glyphs under their own numbers (9.7), which say what they read (9.10.3)."""
    used = sorted(glyphs)
    data = face.subset(used)
    tag = "".join(chr(65 + byte % 26) for byte in md5(data, usedforsecurity=False).digest()[:6])
    name = f"/{tag}+{face.name}"
    system = pydyf.Dictionary(
        {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0}
    )
    below = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": system,
        "FontDescriptor": _descriptor(pdf, face, name, data),
        "W": _widths(face, used),
        "CIDToGIDMap": "/Identity",
    }
    reference: bytes = added(
        pdf,
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pydyf.Array([added(pdf, below).reference]),
            "ToUnicode": stream(pdf, _to_unicode(glyphs, used)),
        },
    ).reference
    return reference


def _descriptor(pdf: pydyf.PDF, face: Face, name: str, data: bytes) -> bytes:
    """The descriptor of a font and its file (9.8)."""
    ascent, descent = round(face.ascent * 1000), -round(face.descent * 1000)
    reference: bytes = added(
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
            "FontFile2": stream(pdf, data, Length1=len(data)),
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


def embed_image(pdf: pydyf.PDF, found: Image) -> bytes:
    """A picture and its transparency (8.9.5, 11.6.5.3)."""
    entries: dict[str, Any] = {"Type": "/XObject", "Subtype": "/Image", **dict(found.entries)}
    if found.mask is not None:
        entries["SMask"] = embed_image(pdf, found.mask)
    made = pydyf.Stream([found.data], entries)
    pdf.add_object(made)
    reference: bytes = made.reference
    return reference
