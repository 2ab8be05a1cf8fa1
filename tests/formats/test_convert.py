"""From one format to another: what is refused whatever the output."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from docgen.errors import DataError
from docgen.formats.convert import OUTPUTS, convert


def spreadsheet() -> bytes:
    """A package of Open Packaging Conventions that is no Word document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("xl/workbook.xml", "<workbook/>")
    return out.getvalue()


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0HWP", b"text", b"", spreadsheet()])
def it_refuses_what_is_no_word_document(data: bytes, output: str) -> None:
    with pytest.raises(DataError):
        convert(data, output)


def it_gives_a_word_document_back_as_it_is() -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    assert convert(out.getvalue(), "docx") == (out.getvalue(), [])


def it_says_what_a_writer_cannot_draw_and_stops_there_when_strict() -> None:
    made, out = docx.Document(), io.BytesIO()
    made.add_paragraph("가\U0010fffd")
    made.save(out)
    _, (found,) = convert(out.getvalue(), "pdf")
    assert found.code == "font.missing-sign"
    with pytest.raises(DataError):
        convert(out.getvalue(), "pdf", strict=True)
