"""Lists of headings, as Word writes them into a template and python-docx reads them from the result."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from docgen.merge.word import WordTemplate
from tests.merge.word_files import opened, texts, word_file

OLD = (
    '<w:hyperlink w:anchor="_Toc7"><w:r><w:t>{{ run.name }} 현황</w:t></w:r><w:r><w:tab/></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF _Toc7 \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>'
)


def contents(code: str) -> list[Any]:
    """A list of headings as Word leaves it: one stale entry, the field's end in a paragraph of its own."""
    body = (
        f"<w:body {nsdecls('w')}>"
        '<w:p><w:pPr><w:spacing w:after="40"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> TOC {code} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{OLD}</w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:body>'
    )
    return list(parse_xml(body))


def template(fill: Callable[[Document], object], code: str = '\\o "1-2" \\h \\z \\u') -> WordTemplate:
    def filled(document: Document) -> None:
        for paragraph in contents(code):
            document.element.body.insert(len(document.element.body) - 1, paragraph)
        fill(document)

    return WordTemplate(word_file(fill=filled))


def headings(document: Document) -> None:
    document.add_heading("{{ school }} 개요")
    document.add_paragraph("{%p if long %}")
    document.add_heading("붙임")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p for run in runs %}")
    document.add_heading("{{ run.name }} 현황", 2)
    document.add_paragraph("{%p endfor %}")
    document.add_heading("너무 깊은 제목", 3)


def said(node: Any) -> str:
    return "".join(text.text or "" for text in node.iter(qn("w:t")))


def entries(data: bytes) -> list[tuple[str, str]]:
    """The text of each entry, and of the heading that it leads to."""
    body = opened(data).element.body
    places = {start.get(qn("w:name")): said(start.getparent()) for start in body.iter(qn("w:bookmarkStart"))}
    links = body.iter(qn("w:hyperlink"))
    return [(said(link), places.get(link.get(qn("w:anchor")), "")) for link in links]


DATA = {"school": "새별초", "long": False, "runs": [{"name": "AI & 윤리"}, {"name": "<코딩>"}]}


class DescribeListsOfHeadings:
    def they_hold_the_headings_of_the_finished_document(self) -> None:
        made = template(headings).render(DATA)
        assert entries(made) == [(text, text) for text in ("새별초 개요", "AI & 윤리 현황", "<코딩> 현황")]

    def an_entry_refers_to_the_page_of_its_heading(self) -> None:
        body = opened(template(headings).render(DATA)).element.body
        for link in body.iter(qn("w:hyperlink")):
            (field,) = link.iter(qn("w:fldSimple"))
            assert field.get(qn("w:instr")).split() == ["PAGEREF", link.get(qn("w:anchor")), "\\h"]

    def an_entry_looks_as_the_entries_of_the_template(self) -> None:
        first, second, *_ = opened(template(headings).render(DATA)).paragraphs
        assert [p.paragraph_format.space_after.pt for p in (first, second)] == [2, 2]

    def an_entry_has_the_style_of_its_level_where_there_is_one(self) -> None:
        def styled(document: Document) -> None:
            document.styles.add_style("toc 2", 1)
            headings(document)

        made = opened(template(styled).render(DATA))
        assert [p.style and p.style.name for p in made.paragraphs[:3]] == ["Normal", "toc 2", "toc 2"]

    def the_field_stays_for_word_to_bring_up_to_date(self) -> None:
        body = opened(template(headings).render(DATA)).element.body
        marks = [node.get(qn("w:fldCharType")) for node in body.iter(qn("w:fldChar"))]
        assert marks == ["begin", "separate", "end"]
        assert next(body.iter(qn("w:instrText"))).text.split() == ["TOC", "\\o", '"1-2"', "\\h", "\\z", "\\u"]

    def the_bookmarks_all_have_names_and_numbers_of_their_own(self) -> None:
        def marked(document: Document) -> None:
            headings(document)
            old = f'<w:bookmarkStart {nsdecls("w")} w:id="4" w:name="_Toc7"/>'
            end = f'<w:bookmarkEnd {nsdecls("w")} w:id="4"/>'
            heading = document.paragraphs[-3]._p  # in the loop: Word's own bookmark would be there twice
            heading.append(parse_xml(old))
            heading.append(parse_xml(end))

        starts = list(opened(template(marked).render(DATA)).element.body.iter(qn("w:bookmarkStart")))
        assert len({start.get(qn("w:name")) for start in starts}) == len(starts) == 3
        assert len({start.get(qn("w:id")) for start in starts}) == 3

    def a_section_that_ends_with_the_list_ends_after_its_last_entry(self) -> None:
        def ended(document: Document) -> None:
            headings(document)
            field = f"<w:p {nsdecls('w')}><w:pPr><w:sectPr/></w:pPr><w:fldSimple w:instr='TOC \\o'/></w:p>"
            document.element.body.insert(0, parse_xml(field))

        first, *_ = opened(template(ended).render(DATA)).sections
        assert [said(p._p) for p in first.iter_inner_content() if isinstance(p, Paragraph)] == [
            *("새별초 개요", "AI & 윤리 현황", "<코딩> 현황", "너무 깊은 제목")
        ]

    def an_empty_one_stays_a_field(self) -> None:
        made = template(lambda document: document.add_paragraph("{{ school }}")).render(DATA)
        assert texts(made) == ["", "", "새별초"]
        assert entries(made) == []

    def a_list_of_figures_stays_as_it_is(self) -> None:
        made = template(headings, '\\h \\c "그림"')
        assert entries(made.render(DATA | {"run": {"name": "옛"}})) == [("옛 현황9", "")]


class DescribeWhatIsListed:
    def the_switch_t_names_styles_with_their_levels(self) -> None:
        def styled(document: Document) -> None:
            document.add_paragraph("{{ school }}", document.styles.add_style("장", 1))
            document.add_heading("제목")

        made = template(styled, '\\h \\t "장,1"').render(DATA)
        assert [text for text, _ in entries(made)] == ["새별초"]

    def the_switch_u_takes_outline_levels(self) -> None:
        def outlined(document: Document) -> None:
            level = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="0"/>')
            document.add_paragraph("{{ school }}")._p.get_or_add_pPr().append(level)
            document.add_paragraph("본문")

        assert [text for text, _ in entries(template(outlined, "\\h \\u").render(DATA))] == ["새별초"]

    def a_numbered_heading_has_its_number(self) -> None:
        def numbered(document: Document) -> None:
            listed = document.styles["List Number"].element.pPr.numPr
            for text in ("{{ school }}", "결과"):
                document.add_heading(text)._p.get_or_add_pPr().append(copy.deepcopy(listed))

        assert [text for text, _ in entries(template(numbered).render(DATA))] == ["1. 새별초", "2. 결과"]

    def the_tags_of_a_stale_entry_are_no_fields_of_the_template(self) -> None:
        made = template(lambda document: document.add_heading("{{ school }}"))
        assert list(made.fields().properties) == ["school"]
