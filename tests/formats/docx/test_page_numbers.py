"""The numbers that page references bring along, held to the text of each page of the PDF."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree
from pypdf import PdfReader

from docgen.formats.convert import convert
from tests.merge.word_files import opened, saved, word_file

COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF {0} \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r><w:r><w:t>9</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SIMPLE = '<w:fldSimple w:instr=" PAGEREF {0} \\h "><w:r><w:t>9</w:t></w:r></w:fldSimple>'
MARK = '<w:bookmarkStart {1} w:id="{0}" w:name="장{0}"/>'


def chaptered(reference: str) -> bytes:
    """References to chapters, each on a page of its own that says its name."""
    document = docx.Document()
    for n in (1, 2, 3):
        field = reference.format(f"장{n}")
        document.element.body.insert(n - 1, parse_xml(f"<w:p {nsdecls('w')}>{field}</w:p>"))
    for n in (1, 2, 3):
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        chapter = document.add_paragraph(f"제{n}장")
        chapter._p.insert(0, parse_xml(MARK.format(n, nsdecls("w"))))
    return saved(document)


def results(data: bytes) -> list[str]:
    texts = opened(data).element.body.iter(qn("w:t"))
    return [text.text or "" for text in texts if "장" not in (text.text or "")]


class DescribePageNumbers:
    def they_are_those_of_the_pdf(self) -> None:
        made = chaptered(SIMPLE)
        pdf = PdfReader(io.BytesIO(convert(made, "pdf")[0]))
        found = [str(n) for n, page in enumerate(pdf.pages, 1) if "장" in page.extract_text()]
        assert results(convert(made, "docx")[0]) == found == ["2", "3", "4"]

    def a_field_in_pieces_says_it_once(self) -> None:
        assert results(convert(chaptered(COMPLEX), "docx")[0]) == ["2", "", "3", "", "4", ""]

    def a_reference_to_nothing_keeps_what_it_says(self) -> None:
        gone = SIMPLE.format("없음").replace("{0}", "없음")
        assert results(convert(chaptered(gone), "docx")[0]) == ["9", "9", "9"]

    def a_file_without_any_stays_byte_for_byte(self) -> None:
        made = word_file("본문")
        assert convert(made, "docx")[0] == made

    def the_prefixes_that_word_looks_up_stay_declared(self) -> None:
        made = chaptered(SIMPLE)
        root = etree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml"))
        ignored = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
        named = (root.get(ignored) or "").split()
        written = zipfile.ZipFile(io.BytesIO(convert(made, "docx")[0])).read("word/document.xml")
        assert named
        assert set(named) <= etree.fromstring(written).nsmap.keys()
