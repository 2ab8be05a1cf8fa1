"""What went wrong in a render, put into diagnostics that name the tag, its place and the cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from docgen.errors import Diagnostic, nearest
from docgen.korean.particles import quoted
from docgen.merge.limits import LimitError
from docgen.merge.notes import (
    Fault,
    Forbidden,
    Missing,
    forbidden_paths,
    missing_barred,
    missing_known,
    missing_name,
)
from docgen.merge.parts import Part
from docgen.merge.run import Note

__all__ = ["faults_of", "missing_finding", "runtime_fault"]

_CAUSES: Final[tuple[tuple[type[BaseException], str], ...]] = (
    (LimitError, "정해진 한도를 넘었습니다"),
    (MemoryError, "메모리가 모자랍니다"),
    (SecurityError, "템플릿에서 쓸 수 없는 기능입니다"),
    (ZeroDivisionError, "0으로 나눌 수 없습니다"),
    (OverflowError, "수나 범위가 너무 큽니다"),
    (RecursionError, "자기 자신을 끝없이 부릅니다"),
    (UndefinedError, "없는 값을 썼습니다"),
    (TypeError, "값의 종류가 맞지 않습니다"),
    (ValueError, "값이 맞지 않습니다"),
)


def faults_of(taken: Iterable[Note], part: Part, data: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """The diagnostics of the faults noted in a part's render, each once, in the order they were met."""
    for line, found in dict.fromkeys((note.line, _describe(note.what, data)) for note in taken):
        placed = part.tag(line)
        yield replace(found, place=str(placed.place), tag=placed.tag.text)


def _describe(what: object, data: Mapping[str, Any]) -> Diagnostic:
    """What a fault is, without its place."""
    if isinstance(what, Fault):
        return Diagnostic(what.code, what.message, what.severity, hint=what.hint)
    if isinstance(what, Forbidden):
        return _forbidden(what, data)
    assert isinstance(what, Missing)  # noqa: S101 # there is no fourth kind
    name = missing_name(what)
    if missing_barred(what):
        return Diagnostic("template.barred", f"{quoted(name, '은/는')} 템플릿에서 쓸 수 없습니다.")
    return missing_finding(name, missing_known(what, data))


def missing_finding(name: str, known: Iterable[str]) -> Diagnostic:
    """A name that the data lack, and the nearest of those that they have."""
    near = nearest(name, map(str, known))
    hint = f"혹시 '{near}'인가요?" if near else "데이터에 값을 적거나 태그를 지우세요."
    return Diagnostic("template.missing-name", f"{quoted(name, '이라는/라는')} 값이 없습니다.", hint=hint)


def _forbidden(what: Forbidden, data: Mapping[str, Any]) -> Diagnostic:
    paths = [path for path, character in forbidden_paths(data) if character == what.character]
    where = f": {', '.join(paths[:5])}" if paths else "."
    return Diagnostic(
        "template.forbidden-character",
        f"문서에 쓸 수 없는 글자({what.character})가 값에 들어 있습니다{where}",
        path=paths[0] if paths else None,
        hint="값에서 그 글자를 지우세요.",
    )


def runtime_fault(error: Exception, part: Part) -> Diagnostic:
    """The diagnostic of an exception that ended a part's render."""
    cause = next((text for kind, text in _CAUSES if isinstance(error, kind)), "태그를 계산하지 못했습니다")
    placed = part.tag(_line(error))
    told = str(error)
    korean = any("가" <= letter <= "힣" for letter in told)  # what Python and Jinja say is for programmers
    message = f"{cause}: {told}" if korean else f"{cause}."
    return Diagnostic("template.failed", message, place=str(placed.place), tag=placed.tag.text)


def _line(error: Exception) -> int:
    """The line of the template source where an exception arose; Jinja writes it into the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    lines = [1]
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            lines.append(trace.tb_lineno)
        trace = trace.tb_next
    return lines[-1]
