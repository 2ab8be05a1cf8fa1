"""The file: pages, links and outline as PDF objects (PDF 32000-1), written by pydyf."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import pydyf

from docgen.formats.pdf.canvas import Book, Canvas, Heading
from docgen.formats.pdf.embedding import embed_font, embed_image
from docgen.formats.pdf.objects import added, stream

__all__ = ["write_file"]


def write_file(book: Book, title: str, language: str) -> bytes:
    """The bytes of the PDF; same pages, same bytes."""
    pdf = pydyf.PDF()
    fonts = {f"F{i}": embed_font(pdf, face, glyphs) for i, (face, glyphs) in enumerate(book.glyphs.items())}
    images = {name: embed_image(pdf, found) for found, name in book.images.items()}
    resources = pydyf.Dictionary({"Font": pydyf.Dictionary(fonts), "XObject": pydyf.Dictionary(images)})
    pdf.add_object(resources)
    pages = [_page(pdf, canvas, resources) for canvas in book.pages]
    for canvas, page in zip(book.pages, pages, strict=True):
        if canvas.links:
            page["Annots"] = pydyf.Array(_links(pdf, canvas))
    if book.places:
        pdf.catalog["Names"] = pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": _places(book, pages)})})
    if book.headings:
        pdf.catalog["Outlines"] = _outline(pdf, book, pages)
    pdf.catalog["Lang"] = pydyf.String(language)
    pdf.info["Producer"] = pydyf.String("docgen")
    if title:
        pdf.info["Title"] = pydyf.String(title)
    made = io.BytesIO()
    pdf.write(made, compress=True)
    return made.getvalue()


def _page(pdf: pydyf.PDF, canvas: Canvas, resources: Any) -> Any:
    page = pydyf.Dictionary(
        {
            "Type": "/Page",
            "Parent": pdf.pages.reference,
            "MediaBox": pydyf.Array([0, 0, round(canvas.width, 2), round(canvas.height, 2)]),
            "Contents": stream(pdf, canvas.stream),
            "Resources": resources.reference,
        }
    )
    pdf.add_page(page)
    return page


def _places(book: Book, pages: Sequence[Any]) -> Any:
    """The places that links lead to by name, in the order of their strings (7.9.6)."""
    found = sorted((pydyf.String(name).data, place) for name, place in book.places.items())
    return pydyf.Array(
        [entry for name, place in found for entry in (name, _destination(book, pages, *place))]
    )


def _links(pdf: pydyf.PDF, canvas: Canvas) -> Iterable[bytes]:
    for link in canvas.links:
        left, top, right, bottom = link.box
        box = [
            round(left, 2),
            round(canvas.height - bottom, 2),
            round(right, 2),
            round(canvas.height - top, 2),
        ]
        entries = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array(box),
            "Border": pydyf.Array([0, 0, 0]),
        }
        if link.address.startswith("#"):
            entries["Dest"] = pydyf.String(link.address[1:])
        else:
            action = {"Type": "/Action", "S": "/URI", "URI": pydyf.String(link.address)}
            entries["A"] = pydyf.Dictionary(action)
        yield added(pdf, entries).reference


def _destination(book: Book, pages: Sequence[Any], page: int, top: float) -> Any:
    return pydyf.Array([pages[page].reference, "/XYZ", 0, round(book.pages[page].height - top, 2), 0])


def _outline(pdf: pydyf.PDF, book: Book, pages: Sequence[Any]) -> bytes:
    """The headings as a tree (12.3.3): each stands under the nearest one before it of a higher level."""
    root = added(pdf, {"Type": "/Outlines"})
    open_: list[tuple[int, Any]] = [(-1, root)]
    for heading in book.headings:
        item = added(pdf, _entry(book, pages, heading))
        while open_[-1][0] >= heading.level:
            open_.pop()
        parent = open_[-1][1]
        item["Parent"] = parent.reference
        if "Last" in parent:
            before = next(o for o in reversed(pdf.objects) if o.number and o.reference == parent["Last"])
            before["Next"], item["Prev"] = item.reference, before.reference
        else:
            parent["First"] = item.reference
        parent["Last"] = item.reference
        for _, above in open_:
            above["Count"] = above.get("Count", 0) + 1
        open_.append((heading.level, item))
    reference: bytes = root.reference
    return reference


def _entry(book: Book, pages: Sequence[Any], heading: Heading) -> dict[str, Any]:
    return {
        "Title": pydyf.String(heading.text),
        "Dest": _destination(book, pages, heading.page, heading.top),
    }
