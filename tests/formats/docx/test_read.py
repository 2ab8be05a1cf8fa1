"""Reading DOCX: python-docx makes the files; what to expect is what ECMA-376 and Word say."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from lxml import etree
from PIL import Image

from docgen.document import Break, Document, Field, LineSpacing, Paragraph, Picture, Tab, Table, Text
from docgen.errors import DataError, Diagnostic, Severity
from docgen.formats.docx.read import read_docx
from docgen.formats.docx.read_parts import Part
from docgen.formats.docx.read_theme import theme_fonts


def saved(made: docx.document.Document) -> bytes:
    """The bytes of a python-docx document."""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(made: docx.document.Document) -> Document:
    """The model of a python-docx document, which must read without a warning."""
    document, findings = read_docx(saved(made), "시험.docx")
    assert findings == ()
    return document


def first(document: Document) -> Paragraph:
    """The first paragraph of the body."""
    block = document.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    return block


def blocks(document: Document) -> list[Paragraph]:
    """The paragraphs of the body."""
    return [block for block in document.sections[0].blocks if isinstance(block, Paragraph)]


def xml(body: str) -> docx.document.Document:
    """A document whose body begins with the given WordprocessingML."""
    made = docx.Document()
    wrapped = f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{body}</w:body>"
    for child in reversed(parse_xml(wrapped)):
        made.element.body.insert(0, child)
    return made


def warnings(made: docx.document.Document) -> tuple[Document, list[Diagnostic]]:
    document, findings = read_docx(saved(made), "시험.docx")
    assert {finding.severity for finding in findings} == {Severity.WARNING}
    assert {finding.code for finding in findings} == {"docx.unsupported"}
    return document, list(findings)


def text(paragraph: Paragraph) -> str:
    return "".join(inline.text for inline in paragraph.inlines if isinstance(inline, Text))


class DescribeStyles:
    def it_merges_defaults_the_style_chain_and_direct_formatting(self) -> None:
        made = docx.Document()
        base = made.styles.add_style("바탕글", WD_STYLE_TYPE.PARAGRAPH)
        base.font.size, base.paragraph_format.space_after = Pt(9), Pt(4)
        child = made.styles.add_style("내용", WD_STYLE_TYPE.PARAGRAPH)
        child.base_style, child.font.name = base, "Arial"
        paragraph = made.add_paragraph(style="내용")
        paragraph.add_run("가").font.size = Pt(12)
        paragraph.add_run("나")
        found = first(read(made))
        assert found.style == "내용"
        assert found.format.after == 4.0
        assert [inline.format.size for inline in found.inlines if isinstance(inline, Text)] == [12.0, 9.0]
        assert {i.format.font for i in found.inlines if isinstance(i, Text)} == {"Arial"}

    def it_turns_a_toggle_off_where_two_styles_turn_it_on(self) -> None:
        made = docx.Document()
        made.styles.add_style("굵은 문단", WD_STYLE_TYPE.PARAGRAPH).font.bold = True
        made.styles.add_style("굵은 글자", WD_STYLE_TYPE.CHARACTER).font.bold = True
        paragraph = made.add_paragraph("가", style="굵은 문단")
        paragraph.add_run("나", style="굵은 글자")
        run = paragraph.add_run("다", style="굵은 글자")
        run.bold = True
        looks = [inline.format.bold for inline in first(read(made)).inlines if isinstance(inline, Text)]
        assert looks == [True, False, True]

    @pytest.mark.parametrize(
        ("language", "expected"), [("ko-KR", "맑은 고딕"), ("ja-JP", "ＭＳ 明朝"), ("", None)]
    )
    def it_takes_theme_fonts_by_the_language_of_the_settings(self, language: str, expected: str) -> None:
        theme = etree.fromstring(
            f'<a:minorFont {nsdecls("a")}><a:latin typeface="Calibri"/><a:ea typeface=""/>'
            '<a:font script="Hang" typeface="맑은 고딕"/>'
            '<a:font script="Jpan" typeface="ＭＳ 明朝"/></a:minorFont>'
        )
        part = Part("theme.xml", theme, {}, {})
        assert theme_fonts(part, language).get("minorEastAsia") == expected
        assert theme_fonts(part, language)["minorAscii"] == "Calibri"

    @pytest.mark.parametrize(
        ("attributes", "expected"),
        [
            ('w:line="360" w:lineRule="auto"', LineSpacing("multiple", 1.5)),
            ('w:line="300" w:lineRule="exact"', LineSpacing("exact", 15.0)),
            ('w:line="300" w:lineRule="atLeast"', LineSpacing("least", 15.0)),
        ],
    )
    def it_reads_line_spacing(self, attributes: str, expected: LineSpacing) -> None:
        made = xml(f"<w:p><w:pPr><w:spacing {attributes}/></w:pPr><w:r><w:t>가</w:t></w:r></w:p>")
        assert first(read(made)).format.line == expected

    def it_keeps_words_whole_unless_the_paragraph_says_otherwise(self) -> None:
        made = xml('<w:p/><w:p><w:pPr><w:wordWrap w:val="0"/></w:pPr></w:p>')
        blocks = read(made).sections[0].blocks
        assert [block.format.break_words for block in blocks if isinstance(block, Paragraph)][:2] == [
            False,
            True,
        ]


class DescribeText:
    def it_shows_insertions_and_drops_deletions(self) -> None:
        made = xml(
            "<w:p><w:r><w:t>가</w:t></w:r>"
            '<w:ins w:id="1" w:author="김"><w:r><w:t>나</w:t></w:r></w:ins>'
            '<w:del w:id="2" w:author="김"><w:r><w:delText>다</w:delText></w:r></w:del></w:p>'
        )
        assert text(first(read(made))) == "가나"

    def it_looks_through_content_controls_and_joins_split_runs(self) -> None:
        made = xml(
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>학교</w:t></w:r><w:proofErr w:type='spellStart'/>"
            "<w:sdt><w:sdtContent><w:r><w:t>명</w:t></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>"
        )
        assert [i.text for i in first(read(made)).inlines if isinstance(i, Text)] == ["학교명"]

    def it_reads_breaks_tabs_hyphens_and_symbols(self) -> None:
        made = xml(
            "<w:p><w:r><w:t>가</w:t><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/>"
            '<w:sym w:font="Wingdings" w:char="F0FE"/><w:br w:type="page"/></w:r></w:p>'
        )
        found = first(read(made)).inlines
        assert [type(i) for i in found] == [Text, Tab, Break, Text, Break]
        assert isinstance(found[3], Text)
        assert found[3].text == "\u2011\u00ad☑"
        assert [i.kind for i in found if isinstance(i, Break)] == ["line", "page"]

    def it_counts_pages_in_simple_and_complex_fields_and_shows_other_results(self) -> None:
        made = xml(
            '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>NUMPAGES</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            '<w:fldSimple w:instr="DATE"><w:r><w:t>2026. 6. 1.</w:t></w:r></w:fldSimple></w:p>'
        )
        found = first(read(made))
        assert [i.kind for i in found.inlines if isinstance(i, Field)] == ["page", "pages"]
        assert text(found) == "2026. 6. 1."

    @pytest.mark.parametrize(
        ("address", "link"),
        [
            ("https://example.kr/가", "https://example.kr/가"),
            ("mailto:a@example.kr", "mailto:a@example.kr"),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
        ],
    )
    def it_keeps_only_links_to_web_and_mail(self, address: str, link: str | None) -> None:
        made = docx.Document()
        paragraph = made.add_paragraph()
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        relation = made.part.relate_to(address, kind, is_external=True)
        body = f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r><w:t>여기</w:t></w:r></w:hyperlink>'
        paragraph._p.append(parse_xml(body))
        assert [(i.text, i.link) for i in first(read(made)).inlines if isinstance(i, Text)] == [
            ("여기", link)
        ]

    def it_takes_the_default_tab_stops_of_the_document(self) -> None:
        made = xml("<w:p><w:r><w:tab/></w:r></w:p>")
        stop = made.settings.element.find(f"{{{made.element.nsmap['w']}}}defaultTabStop")
        stop.set(f"{{{made.element.nsmap['w']}}}val", "800")
        assert [stop.position for stop in first(read(made)).format.tabs][:3] == [40.0, 80.0, 120.0]


class DescribeBookmarks:
    # A table of contents as Word writes it: fields in the links of a field.
    CONTENTS = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\h </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_Toc1">'
        '<w:r><w:t>개요</w:t></w:r><w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> PAGEREF {} \\h </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    HEADING = '<w:p><w:bookmarkStart w:id="0" w:name="_Toc1"/><w:r><w:t>개요</w:t></w:r></w:p>'

    def they_name_the_paragraph_that_a_page_reference_leads_to(self) -> None:
        contents, _, heading, *_ = blocks(read(xml(self.CONTENTS.format("_Toc1") + self.HEADING)))
        title, tab, number = contents.inlines
        assert isinstance(title, Text)
        assert (title.text, title.link) == ("개요", "#_Toc1")
        assert isinstance(tab, Tab)
        assert isinstance(number, Field)
        assert (number.kind, number.target) == ("reference", "_Toc1")
        assert heading.bookmarks == ("_Toc1",)

    def a_reference_to_none_shows_its_last_result(self) -> None:
        contents, *_ = blocks(read(xml(self.CONTENTS.format("_Gone") + self.HEADING)))
        assert [i.text for i in contents.inlines if isinstance(i, Text)] == ["개요", "4"]

    def a_bookmark_between_paragraphs_names_the_next(self) -> None:
        between = '<w:bookmarkStart w:id="0" w:name="장"/><w:bookmarkEnd w:id="0"/>'
        made = read(xml(f"<w:p/>{between}<w:p><w:r><w:t>가</w:t></w:r></w:p>"))
        assert [block.bookmarks for block in blocks(made)[:2]] == [(), ("장",)]


class DescribePictures:
    def it_reads_an_inline_picture_with_its_size_on_paper(self) -> None:
        out = io.BytesIO()
        Image.new("RGB", (4, 2)).save(out, "PNG")
        made = docx.Document()
        made.add_picture(io.BytesIO(out.getvalue()), width=Mm(40))
        (picture,) = (i for i in first(read(made)).inlines if isinstance(i, Picture))
        assert (picture.data, picture.media_type) == (out.getvalue(), "image/png")
        assert (round(picture.width, 1), round(picture.height, 1)) == (113.4, 56.7)
        assert picture.anchor is None


class DescribeSections:
    def it_reads_pages_and_inherits_headers(self) -> None:
        made = docx.Document()
        made.sections[0].header.paragraphs[0].text = "머리글"
        made.add_paragraph("가")
        second = made.add_section(WD_SECTION.NEW_PAGE)
        second.orientation, second.page_width, second.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
        second.left_margin = Mm(25)
        portrait, landscape = read(made).sections
        assert (portrait.page.width, portrait.page.height) == (612.0, 792.0)  # python-docx starts with Letter
        assert (round(landscape.page.width, 1), round(landscape.page.height, 1)) == (841.9, 595.3)
        assert round(landscape.page.margins.left, 1) == 70.9
        for section in (portrait, landscape):
            (block,) = section.header.default
            assert isinstance(block, Paragraph)
            assert text(block) == "머리글"

    def it_gives_first_and_even_pages_their_own_headers_only_where_asked(self) -> None:
        made = docx.Document()
        assert read(made).sections[0].footer.first is None
        assert read(made).sections[0].footer.even is None
        made.sections[0].different_first_page_header_footer = True
        made.sections[0].first_page_footer.paragraphs[0].text = "첫 쪽"
        made.settings.odd_and_even_pages_header_footer = True
        footer = read(made).sections[0].footer
        assert footer.first is not None
        assert footer.even == ()
        assert isinstance(footer.first[0], Paragraph)
        assert text(footer.first[0]) == "첫 쪽"

    @pytest.mark.parametrize(("kind", "pitch"), [('w:type="lines"', 18.0), ("", None)])
    def it_takes_a_line_grid_only_where_it_has_a_type(self, kind: str, pitch: float | None) -> None:
        made = docx.Document()
        sect = made.sections[0]._sectPr
        for old in sect.findall(f"{{{sect.nsmap['w']}}}docGrid"):
            sect.remove(old)
        sect.append(parse_xml(f'<w:docGrid {nsdecls("w")} {kind} w:linePitch="360"/>'))
        assert read(made).sections[0].page.grid == pitch


class DescribeWhatTheModelCannotCarry:
    def it_names_the_thing_and_its_place_and_keeps_the_text(self) -> None:
        box = (
            "<w:p><w:r><w:t>앞</w:t></w:r><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'>"
            "<v:textbox><w:txbxContent><w:p><w:r><w:t>상자 안</w:t></w:r></w:p></w:txbxContent></v:textbox>"
            "</v:shape></w:pict></w:r></w:p>"
        )
        document, findings = warnings(xml(box))
        texts = [text(b) for b in document.sections[0].blocks if isinstance(b, Paragraph)]
        assert texts[:2] == ["앞", "상자 안"]
        assert [(f.message.split(":")[0], f.place, f.file) for f in findings] == [
            ("글상자", "본문 1번째 문단", "시험.docx")
        ]

    def it_names_the_cell_of_a_table(self) -> None:
        made = docx.Document()
        cell = made.add_table(2, 2).cell(1, 1)
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:textDirection {nsdecls("w")} w:val="tbRl"/>'))
        _, findings = warnings(made)
        assert [(f.message.split(":")[0], f.place) for f in findings] == [("세로쓰기", "본문 표 1, 2행 2칸")]

    def it_writes_ruby_in_brackets(self) -> None:
        ruby = (
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>간</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>間</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
        )
        document, findings = warnings(xml(ruby))
        assert text(first(document)) == "間(간)"
        assert findings[0].message.startswith("덧말")

    def it_puts_notes_at_the_end(self) -> None:
        made = xml('<w:p><w:r><w:t>본문</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>')
        document, findings = warnings(made)
        assert text(first(document)) == "본문1)"
        assert [finding.message.split(":")[0] for finding in findings] == ["각주"]

    def it_puts_their_numbers_before_the_texts_of_notes(self) -> None:
        marks = "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in (3, 2))
        made = xml(f"<w:p>{marks}</w:p>")
        notes = "".join(
            f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve">{words}'
            "</w:t></w:r></w:p></w:footnote>"
            for n, words in ((2, " 둘째 글"), (3, "첫째 글"))
        )
        part = OpcPart(
            PackURI("/word/footnotes.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
            f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>".encode(),
        )
        made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        document, _ = warnings(made)
        last = document.sections[0].blocks[-2:]
        assert [text(block) for block in last if isinstance(block, Paragraph)] == ["1) 첫째 글", "2) 둘째 글"]
        assert isinstance(last[0], Paragraph)
        assert isinstance(last[0].inlines[0], Text)
        assert last[0].inlines[0].format.position == "super"

    def it_says_where_a_page_changes_within_a_page(self) -> None:
        made = docx.Document()
        made.add_section(WD_SECTION.CONTINUOUS).left_margin = Mm(50)
        _, findings = warnings(made)
        assert [(f.message.split(":")[0], f.place) for f in findings] == [
            ("한 쪽 안에서 바뀌는 쪽 모양", "구역")
        ]

    def it_names_columns_of_a_section(self) -> None:
        made = docx.Document()
        sect = made.sections[0]._sectPr
        for old in sect.findall(f"{{{sect.nsmap['w']}}}cols"):
            sect.remove(old)
        sect.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="2"/>'))
        _, findings = warnings(made)
        assert [(f.message.split(":")[0], f.place) for f in findings] == [("다단", "구역")]


class DescribeFilesThatAreNoWordDocuments:
    def it_refuses_a_zip_without_a_body(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
        with pytest.raises(DataError) as caught:
            read_docx(out.getvalue(), "가짜.docx")
        assert caught.value.diagnostics[0].code == "docx.not-word"
        assert caught.value.diagnostics[0].file == "가짜.docx"

    def it_refuses_bytes_that_are_no_zip(self) -> None:
        with pytest.raises(DataError):
            read_docx(b"no zip", "가짜.docx")


def it_has_a_title_a_language_and_named_styles() -> None:
    made = docx.Document()
    made.core_properties.title = "운영 계획서"
    document = read(made)
    assert document.title == "운영 계획서"
    assert document.language == "en-US"  # what the defaults of python-docx's own template say
    assert document.styles["heading 1"].character.size == 14.0
    assert document.styles["heading 1"].paragraph.outline == 0
    assert not any(isinstance(block, Table) for block in document.sections[0].blocks)
