"""Pages in CSS: an `@page` of each section, headers and footers as running elements (CSS GCPM)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from docgen.document import Block, Running, Section
from docgen.formats.html.build import Builder
from docgen.formats.html.heights import block_height
from docgen.formats.html.values import pt

__all__ = ["page_css", "running_elements"]

_KINDS = {"default": "", "first": ":nth(1 of {page})", "even": ":left"}


def _variants(running: Running) -> Iterator[tuple[str, tuple[Block, ...]]]:
    for kind in ("default", "even", "first"):
        blocks = getattr(running, kind)
        if blocks is not None:
            yield kind, blocks


def page_css(section: Section, name: str, with_running: bool) -> str:
    """The rules for a section's pages. A header higher than its margin pushes the text down, as in Word."""
    page = section.page
    width = page.width - page.margins.left - page.margins.right
    top, bottom = page.margins.top, page.margins.bottom
    header = max((block_height(b, width) for _, b in _variants(section.header)), default=0.0)
    footer = max((block_height(b, width) for _, b in _variants(section.footer)), default=0.0)
    if header and with_running:
        top = max(top, page.header + header)
    if footer and with_running:
        bottom = max(bottom, page.footer + footer)
    margins = " ".join(pt(side) for side in (top, page.margins.right, bottom, page.margins.left))
    size = f"size:{pt(page.width)} {pt(page.height)};margin:{margins}"
    rules = [f"@page {name}{{{size}}}"]
    if section.first_number is not None:
        rules.append(f"@page {name}:nth(1 of {name}){{counter-reset:page {section.first_number}}}")
    if with_running:
        for side, running, distance in (
            ("top", section.header, page.header),
            ("bottom", section.footer, page.footer),
        ):
            for kind, blocks in _variants(running):
                if blocks or kind != "default":
                    rules.append(_margin_box(name, side, kind, bool(blocks), distance))
    return "\n".join(rules)


def _margin_box(name: str, side: str, kind: str, filled: bool, distance: float) -> str:
    selector = f"@page {name}{_KINDS[kind].format(page=name)}"
    content = f"element({name}-{side}-{kind})" if filled else "none"
    look = f"content:{content};width:100%;text-align:left;vertical-align:{side};margin-{side}:{pt(distance)}"
    return f"{selector}{{@{side}-center{{{look}}}}}"


def running_elements(builder: Builder, parent: Element, section: Section, name: str) -> str:
    """Put the headers and footers of a section at its start and return the rules that lift them out."""
    rules = []
    for tag, side, running in (("header", "top", section.header), ("footer", "bottom", section.footer)):
        for kind, blocks in _variants(running):
            if blocks:
                key = f"{name}-{side}-{kind}"
                builder.blocks(SubElement(parent, tag, {"class": key}), blocks)
                rules.append(f".{key}{{position:running({key})}}")
    return "\n".join(rules)
