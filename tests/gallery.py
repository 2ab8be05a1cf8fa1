"""Pictures of every document: `make gallery` draws the sample of each template, a PNG a page, and an index.

The pages are those of the PDF. What has not changed since the last run, neither the DOCX nor the code that
sets it, is not drawn again. The pictures of README.md are made here too.
"""

from __future__ import annotations

import hashlib
import io
import json
import multiprocessing
import os
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageOps

import docgen
from docgen import Catalogue, DocgenError
from docgen.catalogue.catalogue import GROUPS
from docgen.catalogue.template import Template
from docgen.formats.convert import convert

GALLERY = Path("output/gallery")
DPI = 110
DOCUMENTS = 3  # of a template that makes one for every meeting, course or person

README = {
    "docs/form.png": ("coordinator-application", 1),
    "docs/report.png": ("change-journey-report", 4),
    "docs/certificate.png": ("completion-certificate", 1),
}
README_DPI = 60


class Drawn(NamedTuple):
    """A template in the gallery: each document drawn with its number of pages, how many there are in all,
    and the message of what went wrong (None: all is well)."""

    id: str
    documents: list[tuple[str, int]]
    total: int
    fault: str | None = None


def main() -> int:
    """Draw all that has changed; 1 where a sample cannot be rendered or loses something on the way."""
    ids = list(Catalogue())
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as pool:
        gallery = list(pool.map(partial(draw, folder=GALLERY), ids))
    (GALLERY / "index.html").write_text(index(gallery), encoding="utf-8")
    faults: dict[str, list[str]] = {}
    for drawn in gallery:
        if drawn.fault is not None:
            faults.setdefault(drawn.fault, []).append(drawn.id)
    if not faults:
        draw_readme()
    pages = sum(count for drawn in gallery for _, count in drawn.documents)
    said = [f"{', '.join(ids)}:\n{fault}\n" for fault, ids in faults.items()]
    sys.stdout.write("".join(said) + f"서식 {len(gallery)}가지, {pages}쪽: {GALLERY / 'index.html'}\n")
    return int(bool(faults))


def draw_readme() -> None:
    """The pictures that README.md shows, from the pages that have been drawn."""
    for target, (template_id, page) in README.items():
        document = pypdfium2.PdfDocument(GALLERY / template_id / "1.pdf")
        Path(target).write_bytes(png(document[page - 1], README_DPI, edge=1))


def draw(template_id: str, folder: Path) -> Drawn:
    """The first documents of a template's sample, as N.pdf and N-PAGE.png in a folder of its own."""
    template, here = Catalogue()[template_id], folder / template_id
    try:
        works, _ = template.works(template.sample())
        made = [template.produce(work, "docx", strict=True)[0] for work in works[:DOCUMENTS]]
        state = hashlib.sha256(b"".join([code_digest(), *made])).hexdigest()
        if not is_drawn(here, state):
            pdfs = [convert(docx, "pdf", template_id, strict=True)[0] for docx in made]
            write(here, state, pdfs)
    except DocgenError as error:
        return Drawn(template_id, [], 0, str(error))
    counts = json.loads((here / "drawn.json").read_text())["pages"]
    return Drawn(template_id, [(work.name, n) for work, n in zip(works, counts, strict=False)], len(works))


