"""Load a case file: find it, bound it, read it, and say all that keeps it from being data.

Text (YAML, JSON) says by itself what is what. A workbook is read by the schemas of the sections: those that
ship, where no others are named.
"""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from docgen.case.json_file import looks_like_json, read_json
from docgen.case.model import Case
from docgen.case.registers import with_registers
from docgen.case.source import MAX_BYTES, Place, Source, bounded, decode
from docgen.case.yaml_file import read_yaml
from docgen.errors import DataError, Diagnostic, UsageError, nearest

if TYPE_CHECKING:
    from docgen.case.schemas import Sources

__all__ = ["load_case", "parse_case", "read_case", "shipped_templates"]


def load_case(path: str | FilePath, sources: Sources | None = None) -> Case:
    """The case in a YAML 1.2, JSON or XLSX file, every value with its line and column, or its cell; with what
    the registers hold that it names.

    Raises UsageError where there is no such file or it cannot be opened, DataError (with all that is
    found in one run) where it holds no data.
    """
    return with_registers(read_case(path, sources), sources)


def read_case(path: str | FilePath, sources: Sources | None = None) -> Case:
    """The case in one file, without its registers. Raises as `load_case` does."""
    name = os.fspath(path)
    try:
        with open(name, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UsageError(_unreadable(name, error)) from None
    return parse_case(data, name, sources)


def parse_case(data: bytes, name: str, sources: Sources | None = None) -> Case:
    """The case in the bytes of a file; the suffix of `name` tells YAML from JSON, else the content does.

    Raises DataError as `load_case` does.
    """
    if data.startswith(b"PK") and (b"xl/workbook" in data or name.lower().endswith(".xlsx")):
        from docgen.case.xlsx_file import read_xlsx

        return read_xlsx(bounded(data, name), name, sources or shipped_templates() / "case")
    source = decode(data, name)
    value, tree = (read_json if _is_json(source) else read_yaml)(source)
    if value is None and not tree.findings:
        message = "파일이 비어 있습니다."
        raise DataError(
            source.diagnostic(
                Place(1, 1), "case.empty", message, hint="'docgen new'로 빈 서식을 만들 수 있습니다."
            )
        )
    if not isinstance(value, dict) and not tree.findings:
        raise DataError(source.diagnostic(tree.positions[()].value, *_no_mapping(value), hint=_hint(value)))
    if tree.findings:
        raise DataError(*sorted(tree.findings, key=lambda found: (found.line or 0, found.column or 0)))
    return Case(source, value, tree.positions)


def shipped_templates() -> FilePath:
    """The catalogue that ships: inside the package where it is installed, beside it in a checkout."""
    package = FilePath(__file__).parent.parent
    return next(root for root in (package / "templates", package.parent / "templates") if root.is_dir())


def _is_json(source: Source) -> bool:
    suffix = FilePath(source.name).suffix.lower()
    return suffix == ".json" or (suffix not in (".yaml", ".yml") and looks_like_json(source.text))


def _no_mapping(value: Any) -> tuple[str, str]:
    kind = "목록" if isinstance(value, list) else "값 하나"
    return "case.not-mapping", f"파일의 맨 위는 '키: 값'의 묶음이어야 합니다 (지금은 {kind})."


def _hint(value: Any) -> str:
    if isinstance(value, str) and ":" in value:
        return "'name: 홍길동'처럼 쌍점(:) 뒤를 한 칸 띄우세요."
    return "'application:'처럼 어느 자료인지를 맨 위에 적으세요."


def _unreadable(name: str, error: Exception) -> Diagnostic:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            near = _near(name)
            hint = f"'{near}' 파일을 뜻했나요?" if near else "파일 이름과 폴더를 확인하세요."
            return Diagnostic("case.no-file", "파일이 없습니다.", file=name, hint=hint)
        case IsADirectoryError():
            return Diagnostic(
                "case.is-folder", "파일이 아니라 폴더입니다.", file=name, hint="폴더 안의 파일을 고르세요."
            )
        case PermissionError():
            return Diagnostic(
                "case.no-permission",
                "파일을 읽을 권한이 없습니다.",
                file=name,
                hint="파일의 권한을 확인하세요.",
            )
    reason = getattr(error, "strerror", None) or "쓸 수 없는 파일 이름"
    return Diagnostic("case.unreadable", f"파일을 읽을 수 없습니다 ({reason}).", file=name)


def _near(name: str) -> str | None:
    """The file of the same folder with the nearest name; names from a Mac are decomposed (NFD)."""
    folder = FilePath(name).parent
    if not folder.is_dir():
        return None
    try:
        files = {
            unicodedata.normalize("NFC", entry.name): entry.name
            for entry in folder.iterdir()
            if entry.is_file()
        }
    except OSError:  # the folder may not be listed: then there is nothing to suggest
        return None
    near = nearest(unicodedata.normalize("NFC", FilePath(name).name), files)
    return str(folder / files[near]) if near else None
