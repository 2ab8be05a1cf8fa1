"""Paragraphs and the sequence of blocks of a body, cell, header or text box (ECMA-376 Part 1, 17.3.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from docgen.document import Block, CharacterFormat, Inline, Paragraph, Tab, TabStop, Text
from docgen.formats.docx.names import qn
from docgen.formats.docx.read_context import Context, Surroundings
from docgen.formats.docx.read_inlines import Runs
from docgen.formats.docx.read_numbering import Level, format_number
from docgen.formats.docx.read_parts import effective
from docgen.formats.docx.read_properties import Props, paragraph_props, run_props, unsupported
from docgen.formats.docx.read_styles import merge
from docgen.formats.docx.read_tables import read_table
from docgen.formats.docx.read_values import Element

__all__ = ["read_blocks"]

_P, _TBL, _PPR, _RPR = qn("w:p"), qn("w:tbl"), qn("w:pPr"), qn("w:rPr")
_BOOKMARK, _NAME = qn("w:bookmarkStart"), qn("w:name")
_OTHERS: Final = {qn("w:altChunk"): "다른 파일에서 끼워 넣은 내용"}


def read_blocks(
    context: Context, children: Iterable[Element], where: Surroundings, counts: dict[str, int] | None = None
) -> tuple[Block, ...]:
    """The paragraphs and tables among `children`; `counts` goes on numbering them from section to section."""
    blocks: list[Block] = []
    contextual: list[str | None] = []  # per block: the style that asks for no space to its like
    counts = {_P: 0, _TBL: 0} if counts is None else counts
    for child in children:
        if child.tag in counts:
            counts[child.tag] += 1
        if child.tag == _P:
            made, style = _paragraph(context, child, where.at(f"{where.place} {counts[_P]}번째 문단"))
            blocks += made
            contextual += [style] + [None] * (len(made) - 1)
        elif child.tag == _TBL:
            blocks.append(
                read_table(context, child, where.at(f"{where.place} 표 {counts[_TBL]}"), read_blocks)
            )
            contextual.append(None)
        elif child.tag == _BOOKMARK:
            context.bookmarks.append(child.get(_NAME, ""))
        elif child.tag in _OTHERS:
            context.findings.unsupported(_OTHERS[child.tag], where.place)
    return _close_up(blocks, contextual)


def _close_up(blocks: list[Block], contextual: list[str | None]) -> tuple[Block, ...]:
    """Take the space between paragraphs of one style that ask for it (contextualSpacing, 17.3.1.9)."""
    for i in range(len(blocks) - 1):
        first, second = blocks[i], blocks[i + 1]
        if (
            not isinstance(first, Paragraph)
            or not isinstance(second, Paragraph)
            or first.style != second.style
        ):
            continue
        if contextual[i] is not None:
            blocks[i] = replace(first, format=replace(first.format, after=0.0))
        if contextual[i + 1] is not None:
            blocks[i + 1] = replace(second, format=replace(second.format, before=0.0))
    return tuple(blocks)


def _paragraph(context: Context, element: Element, where: Surroundings) -> tuple[list[Block], str | None]:
    styles, ppr = context.styles, element.find(_PPR)
    direct = paragraph_props(ppr)
    rpr = None if ppr is None else ppr.find(_RPR)
    where.note(context, unsupported(ppr))
    style = direct.get("style", "")
    style = style if style in styles.elements else styles.default("paragraph")
    chain = styles.chain(style)[0]
    level = _level(context, chain | direct)
    own_list = level.paragraph if level is not None and "numId" in direct else {}
    props = merge(styles.document_paragraph, where.table_paragraph, chain, own_list, direct)
    runs = Runs(context, style, where)
    inlines = list(runs.read(element))
    if any(isinstance(inline, Tab) for inline in inlines) or level is not None:
        props["tabs"] = _with_defaults(props.get("tabs", {}), context.settings.default_tab, where.width)
    mark = styles.character(where.table_run, style, run_props(rpr))[0]
    label, label_format = _label(context, level, props, style, rpr, where)
    if label is not None and level is not None and level.suffix != "tab":
        inlines.insert(0, Text(label + (" " if level.suffix == "space" else ""), label_format or mark))
        label = label_format = None
    made = Paragraph(
        _joined(inlines),
        styles.paragraph(props, bare=not style),
        mark,
        label,
        label_format,
        styles.name(style),
        context.taken_bookmarks(),
    )
    boxes = [
        block
        for box in runs.boxes
        for block in read_blocks(context, effective(box), where.at(f"{where.place} 글상자"))
    ]
    return [made, *boxes], style if props.get("contextual") else None


def _with_defaults(
    stops: dict[float, TabStop | None], step: float, width: float
) -> dict[float, TabStop | None]:
    """The stops a paragraph names and, beyond the last of them, those of the document (17.15.1.25)."""
    last = max((position for position, stop in stops.items() if stop), default=0.0)
    found = dict(stops)
    for i in range(1, int(width / step) + 1):
        if step * i > last:
            found[step * i] = TabStop(step * i)
    return found


def _level(context: Context, props: Props) -> Level | None:
    if not props.get("numId"):
        return None
    return context.numbering.level(props["numId"], props.get("ilvl", 0))


def _label(
    context: Context, level: Level | None, props: Props, style: str, rpr: Element | None, where: Surroundings
) -> tuple[str | None, CharacterFormat | None]:
    if level is None:
        return None, None
    if level.picture:
        context.findings.unsupported("그림 글머리표", where.place)
    if level.align not in ("left", "start"):
        context.findings.unsupported("번호의 오른쪽·가운데 맞춤", where.place)
    if level.style != "bullet" and format_number(1, level.style) is None:
        context.findings.unsupported(f"번호 모양 {level.style}", where.place)
    text = context.numbering.label(props["numId"], props.get("ilvl", 0))
    look = context.styles.character(where.table_run, style, merge(run_props(rpr), level.run))[0]
    return text or None, look if text else None


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts of one look and link as one: Word splits runs where an editor once stood."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if (
            isinstance(inline, Text)
            and isinstance(last, Text)
            and (inline.format, inline.link) == (last.format, last.link)
        ):
            joined[-1] = Text(last.text + inline.text, last.format, last.link)
        else:
            joined.append(inline)
    return tuple(joined)