@cache
def code_digest() -> bytes:
    """A digest of the code that sets a DOCX as a PDF."""
    package = Path(docgen.__file__).parent
    files = [path for part in ("document", "formats") for path in sorted((package / part).rglob("*.py"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).digest()


def is_drawn(here: Path, state: str) -> bool:
    """Whether the folder of a template holds the pages of this state."""
    note = here / "drawn.json"
    return note.exists() and json.loads(note.read_text())["state"] == state


def write(here: Path, state: str, pdfs: Iterable[bytes]) -> None:
    """The pages of a template's documents instead of those that are there; the note of their state last."""
    here.mkdir(parents=True, exist_ok=True)
    for old in here.iterdir():
        old.unlink()
    pages = []
    for number, pdf in enumerate(pdfs, 1):
        (here / f"{number}.pdf").write_bytes(pdf)
        document = pypdfium2.PdfDocument(pdf)
        pages.append(len(document))
        for at, page in enumerate(document, 1):
            (here / f"{number}-{at}.png").write_bytes(png(page, DPI))
    (here / "drawn.json").write_text(json.dumps({"state": state, "pages": pages}))


def png(page: pypdfium2.PdfPage, dpi: int, edge: int = 0) -> bytes:
    """A page as a PNG of few colours, small enough for a repository; `edge` dots of grey around it."""
    image = ImageOps.expand(page.render(scale=dpi / 72).to_pil().convert("RGB"), edge, "#999999")
    buffer = io.BytesIO()
    image.quantize(64, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


STYLE = """
body { font: 15px/1.5 "NanumGothic", sans-serif; margin: 2rem auto; max-width: 1200px; padding: 0 1rem; }
h1, h2, h3 { break-after: avoid; margin: 1.2em 0 .3em; } h2 { border-bottom: 2px solid; }
code, figcaption, small { color: #555; } nav { columns: 3; } nav a { display: block; }
section { display: flex; flex-wrap: wrap; gap: 12px; }
figure { break-inside: avoid; display: table; margin: 0; }
figcaption { caption-side: bottom; display: table-caption; font-size: 13px; }
img { border: 1px solid #bbb; display: block; height: 310px; }
.fault { color: #b00; white-space: pre-wrap; }
@media print { nav, code { display: none; } a { color: inherit; } img { height: 72mm; } }
"""


def index(gallery: list[Drawn]) -> str:
    """The contact sheet: the documents by step, each page small, a click away from its full size."""
    catalogue = Catalogue()
    steps = groupby(gallery, lambda drawn: catalogue[drawn.id].group)
    parts = [(GROUPS.get(group, group), list(drawn)) for group, drawn in steps]
    menu = "".join(
        f"<a href='#{d.id}'>{escape(catalogue[d.id].title)}</a>" for _, listed in parts for d in listed
    )
    body = "".join(
        f"<h2>{name}</h2>{''.join(section(catalogue[drawn.id], drawn) for drawn in listed)}"
        for name, listed in parts
    )
    what = f"서식 {len(gallery)}가지를 견본 자료로 만든 것입니다. 쪽을 누르면 크게 보입니다."
    return (
        f"<!doctype html><html lang='ko'><meta charset='utf-8'><title>문서 한눈에 보기</title>"
        f"<style>{STYLE}</style><h1>문서 한눈에 보기</h1><p>{what}</p><nav>{menu}</nav>{body}</html>\n"
    )


def section(template: Template, drawn: Drawn) -> str:
    """One template: its title and the pages of its documents."""
    head = f"<h3 id='{drawn.id}'>{escape(template.title)} <code>{drawn.id}</code></h3>"
    if drawn.fault:
        return f"{head}<p class='fault'>{escape(drawn.fault)}</p>"
    more = drawn.total - len(drawn.documents)
    documents = "".join(pages(drawn.id, n, *each) for n, each in enumerate(drawn.documents, 1))
    rest = f"<small>외 {more}건</small>" if more else ""
    return f"{head}<section>{documents}{rest}</section>"


def pages(template_id: str, number: int, name: str, count: int) -> str:
    """One document: each of its pages, with its name below the first."""
    link = f"<a href='{template_id}/{number}.pdf'>{escape(name)}</a> ({count}쪽)"
    return "".join(
        f"<figure><a href='{at}.png'><img src='{at}.png' alt='{escape(name)} {page}쪽' loading='lazy'></a>"
        f"<figcaption>{link if page == 1 else f'- {page} -'}</figcaption></figure>"
        for page in range(1, count + 1)
        for at in [f"{template_id}/{number}-{page}"]
    )


if __name__ == "__main__":
    sys.exit(main())
