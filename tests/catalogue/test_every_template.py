"""What holds of every template that ships: it is clean, its sample makes documents, no value is lost."""

from __future__ import annotations

import io
import json

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from docgen import Catalogue, parse_case
from docgen.catalogue.shape import data_schema
from docgen.catalogue.verify import verify
from docgen.errors import Severity
from docgen.merge.lint import lint

CATALOGUE = Catalogue()
A4 = {(595, 842), (842, 595)}  # points, upright and on its side


def bare(text: str) -> str:
    """Text without white space: lines break elsewhere in each format."""
    return "".join(text.split())


@pytest.mark.parametrize("template_id", CATALOGUE)
class DescribeEveryTemplate:
    def it_has_no_fault_and_reads_only_what_the_case_holds(self, template_id: str) -> None:
        template = CATALOGUE[template_id]
        assert lint((template.folder / "template.docx").read_bytes(), "", data_schema(template)) == []

    def its_sample_passes_and_makes_documents_on_a4(self, template_id: str) -> None:
        template = CATALOGUE[template_id]
        works, findings = template.works(template.sample())
        assert [found for found in findings if found.severity is not Severity.WAIVED] == []
        made, warnings = template.produce(works[0], "pdf")
        assert warnings == []
        pages = pypdf.PdfReader(io.BytesIO(made)).pages
        assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} <= A4
        shown = bare("".join(page.extract_text() for page in pages))
        paper = docx.Document(io.BytesIO(template.produce(works[0], "docx")[0]))
        written = [
            bare("".join(t.text or "" for t in p.iter(qn("w:t")))) for p in paper.element.iter(qn("w:p"))
        ]
        assert [text for text in written if text not in shown] == []

    def it_loses_no_value_in_any_format(self, template_id: str) -> None:
        absences = verify(CATALOGUE[template_id], CATALOGUE[template_id].formats)
        assert [absence for absence in absences if not absence.everywhere] == []


@pytest.mark.parametrize("template_id", [each.id for each in CATALOGUE.values() if each.description.also])
def it_needs_no_section_that_it_only_also_reads(template_id: str) -> None:
    template = CATALOGUE[template_id]
    data = {
        name: value for name, value in template.sample().data.items() if name not in template.description.also
    }
    works, findings = template.works(parse_case(json.dumps(data).encode(), "case.json"))
    assert findings == []
    assert template.produce(works[0], "docx")[0].startswith(b"PK")
