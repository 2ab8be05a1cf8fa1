"""The HTML page, parsed again by lxml's HTML parser."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from lxml import html

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
    LineSpacing,
    Page,
    Paragraph,
    ParagraphFormat,
    Picture,
    Row,
    Running,
    Section,
    Tab,
    Table,
    TabStop,
    Text,
)
from docgen.formats.html.write import print_form, write_html

RED = CharacterFormat(color="FF0000")


def page(*blocks: Block, header: Sequence[Block] = (), title: str = "") -> html.HtmlElement:
    """The page of a document of one section."""
    section = Section(blocks, header=Running(tuple(header)))
    return html.document_fromstring(write_html(Document((section,), title)))


def line(*inlines: str, **look: object) -> Paragraph:
    return Paragraph(tuple(Text(text) for text in inlines), ParagraphFormat(**look))  # type: ignore[arg-type] # fields by name


def rule(root: html.HtmlElement, element: html.HtmlElement) -> str:
    """The declarations of an element's class."""
    css = root.find("head/style").text
    (found,) = re.findall(rf"\.{element.get('class')}{{([^}}]*)}}", css)
    return str(found)


class DescribeThePage:
    def it_has_a_language_and_a_title_and_refers_to_nothing_outside(self) -> None:
        written = write_html(Document((Section((line("가"),)),), "제목 <1>"))
        root = html.document_fromstring(written)
        assert root.get("lang") == "ko-KR"
        assert root.findtext("head/title") == "제목 <1>"
        assert not re.search(r'(?:src|href|url\()\s*=?\s*["\']?(?!data:)(?:http|file|/)', written)

    def it_escapes_what_the_document_says(self) -> None:
        root = page(line("<script>alert('&')</script>"))
        assert root.find(".//script") is None
        assert root.find(".//p").text_content() == "<script>alert('&')</script>"

    def it_gives_every_distinct_look_one_class_and_no_style_attribute(self) -> None:
        root = page(
            line("가"), line("나"), line("다", align="center"), Paragraph((Text("라"), Text("마마", RED)))
        )
        assert not root.xpath("//@style")
        first, second, third, fourth = root.iter("p")
        assert first.get("class") == second.get("class") != third.get("class")
        assert "text-align:center" in rule(root, third)
        assert len(list(fourth)) == 1
        assert "color" in rule(root, fourth[0])

    def it_needs_no_span_where_the_text_looks_like_its_paragraph(self) -> None:
        (found,) = page(line("가", "나")).iter("p")
        assert len(found) == 0
        assert found.text == "가나"

    def it_is_free_of_word_joiners_and_keeps_words_whole_by_css(self) -> None:
        written = write_html(Document((Section((line("학교 컨설팅"),)),)))
        assert "\u2060" not in written
        assert "word-break:keep-all" in written

    def it_shows_headers_and_headings(self) -> None:
        root = page(line("개요", outline=0), line("세부", outline=2), header=[line("머리글")])
        assert root.find(".//h1").text == "개요"
        assert root.find(".//h3").text == "세부"
        assert root.find(".//header/p").text == "머리글"

    def it_holds_pictures_itself(self) -> None:
        root = page(Paragraph((Picture(b"\x89PNG", "image/png", 30, 20, "학교 도장"),)))
        image = root.find(".//img")
        assert image.get("src") == "data:image/png;base64,iVBORw=="
        assert image.get("alt") == "학교 도장"
        assert rule(root, image) == "width:30pt;height:20pt"

    def it_stands_pictures_where_they_are_anchored(self) -> None:
        seal = Picture(b"1", "image/png", 60, 60, anchor=Anchor(120.0, -25.0, behind=True))
        paper = Picture(b"2", "image/png", 60, 60, anchor=Anchor(400.0, 500.0, "page", "page"))
        beside = Picture(b"3", "image/png", 60, 60, anchor=Anchor(0.0, 0.0, wrap="square"))
        root = page(Paragraph((Text("가"), seal, paper, beside)))
        rules = [rule(root, image) for image in root.iter("img")]
        assert rules[0].endswith("float:left;margin-right:9pt")  # before the text that flows around it
        assert rules[1].endswith("position:absolute;left:120pt;top:-25pt;z-index:-1")
        assert rules[2].endswith("position:absolute;left:343.3pt;top:443.3pt")  # less the margins of 56.7 pt

    def it_stands_a_seal_where_its_character_is(self) -> None:
        place = Anchor(-30.0, -23.0, "character", "line")
        line = ParagraphFormat(align="center", left=50.0)
        root = page(Paragraph((Text("총장"), Picture(b"1", "image/png", 60, 60, anchor=place)), line))
        spot = root.find(".//span[img]")
        assert "position:relative" in rule(root, spot)
        assert rule(root, spot[0]).endswith("position:absolute;left:-30pt;top:-23pt")


