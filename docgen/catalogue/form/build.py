"""A form as a document, and the document as a template: the bytes of template.docx."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from docgen.catalogue.form.charts import chart
from docgen.catalogue.form.grid import paragraphs, table
from docgen.catalogue.form.keeping import tied, together
from docgen.catalogue.form.looks import INNER, PAGE, STYLES, millimetres
from docgen.catalogue.form.outline import outline
from docgen.catalogue.form.pages import certificate, contents, cover
from docgen.catalogue.form.parts import (
    Approval,
    Beside,
    Certificate,
    Chapter,
    Chart,
    Contents,
    Cover,
    Form,
    Grid,
    Heading,
    Outline,
    Part,
    Rule,
    Sender,
    Signature,
    Title,
    Together,
    Unit,
)
from docgen.document import (
    Block,
    Borders,
    Cell,
    Document,
    Field,
    LineSpacing,
    Page,
    Paragraph,
    Row,
    Running,
    Section,
    Sides,
    Table,
    Text,
)
from docgen.formats.docx.write import write_docx

__all__ = ["build_form", "form_document", "load_form"]

_APART, _ABOVE_SENDER = 10.0, 22.0  # points
_WIDTH = 170.0  # mm, of the text of an upright page
_SIGNATURE_WIDTHS = millimetres(17, 32, 17, 30, 16)


def build_form(form: Form) -> bytes:
    """The template: a DOCX file with tags, the same bytes for the same form."""
    return write_docx(form_document(form))


def load_form(folder: Path) -> Form:
    """The FORM of a template folder. It runs the folder's form.py, so it is for folders that ship."""
    form: Form = runpy.run_path(str(folder / "form.py"))["FORM"]
    return form


def form_document(form: Form) -> Document:
    """The form in the document model. ValueError for a table that is wider than the text of the page."""
    page = replace(PAGE, width=PAGE.height, height=PAGE.width) if form.landscape else PAGE
    parts, sections = form.parts, list[Section]()
    if parts and isinstance(parts[0], Cover):
        listed = parts[1] if len(parts) > 1 and isinstance(parts[1], Contents) else None
        front = () if listed is None else contents(listed)
        sections.append(Section((cover(parts[0]), *front), page))
        parts = parts[2 if front else 1 :]
    footer = Running((_page_number(),)) if form.numbered else Running()
    content = Section(_content(parts, page), page, footer=footer, first_number=1 if sections else None)
    return Document((*sections, content), form.title, styles=STYLES)


def _content(parts: tuple[Part, ...], page: Page) -> tuple[Block, ...]:
    blocks = _spaced(parts)
    room = page.width - page.margins.left - page.margins.right
    for block in blocks:
        if isinstance(block, Table) and sum(block.widths) > room + 0.1:
            raise ValueError(f"표가 쪽보다 넓습니다: {sum(block.widths) / 72 * 25.4:.0f} mm")
    return blocks


def _spaced(parts: tuple[Part, ...]) -> tuple[Block, ...]:
    """The blocks of the parts, with gaps where two need one."""
    blocks: list[Block] = []
    above: tuple[Block, ...] = ()  # the part that was printed last; none once a gap follows it
    tagged = False  # whether tags alone came since
    for part in parts:
        made = tuple(_blocks(part))
        if isinstance(part, Grid) and part.tied:
            blocks = tied(blocks)
        apart = _apart(above, made[0], tagged)
        held = isinstance(part, Grid) and part.tied
        blocks += (_gap(_APART, kept=held), *made) if apart else made
        tagged = all(isinstance(block, Paragraph) and block.style == "tag" for block in made)
        above = made if not tagged else () if apart else above
    return tuple(blocks)


def _gap(height: float, kept: bool) -> Paragraph:
    """Room between two parts; one that is not kept with what comes next stays at the foot of the page."""
    tag = STYLES["tag"]
    room = replace(tag.paragraph, line=LineSpacing("exact", height), keep_next=kept)
    return Paragraph(format=room, mark=tag.character, style="tag")


def _apart(above: tuple[Block, ...], below: Block, tagged: bool) -> bool:
    """Whether a gap stands between two parts: around a table and above a heading, not below a title."""
    if not above or (isinstance(below, Paragraph) and below.format.page_break_before):
        return False
    if isinstance(above[-1], Table):
        return True
    heads = below.style in ("chapter", "heading") if isinstance(below, Paragraph) else not tagged
    return heads and not above[-1].format.keep_next


def _blocks(part: Part) -> Iterator[Block]:
    match part:
        case Title(text):
            yield from paragraphs(text, "title-box")
        case Chapter(text, new_page) | Heading(text, new_page):
            first, *others = paragraphs(text, "chapter" if isinstance(part, Chapter) else "heading")
            yield replace(first, format=replace(first.format, page_break_before=new_page))
            yield from others
        case Outline(text):
            yield from outline(text)
        case Unit(text):
            yield from paragraphs(text, "unit")
        case Sender(text):
            # A paragraph, not space before the line: a seal is placed from the top of its line.
            yield _gap(_ABOVE_SENDER, kept=True)
            yield from paragraphs(text, "sender")
        case Rule():
            yield from paragraphs("", "rule")
        case Grid():
            yield table(part)
        case Chart():
            yield chart(part)
        case Signature():
            yield _signature(part)
        case Approval():
            yield from _approval(part)
        case Beside():
            yield _beside(part)
        case Certificate():
            yield certificate(part)
        case Together(parts):
            yield from together(_spaced(parts))
        case Cover():
            raise ValueError("표지는 맨 앞에 하나만 둘 수 있습니다.")
        case Contents():
            raise ValueError("목차는 표지 바로 다음에만 둘 수 있습니다.")


def _approval(part: Approval) -> Iterator[Paragraph]:
    """The tag that draws the boxes, and room below them."""
    usual = part == Approval(part.lines, part.blank)
    how = f"{part.blank}" if usual else f"{part.blank}, '{part.title}', {part.width:g}"
    yield from paragraphs(f"{{{{p {part.lines} | approval_line({how}) }}}}", "body")
    yield _gap(_APART, kept=False)


def _beside(part: Beside) -> Table:
    widths = millimetres(part.left, _WIDTH - part.left)
    cells = (Cell(tuple(_blocks(each)), n, padding=Sides()) for n, each in enumerate(part.parts))
    return Table(widths, (Row(tuple(cells), splittable=False),))


def _signature(part: Signature) -> Table:
    """Without lines but for those to write on, at the right."""
    texts = (part.date_label, part.date, part.name_label, part.name, "(서명)")
    cells = [
        Cell(
            paragraphs(text, "choice"),
            column,
            borders=Borders(bottom=INNER if column in (1, 3) else None),
            vertical_align="center",
            padding=Sides(2.8, 2.0, 2.8, 2.0),
        )
        for column, text in enumerate(texts)
    ]
    return Table(_SIGNATURE_WIDTHS, (Row(tuple(cells), 24.0, splittable=False),), "right")


def _page_number() -> Paragraph:
    look = STYLES["footer"]
    inlines = (Text("- ", look.character), Field("page", look.character), Text(" -", look.character))
    return Paragraph(inlines, look.paragraph, look.character, style="footer")
