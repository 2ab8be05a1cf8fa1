"""Runs: text, breaks, tabs, symbols, fields, links, pictures and notes (ECMA-376 Part 1, 17.3.3, 17.16)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final, Literal

from docgen.document import Break, CharacterFormat, Field, Inline, Tab, Text
from docgen.formats.docx.names import qn
from docgen.formats.docx.read_context import Context, OpenField, Surroundings
from docgen.formats.docx.read_numbering import format_number
from docgen.formats.docx.read_parts import effective
from docgen.formats.docx.read_pictures import read_drawing, read_vml
from docgen.formats.docx.read_properties import run_props, unsupported
from docgen.formats.docx.read_symbols import symbol
from docgen.formats.docx.read_values import Element, flag

__all__ = ["Runs", "safe_link"]

_FIELDS: Final[dict[str, Literal["page", "pages", "reference"]]] = {
    "PAGE": "page",
    "NUMPAGES": "pages",
    "PAGEREF": "reference",
}
_SCHEMES: Final = ("http://", "https://", "mailto:")


def safe_link(address: str | None) -> str | None:
    """The address if a reader may follow it: web and mail only."""
    return address if address and address.lower().startswith(_SCHEMES) else None


class Runs:
    """The inlines of one paragraph; `boxes` collects the text boxes that hang on it."""

    def __init__(self, context: Context, style: str, where: Surroundings) -> None:
        self._context, self._style, self._where = context, style, where
        self.boxes: list[Element] = []

    def read(self, parent: Element, link: str | None = None) -> Iterator[Inline]:
        """The inlines under a paragraph, hyperlink or simple field."""
        for child in effective(parent):
            reader = _CONTAINERS.get(child.tag)
            if reader is not None:
                yield from reader(self, child, link)

    def run(self, run: Element, link: str | None) -> Iterator[Inline]:
        """The inlines of a `w:r`."""
        look, hidden = self._look(run.find(_RPR))
        for child in effective(run):
            if child.tag == _FLD_CHAR or child.tag == _INSTR:
                yield from self._field_part(child, look)
            elif not self._swallowed() and not hidden:
                reader = _CONTENT.get(child.tag)
                if reader is not None:
                    yield from reader(self, child, look, link or self._field_link())

    def _look(self, rpr: Element | None) -> tuple[CharacterFormat, bool]:
        self._where.note(self._context, unsupported(rpr))
        return self._context.styles.character(self._where.table_run, self._style, run_props(rpr))

    # fields

    def _swallowed(self) -> bool:
        """Whether text here belongs to a field's instruction, or to the cached result of PAGE."""
        return any(not f.result or f.shown for f in self._context.fields)

    def _field_link(self) -> str | None:
        for opened in self._context.fields:
            words = opened.code.split()
            if words and words[0].upper() == "HYPERLINK" and len(words) > 1:
                inside = words[1] == "\\l" and len(words) > 2
                return self._place(words[2].strip('"')) if inside else safe_link(words[1].strip('"'))
        return None

    def _place(self, bookmark: str) -> str | None:
        """The link to a bookmark of the document."""
        return f"#{bookmark}" if bookmark in self._context.parts.bookmarks else None

    def _field_part(self, child: Element, look: CharacterFormat) -> Iterator[Inline]:
        fields = self._context.fields
        if child.tag == _INSTR:
            if fields and not fields[-1].result:
                fields[-1].code += child.text or ""
            return
        kind = child.get(qn("w:fldCharType"))
        if kind == "begin":
            fields.append(OpenField())
            box = child.find(f"{qn('w:ffData')}/{qn('w:checkBox')}")
            if box is not None and len(fields) == 1:
                yield Text("☒" if _checked(box) else "☐", look)
        elif fields and kind in ("separate", "end"):
            if not fields[-1].result:
                fields[-1].result = True
                yield from self._counted(fields[-1], look)
            if kind == "end":
                fields.pop()

    def _counted(self, opened: OpenField, look: CharacterFormat) -> Iterator[Inline]:
        found = self._field(opened.code, look)
        outer = self._context.fields[:-1]
        if found is not None and all(f.result and not f.shown for f in outer):
            opened.shown = True
            self._switches(opened.code)
            yield found

    def _field(self, code: str, look: CharacterFormat) -> Field | None:
        """The field that an instruction asks for; None for others, and for a page that is not there."""
        kind = _FIELDS.get(_name(code))
        if kind != "reference":
            return None if kind is None else Field(kind, look)
        target = code.split()[1].strip('"') if len(code.split()) > 1 else ""
        return Field(kind, look, target) if target in self._context.parts.bookmarks else None

    def _switches(self, code: str) -> None:
        words = code.split()
        formats = {word for before, word in pairwise(words) if before == "\\*"}
        if formats - {"MERGEFORMAT", "Arabic", "CHARFORMAT", "arabic"}:
            self._context.findings.unsupported("쪽 번호의 숫자 모양", self._where.place)

    def simple_field(self, element: Element, link: str | None) -> Iterator[Inline]:
        """A `w:fldSimple`: PAGE, NUMPAGES and PAGEREF count, others show their last result."""
        code = element.get(qn("w:instr")) or ""
        first = element.find(_R)
        found = self._field(code, self._look(None if first is None else first.find(_RPR))[0])
        if found is None:
            yield from self.read(element, link)
            return
        self._switches(code)
        yield found

    def bookmark(self, element: Element, link: str | None) -> Iterator[Inline]:
        """A `w:bookmarkStart`: its paragraph has the name."""
        self._context.bookmarks.append(element.get(qn("w:name"), ""))
        yield from ()

    def hyperlink(self, element: Element, link: str | None) -> Iterator[Inline]:
        """A `w:hyperlink`: its text, and its address where it leads to the web, to mail or to a bookmark."""
        address = safe_link(self._where.part.external.get(element.get(qn("r:id")) or ""))
        yield from self.read(element, address or self._place(element.get(qn("w:anchor")) or "") or link)

    # content of a run

    def text(self, element: Element, look: CharacterFormat, link: str | None) -> Iterator[Inline]:
        """`w:t`; a precomposed syllable is what fonts hold, so decomposed Hangul is composed."""
        if element.text:
            yield Text(unicodedata.normalize("NFC", element.text), look, link)

    def symbol(self, element: Element, look: CharacterFormat, link: str | None) -> Iterator[Inline]:
        """`w:sym`: a sign of a symbol font."""
        code = element.get(qn("w:char")) or ""
        try:
            sign = symbol(chr(int(code, 16)), element.get(qn("w:font")) or "")
        except (ValueError, OverflowError):
            self._context.findings.unsupported(f"기호 {code}", self._where.place)
            return
        yield Text(sign, look, link)

    def line_break(self, element: Element, look: CharacterFormat, link: str | None) -> Iterator[Inline]:
        """`w:br`, `w:cr`."""
        kind: Any = element.get(qn("w:type"))
        yield Break(kind if kind in ("page", "column") else "line", look)

    def drawing(self, element: Element, look: CharacterFormat, link: str | None) -> Iterator[Inline]:
        """`w:drawing`, `w:pict`, `w:object`: a picture; text boxes are put behind the paragraph."""
        read = read_drawing if element.tag == _DRAWING else read_vml
        picture = read(self._context, element, self._where)
        if picture is not None:
            yield picture
        boxes = list(element.iter(qn("w:txbxContent")))
        if boxes:
            self._context.findings.unsupported(
                "글상자", self._where.place, "글은 문단 뒤에 이어서 적었습니다."
            )
            self.boxes += boxes

    def note(self, element: Element, look: CharacterFormat, link: str | None) -> Iterator[Inline]:
        """A footnote or endnote: its number here, its text at the end of the document."""
        kind = element.tag.rpartition("}")[2].removesuffix("Reference")
        word = {"footnote": "각주", "endnote": "미주"}[kind]
        self._context.findings.unsupported(word, self._where.place, "글은 문서 끝에 적었습니다.")
        self._context.notes.append((kind, element.get(qn("w:id")) or ""))
        mark = format_number(len(self._context.notes), "decimal") or ""
        yield Text(f"{mark})", replace(look, position="super"))

    def ruby(self, element: Element, look: CharacterFormat, link: str | None) -> Iterator[Inline]:
        """A `w:ruby`: its base text; the small text above it in brackets."""
        self._context.findings.unsupported("덧말", self._where.place, "괄호 안에 적었습니다.")
        for name, sign in (("w:rubyBase", "{}"), ("w:rt", "({})")):
            part = element.find(qn(name))
            words = "" if part is None else "".join(node.text or "" for node in part.iter(qn("w:t")))
            if words:
                yield Text(sign.format(words), look, link)

    def comment(self, element: Element, look: CharacterFormat, link: str | None) -> Iterator[Inline]:
        """A comment is not printed; that it was there is said."""
        self._context.findings.unsupported("메모", self._where.place)
        yield from ()

    def other(self, element: Element, link: str | None) -> Iterator[Inline]:
        """Mathematics: its characters in a row."""
        self._context.findings.unsupported("수식", self._where.place)
        text = "".join(node.text or "" for node in element.iter("{*}t"))
        if text:
            yield Text(text, self._look(None)[0], link)


