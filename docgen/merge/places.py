"""Where a tag stands, in the words of someone who has the file open in Word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from docgen.formats.docx.names import qn

__all__ = ["Place", "Places", "part_label"]

_P, _TBL, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_HEADING: Final = re.compile(r"(heading|제목|Heading|개요)\s*[1-9]?$", re.IGNORECASE)
_PARTS: Final = {
    "document": "본문",
    "header": "머리글",
    "footer": "바닥글",
    "footnotes": "각주",
    "endnotes": "미주",
    "comments": "메모",
    "core": "문서 속성",
}


def part_label(part: str) -> str:
    """The Korean name of a part: `word/header2.xml` is `머리글 2`."""
    stem = part.rsplit("/", 1)[-1].removesuffix(".xml")
    name = stem.rstrip("0123456789")
    return " ".join(filter(None, (_PARTS.get(name, name), stem[len(name) :])))


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a Word file: part, then table, row and cell or paragraph, each counted from 1.

    `table` is None outside tables; `paragraph` counts within the cell, or within the part outside
    tables. `heading` is the text of the heading above, None where there is none.
    """

    part: str
    paragraph: int
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    heading: str | None = None

    def __str__(self) -> str:
        where = f"{self.paragraph}번째 문단"
        if self.table is not None:
            where = f"표 {self.table}, {self.row}행 {self.cell}칸"
        above = f" (제목 '{self.heading}' 아래)" if self.heading else ""
        return f"{part_label(self.part)} {where}{above}"


class Places:
    """Counts the tables, rows, cells and paragraphs of a part once, before tags change the tree."""

    def __init__(self, root: etree._Element, part: str) -> None:
        self._part = part
        self._tables = {table: n for n, table in enumerate(root.iter(_TBL), 1)}
        self._headings: dict[etree._Element, str | None] = {}
        self._numbers: dict[etree._Element, int] = {}
        self._count(root)

    def _count(self, root: etree._Element) -> None:
        heading, counts = None, dict[etree._Element | None, int]()
        for paragraph in root.iter(_P):
            cell = _ancestor(paragraph, _TC)
            counts[cell] = self._numbers[paragraph] = counts.get(cell, 0) + 1
            if _is_heading(paragraph):
                heading = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))[:40] or heading
            else:
                self._headings[paragraph] = heading

    def of(self, paragraph: etree._Element) -> Place:
        """The place of a paragraph of the part."""
        number, heading = self._numbers[paragraph], self._headings.get(paragraph)
        cell, row, table = (_ancestor(paragraph, tag) for tag in (_TC, _TR, _TBL))
        if cell is None or row is None or table is None:
            return Place(self._part, number, heading=heading)
        return Place(
            self._part, number, self._tables[table], _index(row, _TR), _index(cell, _TC), heading=heading
        )

    def near(self, element: etree._Element) -> Place:
        """The place of the paragraph around an element of the part; its beginning where there is none."""
        paragraph = _ancestor(element, _P)
        return Place(self._part, 1) if paragraph is None else self.of(paragraph)


def _ancestor(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _index(element: etree._Element, tag: str) -> int:
    return 1 + sum(1 for _ in element.itersiblings(tag, preceding=True))


def _is_heading(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and bool(_HEADING.match(style.get(qn("w:val"), "")))
