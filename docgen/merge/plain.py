"""Filters that reach pictures and rich text from plain data: `image`, `qr`, `seal`, `rich`, `lines`.

A picture's path is relative to the folder of the case file and stays inside it, links included
(`WordTemplate.render(data, folder=…)`).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from jinja2 import Undefined
from markupsafe import Markup

from docgen.merge.notes import Fault, take_note
from docgen.merge.objects import InlineImage, RichText
from docgen.merge.pictures import PictureError, read_picture
from docgen.merge.run import current
from docgen.merge.values import place, printed

__all__ = ["FILTERS"]

_MAX_PICTURE: Final = 20 * 2**20
_MOST_QR: Final = 2_000  # characters; the largest code holds 2,953 bytes
_MODULE: Final = 8  # pixels of a module, so that a byte is a module of a row
_PAPER: Final = b"\xff"
_INK: Final = bytes([255, *[0] * 255])  # a module is 0 or 1, and 1 is ink
_QUIET: Final = 4  # modules around a code (ISO/IEC 18004, 5.3.8)
_MASK: Final = 1  # the best of eight scores 7 % better by ISO/IEC 18004, 7.8.3, and takes 2 ms to find


def image(
    path: object,
    width: object = None,
    height: object = None,
    text: str = "",
    optional: bool = False,
    fit: bool = False,
) -> object:
    """A picture of the case's folder: `{{ photo | image(width="60mm") }}`; nothing where there is no path.

    The name of an `optional` one is printed where there is no such file. One to `fit` keeps its shape within
    the width and height.
    """
    if _blank(path):
        return path
    if optional and not _is_there(str(path)):
        return Markup("(사진 없음: ") + printed(path) + ")"
    data = _read(str(path))
    if data is None:
        return Markup()
    if fit:
        width, height = _within(data, width, height)
    return InlineImage(data, width=width, height=height, text=text)


def _within(data: bytes, width: object, height: object) -> tuple[object, object]:
    """The one of two lengths that a picture reaches first; both of a file that is no picture, told later."""
    try:
        picture = read_picture(data)
        upright = picture.sized(width=width)[1] > picture.sized(height=height)[1]
    except PictureError:
        return width, height
    return (None, height) if upright else (width, None)


def seal(value: object, path: object, width: object = "18mm", height: object = None) -> Markup:
    """A text with a picture over its end, as a seal is set: `{{ name | seal("seal.png") }}`."""
    text = printed(value)
    data = None if _blank(path) else _read(str(path))
    if data is None:
        return text
    return text + place(InlineImage(data, width=width, height=height, text="직인", floating=True))


def qr(value: object, width: object = "25mm") -> object:
    """A QR code of a text or address (ISO/IEC 18004, error correction M): `{{ url | qr(width="25mm") }}`."""
    if _blank(value):
        return value
    if len(str(value)) > _MOST_QR:
        take_note(Fault("value.qr", f"QR 코드에 담기에는 글이 너무 깁니다 (최대 {_MOST_QR}자)."))
        return Markup()
    import segno  # wanted by codes alone

    try:
        code = segno.make(str(value), error="m", micro=False, mask=_MASK)
    except segno.DataOverflowError:
        take_note(Fault("value.qr", "QR 코드에 담기에는 글이 너무 깁니다.", "글을 줄이세요."))
        return Markup()
    return InlineImage(_drawn(code.matrix), width=width, text=str(value))


def _drawn(matrix: Sequence[bytearray]) -> bytes:
    """A code as a PNG (ISO/IEC 15948) of one bit a pixel; Pillow takes five times as long."""
    margin = _PAPER * _QUIET
    rows = [b"\0" + margin + modules.translate(_INK) + margin for modules in matrix]  # 0: no filter
    blank = [b"\0" + _PAPER * (len(matrix) + 2 * _QUIET)] * _QUIET
    side = _MODULE * (len(matrix) + 2 * _QUIET)
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)  # one bit of grey
    pixels = zlib.compress(b"".join(row * _MODULE for row in [*blank, *rows, *blank]))
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", pixels), _chunk(b"IEND", b""))
    return b"".join((b"\x89PNG\r\n\x1a\n", *chunks))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def lines(values: object) -> object:
    """A list as one text, an item a line; a text as it is."""
    if isinstance(values, str) or _blank(values):
        return values
    items: Iterable[object] = values if isinstance(values, Iterable) else [values]
    return Markup("\n").join(printed(item) for item in items if item is not None)


def _blank(value: object) -> bool:
    """Whether there is nothing to show; a name that does not exist is noted by being printed."""
    return value is None or isinstance(value, Undefined) or not str(value).strip()


def _is_there(path: str) -> bool:
    """Whether there is something to read at a path; what may not be read is told by reading."""
    folder = current.get().folder
    if folder is None:
        return False
    try:
        file = (folder / path).resolve()
        return file.exists() or not file.is_relative_to(folder.resolve())
    except (OSError, ValueError):  # a name that no file can have
        return False


def _read(path: str) -> bytes | None:
    """A file inside the case's folder; a note and None where it may not or cannot be read."""
    folder = current.get().folder
    if folder is None:
        hint = "WordTemplate.render(…, folder=자료 파일의 폴더)로 그림이 있는 곳을 알려 주세요."
        take_note(Fault("value.no-folder", f"그림을 찾을 폴더를 모릅니다: {path}", hint))
        return None
    try:
        file = (folder / path).resolve()
        if not file.is_relative_to(folder.resolve()):
            hint = "그림을 자료 파일의 폴더 안에 두고 그 이름만 적으세요."
            take_note(Fault("value.outside-folder", f"자료 파일의 폴더 밖에 있는 파일입니다: {path}", hint))
        elif not file.is_file():
            take_note(Fault("value.file", f"그림 파일이 없습니다: {path}", _near(file, folder)))
        elif file.stat().st_size > _MAX_PICTURE:
            most = f"최대 {_MAX_PICTURE // 2**20}MB"
            take_note(Fault("value.picture", f"그림 파일이 너무 큽니다 ({most}): {path}"))
        else:
            return file.read_bytes()
    except (OSError, ValueError):  # a name that no file can have
        take_note(Fault("value.file", f"파일을 읽을 수 없습니다: {path[:100]}"))
    return None


