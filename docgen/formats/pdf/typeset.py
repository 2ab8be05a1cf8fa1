"""Documents set straight from the model: `typeset`, for what office documents hold.

What it does not carry (text that flows around pictures, scripts that are not set sign after sign from left to
right, signs that no font of the look has, small capitals) it leaves to WeasyPrint by giving None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.document import Block, Document, Field, Paragraph, Picture, Section, Table, Text
from docgen.formats.pdf.canvas import Book
from docgen.formats.pdf.ink import NotCarriedError
from docgen.formats.pdf.pages import lay_out

__all__ = ["typeset"]

# Right to left, Indic and South East Asian scripts, old Hangul letters, selectors, signs of emotion.
_OTHERS: Final = re.compile(
    "[\u0590-\u08ff\u0900-\u10ff\u1100-\u11ff\u1780-\u18af\u200c-\u200f\u202a-\u202e\u2066-\u2069"
    "\ufb1d-\ufdff\ufe00-\ufe0f\ufe70-\ufefe\U0001f000-\U0001ffff]"
)


def typeset(document: Document) -> Book | None:
    """The pages of a document, drawn; None for what is left to WeasyPrint."""
    if not _is_plain(document):
        return None
    try:
        return lay_out(document)
    except NotCarriedError:
        return None


def _is_plain(document: Document) -> bool:
    for paragraph in _paragraphs(document):
        for inline in paragraph.inlines:
            if isinstance(inline, Picture):
                if inline.anchor is not None and inline.anchor.wrap != "none":
                    return False
            elif isinstance(inline, Text):
                if inline.format.capitals == "small" or _OTHERS.search(inline.text):
                    return False
            elif isinstance(inline, Field) and inline.kind == "contents":
                return False
    return True


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    for section in document.sections:
        for blocks in _stories(section):
            yield from _within(blocks)


def _stories(section: Section) -> Iterator[Sequence[Block]]:
    yield section.blocks
    for running in (section.header, section.footer):
        yield from (blocks for blocks in (running.default, running.first, running.even) if blocks)


def _within(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _within(cell.blocks)
        else:
            yield block
