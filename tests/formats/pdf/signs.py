"""Where each sign of a PDF stands, as pypdfium2 reads it."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2

__all__ = ["Sign", "signs"]


class Sign(NamedTuple):
    """A sign; where its advance starts, from the left edge; where its font ends below, from the top edge."""

    text: str
    x: float
    y: float


def signs(pdf: bytes) -> list[list[Sign]]:
    """The signs of each page in the order of the file, without blanks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> list[Sign]:
    text = page.get_textpage()
    height = page.get_height()
    found = []
    for i in range(text.count_chars()):
        sign = text.get_text_range(i, 1)
        if sign and not sign.isspace():
            left, bottom, _, _ = text.get_charbox(i, loose=True)
            found.append(Sign(sign, left, height - bottom))
    return found