def _literal(sign: str) -> Callable[[Runs, Element, CharacterFormat, str | None], Iterator[Inline]]:
    def read(runs: Runs, element: Element, look: CharacterFormat, link: str | None) -> Iterator[Inline]:
        yield Text(sign, look, link)

    return read


def _tab(runs: Runs, element: Element, look: CharacterFormat, link: str | None) -> Iterator[Inline]:
    yield Tab(look)


def _page_number(runs: Runs, element: Element, look: CharacterFormat, link: str | None) -> Iterator[Inline]:
    yield Field("page", look)


def _name(code: str) -> str:
    words = code.split(None, 1)
    return words[0].upper() if words else ""


def _checked(box: Element) -> bool:
    for name in ("w:checked", "w:default"):
        node = box.find(qn(name))
        if node is not None:
            return flag(node)
    return False


_R, _RPR, _FLD_CHAR, _INSTR, _DRAWING = (
    qn(f"w:{name}") for name in ("r", "rPr", "fldChar", "instrText", "drawing")
)
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CONTAINERS: Final[dict[str, Callable[[Runs, Element, str | None], Iterator[Inline]]]] = {
    _R: Runs.run,
    qn("w:hyperlink"): Runs.hyperlink,
    qn("w:fldSimple"): Runs.simple_field,
    qn("w:bookmarkStart"): Runs.bookmark,
    f"{_MATH}oMath": Runs.other,
    f"{_MATH}oMathPara": Runs.other,
}
_CONTENT: Final[dict[str, Callable[[Runs, Element, CharacterFormat, str | None], Iterator[Inline]]]] = {
    qn("w:t"): Runs.text,
    qn("w:tab"): _tab,
    qn("w:ptab"): _tab,
    qn("w:br"): Runs.line_break,
    qn("w:cr"): Runs.line_break,
    qn("w:noBreakHyphen"): _literal("\u2011"),
    qn("w:softHyphen"): _literal("\u00ad"),
    qn("w:sym"): Runs.symbol,
    qn("w:pgNum"): _page_number,
    qn("w:ruby"): Runs.ruby,
    _DRAWING: Runs.drawing,
    qn("w:pict"): Runs.drawing,
    qn("w:object"): Runs.drawing,
    qn("w:footnoteReference"): Runs.note,
    qn("w:endnoteReference"): Runs.note,
    qn("w:commentReference"): Runs.comment,
}
