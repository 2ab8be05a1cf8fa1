"""Sections: page size, margins, line grid, headers and footers (ECMA-376 Part 1, 17.6, 17.10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from docgen.document import Block, Page, Running, Section, Sides
from docgen.formats.docx.names import qn
from docgen.formats.docx.read_context import Context, Surroundings
from docgen.formats.docx.read_paragraphs import read_blocks
from docgen.formats.docx.read_parts import effective
from docgen.formats.docx.read_values import Element, flag, length, number, value

__all__ = ["read_sections"]

_GRIDS: Final = {"lines", "linesAndChars", "snapToChars"}
_STARTS: Final = {"continuous": "continuous", "oddPage": "odd", "evenPage": "even"}
_UNSUPPORTED: Final = {"pgBorders": "쪽 테두리", "lnNumType": "줄 번호", "textDirection": "세로쓰기",
                       "bidi": "오른쪽에서 왼쪽 쓰기"}  # fmt: skip
_KINDS: Final = ("default", "first", "even")


@dataclass(slots=True)
class _Inherited:
    """The headers or footers by kind that the next section takes over where it names none."""

    blocks: dict[str, tuple[Block, ...]] = field(default_factory=dict)


def read_sections(context: Context) -> Iterator[Section]:
    """The sections of the main document, in order."""
    part = context.parts.main
    body = part.root.find(qn("w:body"))
    running = {"header": _Inherited(), "footer": _Inherited()}
    start = {qn("w:p"): 0, qn("w:tbl"): 0}
    if part.root.find(qn("w:background")) is not None:
        context.findings.unsupported("쪽 배경색", "문서")
    before: Page | None = None
    for children, properties in _split(body):
        page = _page(properties)
        if before not in (None, page) and _start(properties) == "continuous":
            context.findings.unsupported("한 쪽 안에서 바뀌는 쪽 모양", "구역", "새 쪽에서 시작합니다.")
        before = page
        width = page.width - page.margins.left - page.margins.right
        where = Surroundings(part, "본문", width)
        _report(context, properties)
        blocks = read_blocks(context, children, where, start)
        yield Section(
            blocks,
            page,
            _running(context, properties, "header", running["header"], width),
            _running(context, properties, "footer", running["footer"], width),
            _start(properties),
            _first_number(properties),
        )


def _split(body: Element | None) -> Iterator[tuple[list[Element], Element | None]]:
    """The children of each section with its properties: in its last paragraph, the last one's in the body."""
    children: list[Element] = []
    last: Element | None = None
    for child in effective(body) if body is not None else ():
        if child.tag == qn("w:sectPr"):
            last = child
            continue
        children.append(child)
        properties = child.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") if child.tag == qn("w:p") else None
        if properties is not None:
            yield children, properties
            children = []
    yield children, last


def _find(properties: Element | None, name: str) -> Element | None:
    return None if properties is None else properties.find(qn(f"w:{name}"))


def _page(properties: Element | None) -> Page:
    """The page; what is missing is what Word assumes: A4 with margins of 2.54 cm."""
    size, margins, grid = (_find(properties, name) for name in ("pgSz", "pgMar", "docGrid"))
    width, height = (length(size, f"w:{k}") if size is not None else None for k in ("w", "h"))

    def margin(name: str, default: float) -> float:
        found = length(margins, f"w:{name}") if margins is not None else None
        return default if found is None else abs(found)

    pitch = None
    if grid is not None and grid.get(qn("w:type")) in _GRIDS:
        pitch = length(grid, "w:linePitch") or None
    return Page(
        width or 595.3,
        height or 841.9,
        Sides(
            margin("top", 72),
            margin("right", 72),
            margin("bottom", 72),
            margin("left", 72) + margin("gutter", 0),
        ),
        margin("header", 36),
        margin("footer", 36),
        pitch,
    )


def _report(context: Context, properties: Element | None) -> None:
    for name, word in _UNSUPPORTED.items():
        found = _find(properties, name)
        if found is not None and value(found) not in ("lrTb", "0", "false"):
            context.findings.unsupported(word, "구역")
    columns = _find(properties, "cols")
    if columns is not None and number(columns.get(qn("w:num")), 1) > 1:
        context.findings.unsupported("다단", "구역", "한 단으로 이어서 적었습니다.")
    align = value(_find(properties, "vAlign"))
    if align not in (None, "top"):
        context.findings.unsupported("쪽의 세로 맞춤", "구역")
    style = _find(properties, "pgNumType")
    if style is not None and style.get(qn("w:fmt")) not in (None, "decimal"):
        context.findings.unsupported("쪽 번호의 숫자 모양", "구역")


def _start(properties: Element | None) -> Any:
    return _STARTS.get(value(_find(properties, "type")) or "", "page")


def _first_number(properties: Element | None) -> int | None:
    found = _find(properties, "pgNumType")
    start = None if found is None else found.get(qn("w:start"))
    return None if start is None else number(start)


def _running(
    context: Context, properties: Element | None, kind: str, inherited: _Inherited, width: float
) -> Running:
    for reference in properties.iterchildren(qn(f"w:{kind}Reference")) if properties is not None else ():
        target = context.parts.main.targets.get(reference.get(qn("r:id")) or "")
        if target is not None and target in context.parts.package:
            part = context.parts.part(target)
            place = "머리글" if kind == "header" else "바닥글"
            where = Surroundings(part, place, width)
            read = read_blocks(context, effective(part.root), where)
            inherited.blocks[reference.get(qn("w:type")) or "default"] = read
    title = _find(properties, "titlePg")
    default, first, even = (inherited.blocks.get(name, ()) for name in _KINDS)
    return Running(
        default,
        first if title is not None and flag(title) else None,
        even if context.settings.even_and_odd else None,
    )