def _near(file: Path, folder: Path) -> str:
    from docgen.errors import nearest

    names = [found.name for found in file.parent.iterdir()] if file.parent.is_dir() else []
    near = nearest(file.name, names)
    return f"혹시 '{near}'인가요?" if near else f"'{folder.name}' 폴더에 그림을 넣으세요."


# --- rich text ---------------------------------------------------------------------------------------

_SIGNS: Final = {"**": "bold", "__": "underline", "~~": "strike", "*": "italic"}
_TOKEN: Final = re.compile(
    r"\\(?P<plain>[\\*_~\[\]])|(?P<sign>\*\*|__|~~|\*)|\[(?P<text>[^\[\]\n]+)\]\((?P<colour>#[0-9A-Fa-f]{6})\)"
)


def rich(value: object) -> object:
    """A small Markdown: `**굵게**`, `*기울임*`, `__밑줄__`, `~~취소선~~`, `[글](#C00000)`.

    A line break is one. A sign that is not closed on its line prints as it is, and one behind a backslash.
    """
    if _blank(value) or isinstance(value, RichText):
        return value
    made = RichText()
    made._inherits = True
    for number, line in enumerate(str(value).replace("\r\n", "\n").split("\n")):
        if number:
            made.add("\n")
        _add_line(made, line, {})
    return made


def _add_line(made: RichText, line: str, look: Mapping[str, Any]) -> None:
    """Add a line in a look: what stands before the first sign, what it encloses, then the rest."""
    position = 0
    while match := _TOKEN.search(line, position):
        end = _closing(line, match["sign"], match.end()) if match["sign"] else match.end()
        if end is None:
            _add(made, line[position : match.end()], look)
            position = match.end()
            continue
        _add(made, line[position : match.start()], look)
        if match["sign"]:
            _add_line(made, line[match.end() : end], {**look, _SIGNS[match["sign"]]: True})
            position = end + len(match["sign"])
        elif match["plain"]:
            _add(made, match["plain"], look)
            position = match.end()
        else:
            _add_line(made, match["text"], {**look, "color": match["colour"]})
            position = match.end()
    _add(made, line[position:], look)


def _closing(line: str, sign: str, start: int) -> int | None:
    """Where a sign closes, with something in between; one star is not half of two."""
    pattern = r"(?<!\*)\*(?!\*)" if sign == "*" else re.escape(sign)
    match = re.compile(pattern).search(line, start + 1)
    return match.start() if match else None


def _add(made: RichText, text: str, look: Mapping[str, Any]) -> None:
    if text:
        made.add(text, **look)


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "image": image,
    "lines": lines,
    "qr": qr,
    "rich": rich,
    "seal": seal,
}
