"""The document model as one self-contained HTML page: `write_html`; and its print form for a PDF.

Every distinct look becomes one class. The page for people is clean: words stay whole by
`word-break: keep-all`, headers and footers stand at the start and end of each section. The print form
(`print_form`) holds word joiners and running elements, which a layout engine needs and a reader does not.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from docgen.document import Document, Section
from docgen.formats.html.build import Builder
from docgen.formats.html.css import Classes
from docgen.formats.html.pages import page_css, running_elements
from docgen.formats.html.tables import Cuts
from docgen.formats.html.values import pt

__all__ = ["print_form", "write_html"]

_COMMON = """body,p,h1,h2,h3,h4,h5,h6{margin:0}
body{overflow-wrap:anywhere}
table{border-collapse:collapse;table-layout:fixed;border-spacing:0;text-indent:0}
td{vertical-align:top}
a{color:inherit;text-decoration:none}
img{vertical-align:baseline}"""
_PRINT = """.page::before{content:counter(page)}
.pages::before{content:counter(pages)}
.reference::before{content:target-counter(attr(href url),page)}"""
_SCREEN = """body{white-space:pre-wrap;word-break:keep-all;background:#eee}
section{box-sizing:border-box;margin:1em auto;background:#fff;box-shadow:0 0 4pt #999}
.page::before{content:"1"}
.pages::before{content:"1"}
@media print{body{background:none}section{margin:0;padding:0!important;box-shadow:none}}"""


def write_html(document: Document) -> str:
    """The document as a page for people: no reference leaves it, images are data: URIs."""
    classes = Classes()
    root, body = _page(document)
    pages: list[str] = []
    builder = Builder(classes, joined=False)
    for i, section in enumerate(document.sections):
        page, margins = section.page, section.page.margins
        sides = " ".join(pt(side) for side in (margins.top, margins.right, margins.bottom, margins.left))
        css = f"page:s{i};width:{pt(page.width)};padding:{sides}"
        pages.append(page_css(section, f"s{i}", with_running=False))
        element = SubElement(body, "section", {"class": classes.name("v", css)})
        _ready(builder, section)
        builder.blocks(
            SubElement(element, "header"), section.header.default
        ) if section.header.default else None
        builder.blocks(element, section.blocks)
        builder.blocks(
            SubElement(element, "footer"), section.footer.default
        ) if section.footer.default else None
    style = "\n".join((_COMMON, _SCREEN, *pages, classes.css()))
    head = root[0]
    SubElement(head, "style").text = style
    text: str = tostring(root, encoding="unicode", method="html")
    return f"<!DOCTYPE html>\n{text}\n"


def print_form(document: Document, cuts: Cuts) -> tuple[Element, str]:
    """The page as a layout engine wants it: its element tree and its style sheet; `cuts` as in `tables`."""
    classes = Classes()
    root, body = _page(document)
    rules: list[str] = []
    builder = Builder(classes, joined=True, cuts=cuts)
    name = ""
    for i, section in enumerate(document.sections):
        if section.start != "continuous" or not name or section.page != document.sections[i - 1].page:
            name = f"s{i}"
            rules.append(page_css(section, name, with_running=True))
        element = SubElement(body, "section", {"class": classes.name("v", _section_css(section, name, i))})
        _ready(builder, section)
        if name == f"s{i}":
            builder.grid = None
            rules.append(running_elements(builder, element, section, name))
        _ready(builder, section)
        builder.blocks(element, section.blocks)
    return root, "\n".join((_COMMON, _PRINT, *rules, classes.css()))


def _ready(builder: Builder, section: Section) -> None:
    builder.grid = section.page.grid
    builder.margin = (section.page.margins.left, section.page.margins.top)


def _section_css(section: Section, name: str, i: int) -> str:
    css = f"page:{name}"
    if i and section.start in ("odd", "even"):
        css += f";break-before:{'right' if section.start == 'odd' else 'left'}"
    return css


def _page(document: Document) -> tuple[Element, Element]:
    root = Element("html", {"lang": document.language})
    head = SubElement(root, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "title").text = document.title
    return root, SubElement(root, "body")
