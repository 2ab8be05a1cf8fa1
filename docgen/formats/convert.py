"""From one format to another through the document model: each input one reader, each output one writer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from docgen.errors import DataError, Diagnostic, UsageError, nearest

if TYPE_CHECKING:
    from docgen.document import Document

__all__ = ["OUTPUTS", "convert"]

OUTPUTS: Final = ("docx", "pdf", "html")


def convert(docx: bytes, output: str, name: str = "", strict: bool = False) -> tuple[bytes, list[Diagnostic]]:
    """A finished DOCX as `output` (docx, pdf, html), and warnings of what could not be carried over.

    A DOCX stays as it is, but that its page references say the numbers that its PDF has.

    Raises DataError when the bytes are no Word document, and with `strict` for such a warning;
    UsageError for an unknown format, MachineError where the machine lacks what a PDF needs.
    """
    if output not in OUTPUTS:
        near = nearest(output, OUTPUTS)
        hint = f"혹시 '{near}'인가요?" if near else f"쓸 수 있는 형식: {', '.join(OUTPUTS)}"
        raise UsageError(Diagnostic("format.unknown", f"'{output}' 형식은 만들 수 없습니다.", hint=hint))
    if output == "docx":
        from docgen.formats.docx.page_numbers import with_page_numbers

        return with_page_numbers(docx, name), []
    from docgen.formats.docx.read import read_docx

    document, findings = read_docx(docx, name)
    made, noticed = _writer(output)(document)
    found = [*findings, *noticed]
    if strict and found:
        raise DataError(*(finding.as_error() for finding in found))
    return made, found


def _writer(output: str) -> Callable[[Document], tuple[bytes, list[Diagnostic]]]:
    """The writer of a format, loaded on first use: WeasyPrint takes a second to import."""
    if output == "pdf":
        from docgen.formats.pdf.write import write_pdf

        return write_pdf
    from docgen.formats.html.write import write_html

    return lambda document: (write_html(document).encode(), [])
