"""Whole forms: pages, covers, certificates, and what no page can hold."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from pypdf import PdfReader

from docgen.catalogue.form import (
    Beside,
    Certificate,
    Chapter,
    Column,
    Contents,
    Cover,
    Entry,
    Form,
    Grid,
    Heading,
    Outline,
    Row,
    Rule,
    Sender,
    Title,
    Together,
    Unit,
    build_form,
    each,
    fields,
    sheet,
    table_of,
    when,
)
from docgen.catalogue.form.build import form_document
from docgen.catalogue.form.parts import Part
from docgen.document import Block, Paragraph, Table
from docgen.formats.convert import convert
from docgen.merge.word import WordTemplate

COVER = Cover("변화의 여정", "새봄초등학교", "2026. 6. 1.", "한빛대학교")
FACTS = (("성명", "나래솔"), ("과정명", "우리학교 알아보기"), ("연수기간", "2026. 6. 1. ~ 6. 30."))
CERTIFICATE = Certificate(
    "제 1 호", "이 수 증", FACTS, "위 사람은\n이수하였음", "2026. 6. 1.", "한빛대학교총장"
)
NOBODY = {"name": None, "affiliation": None, "position": None}
BLANK = {"author": NOBODY, "written_on": None}
WIDE = Grid((171,), (Row((Entry("{{ a }}"),)),))


def pdf_pages(form: Form) -> list[str]:
    """The text of each page of our own PDF, its lines joined."""
    pdf, findings = convert(build_form(form), "pdf")
    assert findings == []
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def kind(block: Block) -> str:
    """What a block is: a table, a gap, or the style of a paragraph."""
    if isinstance(block, Table):
        return "table"
    return "gap" if block.style == "tag" and not block.inlines else block.style


class DescribePages:
    def they_may_lie_on_their_side(self) -> None:
        (section,) = docx.Document(
            io.BytesIO(build_form(sheet("명단", author=None, landscape=True)))
        ).sections
        assert (section.orientation, round((section.page_width or 0) / 36000)) == (WD_ORIENT.LANDSCAPE, 297)

    def they_hold_no_table_wider_than_their_text(self) -> None:
        with pytest.raises(ValueError, match="표가 쪽보다 넓습니다: 171 mm"):
            build_form(Form("보기", (WIDE,)))
        assert build_form(Form("보기", (WIDE,), landscape=True))

    def a_heading_begins_a_new_one(self) -> None:
        form = Form("보기", (Heading("■ 하나"), Heading("■ 둘", new_page=True)))
        assert pdf_pages(form) == ["■ 하나", "■ 둘"]


class DescribeGaps:
    FIELDS = Grid((10,), (Row((Entry("{{ a }}"),)),))

    @pytest.mark.parametrize(
        ("parts", "expected"),
        [
            ((FIELDS, FIELDS), "table gap table"),
            ((Title("가"), FIELDS), "title-box table"),
            ((Heading("가"), Unit("원"), FIELDS, Outline("○ 글")), "heading unit table gap outline-2"),
            ((Outline("글"), Heading("가"), FIELDS), "body gap heading table"),
            ((FIELDS, Heading("가", new_page=True)), "table heading"),
            (
                (Heading("가"), *each("x in xs", FIELDS), FIELDS),
                "heading tag table gap tag table",
            ),
            (
                (Outline("글"), *each("x in xs", Heading("가"), Outline("글"))),
                "body tag gap heading body tag",
            ),
        ],
    )
    def they_stand_around_tables_and_above_headings(self, parts: tuple[Part, ...], expected: str) -> None:
        (section,) = form_document(Form("보기", parts)).sections
        assert " ".join(map(kind, section.blocks)) == expected

    def they_stay_at_the_foot_of_a_page_whose_next_starts_with_a_heading(self) -> None:
        """So that no first line of a page stands lower than others."""
        (section,) = form_document(Form("보기", (self.FIELDS, Heading("가"), self.FIELDS))).sections
        (gap,) = (block for block in section.blocks if kind(block) == "gap")
        assert isinstance(gap, Paragraph)
        assert not gap.format.keep_next

    def but_one_above_a_table_that_is_tied_holds_the_two_together(self) -> None:
        parts = (self.FIELDS, *each("x in xs", self.FIELDS), replace(self.FIELDS, tied=True))
        (section,) = form_document(Form("보기", parts)).sections
        gaps = [block for block in section.blocks if kind(block) == "gap"]
        assert len(gaps) == 2
        assert all(isinstance(gap, Paragraph) and gap.format.keep_next for gap in gaps)


class DescribeTheCover:
    def it_is_a_page_without_a_number_before_the_first(self) -> None:
        form = Form("보고서", (COVER, Heading("■ 요약")), numbered=True)
        assert pdf_pages(form) == ["변화의 여정 새봄초등학교 2026. 6. 1. 한빛대학교", "■ 요약 - 1 -"]

    def it_stands_nowhere_else(self) -> None:
        with pytest.raises(ValueError, match="표지는 맨 앞에"):
            build_form(Form("보고서", (Heading("■ 요약"), COVER)))


class DescribeTheContents:
    def they_come_after_the_cover_and_have_no_number(self) -> None:
        parts = (COVER, Contents(), Chapter("Ⅰ. 개요"), Heading("1. {{ what }}"))
        form = Form("보고서", parts, numbered=True)
        made = WordTemplate(build_form(form)).render({"what": "요약"})
        pages = PdfReader(io.BytesIO(convert(made, "pdf")[0])).pages
        assert [" ".join(page.extract_text().split()) for page in pages[1:]] == [
            "목 차 Ⅰ. 개요 1 1. 요약 1",
            "Ⅰ. 개요 1. 요약 - 1 -",
        ]

    def they_are_a_field_that_word_can_bring_up_to_date(self) -> None:
        body = docx.Document(io.BytesIO(build_form(Form("보고서", (COVER, Contents()))))).element.body
        assert [field.get(qn("w:instr")).split()[0] for field in body.iter(qn("w:fldSimple"))] == ["TOC"]

    def they_stand_nowhere_else(self) -> None:
        with pytest.raises(ValueError, match="목차는 표지 바로 다음에만"):
            build_form(Form("보고서", (Heading("■ 요약"), Contents())))


class DescribePartsThatStandTogether:
    AUTHOR = fields(("작성자", "나래솔"))
    LAST = (Heading("■ 붙임"), fields(("결과물", "1건"), ("사진", "2장")), AUTHOR)

    def _page_of_the_end(self, lines: int, *parts: Part) -> str:
        return pdf_pages(Form("보고서", (*[Outline("글")] * lines, *parts)))[-1]

    def they_go_to_the_next_page_as_one(self) -> None:
        alone = next(n for n in range(30, 50) if self._page_of_the_end(n, *self.LAST) == "작성자 나래솔")
        together = self._page_of_the_end(alone, Together(self.LAST))
        assert together == "■ 붙임 결과물 1건 사진 2장 작성자 나래솔"

    def no_row_of_their_tables_lets_go_of_the_next_in_word(self) -> None:
        first, second = docx.Document(io.BytesIO(build_form(Form("보고서", (Together(self.LAST),))))).tables
        for table, kept in ((first, 2), (second, 0)):
            paragraphs = [row.cells[1].paragraphs[0].paragraph_format for row in table.rows]
            assert [bool(paragraph.keep_with_next) for paragraph in paragraphs] == [True] * kept + [False] * (
                len(paragraphs) - kept
            )

    def no_row_of_theirs_runs_over_the_page_not_even_the_last(self) -> None:
        (_, table), *_ = [
            section.blocks for section in form_document(Form("보고서", (Together(self.LAST[:2]),))).sections
        ]
        assert isinstance(table, Table)
        assert not any(row.splittable for row in table.rows)


class DescribeTheAuthor:
    def _page_of_the_end(self, count: int, *parts: Part) -> tuple[int, str]:
        made = WordTemplate(build_form(sheet("명단", *parts))).render(
            {"xs": [{"x": f"{n}번"} for n in range(1, count + 1)], "case": BLANK, "notes": None}
        )
        pages = PdfReader(io.BytesIO(convert(made, "pdf")[0])).pages
        return len(pages), " ".join(pages[-1].extract_text().split())

    @pytest.mark.parametrize(
        "parts",
        [
            (table_of("xs", Column("이름", "{{ row.x }}")),),
            (table_of("xs", Column("이름", "{{ row.x }}")), *when("notes", Outline("{{ notes }}"))),
            each("row in xs", Outline("○ {{ row.x }}")),
        ],
        ids=["a list", "a list before what is not there", "lines"],
    )
    def they_stand_with_the_last_line_above(self, parts: tuple[Part, ...]) -> None:
        ends = [self._page_of_the_end(count, *parts) for count in range(20, 42)]
        count = next(n for n, (pages, _) in enumerate(ends, 20) if pages == 2)
        assert f"{count}번" in ends[count - 20][1]


def a_certificate_has_room_for_long_names() -> None:
    names = (
        ("성명", "막시밀리안 알렉산더 폰 하이덴베르크 추 슈타인펠트 운트 로젠탈 주니어 3세"),
        ("소속", "새별중학교 수석교사 겸 교육정보부장 겸 학년부장 겸 연구학교 담당"),
        (
            "과정명",
            "업무를 덜어 주는 AI와 함께하는 교과별 수업 설계와 자료 분석, 그리고 수업 나눔까지 잇는 과정",
        ),
        FACTS[2],
    )
    (page,) = pdf_pages(Form("이수증", (replace(CERTIFICATE, facts=names),)))
    assert page.endswith("한빛대학교총장 (직인)")


def a_certificate_fills_one_page() -> None:
    (page,) = pdf_pages(Form("이수증", (CERTIFICATE,)))
    assert page == (
        "제 1 호 이 수 증 성명 : 나래솔 과정명 : 우리학교 알아보기 연수기간 : 2026. 6. 1. ~ 6. 30. "
        "위 사람은 이수하였음 2026. 6. 1. 한빛대학교총장 (직인)"
    )


@pytest.mark.parametrize(
    ("part", "style"),
    [
        (Title("점검표"), "양식 제목 상자"),
        (Outline("□ 배경"), "네모 항목"),
        (Unit("(단위: 원)"), "단위"),
        (Rule(), "가로줄"),
        (Sender("총장"), "발신명의"),
    ],
)
def each_line_stands_in_a_named_style(part: Part, style: str) -> None:
    first = docx.Document(io.BytesIO(build_form(Form("보기", (part,))))).paragraphs[0]
    assert first.style is not None
    assert first.style.name == style


def they_stand_side_by_side_without_lines() -> None:
    left, right = Grid((50,), (Row((Entry("왼쪽"),)),)), Outline("오른쪽")
    data = build_form(Form("보기", (Beside((left, right), 60),)))
    (outer,) = docx.Document(io.BytesIO(data)).tables
    first, second = outer.rows[0].cells
    assert [round((width.width or 0) / 36_000) for width in outer.columns] == [60, 110]
    assert first.tables[0].cell(0, 0).text == "왼쪽"
    assert second.text == "오른쪽"
