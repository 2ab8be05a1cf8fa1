"""What a value may be besides text: rich text, whole paragraphs, pictures, other documents, listings.

The names and arguments are docxtpl's, and docxtpl's own objects work as well: they are known by the
names of their classes and taken for what they are (`adopt`); docxtpl itself is not needed.
A template can print an object and do nothing else with it: all that it holds is underscored.
"""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final, Protocol

from docgen.errors import DataError
from docgen.formats.docx.write_xml import Element, element
from docgen.merge.pictures import PictureError, anchored, inline, read_picture
from docgen.merge.run import ObjectFault, Placed, Run
from docgen.merge.runs import foreign_runs, hyperlink, run_look, text_runs
from docgen.merge.subdocs import carry

__all__ = [
    "RP",
    "InlineImage",
    "Listing",
    "Placeable",
    "R",
    "RichText",
    "RichTextParagraph",
    "Source",
    "Subdoc",
    "adopt",
    "read_source",
]

Source = str | Path | bytes


class Placeable(Protocol):
    """An object that makes elements of the part which is being rendered."""

    def _place(self, run: Run) -> Placed: ...


def read_source(source: Any) -> bytes:
    """The bytes of a path, of bytes, or of an open file, read from its beginning."""
    if isinstance(source, bytes):
        return source
    if hasattr(source, "read"):
        if hasattr(source, "seek"):
            source.seek(0)
        return bytes(source.read())
    try:
        return Path(source).read_bytes()
    except OSError as error:
        hint = "파일의 이름과 자리를 확인하세요."
        raise ObjectFault("value.file", f"파일을 읽을 수 없습니다: {source}", hint) from error


def _text(value: object) -> str:
    return value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)


class RichText:
    """Text of several looks inside a paragraph.

    `add` takes another RichText, or a text and its look: `style` (a character style), `color` and
    `highlight` ("#RRGGBB"), `size` in half points, `font` ("글꼴", or "eastAsia:글꼴" for one region),
    `underline` (True or a kind such as "double"), `url_id` (an address).
    """

    def __init__(self, text: object = None, **look: Any) -> None:
        self._pieces: list[tuple[str, dict[str, Any]]] = []
        self._inherits = False
        if text is not None and text != "":
            self.add(text, **look)

    def add(self, text: object, **look: Any) -> None:
        """Put a text behind what there is."""
        if isinstance(text, RichText):
            self._pieces += text._pieces
        else:
            run_look(**look)  # an unknown argument is a TypeError here, where it is written
            self._pieces.append((_text(text), look))

    add.unsafe_callable = True  # type: ignore[attr-defined] # out of reach of templates

    def _runs(self, run: Run) -> list[Element]:
        made: list[Element] = []
        for text, look in self._pieces:
            runs = text_runs(text, run_look(**look))
            address = look.get("url_id")
            made += [hyperlink(runs, str(address), run)] if address else runs
        return made

    def _place(self, run: Run) -> Placed:
        return Placed(self._runs(run), inherits=self._inherits)


class RichTextParagraph:
    """Whole paragraphs: `add` takes a RichText or a text, and the name of a paragraph style."""

    def __init__(self, text: object = None, **look: Any) -> None:
        self._paragraphs: list[tuple[RichText, str | None]] = []
        if text is not None and text != "":
            self.add(text, **look)

    def add(self, text: object, parastyle: str | None = None) -> None:
        """Put a paragraph behind what there is."""
        self._paragraphs.append((text if isinstance(text, RichText) else RichText(text), parastyle))

    add.unsafe_callable = True  # type: ignore[attr-defined] # out of reach of templates

    def _place(self, run: Run) -> Placed:
        made = []
        for text, style in self._paragraphs:
            look = [element("w:pPr", children=[element("w:pStyle", {"val": style})])] if style else []
            made.append(element("w:p", children=[*look, *text._runs(run)]))
        return Placed(made, block=True)


