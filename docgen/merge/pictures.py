"""Pictures: what kind a file is, how large it prints, and the drawing that shows it (ECMA-376 20.4).

A picture prints in its own size, counted from the pixels and the resolution that it states (72 to the
inch where it states none, as python-docx does), unless a width or a height is asked for; with one of
the two the other follows.
"""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from docgen.formats.docx.names import NAMESPACES
from docgen.formats.docx.write_xml import Element, element

__all__ = ["Picture", "PictureError", "anchored", "inline", "read_picture"]

_EMU: Final = 914_400  # to the inch
_UNITS: Final = {"mm": 36_000, "cm": 360_000, "in": 914_400, "pt": 12_700, "px": 9_525}
_LENGTH: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(mm|cm|in|pt|px|%)")
_LEAST_EMU: Final = 1_000  # a bare number below it was meant in another unit
_MOST_EMU: Final = 22 * 914_400  # the largest page of Word is 22 inches
# Pillow's name of a format → extension, content type.
_FORMATS: Final = {
    "PNG": ("png", "image/png"),
    "JPEG": ("jpg", "image/jpeg"),
    "GIF": ("gif", "image/gif"),
    "BMP": ("bmp", "image/bmp"),
    "TIFF": ("tiff", "image/tiff"),
    "EMF": ("emf", "image/x-emf"),
}
_MAX_PIXELS: Final = 100_000_000


class PictureError(Exception):
    """A picture that cannot be shown; the text says why, in Korean."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The file of a picture and its own size in English metric units."""

    data: bytes
    extension: str
    content_type: str
    width: int
    height: int

    def sized(self, width: object = None, height: object = None) -> tuple[int, int]:
        """Width and height in English metric units, of python-docx lengths or texts such as "60mm", "50%"."""
        wide = None if width is None else _length(width, self.width)
        high = None if height is None else _length(height, self.height)
        if wide is None and high is None:
            return self.width, self.height
        if wide is None:
            return round(self.width * (high or 0) / self.height), high or 0
        return wide, round(self.height * wide / self.width) if high is None else high


def _length(value: object, own: int) -> int:
    if isinstance(value, str):
        match = _LENGTH.fullmatch(value.strip())
        if match is None:
            raise PictureError(
                f"그림의 크기를 읽을 수 없습니다: '{value}' (60mm, 3cm, 2in, 100pt, 50%처럼 적으세요)"
            )
        number, unit = float(match[1]), match[2]
        emu = round(own * number / 100) if unit == "%" else round(number * _UNITS[unit])
    elif isinstance(value, int | float) and value >= _LEAST_EMU:
        emu = round(value)
    else:
        raise PictureError(f"그림의 크기에 단위가 없습니다: {value} (60mm, 3cm처럼 적으세요)")
    if not 0 < emu <= _MOST_EMU:
        raise PictureError(f"그림의 크기가 맞지 않습니다: {value}")
    return emu


@lru_cache(maxsize=64)
def read_picture(data: bytes) -> Picture:
    """A picture of its bytes: PNG, JPEG, GIF, BMP, TIFF or EMF; PictureError where it is none of them."""
    if data[:4] == b"\x01\0\0\0" and data[40:44] == b" EMF":
        return _read_emf(data)
    # Pillow is wanted by pictures alone, and takes as long to import as all the rest.
    from PIL import Image, UnidentifiedImageError

    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(data), formats=list(_FORMATS)[:5]) as image,
        ):
            kind, (width, height), dpi = image.format, image.size, image.info.get("dpi", (72, 72))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise PictureError(
            "그림 파일이 아닙니다 (PNG, JPEG, GIF, BMP, TIFF, EMF를 쓸 수 있습니다)"
        ) from error
    if not 0 < width * height <= _MAX_PIXELS:
        raise PictureError(f"그림이 너무 큽니다: {width}×{height}점")
    across, down = (round(float(d)) or 72 for d in dpi)
    return Picture(data, *_FORMATS[str(kind)], round(width * _EMU / across), round(height * _EMU / down))


