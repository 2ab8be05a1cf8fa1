"""WeasyPrint as this project uses it: loaded on first use, fed a tree, allowed to fetch nothing.

What a process can share is made once: the font configuration (documents bring no fonts, so nothing is
ever added to it), the fetcher, and style sheets by their text, which documents of one template share.
"""

from __future__ import annotations

import warnings
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element

from docgen.errors import Diagnostic, MachineError
from docgen.machine import APT

if TYPE_CHECKING:
    import weasyprint

__all__ = ["NO_FONT", "draw", "lay_out"]

# What the elements of our pages are. WeasyPrint's own sheet for pages of the web would match six
# pseudo-elements on every element: two thirds of the time that styles take.
_ELEMENTS: Final = """
html,body,section,header,footer,div,p,h1,h2,h3,h4,h5,h6{display:block}
head{display:none}
table{display:table}colgroup{display:table-column-group}col{display:table-column}
thead{display:table-header-group}tbody{display:table-row-group}tr{display:table-row}td{display:table-cell}
br::before{content:"\\A";white-space:pre-line}
h1{bookmark-level:1}h2{bookmark-level:2}h3{bookmark-level:3}h4{bookmark-level:4}h5{bookmark-level:5}
h6{bookmark-level:6}h1,h2,h3,h4,h5,h6{bookmark-label:content(text)}
"""

NO_FONT: Final = Diagnostic("machine.font", "한글을 찍을 글꼴이 없습니다.", hint=APT)


def lay_out(tree: Element, css: str) -> weasyprint.Document:
    """Lay out a page given as its element tree and style sheet; MachineError without Pango or fonts."""
    page = _page_class()(tree)
    laid_out: weasyprint.Document = page.render(stylesheets=[_sheet(css)], font_config=_fonts())
    _close_boxes(laid_out)
    return laid_out


def draw(laid_out: weasyprint.Document) -> tuple[bytes, str]:
    """The PDF, and the signs that no installed font has, which stand in it as empty boxes."""
    made: bytes = laid_out.write_pdf()
    missing = {code for font in laid_out.fonts.values() for code in font.missing}
    return made, "".join(map(chr, sorted(missing)))


def _close_boxes(laid_out: weasyprint.Document) -> None:
    """Have the lines drawn where a page's end splits a row, as Word does; WeasyPrint leaves them open."""
    if len(laid_out.pages) > 1:
        for page in laid_out.pages:
            for box in page._page_box.descendants():
                if hasattr(box, "skip_cell_border_top"):
                    box.skip_cell_border_top = box.skip_cell_border_bottom = False


@cache
def _engine() -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # no fonts: `_fonts` says so, and how to mend it
            import weasyprint
    except OSError as error:
        raise MachineError(
            Diagnostic(
                "machine.pango",
                "PDF를 만드는 데 필요한 라이브러리(Pango)가 없습니다.",
                hint=APT,
            )
        ) from error
    return weasyprint


@cache
def _fonts() -> Any:
    """The fonts of the machine; MachineError where it has none: Pango would end the process."""
    _engine()
    from weasyprint.text.ffi import ffi, fontconfig
    from weasyprint.text.fonts import FontConfiguration

    made = FontConfiguration()
    found = fontconfig.FcConfigGetFonts(made._config, fontconfig.FcSetSystem)
    if found == ffi.NULL or found.nfont == 0:
        raise MachineError(NO_FONT)
    return made


@cache
def _fetcher() -> Any:
    """Images that the page holds itself (data: URIs) are read; nothing else is."""
    _engine()
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=("data",), allow_redirects=False)


@lru_cache(maxsize=32)
def _sheet(css: str) -> Any:
    return _engine().CSS(string=css, font_config=_fonts(), url_fetcher=_fetcher())


@cache
def _page_class() -> Any:
    """A page of WeasyPrint made of a tree, where its own would write it as text and parse that again."""
    engine = _engine()
    import cssselect2

    class Page(engine.HTML):  # type: ignore[misc, name-defined]  # WeasyPrint has no type hints
        def __init__(self, tree: Element) -> None:
            self.base_url = None
            self.url_fetcher = _fetcher()
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(tree, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            # Should a later WeasyPrint ask elsewhere, pages look the same and only take longer.
            return [_sheet(_ELEMENTS)]

    return Page
