"""What went wrong in a render, put into diagnostics that name the tag, its place and the cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from docgen.errors import Diagnostic, nearest
from docgen.korean.particles import quoted
from docgen.merge.parts import Part
from docgen.merge.values import (
    Forbidden,
    Missing,
    Note,
    forbidden_paths,
    missing_barred,
    missing_known,
    missing_name,
)

__all__ = ["faults_of", "runtime_fault"]

_CAUSES: Final[tuple[tuple[type[BaseException], str], ...]] = (
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
    for note in dict.fromkeys((note.line, *_key(note.what, data)) for note in taken):
        line, code, message, hint, path = note
        placed = part.tag(line)
        yield Diagnostic(code, message, place=str(placed.place), tag=placed.tag.text, hint=hint, path=path)


def _key(what: Missing | Forbidden, data: Mapping[str, Any]) -> tuple[str, str, str | None, str | None]:
    """Code, message, hint and path of a fault."""
    if isinstance(what, Forbidden):
        paths = [path for path, character in forbidden_paths(data) if character == what.character]
        where = ", ".join(paths[:5])
        message = f"문서에 쓸 수 없는 글자({what.character})가 값에 들어 있습니다" + (
            f": {where}" if where else "."
        )
        return (
            "template.forbidden-character",
            message,
            "값에서 그 글자를 지우세요.",
            paths[0] if paths else None,
        )
    name = missing_name(what)
    if missing_barred(what):
        return "template.barred", f"{quoted(name, '은/는')} 템플릿에서 쓸 수 없습니다.", None, None
    near = nearest(name, missing_known(what, data))
    hint = f"혹시 '{near}'인가요?" if near else "데이터에 값을 적거나 태그를 지우세요."
    return "template.missing-name", f"{quoted(name, '이라는/라는')} 값이 없습니다.", hint, None


def runtime_fault(error: Exception, part: Part) -> Diagnostic:
    """The diagnostic of an exception that ended a part's render."""
    cause = next((text for kind, text in _CAUSES if isinstance(error, kind)), "태그를 계산하지 못했습니다")
    placed = part.tag(_line(error))
    message = f"{cause}: {error}" if str(error) else f"{cause}."
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
