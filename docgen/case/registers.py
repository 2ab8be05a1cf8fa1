"""People and institutions kept once: registers, files that many cases refer to.

    case: {id: 은하초-2026, edition: 2026-06-01, registers: [../people.yaml]}

A register is a file with `people`, `institutions`, or both, its name as seen from the folder of the case.
What it holds is as good as written in the case itself; a finding about it names the register's own line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Final

from docgen.case.model import Case
from docgen.errors import DataError, Diagnostic, DocgenError
from docgen.korean.particles import quoted

if TYPE_CHECKING:
    from docgen.case.schemas import Sources

__all__ = ["with_registers"]

_SECTIONS: Final = ("people", "institutions")


def with_registers(case: Case, sources: Sources | None) -> Case:
    """The case with what its registers hold; itself where it names none.

    Raises DataError for registers that are not there, cannot be read, hold something else, or hold an entry
    that the case or another of them holds too.
    """
    names = _names(case)
    if not names:
        return case
    found = [_read(case, place, name, sources) for place, name in names]
    data = dict(case.data)
    faults: list[Diagnostic] = []
    for register in found:
        for section in _SECTIONS:
            data[section], twice = _merged(data.get(section), register, section)
            faults += twice
    if faults:
        raise DataError(*faults)
    data = {section: held for section, held in data.items() if held or section in case.data}
    return replace(case, data=data, registers=tuple(found))


def _names(case: Case) -> list[tuple[int, str]]:
    head = case.data.get("case")
    held = head.get("registers") if isinstance(head, dict) else None
    listed = held if isinstance(held, list) else []
    return [(place, name) for place, name in enumerate(listed) if isinstance(name, str) and name.strip()]


def _read(case: Case, place: int, name: str, sources: Sources | None) -> Case:
    path = FilePath(case.name).parent / name
    try:
        status = path.stat()
        register = _loaded(path, sources, status.st_mtime_ns, status.st_size)
    except (OSError, ValueError):
        message = f"등록부 파일이 없습니다: {name}"
        hint = "이 자료가 있는 폴더에서 본 파일 이름을 적으세요."
        at = ("case", "registers", place)
        raise DataError(case.diagnostic(at, "case.no-register", message, hint=hint)) from None
    except DocgenError as error:
        raise DataError(*error.diagnostics) from None
    others = [key for key in register.data if key not in ("case", *_SECTIONS)]
    if others:
        message = f"등록부에 {quoted(others[0], '은/는')} 쓰지 않습니다."
        hint = "등록부에는 people과 institutions만 둡니다."
        raise DataError(
            register.diagnostic((others[0],), "case.no-register", message, hint=hint, at_key=True)
        )
    return register


@lru_cache(maxsize=16)
def _loaded(path: FilePath, sources: Sources | None, changed: int, size: int) -> Case:
    """A register, read once for the thousand cases that name it, and again when it has changed."""
    from docgen.case.load import read_case  # which reads registers

    return read_case(path, sources)


def _merged(own: Any, register: Case, section: str) -> tuple[Any, Iterator[Diagnostic]]:
    """The entries of a section with those of a register, and a finding for each that both hold."""
    held = register.data.get(section)
    if not isinstance(held, dict) or not (own is None or isinstance(own, dict)):
        return own, iter(())
    mine = own or {}
    return mine | {key: entry for key, entry in held.items() if key not in mine}, (
        register.diagnostic(
            (section, key),
            "case.twice",
            f"{quoted(str(key), '은/는')} 다른 파일에도 있습니다.",
            hint="한 파일에만 두세요.",
            at_key=True,
        )
        for key in held
        if key in mine
    )
