"""CSV (RFC 4180) as it comes out of Excel, 한셀 and other systems: encoding and separator are found out.

UTF-8 with or without a byte order mark, else UTF-16 with one (Excel's "유니코드 텍스트"), else CP949; the
separator is the comma, semicolon or tab of which the heading has most, outside of quotes.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from collections.abc import Iterator
from typing import BinaryIO, Final

from docgen.bulk.rows.row import MAX_TEXT, Row, Table, Text, bad_row, fault, headed

__all__ = ["read_delimited"]

_PIECE: Final = 2**20
_BOMS: Final = {
    codecs.BOM_UTF8: ("utf-8-sig", "UTF-8(BOM)"),
    codecs.BOM_UTF16_LE: ("utf-16", "UTF-16"),
    codecs.BOM_UTF16_BE: ("utf-16", "UTF-16"),
}
_MANY: Final = "rows.too-many-cells"
_SEPARATORS: Final = {",": "쉼표", ";": "쌍반점", "\t": "탭"}


def read_delimited(file: BinaryIO, name: str) -> Table:
    """The rows of a CSV file that can be read from its start; DataError where it is none."""
    encoding, said = _encoding(file, name)
    file.seek(0)
    text = Text(file, encoding=encoding, newline="")
    csv.field_size_limit(MAX_TEXT)
    separator = _separator(text, name)
    text.seek(0)
    lines = _lines(text, separator, name)
    first = next(((number, cells) for number, cells in lines if any(cells)), None)
    if first is None:
        raise fault(name, None, "rows.empty", "행이 없는 파일입니다.")
    headings = headed(name, *first)
    columns = {heading: _letter(n) for n, heading in enumerate(headings) if heading}
    return Table(name, f"CSV, {said}, {_SEPARATORS[separator]}", columns, _rows(lines, headings, name))


def _encoding(file: BinaryIO, name: str) -> tuple[str, str]:
    """The codec of the whole file, and what it is called; DataError where no codec reads it."""
    file.seek(0)
    head = file.read(4)
    for mark, known in _BOMS.items():
        if head.startswith(mark):
            return known
    if _decodes(file, "utf-8"):
        return "utf-8", "UTF-8"
    if _decodes(file, "cp949"):
        return "cp949", "CP949"
    message = "글자의 인코딩을 알 수 없습니다 (UTF-8도 CP949도 아닙니다)."
    raise fault(name, None, "rows.encoding", message, "엑셀에서 'CSV UTF-8'로 다시 저장하세요.")


def _decodes(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while piece := file.read(_PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _separator(text: io.TextIOWrapper, name: str) -> str:
    try:
        head = next((line for line in text if line.strip()), "")
    except UnicodeError:
        raise _not_readable(name) from None
    bare = "".join(head.split('"')[::2])
    return max(_SEPARATORS, key=bare.count)


def _lines(text: io.TextIOWrapper, separator: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Every line with its number; one that goes on in the next, inside quotes, has the first one's."""
    reader = csv.reader(text, delimiter=separator, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            hint = "따옴표가 짝이 맞는지, 한 칸의 글이 너무 길지 않은지 보세요."
            raise fault(name, number, "rows.csv", f"CSV로 읽을 수 없는 행입니다 ({error}).", hint) from None
        except UnicodeError:
            raise _not_readable(name) from None
        yield number, cells


def _rows(lines: Iterator[tuple[int, list[str]]], headings: list[str], name: str) -> Iterator[Row]:
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(headings) :]):
            message = f"제목이 있는 열({len(headings)})보다 칸이 많습니다 ({len(cells)})."
            hint = "칸 안의 쉼표는 그 칸을 큰따옴표로 감싸야 합니다."
            yield bad_row(name, number, dict(zip(headings, cells, strict=False)), _MANY, message, hint)
            continue
        filled = itertools.zip_longest(headings, cells[: len(headings)], fillvalue="")
        yield Row(number, {heading: cell for heading, cell in filled if heading})


def _not_readable(name: str) -> Exception:
    return fault(name, None, "rows.encoding", "글자의 인코딩이 중간에 달라집니다.", "다시 저장하세요.")


def _letter(index: int) -> str:
    """The letter of a column, from 0, as a spreadsheet names it."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
