"""A workbook as openpyxl reads it, without what grows with the rows: shared strings (ECMA-376 Part 1, 18.4)
are kept in a file, and an element is forgotten when the next is read."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, Final

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from docgen.bulk.store import unwritable
from docgen.errors import UsageError

__all__ = ["open_workbook", "rows_of"]

_IN_MEMORY: Final = 2**20  # bytes, before a file is begun


def open_workbook(file: BinaryIO) -> Workbook:
    """A workbook to read row by row, as `openpyxl.load_workbook` opens it."""
    reader = _Reader(file, read_only=True, data_only=True, keep_links=False)
    reader.read()
    return reader.wb


def rows_of(sheet: Any) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """The rows that the file of a sheet holds, by their numbers: of each cell its `column` from 1, its
    `value` and its `data_type`."""
    book = sheet.parent
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for row in _elements(source, "row"):
            yield parser.parse_row(row)


class _Reader(ExcelReader):
    """openpyxl's, but for the shared strings."""

    def read_strings(self) -> None:
        part = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call] # openpyxl's
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                self.shared_strings: Any = _Strings(_texts(source))


class _Strings:
    """Texts by their places, in a file that goes with them. Raises UsageError where the disk is full."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 # as long as the workbook
        self._ends = array("Q", [0])
        try:
            for text in texts:
                self._ends.append(self._ends[-1] + self._file.write(text.encode()))
        except OSError as error:
            raise UsageError(unwritable(tempfile.gettempdir(), error)) from error

    def __getitem__(self, place: int) -> str:
        if not 0 <= place < len(self._ends) - 1:
            raise IndexError(place)
        self._file.seek(self._ends[place])
        return self._file.read(self._ends[place + 1] - self._ends[place]).decode()

    def __del__(self) -> None:
        self._file.close()


def _texts(source: IO[bytes]) -> Iterator[str]:
    for item in _elements(source, "si"):
        text: Any = Text.from_tree(item)
        yield text.content.replace("x005F_", "")  # as openpyxl does


def _elements(source: IO[bytes], name: str) -> Iterator[Any]:
    """The elements of a name one after another, out of the tree when the next is read."""
    for _, element in etree.iterparse(source, tag=f"{{{SHEET_MAIN_NS}}}{name}", resolve_entities=False):
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
