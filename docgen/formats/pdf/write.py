"""The document model as a PDF: `write_pdf`, laid out by WeasyPrint.

WeasyPrint fetches nothing but the images that the page holds itself (data: URIs). It is imported on
the first call, because it needs Pango and takes a second.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from docgen.document import Document
from docgen.errors import Diagnostic, MachineError
from docgen.formats.html.write import print_form

if TYPE_CHECKING:
    import weasyprint

__all__ = ["write_pdf"]


def write_pdf(document: Document) -> bytes:
    """The PDF of a document; the same document gives the same bytes.

    Raises MachineError when a native library that WeasyPrint needs (Pango) is missing.
    """
    engine = _engine()
    tree, css = print_form(document)
    page = _html(engine, tree)
    font_config = _font_config()
    sheet = engine.CSS(string=css, font_config=font_config, url_fetcher=_fetcher())
    made: bytes = page.write_pdf(stylesheets=[sheet], font_config=font_config)
    return made


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
