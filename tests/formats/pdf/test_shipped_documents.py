"""Every shipped document with its sample: our typesetter against WeasyPrint, which knows nothing of it.

WeasyPrint sets signs as wide as the face that it draws; here ours does the same.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import pytest

from docgen.catalogue.catalogue import Catalogue
from docgen.document import Document
from docgen.formats.docx.read import read_docx
from docgen.formats.pdf import ink, weasy, words
from docgen.formats.pdf.typeset import typeset
from docgen.formats.pdf.write import write_pdf
from tests.formats.pdf.signs import Sign, signs

# WeasyPrint puts a table to the right by half of its outer line and takes the other halves from the cells: a
# line in a narrow cell may end a word earlier, and what follows then stands lower. Word does neither.
ACROSS = 5.0
DOWN = 1.5
SAME_TEXT = 0.97
SAME_PAGE = 0.9
IN_PLACE = 0.35
SETTLED = ("coordinator-application", "instructor-application", "interview-record", "activity-ledger")


@pytest.fixture(autouse=True)
def _own_widths(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def forget() -> None:
        ink.ink.cache_clear()
        words._plain.cache_clear()

    monkeypatch.setattr(ink, "asked_widths", lambda *_: None)
    forget()
    yield
    forget()


@pytest.mark.parametrize("template_id", list(Catalogue()))
def they_are_set_as_weasyprint_sets_them(template_id: str) -> None:
    """As many pages, the same text, nearly all on the same page; where no cell is tight, at its place."""
    document = _sample(template_id)
    assert typeset(document) is not None
    ours, theirs = (signs(write(document)[0]) for write in (write_pdf, weasy.write_pdf))
    assert len(ours) == len(theirs)
    mine, other = (_counted(itertools.chain(*pages)) for pages in (ours, theirs))
    assert mine.keys() == other.keys()
    total = max(mine.total(), other.total())
    assert (mine & other).total() >= SAME_TEXT * total  # a table may repeat its head once more
    same = sum((_counted(a) & _counted(b)).total() for a, b in zip(ours, theirs, strict=True))
    assert same >= SAME_PAGE * total
    placed = sum(_in_place(a, b) for a, b in zip(ours, theirs, strict=True))
    assert placed >= (1.0 if template_id in SETTLED else IN_PLACE) * total


def _counted(page: Iterable[Sign]) -> Counter[str]:
    return Counter(sign.text for sign in page)


def _sample(template_id: str) -> Document:
    template = Catalogue()[template_id]
    works, _ = template.works(template.sample())
    return read_docx(template.produce(works[-1], "docx")[0])[0]


def _in_place(page: list[Sign], other: list[Sign]) -> int:
    places: dict[str, list[Sign]] = defaultdict(list)
    for sign in other:
        places[sign.text].append(sign)
    return sum(
        any(abs(sign.x - there.x) <= ACROSS and abs(sign.y - there.y) <= DOWN for there in places[sign.text])
        for sign in page
    )
