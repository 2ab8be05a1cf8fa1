"""The list of the files of a run (CSV, UTF-8 with a byte order mark, as Excel reads it)."""

from __future__ import annotations

import csv
import io
from typing import Final

from docgen.bulk.journal import Journal
from docgen.bulk.store import Store

__all__ = ["MANIFEST", "write_manifest"]

MANIFEST: Final = "manifest.csv"
_HEADINGS: Final = ("행", "번호", "파일", "바이트", "SHA-256")


def write_manifest(journal: Journal, store: Store) -> None:
    """Write the list, a line a file in the order of the rows; the row is the one of the sheet."""
    with store.create(MANIFEST) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        lines = csv.writer(text)
        lines.writerow(_HEADINGS)
        for document in journal.documents():
            number = (document.certificate or {}).get("number", "")
            for made in document.files or ():
                name = f"{document.name}.{made.ending}"
                lines.writerow((document.line, number, name, made.size, made.sha256))
        text.detach()
