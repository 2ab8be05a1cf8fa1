"""Whole forms: pages, covers, certificates, and what no page can hold."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.section import WD_ORIENT
from pypdf import PdfReader

from docgen.catalogue.form import (
    Approval,
    Certificate,
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
    Unit,
    build_form,
    sheet,
)
from docgen.catalogue.form.parts import Part
from docgen.formats.convert import convert

COVER = Cover("변화의 여정", "새봄초등학교", "2026. 6. 1.", "한빛대학교")
FACTS = (("성명", "나래솔"), ("과정명", "우리학교 알아보기"), ("연수기간", "2026. 6. 1. ~ 6. 30."))
CERTIFICATE = Certificate(
    "제 1 호", "이 수 증", FACTS, "위 사람은\n이수하였음", "2026. 6. 1.", "한빛대학교총장"
)
WIDE = Grid((171,), (Row((Entry("{{ a }}"),)),))


def pdf_pages(form: Form) -> list[str]:
    """The text of each page of our own PDF, its lines joined."""
    pdf, findings = convert(build_form(form), "pdf")
    assert findings == []
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


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


class DescribeTheCover:
    def it_is_a_page_without_a_number_before_the_first(self) -> None:
        form = Form("보고서", (COVER, Heading("■ 요약")), numbered=True)
        assert pdf_pages(form) == ["변화의 여정 새봄초등학교 2026. 6. 1. 한빛대학교", "■ 요약 - 1 -"]

    def it_stands_nowhere_else(self) -> None:
        with pytest.raises(ValueError, match="표지는 맨 앞에"):
            build_form(Form("보고서", (Heading("■ 요약"), COVER)))


def a_certificate_fills_one_page() -> None:
    (page,) = pdf_pages(Form("이수증", (CERTIFICATE,)))
    assert page == (
        "제 1 호 이 수 증 성명 : 나래솔 과정명 : 우리학교 알아보기 연수기간 : 2026. 6. 1. ~ 6. 30. "
        "위 사람은 이수하였음 2026. 6. 1. 한빛대학교총장"
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


def boxes_to_approve_stand_at_the_right() -> None:
    (table,) = docx.Document(io.BytesIO(build_form(Form("보기", (Approval("lines"),))))).tables
    assert "right" in str(table.alignment).lower()
