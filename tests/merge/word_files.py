"""Word files for the merge tests, made and read by python-docx: an independent writer and reader."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import docx
from docx.document import Document
from docx.table import Table


def word_file(*paragraphs: str | Sequence[str], fill: Callable[[Document], object] | None = None) -> bytes:
    """A DOCX with the paragraphs; a sequence gives the runs of one. `fill` may add anything else."""
    document = docx.Document()
    for paragraph in paragraphs:
        added = document.add_paragraph()
        for run in [paragraph] if isinstance(paragraph, str) else paragraph:
            added.add_run(run)
    if fill is not None:
        fill(document)
    return saved(document)


def table_file(*rows: Sequence[str]) -> bytes:
    """A DOCX with one table, its cells given as text."""

    def fill(document: Document) -> None:
        table = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    return word_file(fill=fill)


def saved(document: Document) -> bytes:
    """The bytes of a document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def opened(data: bytes) -> Document:
    """A document of bytes."""
    return docx.Document(io.BytesIO(data))


def texts(data: bytes) -> list[str]:
    """The texts of the body's paragraphs."""
    return [paragraph.text for paragraph in opened(data).paragraphs]


def cells(data: bytes, table: int = 0) -> list[list[str]]:
    """The texts of a table's cells; a merged cell is repeated over all it covers."""
    return [[cell.text for cell in row.cells] for row in opened(data).tables[table].rows]


def shape(table: Table) -> list[list[tuple[int, str, str]]]:
    """Each row's cells as grid span, vertical merge ("", "restart", "continue") and text."""
    return [
        [
            (
                cell.grid_span,
                "" if cell.vMerge is None else cell.vMerge,
                "".join(t.text or "" for t in cell.iter("{*}t")),
            )
            for cell in row.tc_lst
        ]
        for row in table._tbl.tr_lst
    ]
