"""The DOCX writer, read back by python-docx, which knows nothing of ours."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell
from lxml import etree

from docgen.document import (
    Anchor,
    Block,
    Border,
    Borders,
    Break,
    Cell,
    CharacterFormat,
    Document,
    Field,
    Inline,
    LineSpacing,
    Page,
    Paragraph,
    ParagraphFormat,
    Picture,
    Row,
    Running,
    Section,
    Sides,
    Style,
    Tab,
    Table,
    TabStop,
    Text,
)
from docgen.formats.docx.read import read_docx
from docgen.formats.docx.write import write_docx

ROOT = Path(__file__).parents[3]
LINE, THICK = Border(), Border(width=1.0)
BOXED = Borders(LINE, LINE, LINE, LINE)


def png() -> bytes:
    """One black point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def text(*inlines: Inline | str, **layout: object) -> Paragraph:
    content = tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)
    return Paragraph(content, ParagraphFormat(**layout))  # type: ignore[arg-type]  # fields by name


def cell(content: str, column: int, **look: object) -> Cell:
    return Cell((text(content),), column, **look)  # type: ignore[arg-type]  # fields by name


def read(*blocks: Block, **parts: object) -> WordDocument:
    document = Document((Section(blocks),), **parts)  # type: ignore[arg-type]  # fields by name
    return docx.Document(io.BytesIO(write_docx(document)))


def read_sections(*sections: Section) -> WordDocument:
    return docx.Document(io.BytesIO(write_docx(Document(sections))))


def edges(read_cell: _Cell) -> dict[str, str]:
    lines = read_cell._tc.find(f"{qn('w:tcPr')}/{qn('w:tcBorders')}")
    return {} if lines is None else {etree.QName(line).localname: line.get(qn("w:val")) for line in lines}


class DescribeParagraphs:
    def it_writes_text_breaks_and_tabs(self) -> None:
        word = read(text("가나", Break(), "다", Tab(), "라"))
        assert word.paragraphs[0].text == "가나\n다\t라"

    def it_keeps_a_text_in_one_run_with_its_white_space(self) -> None:
        word = read(text("  {{ name }}  {% if a < b & c %}"))
        assert [run.text for run in word.paragraphs[0].runs] == ["  {{ name }}  {% if a < b & c %}"]

    def it_writes_the_layout(self) -> None:
        layout = (
            read(
                text(
                    "가",
                    align="justify",
                    left=20.0,
                    right=5.0,
                    first_line=-10.0,
                    before=3.0,
                    after=4.5,
                    line=LineSpacing("least", 16.5),
                    keep_next=True,
                    page_break_before=True,
                    widow_control=False,
                    tabs=(TabStop(100.0, "right", "dot"),),
                )
            )
            .paragraphs[0]
            .paragraph_format
        )
        assert layout.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
        assert (layout.left_indent, layout.right_indent, layout.first_line_indent) == (Pt(20), Pt(5), Pt(-10))
        assert (layout.space_before, layout.space_after) == (Pt(3), Pt(4.5))
        assert (layout.line_spacing, layout.line_spacing_rule) == (Pt(16.5), WD_LINE_SPACING.AT_LEAST)
        assert (layout.keep_with_next, layout.page_break_before, layout.widow_control) == (True, True, False)
        stop = layout.tab_stops[0]
        assert (stop.position, stop.alignment, stop.leader) == (
            Pt(100),
            WD_TAB_ALIGNMENT.RIGHT,
            WD_TAB_LEADER.DOTS,
        )

    @pytest.mark.parametrize(
        ("spacing", "rule", "value"),
        [
            (LineSpacing("multiple", 1.6), WD_LINE_SPACING.MULTIPLE, 1.6),
            (LineSpacing("exact", 12.0), WD_LINE_SPACING.EXACTLY, Pt(12)),
        ],
    )
    def it_writes_every_rule_of_line_spacing(
        self, spacing: LineSpacing, rule: WD_LINE_SPACING, value: float
    ) -> None:
        layout = read(text("가", line=spacing)).paragraphs[0].paragraph_format
        assert (layout.line_spacing_rule, layout.line_spacing) == (rule, value)

    def it_says_when_a_line_may_end_inside_a_word(self) -> None:
        properties = read(text("가", break_words=True)).paragraphs[0]._p.pPr
        assert properties.find(qn("w:wordWrap")).get(qn("w:val")) == "0"

    def it_writes_the_look_of_a_run(self) -> None:
        look = CharacterFormat(
            "Arial", "바탕", 9.5, bold=True, underline="single", color="1F3864", position="super"
        )
        font = read(text(Text("가", look))).paragraphs[0].runs[0].font
        assert (font.name, font.size, font.bold, font.underline) == ("Arial", Pt(9.5), True, True)
        assert (str(font.color.rgb), font.superscript) == ("1F3864", True)
        assert font._element.rPr.rFonts.get(qn("w:eastAsia")) == "바탕"

    def it_writes_the_label_of_a_list_item_as_text(self) -> None:
        item = Paragraph((Text("여는 말"),), ParagraphFormat(left=20.0, first_line=-20.0), label="1.")
        assert read(item).paragraphs[0].text == "1.\t여는 말"

    def it_gathers_neighbouring_texts_of_one_address_in_a_link(self) -> None:
        address = "https://example.org/?a=1&b=2"
        paragraph = read(text(Text("누리", link=address), Text("집", link=address), " 끝")).paragraphs[0]
        assert [(link.text, link.url) for link in paragraph.hyperlinks] == [("누리집", address)]

    def it_writes_fields(self) -> None:
        paragraph = read(text(Field("page"), " / ", Field("pages"))).paragraphs[0]
        codes = [field.get(qn("w:instr")) for field in paragraph._p.findall(qn("w:fldSimple"))]
        assert codes == [" PAGE ", " NUMPAGES "]


