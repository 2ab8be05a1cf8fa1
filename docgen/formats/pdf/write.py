"""The document model as a PDF: `write_pdf`, laid out by WeasyPrint.

WeasyPrint fetches nothing but the images that the page holds itself (data: URIs). It is imported on
the first call, because it needs Pango and takes a second.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element

from docgen.document import Document
from docgen.errors import Diagnostic, MachineError
from docgen.formats.html.tables import Cuts, row_of
from docgen.formats.html.write import print_form

if TYPE_CHECKING:
    import weasyprint

__all__ = ["write_pdf"]

_LAYOUTS: Final = 4  # at most; a document without merged cells across pages needs one


def write_pdf(document: Document) -> bytes:
    """The PDF of a document; the same document gives the same bytes.

    Raises MachineError when a native library that WeasyPrint needs (Pango) is missing.
    """
    engine = _engine()
    cuts: Cuts = {}
    for _ in range(_LAYOUTS):
        laid_out = _lay_out(engine, document, cuts)
        found = _crossed(laid_out)
        if found == cuts:
            break
        cuts = found
    made: bytes = laid_out.write_pdf()
    return made


def _lay_out(engine: Any, document: Document, cuts: Cuts) -> weasyprint.Document:
    tree, css = print_form(document, cuts)
    fonts = _font_config()
    sheet = engine.CSS(string=css, font_config=fonts, url_fetcher=_fetcher())
    return _html(engine, tree).render(stylesheets=[sheet], font_config=fonts)


def _crossed(laid_out: weasyprint.Document) -> Cuts:
    """The rows of tables with merged cells that begin a page. The ids that told so are taken out again."""
    found: dict[int, set[int]] = {}
    seen: set[int] = set()
    for page in laid_out.pages:
        rows = [place for key in page.anchors if (place := row_of(key))]
        for table in {table for table, _ in rows} & seen:
            found.setdefault(table, set()).add(min(row for number, row in rows if number == table))
        seen |= {table for table, _ in rows}
        page.anchors.clear()
    return {table: frozenset(rows) for table, rows in found.items()}


@cache
def _engine() -> Any:
    try:
        import weasyprint
    except OSError as error:
        raise MachineError(
            Diagnostic(
                "machine.pango",
                "PDF를 만드는 데 필요한 라이브러리(Pango)가 없습니다.",
                hint="sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
            )
        ) from error
    return weasyprint


@cache
def _font_config() -> Any:
    """One configuration for the process: documents bring no fonts of their own, so nothing is added to it."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@cache
def _fetcher() -> Any:
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=("data",), allow_redirects=False)


def _html(engine: Any, tree: Element) -> weasyprint.HTML:
    """The tree as WeasyPrint's page, without writing and parsing it again."""
    import cssselect2

    page = engine.HTML(string="<html></html>", base_url=None, url_fetcher=_fetcher())
    page.wrapper_element = cssselect2.ElementWrapper.from_html_root(tree, content_language=None)
    page.etree_element = page.wrapper_element.etree_element
    return page  # type: ignore[no-any-return]  # WeasyPrint has no type hints
