"""Write the documents that a command made, and say what was written: file, pages, size."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from docgen.cli.files import write_files
from docgen.cli.report import print_table, show_findings
from docgen.errors import Diagnostic

__all__ = ["write_documents"]


def write_documents(
    files: Mapping[Path, bytes], findings: Sequence[Diagnostic], *, force: bool, as_json: bool
) -> None:
    """Write all files or none, then print the findings and a table of the files."""
    write_files(files, force=force)
    facts = [(str(path), _pages(path, data), len(data)) for path, data in files.items()]
    if as_json:
        listed = [{"file": name, "pages": pages, "bytes": size} for name, pages, size in facts]
        show_findings(findings, as_json=True, files=listed)
        return
    show_findings(findings, as_json=False)
    rows = [(name, pages or "-", f"{size / 1024:,.0f}KB") for name, pages, size in facts]
    print_table(("파일", "쪽", "크기"), rows)


def _pages(path: Path, data: bytes) -> int | None:
    """How many pages a PDF has; None for a format that knows no pages."""
    if path.suffix != ".pdf":
        return None
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(data)).pages)
