"""What documents of one template share."""

from __future__ import annotations

import io

import docx
from docx.shared import Pt

from docgen.document import Document
from docgen.formats.docx.read import read_docx
from tests.formats.docx.test_read_numbering import numbered, paragraphs


def read(text: str, size: int = 10) -> Document:
    made = docx.Document()
    made.styles["Normal"].font.size = Pt(size)
    made.add_paragraph(text)
    out = io.BytesIO()
    made.save(out)
    return read_docx(out.getvalue())[0]


class DescribeShared:
    def it_is_read_once_for_documents_of_one_template(self) -> None:
        one, other = read("하나"), read("다른 글")
        assert one.sections != other.sections
        assert one.styles is other.styles

    def it_is_read_again_where_the_styles_differ(self) -> None:
        assert [read("하나", size).styles["Normal"].character.size for size in (10, 12, 10)] == [10, 12, 10]

    def it_begins_every_list_anew(self) -> None:
        for _ in range(2):
            assert [each.label for each in paragraphs(numbered((90, 0), (90, 0)))] == ["제1장", "제2장"]