class InlineImage:
    """A picture in the line of text.

    `source` is a path, bytes or an open file (PNG, JPEG, GIF, BMP, TIFF, EMF); `width` and `height` are
    python-docx lengths or texts ("60mm", "3cm", "2in", "100pt", "50%" of its own size); with one of them the
    other follows, with none it prints in its own size. `anchor` is an address that a click opens, `text`
    describes the picture. docxtpl's first argument, the template, may be given and is not needed.
    """

    def __init__(self, *source: Any, width: object = None, height: object = None, anchor: str | None = None,
                 text: str = "", floating: bool = False) -> None:  # fmt: skip
        if not 1 <= len(source) <= 5:
            raise TypeError("InlineImage(source, width=…, height=…)")
        if len(source) > 1:  # docxtpl: InlineImage(template, source, width, height, anchor)
            source = source[1:]
        self._source = source[0]
        self._width = source[1] if len(source) > 1 else width
        self._height = source[2] if len(source) > 2 else height
        self._anchor = source[3] if len(source) > 3 else anchor
        self._text, self._floating = text, floating

    def _place(self, run: Run) -> Placed:
        try:
            picture = read_picture(read_source(self._source))
            size = picture.sized(self._width, self._height)
        except PictureError as error:
            raise ObjectFault("value.picture", f"{error}.") from error
        name = run.members.add("word/media", picture.data, picture.extension, picture.content_type)
        relation = run.members.relate(run.part, "image", name)
        link = run.members.relate(run.part, "hyperlink", self._anchor, external=True) if self._anchor else ""
        if self._floating:
            return Placed([anchored(picture, size, relation, run.next_id(), self._text)])
        return Placed([inline(picture, size, relation, run.next_id(), self._text, link)])


class Subdoc:
    """Another document, put in whole: its paragraphs and tables with the styles, numbering, pictures,
    charts and links that they use. `source` is a path, the bytes of a DOCX or an open file."""

    def __init__(self, source: Any) -> None:
        self._source = source

    def _place(self, run: Run) -> Placed:
        try:
            return Placed(carry(read_source(self._source), run), block=True)
        except DataError as error:
            found = error.diagnostics[0]
            raise ObjectFault(found.code, f"끼워 넣을 문서: {found.message}", found.hint) from error


class Listing:
    r"""Text with line breaks (`\n`), new paragraphs (`\a`), tabs (`\t`) and page breaks (`\f`), in the look
    of its tag. A plain text does the same."""

    def __init__(self, text: object) -> None:
        self._text = _text(text)

    def _place(self, run: Run) -> Placed:
        return Placed(text_runs(self._text, None), inherits=True)


R = RichText
RP = RichTextParagraph


# --- docxtpl's own -----------------------------------------------------------------------------------


class _ForeignText:
    """docxtpl's RichText or RichTextParagraph: it holds its XML ready."""

    def __init__(self, value: Any, block: bool) -> None:
        self._xml, self._block = str(value.xml), block

    def _place(self, run: Run) -> Placed:
        return Placed(foreign_runs(self._xml, run), block=self._block)


class _ForeignDocument:
    """docxtpl's Subdoc: a body whose relationships, styles and numbering are those of its template."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def _place(self, run: Run) -> Placed:
        buffer = io.BytesIO()
        self._value.docx.save(buffer)
        return Placed(carry(buffer.getvalue(), run, self._value.subdocx.element.body), block=True)


def _foreign_image(value: Any) -> InlineImage:
    return InlineImage(value.image_descriptor, width=value.width, height=value.height, anchor=value.anchor)


_FOREIGN: Final[dict[str, Callable[[Any], Any]]] = {
    "RichText": lambda value: _ForeignText(value, block=False),
    "RichTextParagraph": lambda value: _ForeignText(value, block=True),
    "InlineImage": _foreign_image,
    "Subdoc": _ForeignDocument,
    "Listing": lambda value: Listing(html.unescape(str(value.xml))),
}
_OWN: Final = (RichText, RichTextParagraph, InlineImage, Subdoc, Listing, _ForeignText, _ForeignDocument)


@cache
def _adopter(kinds: tuple[type, ...]) -> Callable[[Any], Any] | None:
    if issubclass(kinds[0], _OWN):
        return lambda value: value
    return next((_FOREIGN[each.__name__] for each in kinds if each.__name__ in _FOREIGN), None)


def adopt(value: object) -> Any:
    """The object that a value is, of our own kinds; None where it is none."""
    maker = _adopter(type(value).__mro__)
    return None if maker is None else maker(value)
