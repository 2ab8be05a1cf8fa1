"""Pictures: DrawingML inline and anchored, and the older VML (ECMA-376 Part 1, 20.4; Part 4, 19.1)."""

from __future__ import annotations

from typing import Any, Final

from docgen.document import Anchor, Picture
from docgen.formats.docx.names import qn
from docgen.formats.docx.read_context import Context, Surroundings
from docgen.formats.docx.read_values import Element, number, points

__all__ = ["read_drawing", "read_vml"]

_EMU: Final = 12700
_TYPES: Final = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "webp": "image/webp", "svg": "image/svg+xml",
}  # fmt: skip
_HORIZONTAL: Final = {"page": "page", "margin": "margin", "column": "column", "character": "character",
                      "leftMargin": "page", "rightMargin": "margin", "insideMargin": "page",
                      "outsideMargin": "margin"}  # fmt: skip
_VERTICAL: Final = {"page": "page", "margin": "margin", "paragraph": "paragraph", "line": "line",
                    "topMargin": "page", "bottomMargin": "margin", "insideMargin": "page",
                    "outsideMargin": "margin"}  # fmt: skip
_WRAPS: Final = {"wrapSquare": "square", "wrapTight": "square", "wrapThrough": "square",
                 "wrapTopAndBottom": "topAndBottom"}  # fmt: skip
_URI_NAMES: Final = {"chart": "차트", "diagram": "스마트아트", "wordprocessingShape": "도형",
                     "wordprocessingGroup": "도형 묶음", "wordprocessingCanvas": "그리기 캔버스"}  # fmt: skip


def read_drawing(context: Context, drawing: Element, where: Surroundings) -> Picture | None:
    """The picture of a `w:drawing`, None (and a finding) where it shows something else."""
    frame = next(drawing.iterchildren(qn("wp:inline"), qn("wp:anchor")), None)
    if frame is None:
        return None
    blip = next(frame.iter(qn("a:blip")), None)
    extent, docpr = frame.find(qn("wp:extent")), frame.find(qn("wp:docPr"))
    if blip is None or extent is None:
        data = next(frame.iter(qn("a:graphicData")), None)
        uri = (data.get("uri") if data is not None else None) or ""
        if next(frame.iter(qn("w:txbxContent")), None) is None:
            context.findings.unsupported(_URI_NAMES.get(uri.rpartition("/")[2], "그림 개체"), where.place)
        return None
    found = _image(context, blip.get(qn("r:embed")), where)
    if found is None:
        return None
    crop = next(frame.iter(qn("a:srcRect")), None)
    if crop is not None and any(crop.attrib.values()):
        context.findings.unsupported("그림 자르기", where.place)
    size = (number(extent.get("cx")) / _EMU, number(extent.get("cy")) / _EMU)
    alt = (docpr.get("descr") or docpr.get("title") or "") if docpr is not None else ""
    anchor = _anchor(context, frame, size, where) if frame.tag == qn("wp:anchor") else None
    return Picture(*found, *size, alt, anchor)


def _image(context: Context, relation: str | None, where: Surroundings) -> tuple[bytes, str] | None:
    target = where.part.targets.get(relation or "")
    if target is None or target not in context.parts.package:
        context.findings.unsupported("파일 밖에 있는 그림", where.place, "그림을 문서 안에 넣어 저장하세요.")
        return None
    media_type = _TYPES.get(target.rpartition(".")[2].lower())
    if media_type is None:
        hint = "그림을 PNG나 JPEG로 바꾸어 넣으세요."
        context.findings.unsupported(f"그림 형식 {target.rpartition('.')[2].upper()}", where.place, hint)
        return None
    return context.parts.package.read(target), media_type


def _anchor(context: Context, frame: Element, size: tuple[float, float], where: Surroundings) -> Anchor:
    """Offsets as they are; an alignment (left, center, right) becomes an offset in the text column."""
    wrap: Any = "none"
    for name, kind in _WRAPS.items():
        if frame.find(qn(f"wp:{name}")) is not None:
            wrap = kind
    places: list[tuple[float, str]] = []
    for name, references, room, own in (
        ("wp:positionH", _HORIZONTAL, where.width, size[0]),
        ("wp:positionV", _VERTICAL, 0.0, size[1]),
    ):
        position = frame.find(qn(name))
        offset = position.findtext(qn("wp:posOffset")) if position is not None else None
        align = position.findtext(qn("wp:align")) if position is not None else None
        base = (
            references.get(position.get("relativeFrom", ""), "margin") if position is not None else "margin"
        )
        if align is not None:
            base = "margin" if name == "wp:positionH" else base
            share = {"center": 0.5, "right": 1.0, "outside": 1.0}.get(align, 0.0) if room else 0.0
            places.append(((room - own) * share, base))
            if name == "wp:positionV" and align != "top":
                context.findings.unsupported("떠 있는 그림의 세로 맞춤", where.place)
        else:
            places.append((number(offset) / _EMU, base))
    (x, horizontal), (y, vertical) = places
    behind = frame.get("behindDoc") in ("1", "true")
    return Anchor(x, y, horizontal, vertical, behind, wrap)  # type: ignore[arg-type]  # from the tables above


def read_vml(context: Context, pict: Element, where: Surroundings) -> Picture | None:
    """The picture of a `w:pict` or `w:object`, None (and a finding) where it holds none."""
    image = next(pict.iter(qn("v:imagedata")), None)
    if image is None:
        if next(pict.iter(qn("w:txbxContent")), None) is None:
            rule = pict.find(f".//{qn('v:rect')}")
            context.findings.unsupported("도형" if rule is None else "가로줄 도형", where.place)
        return None
    found = _image(context, image.get(qn("r:id")), where)
    shape = image.getparent()
    said = (shape.get("style") if shape is not None else None) or ""
    style = dict(pair.strip().split(":", 1) for pair in said.split(";") if ":" in pair)
    width, height = (points(style.get(key), 1.0) for key in ("width", "height"))
    if found is None or not width or not height:
        return None
    return Picture(*found, width, height, image.get("title") or "")
