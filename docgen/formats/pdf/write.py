"""The document model as a PDF: by our own typesetter, or by WeasyPrint where that does not do."""

from __future__ import annotations

from docgen.document import Document
from docgen.errors import Diagnostic
from docgen.formats.pdf import weasy
from docgen.formats.pdf.file import write_file
from docgen.formats.pdf.typeset import typeset

__all__ = ["printed_references", "write_pdf"]


def write_pdf(document: Document) -> tuple[bytes, list[Diagnostic]]:
    """The PDF of a document, and a warning of signs that no font has; same document, same bytes.

    Nothing is fetched but the images that the document holds. Raises MachineError when a native
    library that WeasyPrint needs (Pango) is missing, or a font for the document's Hangul.
    """
    book = typeset(document)
    if book is None:
        return weasy.write_pdf(document)
    return write_file(book, document.title, document.language), []


def printed_references(document: Document) -> dict[str, str]:
    """The number that stands in the PDF for the page of each bookmark that is referred to.

    Raises MachineError as `write_pdf` does.
    """
    book = typeset(document)
    if book is None:
        return weasy.printed_references(document)
    return {name: str(book.pages[page].number) for name, (page, _) in book.places.items()}
