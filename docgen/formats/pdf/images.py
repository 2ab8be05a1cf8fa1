"""Pictures as a PDF holds them: JPEG as it is, PNG as it is where it can be, all else by Pillow.

What Pillow cannot read, and what would have to be turned first, is left to WeasyPrint.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import PIL.Image

from docgen.formats.pdf.ink import NotCarriedError

__all__ = ["Image", "image"]

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_COLORS: Final = {0: ("/DeviceGray", 1), 2: ("/DeviceRGB", 3)}  # PNG colour types without alpha or palette
_SPACES: Final = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
_ORIENTATION: Final = 0x112  # the Exif tag
_READ: Final = ("image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff", "image/webp")


@dataclass(frozen=True, eq=False, slots=True)
class Image:
    """A picture's stream and what its dictionary says (PDF 32000-1, 8.9.5); `mask` is its transparency."""

    data: bytes
    entries: tuple[tuple[str, str], ...]
    mask: Image | None = None


@lru_cache(maxsize=8)
def image(data: bytes, media_type: str) -> Image:
    """A picture ready to be put into a file; raises NotCarriedError for what is not carried over."""
    if media_type not in _READ:
        raise NotCarriedError
    made = _plain_png(data) if data.startswith(_PNG) else None
    try:
        return made or _by_pillow(data)
    except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError) as error:
        raise NotCarriedError from error


def _entries(width: int, height: int, space: str, bits: int, **more: str) -> tuple[tuple[str, str], ...]:
    said = {"Width": str(width), "Height": str(height), "ColorSpace": space, "BitsPerComponent": str(bits)}
    return tuple((said | more).items())


def _plain_png(data: bytes) -> Image | None:
    """A PNG without alpha, palette or interlace: a PDF reads its packed rows too (PDF 32000-1, 7.4.4.4)."""
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    bits, color, interlaced = data[24], data[25], data[28]
    if color not in _COLORS or interlaced or bits > 8:
        return None
    rows, at = [], len(_PNG)
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind == b"IDAT":
            rows.append(data[at + 8 : at + 8 + size])
        elif kind in (b"tRNS", b"gAMA", b"iCCP"):
            return None
        at += 12 + size
    space, parts = _COLORS[color]
    packed = b"".join(rows)
    try:
        unpacked = zlib.decompressobj()
        whole = len(unpacked.decompress(packed, (width * parts * bits // 8 + 2) * height + 1))
    except zlib.error:
        return None
    if not unpacked.eof or whole != ((width * parts * bits + 7) // 8 + 1) * height:
        return None
    reading = f"<</Predictor 15 /Colors {parts} /BitsPerComponent {bits} /Columns {width}>>"
    return Image(packed, _entries(width, height, space, bits, Filter="/FlateDecode", DecodeParms=reading))


def _by_pillow(data: bytes) -> Image:
    with PIL.Image.open(io.BytesIO(data)) as opened:
        if opened.getexif().get(_ORIENTATION, 1) != 1:
            raise NotCarriedError
        if opened.format == "JPEG" and opened.mode in _SPACES and opened.mode != "CMYK":
            opened.load()
            return Image(data, _entries(*opened.size, _SPACES[opened.mode], 8, Filter="/DCTDecode"))
        clear = "A" in opened.getbands() or "transparency" in opened.info
        if not clear:
            return _packed(opened.convert("L" if opened.mode in ("1", "L") else "RGB"))
        whole = opened.convert("RGBA")
        return _packed(whole.convert("RGB"), _packed(whole.getchannel("A")))


def _packed(picture: PIL.Image.Image, mask: Image | None = None) -> Image:
    data = zlib.compress(picture.tobytes())
    return Image(data, _entries(*picture.size, _SPACES[picture.mode], 8, Filter="/FlateDecode"), mask)