class DescribeBookmarks:
    def they_lie_round_nothing_and_have_numbers_of_their_own(self) -> None:
        named = Paragraph((Text("개요"),), bookmarks=("_Toc1", "_Toc2"))
        body = read(named, Paragraph(bookmarks=("끝",))).element.body
        starts = [(e.get(qn("w:name")), e.get(qn("w:id"))) for e in body.iter(qn("w:bookmarkStart"))]
        assert starts == [("_Toc1", "0"), ("_Toc2", "1"), ("끝", "2")]
        assert [e.get(qn("w:id")) for e in body.iter(qn("w:bookmarkEnd"))] == ["0", "1", "2"]

    def a_page_reference_is_a_field_that_leads_there(self) -> None:
        body = read(text(Field("reference", target="_Toc1")), text(Field("contents"))).element.body
        assert [e.get(qn("w:instr")) for e in body.iter(qn("w:fldSimple"))] == [
            " PAGEREF _Toc1 \\h ",
            " TOC \\h \\z \\u ",
        ]


class DescribeStyles:
    STYLE = Style(
        "항목", ParagraphFormat(align="center", tabs=(TabStop(50.0),)), CharacterFormat(size=9.5, bold=True)
    )

    def it_names_them_as_a_reader_would_call_them(self) -> None:
        style = read(Paragraph(style="label"), styles={"label": self.STYLE}).paragraphs[0].style
        assert style is not None
        assert (style.name, style.paragraph_format.alignment) == ("항목", WD_ALIGN_PARAGRAPH.CENTER)
        assert (style.font.size, style.font.bold) == (Pt(9.5), True)

    def it_gives_a_style_called_in_korean_an_id_of_plain_letters(self) -> None:
        word = read(Paragraph(style="양식 제목"), styles={"양식 제목": Style("양식 제목")})
        style = word.paragraphs[0].style
        assert style is not None
        assert (style.name, style.style_id) == ("양식 제목", "style1")

    def it_stands_a_paragraph_of_no_known_style_in_normal(self) -> None:
        normal = Style("Normal", ParagraphFormat(after=8.0))
        paragraph = read(Paragraph(style="없음"), styles={"Normal": normal}).paragraphs[0]
        assert paragraph.style is not None
        assert (paragraph.style.name, paragraph.paragraph_format.space_after) == ("Normal", Pt(0))

    def it_writes_nothing_in_a_paragraph_that_looks_as_its_style(self) -> None:
        look = self.STYLE.character
        same = Paragraph((Text("가", look),), self.STYLE.paragraph, look, style="label")
        paragraph = read(same, styles={"label": self.STYLE}).paragraphs[0]._p
        assert [etree.QName(child).localname for child in paragraph.pPr] == ["pStyle"]
        assert paragraph.r_lst[0].rPr is None

    def it_takes_back_what_the_style_sets(self) -> None:
        plain = Paragraph((Text("가"),), style="label")
        paragraph = read(plain, styles={"label": self.STYLE}).paragraphs[0]
        assert paragraph.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.LEFT
        assert paragraph.paragraph_format.tab_stops[0].alignment == WD_TAB_ALIGNMENT.CLEAR
        assert (paragraph.runs[0].font.bold, paragraph.runs[0].font.size) == (False, Pt(10))

    def it_rests_on_malgun_gothic_of_ten_points(self) -> None:
        defaults = read(text("가")).styles.element.find(
            f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
        )
        assert defaults.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "맑은 고딕"
        assert defaults.find(qn("w:sz")).get(qn("w:val")) == "20"


