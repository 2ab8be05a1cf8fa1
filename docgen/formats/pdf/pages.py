"""Pages: sections laid on sheets with their headers and footers (17.6, 17.10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.document import Block, Document, Running, Section
from docgen.formats.pdf.blocks import block_slices
from docgen.formats.pdf.canvas import Book, Canvas
from docgen.formats.pdf.flow import Placed, Slice, paint, stack, take
from docgen.formats.pdf.tables import TableFrame, TableRow

__all__ = ["lay_out"]

_LAYOUTS = 4  # at most: numbers of pages that stand in the text may move it


def lay_out(document: Document) -> Book:
    """The pages of a document, drawn; again where numbers of pages that stand in its text were not right."""
    known: dict[int, str] = {}
    for _ in range(_LAYOUTS):
        book = _Pages(Book(known)).lay_out(document.sections)
        if all(book.found[place] == known.get(place, "1") for place in book.found):
            break
        known = book.found
    return book


@dataclass(slots=True)
class _Sheet:
    """A page before it is drawn: what stands on it, and the section that it belongs to."""

    section: Section
    placed: list[Placed]
    number: int
    first: bool


@dataclass(slots=True)
class _Pages:
    book: Book

    def lay_out(self, sections: Sequence[Section]) -> Book:
        """Fill the pages, then draw them: headers and footers know how many there are."""
        sheets: list[_Sheet] = []
        for group in _flows(sections):
            self._fill(sheets, group)
        for i, sheet in enumerate(sheets):
            self._draw(sheet, i, len(sheets))
        while self.book.waiting:
            self.book.waiting.pop(0)()
        self.book.resolve()
        return self.book

    def _fill(self, sheets: list[_Sheet], group: Sequence[Section]) -> None:
        section = group[0]
        page = section.page
        number = sheets[-1].number + 1 if sheets else 1
        if section.start in ("odd", "even") and sheets and (number % 2 == 1) != (section.start == "odd"):
            sheets.append(_Sheet(replace(section, header=Running(), footer=Running()), [], number, False))
            number += 1
        if section.first_number is not None:
            number = section.first_number
        width = page.width - page.margins.left - page.margins.right
        rest: list[Slice] = []
        for part in group:
            rest += block_slices(part.blocks, width, part.page.grid, self.book)
        first, broken = True, False
        above: Slice | None = None
        while rest or first:
            top, bottom = self._edges(section, number, first)
            placed, rest, broken = _page(rest, page.height - top - bottom, above, broken)
            above = placed[-1][1] if placed else None
            sheets.append(_Sheet(section, placed, number, first))
            number, first = number + 1, False

    def _edges(self, section: Section, number: int, first: bool) -> tuple[float, float]:
        """How far the text area is from the upper and the lower edge: a high header or footer pushes it."""
        page = section.page
        above, below = (
            self._running(section, _blocks(running, number, first))[1]
            for running in (section.header, section.footer)
        )
        return (
            max(page.margins.top, page.header + above if above else 0.0),
            max(page.margins.bottom, page.footer + below if below else 0.0),
        )

    def _running(
        self, section: Section, blocks: Sequence[Block], number: int = 1, pages: int = 1
    ) -> tuple[list[Placed], float]:
        """A header or footer set for a page, and its height."""
        if not blocks:
            return [], 0.0
        page = section.page
        self.book.running = (number, pages)
        made = stack(
            block_slices(blocks, page.width - page.margins.left - page.margins.right, None, self.book)
        )
        self.book.running = None
        return made

    def _draw(self, sheet: _Sheet, index: int, pages: int) -> None:
        section = sheet.section
        page = section.page
        margins = page.margins
        top, _ = self._edges(section, sheet.number, sheet.first)
        canvas = Canvas(self.book, index, sheet.number, page.width, page.height, (margins.left, top))
        self.book.pages.append(canvas)
        running = [
            self._running(section, _blocks(each, sheet.number, sheet.first), sheet.number, pages)
            for each in (section.header, section.footer)
        ]
        self._paint_running(canvas, margins.left, page.header, running[0][0], pages)
        paint(canvas, margins.left, top, sheet.placed)
        self._paint_running(
            canvas, margins.left, page.height - page.footer - running[1][1], running[1][0], pages
        )

    def _paint_running(self, canvas: Canvas, x: float, y: float, placed: list[Placed], pages: int) -> None:
        self.book.running = (canvas.number, pages)
        paint(canvas, x, y, placed)
        self.book.running = None


def _flows(sections: Sequence[Section]) -> list[list[Section]]:
    """Sections that go on, on the same page, with those before them."""
    groups: list[list[Section]] = []
    for section in sections:
        same = bool(groups) and section.page == groups[-1][-1].page
        if section.start == "continuous" and same:
            groups[-1].append(section)
        else:
            groups.append([section])
    return groups


def _blocks(running: Running, number: int, first: bool) -> Sequence[Block]:
    if first and running.first is not None:
        return running.first
    if number % 2 == 0 and running.even is not None:
        return running.even
    return running.default


def _page(
    queue: Sequence[Slice], room: float, above: Slice | None, broken: bool
) -> tuple[list[Placed], list[Slice], bool]:
    """What stands on one page, what comes after it, and whether the page ended of itself.

    A table that goes on begins with its header rows.
    """
    heads: list[Placed] = []
    height = 0.0
    frame = queue[0].frame if queue else None
    if broken and isinstance(frame, TableFrame) and above is not None and above.frame is frame:
        heads, height = _headers(frame, queue[0], room)
    forced = bool(queue) and queue[0].forced
    placed, rest = take(queue, room - height, True, broken and not forced)
    if heads:
        lead = frame.lead(queue[0]) if frame is not None else 0.0
        placed = [*heads, *((y + height - lead, slice_) for y, slice_ in placed)]
    return placed, rest, True


def _headers(frame: TableFrame, next_: Slice, room: float) -> tuple[list[Placed], float]:
    """The header rows of a table that goes on, and their height; none where they leave too little room."""
    heads, height = stack(frame.headers)
    if not isinstance(next_, TableRow) or next_.index < len(heads) or height > room / 2:
        return [], 0.0
    return ([], 0.0) if next_.whole and height + next_.height > room else (heads, height)
