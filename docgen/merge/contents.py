"""The list of headings: a TOC field filled anew after the merge (ECMA-376 Part 1, 17.16.5.75).

What Word last listed is what stood in the template: its tags, headings that a condition has dropped, none
that a loop has made. So the entries go when a template is compiled, and the headings of the finished
part are listed in their place, each with a bookmark and a reference to its page. The number of the page is
left to what lays the document out: `docgen.formats.docx.page_numbers`, or Word.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from docgen.formats.docx.names import qn
from docgen.formats.docx.read_numbering import Numbering
from docgen.formats.docx.read_parts import Part
from docgen.formats.docx.read_properties import Props, paragraph_props
from docgen.formats.docx.read_styles import Styles
from docgen.formats.docx.write_xml import Element, element, text_element
from docgen.merge.run import Run

__all__ = ["clear_contents", "list_contents"]

_P, _T, _PPR, _TAB, _BR = qn("w:p"), qn("w:t"), qn("w:pPr"), qn("w:tab"), qn("w:br")
_SECTION = qn("w:sectPr")
_CHAR, _CODE, _SIMPLE = qn("w:fldChar"), qn("w:instrText"), qn("w:fldSimple")
_BOX, _BOOKMARK, _END = qn("w:txbxContent"), qn("w:bookmarkStart"), qn("w:bookmarkEnd")
_BUILT_IN: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)
_OWN: Final = "_Toc"  # how Word names the bookmarks of its lists of headings


@dataclass(frozen=True)
class _Contents:
    """A TOC field: its instruction, and the paragraphs from the one it begins in to the one it ends in."""

    code: str
    paragraphs: list[Element]

    def switch(self, letter: str) -> str | None:
        """What a switch of the instruction says ("1-3"), "" where it says nothing, None without it."""
        found = re.search(rf'\\{letter}(?:\s+"([^"]*)")?', self.code)
        return None if found is None else found[1] or ""


def clear_contents(root: Element) -> bool:
    """Empty the lists of headings of a template; whether there are any."""
    found = list(_fields(root))
    for contents in found:
        for text in (text for paragraph in contents.paragraphs for text in paragraph.iter(_T)):
            text.text = ""
    return bool(found)


def list_contents(root: Element, run: Run) -> None:
    """Fill the lists of headings of a finished part."""
    for contents in _fields(root):
        sheet = _Sheet.of(run)
        headings = list(_headings(root, contents, sheet))
        names = _bookmarks(root, [paragraph for paragraph, _, _ in headings])
        entries = [
            _entry(sheet.look(level, contents.paragraphs), text, name)
            for (_, level, text), name in zip(headings, names, strict=True)
        ]
        _replace(contents, entries or [element("w:p", children=[sheet.look(1, contents.paragraphs)])])


# --- where a list stands -----------------------------------------------------------------------------


def _fields(root: Element) -> Iterator[_Contents]:
    """The fields that list headings; a list of figures or tables (with a switch c) is none."""
    open_: list[tuple[Element, list[str]]] = []
    found = []
    for node in root.iter(_CHAR, _CODE, _SIMPLE):
        kind = node.get(qn("w:fldCharType"))
        if node.tag == _SIMPLE:
            found.append((node.get(qn("w:instr")) or "", node, node))
        elif kind == "begin":
            open_.append((node, []))
        elif node.tag == _CODE and open_:
            open_[-1][1].append(node.text or "")
        elif kind == "end" and open_:
            begin, code = open_.pop()
            found.append(("".join(code), begin, node))
    for instruction, first, last in found:
        contents = _Contents(instruction, _between(first, last))
        if instruction.split()[:1] == ["TOC"] and contents.switch("c") is None and contents.paragraphs:
            yield contents


def _between(begin: Element, end: Element) -> list[Element]:
    """The paragraphs of a field; none where it begins and ends in different places, or has text beside it."""
    first, last = next(begin.iterancestors(_P), None), next(end.iterancestors(_P), None)
    if first is None or last is None or first.getparent() is not last.getparent():
        return []
    before = itertools.takewhile(lambda node: node is not begin, first.iter())
    after = itertools.dropwhile(lambda node: node is not end, last.iter())
    inside = set(end.iter())
    if any(node.tag == _T and node not in inside and node.text for node in (*before, *after)):
        return []
    siblings = [first, *first.itersiblings(_P)]
    return siblings[: siblings.index(last) + 1]


# --- what it lists -----------------------------------------------------------------------------------


class _Sheet:
    """The styles and lists of the document, as far as they say what a heading is and how it is listed."""

    def __init__(self, styles: Part | None, numbering: Part | None) -> None:
        self.numbering = Numbering(numbering)
        self.styles = Styles(styles, {}, self.numbering.indents())
        self._by_name = {self.styles.name(key).lower(): key for key in self.styles.elements}

    @classmethod
    def of(cls, run: Run) -> _Sheet:
        return cls(*(_part(run, kind) for kind in ("styles", "numbering")))

    def properties(self, paragraph: Element) -> tuple[str, Props]:
        """The style of a paragraph and its properties, those of the style with it."""
        direct = paragraph_props(paragraph.find(_PPR))
        style = direct.get("style") or self.styles.default("paragraph")
        return style, self.styles.chain(style)[0] | direct

    def look(self, level: int, patterns: list[Element]) -> Element:
        """The properties of an entry: those of one of its level in the template, the style `toc …`, or
        those of any entry."""
        style = self._by_name.get(f"toc {level}")
        looks = [deepcopy(look) for pattern in patterns if (look := pattern.find(_PPR)) is not None]
        for look in looks:
            for section in look.findall(_SECTION):
                look.remove(section)
        for look in looks:
            named = look.find(qn("w:pStyle"))
            if style is not None and named is not None and named.get(qn("w:val")) == style:
                return look
        if style is not None:
            return element("w:pPr", children=[element("w:pStyle", {"val": style})])
        return looks[0] if looks else element("w:pPr")


def _part(run: Run, kind: str) -> Part | None:
    name = run.members.related(run.part, kind)
    return None if name is None or name not in run.members else Part(name, run.members.tree(name), {}, {})


def _headings(root: Element, contents: _Contents, sheet: _Sheet) -> Iterator[tuple[Element, int, str]]:
    """The headings with their level, from 1, and their text with its number."""
    for paragraph in root.iter(_P):
        if paragraph in contents.paragraphs or next(paragraph.iterancestors(_BOX), None) is not None:
            continue
        style, properties = sheet.properties(paragraph)
        label = _label(sheet.numbering, properties)  # numbers count on, whatever the list takes up
        level = _level(contents, sheet.styles.name(style), properties.get("outline"))
        text = " ".join(_text(paragraph).split())
        if level is not None and text:
            yield paragraph, level, f"{label} {text}" if label else text


def _level(contents: _Contents, style: str, outline: int | None) -> int | None:
    """The level at which a list takes up a paragraph: by the name of its style (switches o and t), by its
    outline level (u)."""
    built_in, own = _BUILT_IN.fullmatch(style), contents.switch("t")
    pairs = re.split("[,;]", own or "")
    for name, level in zip(pairs[::2], pairs[1::2], strict=False):
        if name.strip() == style and level.strip().isdecimal():
            return int(level)
    first, _, last = (contents.switch("o") or "1-9").partition("-")
    if built_in is not None and contents.switch("o") is not None:
        found = int(built_in[1])
    elif contents.switch("u") is not None and outline is not None:
        found = outline + 1
    else:
        return None
    return found if not last.isdecimal() or int(first or 1) <= found <= int(last) else None


def _label(numbering: Numbering, properties: Props) -> str:
    number, depth = properties.get("numId") or 0, properties.get("ilvl", 0)
    level = numbering.level(number, depth)
    label = "" if level is None else numbering.label(number, depth)
    return "" if level is None or level.style == "bullet" else label


def _text(paragraph: Element) -> str:
    """The text of a paragraph, without that of its text boxes."""
    pieces = []
    for node in paragraph.iter(_T, _TAB, _BR):
        if next(node.iterancestors(_P)) is paragraph:
            pieces.append(node.text or "" if node.tag == _T else " ")
    return "".join(pieces)


# --- how it is written -------------------------------------------------------------------------------


def _bookmarks(root: Element, headings: Iterable[Element]) -> Iterator[str]:
    """A bookmark for each heading in place of those of an older list, which a loop has repeated."""
    others = list(root.iter(_BOOKMARK))
    taken = {other.get(qn("w:name")) for other in others}
    ids = itertools.count(1 + max((int(other.get(qn("w:id")) or 0) for other in others), default=-1))
    free = (name for number in itertools.count(1) if (name := f"{_OWN}{number:06}") not in taken)
    for heading in headings:
        for old in [each for each in heading.iter(_BOOKMARK) if each.get(qn("w:name"), "").startswith(_OWN)]:
            _unmark(heading, old)
        name, number = next(free), str(next(ids))
        start = element("w:bookmarkStart", {"id": number, "name": name})
        heading.insert(0 if heading.find(_PPR) is None else 1, start)
        heading.append(element("w:bookmarkEnd", {"id": number}))
        yield name


def _unmark(heading: Element, start: Element) -> None:
    ends = [end for end in heading.iter(_END) if end.get(qn("w:id")) == start.get(qn("w:id"))]
    for mark in (start, *ends):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)


def _run(*children: Element) -> Element:
    return element("w:r", children=children)


def _field_part(kind: str) -> Element:
    return _run(element("w:fldChar", {"fldCharType": kind}))


def _entry(look: Element, text: str, name: str) -> Element:
    """A line of the list: its text and the number of its page, both leading there."""
    number = element("w:fldSimple", {"instr": f" PAGEREF {name} \\h "}, [_run(text_element("w:t", ""))])
    words = [_run(text_element("w:t", text)), _run(element("w:tab")), number]
    return element("w:p", children=[look, element("w:hyperlink", {"anchor": name, "history": "1"}, words)])


def _replace(contents: _Contents, entries: list[Element]) -> None:
    """Put the entries where the field stood; a paragraph that only ends it goes on doing so."""
    first, last = contents.paragraphs[0], contents.paragraphs[-1]
    ends_apart = first is not last and next(last.iter(_T), None) is None
    code = text_element("w:instrText", contents.code)
    entries[0][1:1] = [_field_part("begin"), _run(code), _field_part("separate")]
    if not ends_apart:
        entries[-1].append(_field_part("end"))
        entries[-1][0].extend(last.findall(f"{_PPR}/{_SECTION}"))  # the section ends where it did
    for entry in entries:
        first.addprevious(entry)
    for old in contents.paragraphs[:-1] if ends_apart else contents.paragraphs:
        parent = old.getparent()
        if parent is not None:
            parent.remove(old)
