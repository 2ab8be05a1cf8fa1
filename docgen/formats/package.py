"""Zip packages from strangers: read within bounds, written with the same bytes every time.

DOCX (ECMA-376 Part 2) is a zip of parts. The bounds keep a hostile file from filling memory: its size,
the number of members, the size of each and of all, and the ratio of packing are limited; names that
leave the package are refused; XML is parsed without entities and without the network.

`write_package` sorts the members and dates them 1980-01-01, the earliest day a zip can hold, so that
the same parts make the same file. Members of `unchanged` are copied as they lie, still packed.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from docgen.errors import DataError, Diagnostic

__all__ = ["Package", "Packed", "parse_xml", "write_package"]

MAX_BYTES: Final = 100 * 2**20  # the file as it lies on the disk
MAX_MEMBERS: Final = 5_000
MAX_MEMBER_BYTES: Final = 200 * 2**20  # one part unpacked
MAX_TOTAL_BYTES: Final = 400 * 2**20  # all parts unpacked
MAX_RATIO: Final = 300  # unpacked to packed, above the first megabyte; text packs to about 1:30


_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")
_VERSION: Final = 20  # 2.0: deflate
_DATE: Final = (1 << 5) | 1  # 1980-01-01
_UTF8_NAME: Final = 0x800


@dataclass(frozen=True, slots=True)
class Packed:
    """A member as it lies in the zip: packed bytes and what the directory says of them."""

    data: bytes
    method: int
    crc: int
    size: int


class Package:
    """A zip file held in memory, read only. `name` is what messages call it.

    Raises DataError when the bytes are no zip, are damaged, or exceed a bound.
    """

    def __init__(self, data: bytes, name: str = "") -> None:
        self.name = name
        self._data = data
        self._members = {info.filename: info for info in self._directory()}
        self.names: tuple[str, ...] = tuple(self._members)

    def __contains__(self, member: object) -> bool:
        return member in self._members

    def _directory(self) -> Iterator[zipfile.ZipInfo]:
        if len(self._data) > MAX_BYTES:
            raise self._fault("package.too-big", f"파일이 너무 큽니다 (최대 {MAX_BYTES // 2**20}MB).")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(self._data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise self._not_a_zip() from error
        infos = self._zip.infolist()
        if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
            raise self._fault("package.bomb", "압축을 풀면 지나치게 큰 파일입니다.")
        for info in infos:
            if info.is_dir():
                continue
            self._bound(info)
            yield info

    def _bound(self, info: zipfile.ZipInfo) -> None:
        parts = info.filename.split("/")
        if ".." in parts or info.filename.startswith("/") or "\\" in info.filename:
            raise self._fault("package.path", f"파일 안의 이름이 폴더를 벗어납니다: {info.filename}")
        if info.flag_bits & 1:
            raise self._fault("package.encrypted", "암호가 걸린 파일입니다. 암호를 풀고 다시 저장하세요.")
        big = info.file_size > 2**20
        if info.file_size > MAX_MEMBER_BYTES or (big and info.file_size > MAX_RATIO * info.compress_size):
            raise self._fault("package.bomb", f"압축을 풀면 지나치게 큰 파일입니다: {info.filename}")

    def _not_a_zip(self) -> DataError:
        if self._data.startswith(b"\xd0\xcf\x11\xe0"):
            hint = "한글(.hwp)이나 옛 Word(.doc), 암호가 걸린 문서로 보입니다. Word에서 .docx로 저장하세요."
        elif not self._data:
            hint = "빈 파일입니다. 원본을 다시 받으세요."
        else:
            hint = "파일이 끝까지 받아졌는지, Word에서 열리는지 확인하고 .docx로 다시 저장하세요."
        return self._fault("package.not-a-zip", "DOCX 파일이 아닙니다 (zip 형식이 아닙니다).", hint)

    def _fault(self, code: str, message: str, hint: str | None = None) -> DataError:
        return DataError(Diagnostic(code, message, file=self.name or None, hint=hint))

    def read(self, member: str) -> bytes:
        """The unpacked bytes of a member; DataError when it is missing or damaged."""
        info = self._members.get(member)
        if info is None:
            hint = "Word에서 문서를 열어 .docx로 다시 저장하세요."
            raise self._fault("package.part-missing", f"DOCX 안에 {member} 파일이 없습니다.", hint)
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise self._fault("package.damaged", f"파일이 손상되었습니다: {member}") from error

    def xml(self, member: str) -> etree._Element:
        """The root element of a member; DataError when it is missing, damaged or not well-formed."""
        return parse_xml(self.read(member), member, self.name)

    def packed(self, member: str) -> Packed:
        """A member still packed, to be copied into another package."""
        info = self._members[member]
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return pack(self.read(member))
        name_length, extra_length = struct.unpack_from("<2H", self._data, info.header_offset + 26)
        start = info.header_offset + _LOCAL.size + name_length + extra_length
        data = self._data[start : start + info.compress_size]
        return Packed(data, info.compress_type, info.CRC, info.file_size)


def parse_xml(data: bytes, part: str, file: str = "") -> etree._Element:
    """Parse a part: no entities, no DTD, no network, bounded depth; DataError when it is not XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = f"{part}의 XML이 바르지 않습니다 ({line}번째 줄 {column}번째 글자)."
        raise DataError(Diagnostic("package.xml", message, file=file or None)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        message = f"{part}에 DTD가 있습니다. 안전하지 않아 읽지 않습니다."
        raise DataError(Diagnostic("package.dtd", message, file=file or None))
    return root


def pack(data: bytes) -> Packed:
    """Deflate a part; stored as it is when that is no shorter."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    if len(packed) < len(data):
        return Packed(packed, zipfile.ZIP_DEFLATED, zlib.crc32(data), len(data))
    return Packed(data, zipfile.ZIP_STORED, zlib.crc32(data), len(data))


def write_package(members: Mapping[str, bytes], unchanged: Package | None = None) -> bytes:
    """A zip of `members`, and of those of `unchanged` that `members` does not name; sorted, dated 1980."""
    packed = {name: pack(data) for name, data in members.items()}
    if unchanged is not None:
        packed |= {name: unchanged.packed(name) for name in unchanged.names if name not in packed}
    return join(packed)


def join(packed: Mapping[str, Packed]) -> bytes:
    """Lay packed members down as a zip file (APPNOTE 4.3: local headers, central directory, its end)."""
    body, directory, offset = [], [], 0
    for name in sorted(packed):
        member, encoded = packed[name], name.encode()
        fields = (
            _UTF8_NAME,
            member.method,
            0,
            _DATE,
            member.crc,
            len(member.data),
            member.size,
            len(encoded),
        )
        local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *fields, 0)
        central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *fields, 0, 0, 0, 0, 0, offset)
        body += [local, encoded, member.data]
        directory += [central, encoded]
        offset += len(local) + len(encoded) + len(member.data)
    central_directory = b"".join(directory)
    count = len(packed)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(central_directory), offset, 0)
    return b"".join((*body, central_directory, end))
