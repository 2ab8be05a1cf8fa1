"""Find out what a file of rows is, and read it; standard input is put into a temporary file first."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from docgen.bulk.rows.delimited import read_delimited
from docgen.bulk.rows.objects import read_json_lines, read_json_list, read_yaml_list
from docgen.bulk.rows.row import MAX_TEXT, Table, fault
from docgen.bulk.rows.workbook import read_workbook
from docgen.errors import Diagnostic, UsageError
from docgen.formats.files import cause

__all__ = ["STDIN", "digest", "open_rows", "read_rows"]

STDIN: Final = "-"
_Reader = Callable[[BinaryIO, str], Table]
_READERS: Final[Mapping[str, _Reader]] = {
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json_list,
    ".yaml": read_yaml_list,
    ".yml": read_yaml_list,
}


@contextmanager
def open_rows(path: str) -> Iterator[tuple[BinaryIO, str]]:
    """The file of rows, `-` for standard input, that can be read again from its start, and its name.

    Raises UsageError where there is no such file or it cannot be read.
    """
    if path == STDIN:
        with tempfile.TemporaryFile() as spool:
            shutil.copyfileobj(sys.stdin.buffer, spool)
            yield spool, "표준 입력"
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115 # closed below, where what goes wrong is the reader's
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        why = "파일이 없습니다" if missing else f"행의 파일을 읽을 수 없습니다 ({cause(error)})"
        message = f"{why}: {path}"
        hint = "파일 이름과 폴더를 확인하세요."
        raise UsageError(Diagnostic("file.unreadable", message, file=path, hint=hint)) from None
    with file:
        yield file, path


def digest(file: BinaryIO) -> str:
    """The SHA-256 of the file, from its start."""
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # a BinaryIO does


def read_rows(file: BinaryIO, name: str) -> Table:
    """The rows of a file by its ending, else by how it starts; DataError where it holds none."""
    reader = _READERS.get(Path(name).suffix.lower()) or _by_content(file)
    file.seek(0)
    if not file.read(1):
        raise fault(name, None, "rows.empty", "빈 파일입니다.", "행이 든 파일을 주세요.")
    return reader(file, name)


def _by_content(file: BinaryIO) -> _Reader:
    file.seek(0)
    head = file.read(MAX_TEXT)
    if head.startswith(b"PK\x03\x04"):
        return read_workbook
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"["):
        return read_json_list
    if text.startswith(b"{") and _is_json(text.splitlines()[0]):
        return read_json_lines
    return read_yaml_list if text.startswith((b"- ", b"---", b"-\n")) else read_delimited


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True
