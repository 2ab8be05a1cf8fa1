from __future__ import annotations

import pytest

from docgen.case.source import MAX_BYTES, Place, Source, decode
from docgen.errors import DataError, Diagnostic


def refused(data: bytes) -> tuple[Diagnostic, ...]:
    with pytest.raises(DataError) as error:
        decode(data, "x.yaml")
    return error.value.diagnostics


class DescribePlaces:
    @pytest.mark.parametrize(
        ("text", "index", "place"),
        [
            ("가나", 1, (1, 2)),
            ("가\n나", 2, (2, 1)),
            ("a\r\nb", 3, (2, 1)),
            ("a\rb", 2, (2, 1)),
            ("\n\n x", 3, (3, 2)),
            ("😀b", 1, (1, 2)),
            ("a\n", 2, (2, 1)),
        ],
    )
    def they_count_lines_and_characters_from_1(self, text: str, index: int, place: tuple[int, int]) -> None:
        assert Source("x", text).place(index) == place

    def it_shows_the_line_without_signs_that_drive_a_terminal(self) -> None:
        source = Source("x", "a\n이름: \x1b[31m\n")
        assert source.excerpt(Place(2, 1)) == "이름: \ufffd[31m"

    def it_cuts_an_overlong_line(self) -> None:
        source = Source("x", "가" * 5000)
        excerpt = source.excerpt(Place(1, 1))
        assert excerpt is not None
        assert len(excerpt) == 300
        assert source.excerpt(Place(1, 4000)) is None


class DescribeDecode:
    @pytest.mark.parametrize("data", ["a: 한글".encode(), b"\xef\xbb\xbf" + "a: 한글".encode()])
    def it_reads_utf_8_with_or_without_a_byte_order_mark(self, data: bytes) -> None:
        assert decode(data, "x").text == "a: 한글"

    def it_names_cp949_and_the_byte(self) -> None:
        (found,) = refused("id: 1\n이름: 한글\n".encode("cp949"))
        assert (found.code, found.line, found.column) == ("case.encoding", 2, 1)
        assert "7번째 바이트 0xC0" in found.message
        assert "CP949" in found.message
        assert found.excerpt == "이름: 한글"
        assert found.hint is not None
        assert "UTF-8" in found.hint

    def it_blames_no_encoding_that_does_not_fit(self) -> None:
        (found,) = refused("가: ".encode() + b"\xff\xff\n")
        assert (found.code, found.line, found.column) == ("case.encoding", 1, 4)
        assert "6번째 바이트 0xFF" in found.message
        assert "CP949" not in found.message

    def it_counts_the_bytes_of_a_byte_order_mark(self) -> None:
        (found,) = refused(b"\xef\xbb\xbfa: \xff\xff")
        assert (found.line, found.column) == (1, 4)
        assert "7번째 바이트" in found.message

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def it_recognises_utf_16(self, encoding: str) -> None:
        (found,) = refused("name: 홍길동\n".encode(encoding))
        assert found.code == "case.utf-16"
        assert "UTF-16" in found.message

    @pytest.mark.parametrize(
        ("data", "word"),
        [(b"PK\x03\x04rest", "워드"), (b"\xd0\xcf\x11\xe0rest", "한글"), (b"%PDF-1.7", "PDF")],
    )
    def it_names_a_file_that_is_no_text(self, data: bytes, word: str) -> None:
        (found,) = refused(data)
        assert found.code == "case.not-text"
        assert word in found.message

    def it_refuses_a_file_beyond_the_limit(self) -> None:
        assert decode(b"#" * MAX_BYTES, "x").text
        (found,) = refused(b"#" * (MAX_BYTES + 1))
        assert found.code == "case.too-large"
        assert "8 MiB" in found.message

    def it_reports_every_control_character(self) -> None:
        first, second, third = refused("a: \x00\nb: 가\x1b\nc: \ufeff".encode())
        assert [(found.line, found.column) for found in (first, second, third)] == [(1, 4), (2, 5), (3, 4)]
        assert {found.code for found in (first, second, third)} == {"case.control-character"}
        assert "U+001B" in second.message

    def but_no_more_than_anyone_reads(self) -> None:
        assert len(refused(b"\x01" * 1000)) == 20
