"""A case in another kind of file: YAML, JSON, XLSX, each holding the same data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from docgen.case.load import parse_case
from docgen.case.model import Case, Path
from docgen.case.schemas import Sources, blank
from docgen.case.tree import MAX_FINDINGS
from docgen.errors import DataError, Diagnostic

__all__ = ["ENDINGS", "converted"]


def _yaml(case: Case, sources: Sources) -> bytes:
    from docgen.case.yaml_write import write_yaml

    return write_yaml(case.data).encode()


def _json(case: Case, sources: Sources) -> bytes:
    return (json.dumps(case.data, ensure_ascii=False, indent=2) + "\n").encode()


def _xlsx(case: Case, sources: Sources) -> bytes:
    from docgen.case.xlsx_write import case_workbook

    return case_workbook(case.data, case.data, sources)


_WRITERS: Final[Mapping[str, Callable[[Case, Sources], bytes]]] = {
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _json,
    ".xlsx": _xlsx,
}
ENDINGS: Final = tuple(_WRITERS)
"""The endings of file names that a case may have."""


def converted(case: Case, ending: str, sources: Sources) -> bytes:
    """The bytes of the file with an ending of ENDINGS that holds the data of a case.

    What is written is read back. Raises DataError with every value that it does not hold: a workbook has no
    place for what the schemas do not know. Blank values need none: they are as good as absent.
    """
    made = _WRITERS[ending](case, sources)
    back = _read_back(made, ending, sources)
    findings = [_lost(case, path) for path in _differences(_filled(case.data), _filled(back), ())]
    if findings:
        raise DataError(*findings[:MAX_FINDINGS])
    return made


def _read_back(made: bytes, ending: str, sources: Sources) -> dict[str, Any]:
    if ending == ".xlsx":
        from docgen.case.xlsx_file import readable

        return readable(made, sources)
    return parse_case(made, ending, sources).data


def _lost(case: Case, path: Path) -> Diagnostic:
    message = "이 값은 옮길 자리가 없거나 그대로 옮길 수 없습니다."
    hint = "docgen check로 자료를 먼저 고치세요. 자료에 없는 이름의 값은 YAML과 JSON 사이에서만 옮깁니다."
    return case.diagnostic(path, "convert.lost", message, hint=hint)


def _filled(value: Any) -> Any:
    """Data without the keys that hold nothing."""
    if isinstance(value, dict):
        return {key: _filled(held) for key, held in value.items() if not blank(held)}
    return [_filled(item) for item in value] if isinstance(value, list) else value


def _differences(value: Any, other: Any, path: Path) -> Iterator[Path]:
    """The paths at which two data differ, in value or type."""
    if isinstance(value, dict) and isinstance(other, dict | None):
        held = other or {}
        for key in value | held:
            yield from _differences(value.get(key), held.get(key), (*path, key))
    elif isinstance(value, list) and isinstance(other, list) and len(value) == len(other):
        for number, (item, its) in enumerate(zip(value, other, strict=True)):
            yield from _differences(item, its, (*path, number))
    elif type(value) is not type(other) or value != other:
        yield path
