"""One PDF of many: pages, outline and blank pages as pypdf and pdfium read them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest

from docgen.bulk.journal import Journal
from docgen.bulk.merged import merge_pdfs
from docgen.bulk.store import Folder
from docgen.bulk.work import Checked, Draft, File, RowData, Written
from docgen.formats.convert import convert
from tests.merge.word_files import word_file

NAMES = ["나래/2_도담", "가람/1_한가람", "나래/3_최바다"]


def pdf(*pages: str) -> bytes:
    def break_pages(document: Any) -> None:
        for page in pages:
            document.add_paragraph(page)
            if page != pages[-1]:
                document.add_page_break()

    return convert(word_file(fill=break_pages), "pdf")[0]


@pytest.fixture(scope="module")
def pdfs() -> list[bytes]:
    return [pdf("도담 하나", "도담 둘"), pdf("한가람 하나"), pdf("최바다 하나")]


def merged(folder: Path, names: list[str], files: list[bytes], duplex: bool = False) -> bytes:
    """The PDF of a run whose documents have the names."""
    Folder(folder).write({f"{name}.pdf": data for name, data in zip(names, files, strict=True)})
    (folder / ".run").mkdir()
    journal = Journal(folder / ".run")
    journal.add_rows(RowData(no, no + 1, "{}") for no in range(1, len(names) + 1))
    journal.add_checked(Checked(no, no + 1, (), (Draft(0, name, None),)) for no, name in enumerate(names, 1))
    for batch in journal.unplanned():
        journal.plan((id_, draft, None) for id_, draft, _ in batch)
    journal.add_written(Written(order.id, (File("pdf", 1, ""),), ()) for order in list(journal.orders()))
    merge_pdfs(journal, Folder(folder), folder / "all.pdf", duplex)
    journal.close()
    return (folder / "all.pdf").read_bytes()


def page_texts(data: bytes) -> list[str]:
    return [
        "".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data), strict=True).pages
    ]


class DescribeTheMergedPdf:
    def it_has_the_pages_folder_by_folder(self, tmp_path: Path, pdfs: list[bytes]) -> None:
        data = merged(tmp_path, NAMES, pdfs)
        assert page_texts(data) == ["도담하나", "도담둘", "최바다하나", "한가람하나"]
        assert len(pypdfium2.PdfDocument(data)) == 4

    def its_pages_look_as_they_did(self, tmp_path: Path, pdfs: list[bytes]) -> None:
        whole = pypdfium2.PdfDocument(merged(tmp_path, NAMES, pdfs))
        alone = [page for data in (pdfs[0], pdfs[2], pdfs[1]) for page in pypdfium2.PdfDocument(data)]
        for page, other in zip(whole, alone, strict=True):
            assert page.render(scale=0.5).to_pil().tobytes() == other.render(scale=0.5).to_pil().tobytes()

    def its_outline_has_the_folders_and_their_documents(self, tmp_path: Path, pdfs: list[bytes]) -> None:
        reader = pypdf.PdfReader(io.BytesIO(merged(tmp_path, NAMES, pdfs)))
        found = [
            [(entry.title, reader.get_destination_page_number(entry)) for entry in level]
            for level in ([reader.outline[0], *reader.outline[1]], [reader.outline[2], *reader.outline[3]])
        ]
        assert found == [
            [("나래", 0), ("2_도담", 0), ("3_최바다", 2)],
            [("가람", 3), ("1_한가람", 3)],
        ]

    def its_outline_has_the_documents_where_there_is_no_folder(
        self, tmp_path: Path, pdfs: list[bytes]
    ) -> None:
        reader = pypdf.PdfReader(io.BytesIO(merged(tmp_path, ["가", "나", "다"], pdfs)))
        assert [entry.title for entry in reader.outline] == ["가", "나", "다"]

    def it_begins_each_document_on_a_front_page_for_duplex(self, tmp_path: Path, pdfs: list[bytes]) -> None:
        data = merged(tmp_path, NAMES, pdfs, duplex=True)
        assert page_texts(data) == ["도담하나", "도담둘", "최바다하나", "", "한가람하나", ""]
        sizes = {tuple(page.mediabox) for page in pypdf.PdfReader(io.BytesIO(data)).pages}
        assert len(sizes) == 1

    def it_holds_once_what_all_documents_hold(self, tmp_path: Path, pdfs: list[bytes]) -> None:
        many = merged(tmp_path, [f"a/{n}" for n in range(250)], [pdfs[1]] * 250)
        assert len(page_texts(many)) == 250  # more than one node of the page tree holds
        assert len(many) < len(pdfs[1]) + 250 * 600

    def it_is_the_same_for_the_same_documents(self, tmp_path: Path, pdfs: list[bytes]) -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "b").mkdir()
        assert merged(tmp_path / "a", NAMES, pdfs) == merged(tmp_path / "b", NAMES, pdfs)