def _read_emf(data: bytes) -> Picture:
    """The frame of an enhanced metafile is in hundredths of a millimetre (MS-EMF 2.2.9)."""
    left, top, right, bottom = (
        int.from_bytes(data[n : n + 4], "little", signed=True) for n in (24, 28, 32, 36)
    )
    if right <= left or bottom <= top:
        raise PictureError("그림 파일이 손상되었습니다")
    return Picture(data, *_FORMATS["EMF"], (right - left) * 360, (bottom - top) * 360)


def inline(
    picture: Picture, size: tuple[int, int], relation: str, number: int, text: str, link: str = ""
) -> Element:
    """A run with the picture in the line of text. `text` describes it, `link` relates to an address."""
    frame = element("wp:inline", {"distT": 0, "distB": 0, "distL": 0, "distR": 0})
    frame.extend(_content(picture, size, relation, number, text, link))
    return element("w:r", children=[element("w:drawing", children=[frame])])


def anchored(picture: Picture, size: tuple[int, int], relation: str, number: int, text: str) -> Element:
    """A run with the picture floating over the text, as a seal is set: its centre where the run stands, in
    the first line of the paragraph."""
    attributes = {"distT": 0, "distB": 0, "distL": 0, "distR": 0, "simplePos": 0, "relativeHeight": number}
    switches = {"behindDoc": 0, "locked": 0, "layoutInCell": 1, "allowOverlap": 1}
    frame = element("wp:anchor", attributes | switches)
    frame.append(element("wp:simplePos", {"x": 0, "y": 0}))
    frame.append(_position("wp:positionH", "character", -size[0] // 2))
    # A line of 10 to 12 points is about 5 mm high: its middle lies 2.5 mm below its top. Height counts from
    # the paragraph, not from the line, which LibreOffice reads upside down.
    frame.append(_position("wp:positionV", "paragraph", 90_000 - size[1] // 2))
    extent, *others = _content(picture, size, relation, number, text, "")
    effect = element("wp:effectExtent", {"l": 0, "t": 0, "r": 0, "b": 0})
    frame.extend([extent, effect, element("wp:wrapNone"), *others])
    return element("w:r", children=[element("w:drawing", children=[frame])])


def _position(name: str, relative: str, offset: int) -> Element:
    made = element("wp:posOffset")
    made.text = str(offset)
    return element(name, {"relativeFrom": relative}, [made])


def _content(
    picture: Picture, size: tuple[int, int], relation: str, number: int, text: str, link: str
) -> list[Element]:
    """Extent, properties and graphic: what inline and anchored pictures share, in the standard's order."""
    extent = {"cx": size[0], "cy": size[1]}
    described: dict[str, str | int] = {"id": number, "name": f"Picture {number}"}
    if text:
        described["descr"] = text
    locks = element("a:graphicFrameLocks", {"noChangeAspect": 1})
    fill = element("pic:blipFill", children=[
        element("a:blip", {"r:embed": relation}),
        element("a:stretch", children=[element("a:fillRect")]),
    ])  # fmt: skip
    shape = element("pic:spPr", children=[
        element("a:xfrm", children=[element("a:off", {"x": 0, "y": 0}), element("a:ext", extent)]),
        element("a:prstGeom", {"prst": "rect"}, [element("a:avLst")]),
    ])  # fmt: skip
    names = element("pic:nvPicPr", children=[
        element("pic:cNvPr", {"id": 0, "name": f"image.{picture.extension}"}, _links(link)),
        element("pic:cNvPicPr"),
    ])  # fmt: skip
    data = element(
        "a:graphicData", {"uri": NAMESPACES["pic"]}, [element("pic:pic", children=[names, fill, shape])]
    )
    return [
        element("wp:extent", extent),
        element("wp:docPr", described, _links(link)),
        element("wp:cNvGraphicFramePr", children=[locks]),
        element("a:graphic", children=[data]),
    ]


def _links(link: str) -> list[Element]:
    return [element("a:hlinkClick", {"r:id": link})] if link else []
