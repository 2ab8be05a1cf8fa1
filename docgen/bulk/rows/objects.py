"""Rows that are objects: JSON lines and a JSON list, streamed; a YAML list, no larger than a case file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from docgen.bulk.rows.row import MAX_TEXT, Row, Table, Text, bad_row, fault
from docgen.case.source import MAX_BYTES, decode
from docgen.case.yaml_file import read_yaml
from docgen.errors import DataError

__all__ = ["read_json_lines", "read_json_list", "read_yaml_list"]

_PIECE: Final = 2**16
_SPACE: Final = " \t\r\n"


def read_json_lines(file: BinaryIO, name: str) -> Table:
    """One JSON object a line."""
    return Table(name, "JSON 줄", None, _json_lines(_text(file), name))


def read_json_list(file: BinaryIO, name: str) -> Table:
    """A JSON list of objects, one in memory at a time."""
    return Table(name, "JSON", None, _json_list(_text(file), name))


def read_yaml_list(file: BinaryIO, name: str) -> Table:
    """A YAML list of mappings."""
    file.seek(0)
    value, tree = read_yaml(decode(file.read(MAX_BYTES + 1), name))
    if tree.findings:
        raise DataError(*tree.findings)
    if not isinstance(value, list):
        raise _no_list(name)
    rows = ((tree.positions[(n,)].value.line, each) for n, each in enumerate(value))
    return Table(name, "YAML", None, (_row(name, line, each) for line, each in rows))


def _text(file: BinaryIO) -> io.TextIOWrapper:
    file.seek(0)
    return Text(file, encoding="utf-8-sig", newline="\n")


def _json_lines(text: io.TextIOWrapper, name: str) -> Iterator[Row]:
    number = 0
    while line := _read(text.readline, MAX_TEXT + 1, name, number + 1):
        number += 1
        if len(line) > MAX_TEXT:
            raise fault(name, number, "rows.too-long", f"한 줄이 너무 깁니다 ({MAX_TEXT:,}자까지).")
        if line.strip():
            try:
                value = _DECODER.decode(line)
            except (ValueError, RecursionError) as error:
                yield bad_row(name, number, {}, *_no_json(error))
            else:
                yield _row(name, number, value)


def _json_list(text: io.TextIOWrapper, name: str) -> Iterator[Row]:
    """The items of a list: what has been read is dropped before more is read."""
    buffer, line = _read(text.read, _PIECE, name, 1), 1
    start = buffer.lstrip(_SPACE)
    if not start.startswith("["):
        raise _no_list(name)
    line += buffer[: len(buffer) - len(start)].count("\n")
    buffer, opened = start[1:], True
    while True:
        rest = buffer.lstrip(_SPACE if opened else _SPACE + ",")
        line += buffer[: len(buffer) - len(rest)].count("\n")
        if rest.startswith("]"):
            return
        wrong: Exception | None = None
        value, end = None, 0
        try:
            value, end = _DECODER.raw_decode(rest)
        except (ValueError, RecursionError) as error:
            wrong = error
        if wrong or end == len(rest):  # what was read so far ends within an item, or may do so
            piece = _read(text.read, _PIECE, name, line)
            if not piece or len(rest) > MAX_TEXT:
                raise fault(name, line, *_no_json(wrong or ValueError("']'로 끝나지 않습니다")))
            buffer = rest + piece
            continue
        yield _row(name, line, value)
        line += rest[:end].count("\n")
        buffer, opened = rest[end:], False


def _read(read: Any, size: int, name: str, number: int) -> str:
    try:
        piece: str = read(size)
    except UnicodeDecodeError:
        hint = "UTF-8로 다시 저장하세요."
        raise fault(name, number, "rows.encoding", "UTF-8이 아닌 글자가 있습니다.", hint) from None
    return piece


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("같은 키가 두 번 있습니다")
    return found


def _no_number(text: str) -> None:
    raise ValueError(f"수로 쓸 수 없는 값입니다: {text}")


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_number)


def _row(name: str, number: int, value: Any) -> Row:
    if not isinstance(value, dict):
        message = "행이 '키: 값'의 묶음이 아닙니다."
        return bad_row(name, number, {}, "rows.not-mapping", message, '{"성명": "한가람"}처럼 적으세요.')
    return Row(number, value)


def _no_list(name: str) -> DataError:
    hint = "행마다 한 묶음인 목록이어야 합니다. 자료 하나라면 --case로 주세요."
    return fault(name, None, "rows.no-list", "행의 목록이 아닙니다.", hint)


def _no_json(error: Exception) -> tuple[str, str, str]:
    shown = "너무 깊이 겹쳐 있습니다" if isinstance(error, RecursionError) else error
    return "rows.json", f"JSON으로 읽을 수 없습니다: {shown}", "자료를 다시 만드세요."
