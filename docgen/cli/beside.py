"""The cases of an institution's schools that a command reads beside its own: `--cases 'cases/*.yaml'`."""

from __future__ import annotations

from collections.abc import Iterable
from glob import glob
from pathlib import Path

from docgen.case.load import load_case
from docgen.case.model import Case
from docgen.case.schema import check_schema, given_sections
from docgen.case.schemas import Sources
from docgen.errors import DataError, Diagnostic, DocgenError, Severity, UsageError

__all__ = ["matching"]


def matching(patterns: Iterable[str], sources: Sources) -> list[Case]:
    """The cases of the files that the patterns match, by name. Raises UsageError where one matches none,
    DataError with the errors of all of them."""
    paths = sorted({path for pattern in patterns for path in _files(pattern)})
    faults: list[Diagnostic] = []
    cases: list[Case] = []
    for path in paths:
        try:
            cases.append(load_case(path, sources))
        except DocgenError as error:
            faults += error.diagnostics
    faults += [found for case in cases for found in _errors(case, sources)]
    if faults:
        raise DataError(*faults)
    return cases


def _files(pattern: str) -> list[Path]:
    found = [Path(name) for name in glob(pattern, recursive=True) if Path(name).is_file()]
    if not found:
        message = f"--cases {pattern}에 맞는 파일이 없습니다."
        raise UsageError(
            Diagnostic("usage.no-cases", message, hint="따옴표로 감싸 'cases/*.yaml'처럼 적으세요.")
        )
    return found


def _errors(case: Case, sources: Sources) -> list[Diagnostic]:
    found = check_schema(case, given_sections(case, sources), sources)
    return [each for each in found if each.severity is Severity.ERROR]
