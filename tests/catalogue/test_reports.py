"""The reports with a cover and contents: the numbers printed there, held to the text of each page."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from docgen.case.load import load_case
from docgen.catalogue.catalogue import Catalogue
from docgen.catalogue.template import Template

ROOT = Path(__file__).parents[2]
CASE = ROOT / "fixtures/school/saebyeol.yaml"
REPORTS = ("self-diagnosis-report", "consulting-plan", "operation-result-report", "change-journey-report")
EVERY = pytest.mark.parametrize("name", REPORTS)


@cache
def rendered(name: str, output: str) -> bytes:
    template: Template = Catalogue()[name]
    work, *_ = template.works(load_case(CASE))[0]
    made, findings = template.produce(work, output)
    assert findings == []
    return made


@cache
def pages(name: str) -> tuple[str, ...]:
    reader = PdfReader(io.BytesIO(rendered(name, "pdf")))
    return tuple(" ".join(page.extract_text().split()) for page in reader.pages)


def contents(name: str) -> list[tuple[str, str]]:
    """The entries of the contents with their numbers, as the DOCX brings them along."""
    body = docx.Document(io.BytesIO(rendered(name, "docx"))).element.body
    found = []
    for link in body.iter(qn("w:hyperlink")):
        texts = ["".join(t.text or "" for t in node.iter(qn("w:t"))) for node in link]
        found.append(("".join(texts[:-1]), texts[-1]))
    return found


@EVERY
class DescribeTheContents:
    def they_list_the_headings_of_the_report(self, name: str) -> None:
        document = docx.Document(io.BytesIO(rendered(name, "docx")))
        headings = [
            p.text for p in document.paragraphs if p.style and p.style.name in ("장 제목", "구역 제목")
        ]
        assert len(headings) > 5
        assert [title for title, _ in contents(name)] == headings

    def they_print_the_number_of_the_page_where_a_heading_stands(self, name: str) -> None:
        _, listed, *others = pages(name)
        numbered = {re.findall(r"- (\d+) -", page)[-1]: page for page in others}
        assert list(numbered) == [str(n) for n in range(1, len(others) + 1)]
        for title, number in contents(name):
            assert re.search(rf"{re.escape(title)} ?{number}\b", listed), title
            assert title in numbered[number], title

    def the_cover_and_the_contents_have_no_number(self, name: str) -> None:
        assert not any(re.search(r"- \d+ -", page) for page in pages(name)[:2])


@EVERY
def the_author_stands_with_what_is_above(name: str) -> None:
    page = next(page for page in reversed(pages(name)) if "작성일" in page)
    assert len(page) > 120, page
