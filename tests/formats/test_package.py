"""Zip packages: bounded to read, the same bytes to write; Python's zipfile reads and writes beside them."""

from __future__ import annotations

import io
import zipfile
from typing import ClassVar

import pytest

from docgen import DataError
from docgen.formats import package as module
from docgen.formats.package import Package, parse_xml, write_package


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return buffer.getvalue()


def flipped(data: bytes) -> bytes:
    """A zip of one member "a" with a byte of its content changed: it lies behind 30 bytes and the name."""
    return data[:33] + bytes([data[33] ^ 0xFF]) + data[34:]


def code_of(data: bytes) -> str:
    def read_all() -> None:
        package = Package(data, "a.docx")
        for name in package.names:
            package.read(name)

    with pytest.raises(DataError) as caught:
        read_all()
    return caught.value.diagnostics[0].code


class DescribeWriting:
    MEMBERS: ClassVar = {
        "word/document.xml": b"<a/>" * 500,
        "[Content_Types].xml": b"x",
        "한글.txt": "가".encode(),
        "빈": b"",
    }

    def it_makes_a_zip_that_others_read(self) -> None:
        file = zipfile.ZipFile(io.BytesIO(write_package(self.MEMBERS)))
        assert file.testzip() is None
        assert {name: file.read(name) for name in file.namelist()} == self.MEMBERS

    def it_sorts_the_members_and_dates_them_1980(self) -> None:
        file = zipfile.ZipFile(io.BytesIO(write_package(self.MEMBERS)))
        assert file.namelist() == sorted(self.MEMBERS)
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    def it_gives_the_same_bytes_for_the_same_parts_in_any_order(self) -> None:
        assert write_package(self.MEMBERS) == write_package(dict(reversed(self.MEMBERS.items())))

    @pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
    def it_takes_over_unchanged_members_of_another_package(self, method: int) -> None:
        other = Package(zipped({"a": b"1" * 99, "b": b"2"}, method))
        file = zipfile.ZipFile(io.BytesIO(write_package({"b": b"3"}, other)))
        assert {name: file.read(name) for name in file.namelist()} == {"a": b"1" * 99, "b": b"3"}


class DescribeReading:
    def it_reads_members_by_name(self) -> None:
        package = Package(zipped({"a/b.xml": b"<x/>"}))
        assert package.names == ("a/b.xml",)
        assert "a/b.xml" in package
        assert package.xml("a/b.xml").tag == "x"

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"", "package.not-a-zip"),
            (b"PK\x03\x04nothing", "package.not-a-zip"),
            (zipped({"../../etc/passwd": b"x"}), "package.path"),
            (zipped({"/etc/passwd": b"x"}), "package.path"),
            (zipped({"a": bytes(5 * 2**20)}), "package.bomb"),
            (flipped(zipped({"a": b"x" * 50})), "package.damaged"),
            (flipped(zipped({"a": b"x" * 50}, zipfile.ZIP_STORED)), "package.damaged"),
        ],
    )
    def it_refuses_what_is_damaged_or_hostile(self, data: bytes, code: str) -> None:
        assert code_of(data) == code

    def it_bounds_the_number_of_members_and_the_size(self, monkeypatch: pytest.MonkeyPatch) -> None:
        data = zipped({str(n): b"x" for n in range(20)})
        monkeypatch.setattr(module, "MAX_MEMBERS", 19)
        assert code_of(data) == "package.bomb"
        monkeypatch.setattr(module, "MAX_BYTES", 100)
        assert code_of(data) == "package.too-big"

    def it_names_a_missing_member(self) -> None:
        with pytest.raises(DataError) as caught:
            Package(zipped({"a": b""}), "a.docx").read("word/document.xml")
        assert caught.value.diagnostics[0].code == "package.part-missing"
        assert "word/document.xml" in caught.value.diagnostics[0].message


class DescribeXml:
    def it_follows_no_entity(self) -> None:
        with pytest.raises(DataError) as caught:
            parse_xml(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "a.xml")
        assert caught.value.diagnostics[0].code == "package.dtd"

    def it_stops_at_an_entity_bomb(self) -> None:
        bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
        with pytest.raises(DataError):
            parse_xml(f'<!DOCTYPE a [<!ENTITY a0 "x">{bomb}]><a>&a11;</a>'.encode(), "a.xml")

    def it_stops_at_elements_nested_too_deep(self) -> None:
        with pytest.raises(DataError):
            parse_xml(b"<a>" * 5000 + b"</a>" * 5000, "a.xml")

    def it_says_where_the_xml_breaks(self) -> None:
        with pytest.raises(DataError) as caught:
            parse_xml(b"<a>\n<b></a>", "word/document.xml", "a.docx")
        assert "2번째 줄" in caught.value.diagnostics[0].message
