"""The document model as a PDF by WeasyPrint, for what our own typesetter leaves to it.

A document is laid out once; again only where a page ends inside a merged cell (see `html.tables`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from docgen.document import Document
from docgen.errors import Diagnostic, MachineError, Severity
from docgen.formats.html.tables import ROW_MARK, Cuts
from docgen.formats.html.words import JOINER
from docgen.formats.html.write import print_form
from docgen.formats.pdf.engine import NO_FONT, draw, lay_out

if TYPE_CHECKING:
    import weasyprint

__all__ = ["printed_references", "write_pdf"]

_NAMED: Final = 10  # missing signs that a message names
_LAYOUTS: Final = 4  # at most; a document without merged cells across pages needs one


def write_pdf(document: Document) -> tuple[bytes, list[Diagnostic]]:
    """The PDF of a document, and a warning of signs that no font has; same document, same bytes.

    Nothing is fetched but the images that the document holds. Raises MachineError when a native
    library that WeasyPrint needs (Pango) is missing, or a font for the document's Hangul.
    """
    made, missing = draw(_laid_out(document))
    return made, _missing_signs(missing)


def printed_references(document: Document) -> dict[str, str]:
    """The number that stands in the PDF for the page of each bookmark that is referred to.

    Raises MachineError as `write_pdf` does.
    """
    boxes = (box for page in _laid_out(document).pages for box in page._page_box.descendants(True))
    # A reference is the text before an empty link: see `html.write`.
    return {
        unquote(box.element.get("href")[1:]): box.text
        for box in boxes
        if box.element_tag == "a::before" and hasattr(box, "text")
    }


def _laid_out(document: Document) -> weasyprint.Document:
    cuts: Cuts = {}
    for _ in range(_LAYOUTS):
        laid_out = lay_out(*print_form(document, cuts))
        found = _crossed(laid_out)
        if found == cuts or not found:
            break
        cuts = {
            table: found.get(table, frozenset()) | cuts.get(table, frozenset()) for table in {*found, *cuts}
        }
    return laid_out


def _missing_signs(missing: str) -> list[Diagnostic]:
    if any("가" <= sign <= "힣" for sign in missing):
        raise MachineError(NO_FONT)
    if not missing:
        return []
    named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in missing[:_NAMED])
    more = f" 외 {len(missing) - _NAMED}자" if len(missing) > _NAMED else ""
    message = f"글꼴에 없는 글자가 빈 네모로 찍힙니다: {named}{more}"
    hint = "다른 글자로 바꾸거나, 이 글자가 있는 글꼴을 설치하세요."
    return [Diagnostic("font.missing-sign", message, Severity.WARNING, hint=hint)]


def _crossed(laid_out: weasyprint.Document) -> dict[int, frozenset[int]]:
    """The rows that begin a page although a merged cell reaches into them, by table.

    The labels that tell so stand among the bookmarks; they are taken out, and the words of real
    bookmarks are freed of their joiners.
    """
    found: dict[int, set[int]] = {}
    for page in laid_out.pages:
        first: dict[str, str] = {}
        kept = []
        for bookmark in page.bookmarks:
            level, label, *rest = bookmark
            table, _, row = label.removeprefix(ROW_MARK).partition(" ")
            if label.startswith(ROW_MARK):
                first.setdefault(table, row)
            else:
                kept.append((level, label.replace(JOINER, ""), *rest))
        page.bookmarks[:] = kept
        for table, row in first.items():
            if row.endswith("+"):
                found.setdefault(int(table), set()).add(int(row.removesuffix(" +")))
    return {table: frozenset(rows) for table, rows in found.items()}