class DescribeTables:
    def it_spans_columns_and_rows(self) -> None:
        rows = (
            Row((cell("가", 0, rows=2), cell("나", 1, columns=2))),
            Row((cell("다", 1), cell("라", 2))),
        )
        table = read(Table((50.0, 60.0, 70.0), rows)).tables[0]
        assert [[each.text for each in row.cells] for row in table.rows] == [
            ["가", "나", "나"],
            ["가", "다", "라"],
        ]
        assert [column.width for column in table.columns] == [Pt(50), Pt(60), Pt(70)]
        assert table.cell(0, 1).width == Pt(130)

    def it_covers_a_wide_cell_over_all_its_rows(self) -> None:
        rows = (
            Row((cell("가", 0, columns=2, rows=3), cell("나", 2))),
            Row((cell("다", 2),)),
            Row((cell("라", 2),)),
        )
        table = read(Table((50.0, 50.0, 50.0), rows)).tables[0]
        merges = [[each.vMerge for each in row._tr.tc_lst] for row in table.rows]
        assert merges == [["restart", None], ["continue", None], ["continue", None]]
        assert [row._tr.tc_lst[0].grid_span for row in table.rows] == [2, 2, 2]

    def it_fills_squares_that_no_cell_covers(self) -> None:
        table = read(Table((50.0, 50.0, 50.0), (Row((cell("가", 1),)),))).tables[0]
        assert [each.text for each in table.rows[0].cells] == ["", "가", ""]

    def it_writes_heights_and_how_rows_break(self) -> None:
        rows = (
            Row((cell("가", 0),), height=24.0, header=True),
            Row((cell("나", 0),), height=12.5, exact=True, splittable=False),
            Row((cell("다", 0),)),
        )
        first, second, third = read(Table((50.0,), rows)).tables[0].rows
        assert (first.height, first.height_rule) == (Pt(24), WD_ROW_HEIGHT_RULE.AT_LEAST)
        assert (second.height, second.height_rule) == (Pt(12.5), WD_ROW_HEIGHT_RULE.EXACTLY)
        assert third._tr.trPr is None
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert second._tr.trPr.find(qn("w:cantSplit")) is not None

    def it_gives_shared_lines_to_the_table_and_others_to_the_cells(self) -> None:
        rows = (
            Row((cell("가", 0, borders=BOXED), cell("나", 1, borders=BOXED))),
            Row((cell("다", 0, borders=BOXED), cell("라", 1, borders=Borders(LINE, None, THICK, LINE)))),
            Row((cell("마", 0, borders=BOXED), cell("바", 1, borders=BOXED))),
        )
        table = read(Table((50.0, 50.0), rows)).tables[0]
        shared = table._tbl.tblPr.find(qn("w:tblBorders"))
        assert {line.get(qn("w:sz")) for line in shared} == {"4"}
        assert [etree.QName(line).localname for line in shared] == [
            *("top", "left", "bottom", "right", "insideH", "insideV")
        ]
        assert edges(table.cell(0, 0)) == {}
        assert edges(table.cell(1, 1)) == {"bottom": "single", "right": "nil"}

    def it_gives_the_width_of_one_stroke_of_a_double_line(self) -> None:
        double = Border("double", 2.25)
        rows = (Row((cell("가", 0, borders=Borders(double, double, double, double)),)),)
        shared = read(Table((50.0,), rows)).tables[0]._tbl.tblPr.find(qn("w:tblBorders"))
        assert {(line.get(qn("w:val")), line.get(qn("w:sz"))) for line in shared} == {("double", "6")}

    def it_draws_no_line_inside_a_merged_cell(self) -> None:
        around = Borders(THICK, THICK, THICK, THICK)
        rows = (
            Row((cell("가", 0, borders=BOXED), cell("나", 1, borders=BOXED))),
            Row((cell("다", 0, rows=2, borders=around), cell("라", 1, borders=BOXED))),
            Row((cell("마", 1, borders=BOXED),)),
            Row((cell("바", 0, borders=BOXED), cell("사", 1, borders=BOXED))),
        )
        lines = [_Cell(row._tr.tc_lst[0], row) for row in read(Table((50.0, 50.0), rows)).tables[0].rows]
        assert [set(edges(each)) for each in lines] == [
            set(),
            {"top", "left", "right"},
            {"left", "bottom", "right"},
            set(),
        ]

    def it_writes_shade_alignment_and_padding(self) -> None:
        odd = Sides(1.0, 2.0, 3.0, 4.0)
        looks = cell("가", 0, shading="F2F2F2", vertical_align="center", padding=odd)
        table = read(
            Table((50.0, 50.0, 50.0), (Row((looks, cell("나", 1), cell("다", 2))),), align="right")
        ).tables[0]
        first, second, _ = table.rows[0].cells
        assert first._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) == "F2F2F2"
        assert first.vertical_alignment == WD_ALIGN_VERTICAL.CENTER
        margins = first._tc.tcPr.find(qn("w:tcMar"))
        assert [(etree.QName(side).localname, side.get(qn("w:w"))) for side in margins] == [
            ("top", "20"),
            ("left", "80"),
            ("bottom", "60"),
            ("right", "40"),
        ]
        assert second._tc.tcPr.find(qn("w:tcMar")) is None
        assert table.alignment == WD_TABLE_ALIGNMENT.RIGHT

    def it_ends_every_cell_with_a_paragraph(self) -> None:
        inner = Table((40.0,), (Row((Cell((), 0),)),))
        table = read(Table((50.0,), (Row((Cell((inner,), 0),)),))).tables[0]
        outer = table.cell(0, 0)
        assert [etree.QName(child).localname for child in outer._tc] == ["tcPr", "tbl", "p"]
        assert len(outer.tables[0].cell(0, 0).paragraphs) == 1

    def it_keeps_neighbouring_tables_apart(self) -> None:
        table = Table((50.0,), (Row((cell("가", 0),)),))
        body = read(table, table).element.body
        assert [etree.QName(child).localname for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


class DescribeSections:
    def it_writes_the_page(self) -> None:
        page = Page(842.0, 595.5, Sides(50.0, 60.0, 70.0, 80.0), header=20.0, footer=25.0, grid=18.0)
        section = read_sections(Section((text("가"),), page)).sections[0]
        assert (section.page_width, section.page_height) == (Pt(842), Pt(595.5))
        assert section.orientation == WD_ORIENT.LANDSCAPE
        margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
        assert margins == (Pt(50), Pt(60), Pt(70), Pt(80))
        assert (section.header_distance, section.footer_distance) == (Pt(20), Pt(25))
        assert section._sectPr.find(qn("w:docGrid")).get(qn("w:linePitch")) == "360"

    def it_ends_each_section_in_its_last_paragraph(self) -> None:
        table = Table((50.0,), (Row((cell("나", 0),)),))
        word = read_sections(
            Section((text("가"),)), Section((table,), start="odd", first_number=5), Section(())
        )
        starts = [section.start_type for section in word.sections]
        assert starts == [WD_SECTION.NEW_PAGE, WD_SECTION.ODD_PAGE, WD_SECTION.NEW_PAGE]
        assert word.sections[1]._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "5"

    def it_writes_headers_and_footers(self) -> None:
        footer = Running((text("- ", Field("page"), " -"),), first=(text("표지"),), even=(text("짝수"),))
        word = read_sections(Section((text("가"),), header=Running((text("머리"),)), footer=footer))
        section = word.sections[0]
        assert section.header.paragraphs[0].text == "머리"
        assert section.footer.paragraphs[0]._p.find(qn("w:fldSimple")).get(qn("w:instr")) == " PAGE "
        assert (
            section.first_page_footer.paragraphs[0].text,
            section.even_page_footer.paragraphs[0].text,
        ) == (
            "표지",
            "짝수",
        )
        assert section.first_page_header.paragraphs[0].text == "머리"
        assert section.even_page_header.paragraphs[0].text == "머리"
        assert section.different_first_page_header_footer
        assert word.settings.odd_and_even_pages_header_footer

    def it_does_not_let_a_section_inherit_a_header_it_has_not(self) -> None:
        word = read_sections(Section((text("가"),), header=Running((text("머리"),))), Section((text("나"),)))
        second = word.sections[1].header
        assert (second.is_linked_to_previous, second.paragraphs[0].text) == (False, "")


class DescribePictures:
    def it_keeps_the_same_bytes_once(self) -> None:
        picture = Picture(png(), "image/png", 72.0, 36.0, "도장")
        data = write_docx(Document((Section((text(picture, picture),)),)))
        word = docx.Document(io.BytesIO(data))
        assert [(shape.width, shape.height) for shape in word.inline_shapes] == [(Pt(72), Pt(36))] * 2
        numbers = [shape._inline.docPr.id for shape in word.inline_shapes]
        assert numbers == [1, 2]
        assert word.inline_shapes[0]._inline.docPr.get("descr") == "도장"
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert [name for name in package.namelist() if "media" in name] == ["word/media/image1.png"]
            assert package.read("word/media/image1.png") == png()

    def it_places_a_floating_picture(self) -> None:
        anchor = Anchor(10.0, -5.0, "page", "line", behind=True, wrap="square")
        word = read(text(Picture(png(), "image/png", 72.0, 36.0, anchor=anchor)))
        drawn = word.paragraphs[0]._p.find(f".//{qn('wp:anchor')}")
        assert drawn.get("behindDoc") == "1"
        positions = [(each.get("relativeFrom"), each[0].text) for each in drawn[1:3]]
        assert positions == [("page", "127000"), ("line", "-63500")]
        assert [etree.QName(child).localname for child in drawn] == [
            *("simplePos", "positionH", "positionV", "extent", "wrapSquare", "docPr"),
            *("cNvGraphicFramePr", "graphic"),
        ]


class DescribePackages:
    def it_says_title_language_and_no_dates(self) -> None:
        properties = read(text("가"), title="회의록 & 기록").core_properties
        assert (properties.title, properties.language, properties.created) == ("회의록 & 기록", "ko-KR", None)

    def it_asks_word_for_its_present_layout(self) -> None:
        setting = read(text("가")).settings.element.find(f".//{qn('w:compatSetting')}")
        assert (setting.get(qn("w:name")), setting.get(qn("w:val"))) == ("compatibilityMode", "15")

    def it_writes_what_was_read_from_its_own_file_once_more(self) -> None:
        template = ROOT / "templates/people/coordinator-application/template.docx"
        once = write_docx(read_docx(template.read_bytes())[0])
        assert write_docx(read_docx(once)[0]) == once

    def it_makes_the_same_bytes_whatever_the_seed_of_hashing(self) -> None:
        program = (
            "import hashlib, sys; from pathlib import Path;"
            "from docgen.catalogue.form import build_form, load_form;"
            "form = load_form(Path('templates/people/coordinator-application'));"
            "print(hashlib.sha256(build_form(form)).hexdigest())"
        )
        digests = {
            subprocess.run(
                [sys.executable, "-c", program],
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": seed},
                check=True,
                capture_output=True,
                text=True,
            ).stdout
            for seed in ("0", "1")
        }
        assert len(digests) == 1
