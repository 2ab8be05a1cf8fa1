"""The shipped forms with their samples: as many pages, and the same page ends, as LibreOffice gives them.

Recorded with LibreOffice 7.4: `docgen render ID SAMPLE -f docx`, `soffice --headless --convert-to pdf`,
`pdfinfo`; the words are the first of a row or paragraph that begins the page in both.
"""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from docgen.catalogue.catalogue import Catalogue

RECORDED = {
    "coordinator-application": [["코디네이터 지원서", "■ 지원 동기 및 포부"]],
    "instructor-application": [["강사", "■ 수업실행 경험"]],
    "meeting-minutes": [["회의록"], ["회의록"], ["회의록", "안모아", "사진"]],
}


@pytest.mark.parametrize("template_id", RECORDED)
def they_end_pages_where_libreoffice_does(template_id: str) -> None:
    template = Catalogue()[template_id]
    works, _ = template.works(template.sample())
    assert len(works) == len(RECORDED[template_id])
    for work, expected in zip(works, RECORDED[template_id], strict=True):
        made, findings = template.produce(work, "pdf")
        assert findings == []
        pages = PdfReader(io.BytesIO(made)).pages
        assert len(pages) == len(expected)
        for page, words in zip(pages, expected, strict=True):
            assert words in page.extract_text()