class DescribeParagraphs:
    @pytest.mark.parametrize(
        ("spacing", "grid", "expected"),
        [
            (LineSpacing(), None, "line-height:17.29pt"),  # 맑은 고딕 10 pt
            (LineSpacing(), 18.0, "line-height:18pt"),
            (LineSpacing("multiple", 1.5), 18.0, "line-height:27pt"),
            (LineSpacing("multiple", 2.0), None, "line-height:34.58pt"),
            (LineSpacing("exact", 12.0), 18.0, "line-height:12pt"),
            (LineSpacing("least", 20.0), None, "line-height:20pt"),
            (LineSpacing("least", 10.0), None, "line-height:17.29pt"),
        ],
    )
    def they_have_lines_as_high_as_words(
        self, spacing: LineSpacing, grid: float | None, expected: str
    ) -> None:
        section = Section((line("가", line=spacing),), Page(grid=grid))
        root = html.document_fromstring(write_html(Document((section,))))
        assert expected in rule(root, root.find(".//p"))

    def they_keep_their_height_when_empty(self) -> None:
        mark = CharacterFormat(size=20)
        root = page(Paragraph(mark=mark))
        assert "min-height:34.58pt" in rule(root, root.find(".//p"))

    def they_end_with_an_empty_line_after_a_last_break(self) -> None:
        root = page(Paragraph((Text("가"), Break())))
        assert len(root.findall(".//p/br")) == 2

    def they_are_cut_at_a_page_break(self) -> None:
        root = page(Paragraph((Text("앞"), Break("page"), Text("뒤"))), line("끝"))
        before, after, last = root.iter("p")
        assert (before.text, after.text, last.text) == ("앞", "뒤", "끝")
        assert "break-before:page" in rule(root, after)
        assert "break" not in rule(root, before) + rule(root, last)

    def they_begin_the_next_page_after_a_break_at_their_end(self) -> None:
        root = page(Paragraph((Text("앞"), Break("page"))), line("끝"))
        first, second = root.iter("p")
        assert (first.text, second.text) == ("앞", "끝")
        assert "break-before:page" in rule(root, second)

    def they_share_one_frame_with_their_like(self) -> None:
        frame = Borders(*[Border()] * 4)
        root = page(line("가", borders=frame), line("나", borders=frame))
        first, second = root.iter("p")
        assert "border-bottom" not in rule(root, first)
        assert "border-top" not in rule(root, second)
        assert "border-left" in rule(root, second)

    def they_set_text_at_tab_stops(self) -> None:
        stops = (TabStop(100.0), TabStop(400.0, "right"))
        look = ParagraphFormat(tabs=stops)
        root = page(Paragraph((Text("성명"), Tab(), Text("한가람"), Tab(), Text("(인)")), look))
        boxes = [rule(root, span) for span in root.find(".//p").iter("span")]
        assert any("min-width:100pt" in box for box in boxes)
        assert any("width:400pt" in box and "text-align:right" in box for box in boxes)

    def they_hang_their_label(self) -> None:
        look = ParagraphFormat(left=20.0, first_line=-20.0)
        root = page(Paragraph((Text("첫째"),), look, label="1."))
        found = root.find(".//p")
        assert found.text_content() == "1.첫째"
        assert "min-width:20pt" in rule(root, found[0])


class DescribeBookmarks:
    def a_link_leads_to_the_paragraph_that_has_the_name(self) -> None:
        link = Paragraph((Text("개요", link="#장 1"), Field("reference", target="장 1")))
        root = page(link, Paragraph((Text("개요"),), bookmarks=("장 1", "다른 이름")))
        assert [a.get("href") for a in root.iter("a")] == ["#%EC%9E%A5%201"] * 2
        assert [e.get("id") for e in root.xpath("//*[@id]")] == ["장 1", "다른 이름"]


class DescribeTables:
    def they_are_real_tables_with_spans(self) -> None:
        cells = (Cell((line("가"),), 0, rows=2), Cell((line("나"),), 1, columns=2))
        below = (Cell((line("다"),), 1), Cell((line("라"),), 2))
        root = page(Table((50.0, 60.0, 70.0), (Row(cells), Row(below))))
        assert [(c.get("rowspan"), c.get("colspan")) for c in root.iter("td")] == [
            ("2", None),
            (None, "2"),
            (None, None),
            (None, None),
        ]
        assert [rule(root, col) for col in root.iter("col")] == ["width:50pt", "width:60pt", "width:70pt"]

    def they_repeat_header_rows(self) -> None:
        rows = [Row((Cell((line(str(i)),), 0),), header=i == 0) for i in range(3)]
        root = page(Table((50.0,), tuple(rows)))
        assert root.find(".//thead").text_content() == "0"
        assert root.find(".//tbody").text_content() == "12"

    def they_hold_a_place_where_a_row_begins_late(self) -> None:
        rows = (Row((Cell((), 0), Cell((), 1))), Row((Cell((line("가"),), 1),)))
        root = page(Table((50.0, 50.0), rows))
        assert [len(row) for row in root.iter("tr")] == [2, 2]

    def they_ignore_the_line_grid(self) -> None:
        table = Table((50.0,), (Row((Cell((line("가"),), 0),)),))
        root = html.document_fromstring(write_html(Document((Section((table,), Page(grid=18.0)),))))
        assert "line-height:17.29pt" in rule(root, root.find(".//td/p"))


class DescribeThePrintForm:
    def it_names_pages_by_section_and_lifts_headers_out(self) -> None:
        wide = Section((line("나"),), Page(width=841.9, height=595.3), header=Running((), (line("첫"),)))
        tree, css = print_form(Document((Section((line("가"),)), wide)), {})
        assert [element.tag for element in tree.iter("header")] == ["header"]
        assert "@page s0{size:595.3pt 841.9pt" in css
        assert "@page s1{size:841.9pt 595.3pt" in css
        assert "@page s1:nth(1 of s1){@top-center{content:element(s1-top-first)" in css

    def it_counts_pages(self) -> None:
        tree, css = print_form(Document((Section((Paragraph((Field("page"), Field("pages"))),)),)), {})
        assert [span.get("class") for span in tree.iter("span")] == ["page", "pages"]
        assert "counter(pages)" in css

    def it_keeps_spaces_that_follow_a_space(self) -> None:
        tree, css = print_form(Document((Section((line("  가  나", "  다"),)),)), {})
        kept = [span.text for span in tree.iter("span") if span.get("class") == "k1"]
        assert kept == ["  ", " ", " "]
        assert ".k1{white-space:pre-wrap}" in css
