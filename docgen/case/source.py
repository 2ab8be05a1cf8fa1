"""The text of a case file: from bytes to characters, with the line and column of each.

Accepted is UTF-8, with or without a byte order mark. Other encodings are named, not guessed: a wrong
guess would turn a person's name into another one in silence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from docgen.errors import DataError, Diagnostic

__all__ = ["MAX_BYTES", "Place", "Source", "bounded", "decode", "printable", "unprintable"]

MAX_BYTES = 8 * 1024 * 1024
"""The largest case file that is read (8 MiB); a case of one school has some tens of kB."""

_MAX_EXCERPT = 300  # characters of a line shown in a finding; a minified JSON file is one line of megabytes
_MAX_REPORTED = 20  # findings of one kind: the twenty-first control character says nothing new
_LINE_END = re.compile(r"\r\n|\n|\r")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_KINDS = "YAML, JSON, 엑셀(.xlsx) 파일을 넣으세요."
_BINARY = {
    b"PK\x03\x04": ("압축 파일(워드·한글 hwpx 등)", _KINDS),
    b"\xd0\xcf\x11\xe0": (
        "한글·옛 오피스 파일",
        "엑셀이면 암호를 풀고 'Excel 통합 문서(.xlsx)'로 다시 저장하세요.",
    ),
    b"%PDF": ("PDF 파일", _KINDS),
}
_SAVE_AS_UTF8 = "메모장이라면 '다른 이름으로 저장'에서 인코딩을 'UTF-8'로 골라 다시 저장하세요."


class Place(NamedTuple):
    """Where something stands: line and column count from 1, a Hangul syllable is one column."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A file as text; `name` is what findings call it (a path, "-" for the standard input)."""

    name: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        return tuple(_LINE_END.split(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def place(self, index: int) -> Place:
        """The place of a character, given its offset in the text."""
        line = bisect_right(self._starts, index)
        return Place(line, index - self._starts[line - 1] + 1)

    def excerpt(self, place: Place) -> str | None:
        """The line at a place, cut where it is overlong; None where the place is beyond the cut."""
        if place.line > len(self.lines) or place.column > _MAX_EXCERPT:
            return None
        return printable(self.lines[place.line - 1][:_MAX_EXCERPT])

    def diagnostic(self, place: Place, code: str, message: str, **more: Any) -> Diagnostic:
        """A finding at a place of this file."""
        return Diagnostic(
            code,
            printable(message),
            file=self.name,
            line=place.line,
            column=place.column,
            excerpt=self.excerpt(place),
            **more,
        )


def bounded(data: bytes, name: str) -> bytes:
    """The bytes of a file themselves. Raises DataError for too many."""
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise DataError(
            Diagnostic(
                "case.too-large",
                f"파일이 너무 큽니다 ({limit} MiB까지 읽습니다).",
                file=name,
                hint="자료를 여러 파일로 나누세요.",
            )
        )
    return data


def decode(data: bytes, name: str) -> Source:
    """The text of a file. Raises DataError for what is too large, no text, in another encoding, or holds
    characters that no document can print."""
    bounded(data, name)
    for magic, (kind, hint) in _BINARY.items():
        if data.startswith(magic):
            message = f"글로 된 자료 파일이 아닙니다: {kind}로 보입니다."
            raise DataError(Diagnostic("case.not-text", message, file=name, hint=hint))
    if _is_utf16(data):
        message = "파일의 인코딩이 UTF-16입니다. UTF-8만 읽습니다."
        raise DataError(Diagnostic("case.utf-16", message, file=name, hint=_SAVE_AS_UTF8))
    try:
        source = Source(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        offset = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        raise DataError(_bad_utf8(data, offset, name)) from None
    if problems := _unprintable_characters(source):
        raise DataError(*problems)
    return source


def printable(text: str) -> str:
    """The text with a replacement sign for every character that no document, and no terminal, can show."""
    return _UNPRINTABLE.sub("\ufffd", text)


def unprintable(text: str) -> str | None:
    """The first character that no document can hold (control sign, half surrogate) as "U+0000", or None."""
    match = _UNPRINTABLE.search(text)
    return f"U+{ord(match[0]):04X}" if match else None


def _is_utf16(data: bytes) -> bool:
    """Whether there is its byte order mark, or every other byte of the start tends to be zero."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    head = data[:64]
    pairs = len(head) // 2
    zeros = (head[0::2].count(0), head[1::2].count(0))
    return pairs >= 2 and max(zeros) > pairs // 3 and max(zeros) > 3 * min(zeros)


def _bad_utf8(data: bytes, offset: int, name: str) -> Diagnostic:
    before = data[:offset].decode("utf-8-sig")
    place = Source(name, before).place(len(before))
    try:
        shown, cause = (
            data.decode("cp949"),
            " 한글 윈도의 옛 인코딩(CP949, EUC-KR)으로 저장한 파일로 보입니다.",
        )
    except UnicodeDecodeError:
        shown, cause = data.decode("utf-8-sig", errors="replace"), ""
    message = f"UTF-8이 아닌 글자가 있습니다 ({offset + 1:,}번째 바이트 0x{data[offset]:02X}).{cause}"
    return Source(name, shown).diagnostic(place, "case.encoding", message, hint=_SAVE_AS_UTF8)


def _unprintable_characters(source: Source) -> list[Diagnostic]:
    """The control characters of a file, and the Unicode line ends that editors do not count as lines."""
    return [
        source.diagnostic(
            source.place(match.start()),
            "case.control-character",
            f"문서에 쓸 수 없는 제어 문자가 있습니다 (U+{ord(match[0]):04X}).",
            hint="눈에 보이지 않는 글자입니다. 그 자리를 지우고 다시 적으세요.",
        )
        for match in islice(_UNPRINTABLE.finditer(source.text), _MAX_REPORTED)
    ]
