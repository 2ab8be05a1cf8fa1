"""A draft, read again by python-docx and as the text of its PDF."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from docgen.case import load_case
from docgen.catalogue.catalogue import Catalogue
from docgen.errors import DataError, Diagnostic
from docgen.merge.draft import mark_draft

FAULTY = Path(__file__).parents[2] / "fixtures/faulty/coordinator-application.yaml"
MARK = "초 안"


@pytest.fixture(scope="module")
def draft() -> tuple[bytes, bytes, list[Diagnostic]]:
    template = Catalogue()["coordinator-application"]
    (work,), findings = template.works(load_case(FAULTY), draft=True)
    docx, pdf = (template.produce(work, output, draft=findings)[0] for output in ("docx", "pdf"))
    return docx, pdf, findings


class DescribeADraft:
    def it_is_made_where_a_document_would_be_refused(self) -> None:
        template = Catalogue()["coordinator-application"]
        with pytest.raises(DataError):
            template.works(load_case(FAULTY))

    def it_bears_the_mark_on_every_page(self, draft: tuple[bytes, bytes, list[Diagnostic]]) -> None:
        pages = PdfReader(io.BytesIO(draft[1])).pages
        assert len(pages) >= 3
        assert all(MARK in page.extract_text().splitlines()[0] for page in pages)

    def it_lists_every_finding_on_pages_of_their_own(
        self, draft: tuple[bytes, bytes, list[Diagnostic]]
    ) -> None:
        docx, _, findings = draft
        texts = [paragraph.text for paragraph in Document(io.BytesIO(docx)).paragraphs]
        listed = texts[texts.index("고칠 곳") + 1 :]
        heads = [text for text in listed if text[0].isdigit()]
        assert len(heads) == len(findings) == 15
        for head, found in zip(heads, findings, strict=True):
            assert found.message in head

    def it_marks_headers_that_are_there_once(self) -> None:
        word = Document()
        section = word.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = "머리글"
        word.add_paragraph("본문")
        file = io.BytesIO()
        word.save(file)
        made = Document(io.BytesIO(mark_draft(file.getvalue(), [Diagnostic("x", "가")])))
        heads = [made.sections[0].header, made.sections[0].first_page_header]
        assert [[paragraph.text[:3] for paragraph in head.paragraphs] for head in heads] == [
            [MARK, "머리글"],
            [MARK],
        ]
