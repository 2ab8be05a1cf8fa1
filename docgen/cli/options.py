"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from docgen.case.moments import parse_date
from docgen.errors import Diagnostic, UsageError, nearest
from docgen.formats.convert import OUTPUTS
from docgen.korean.particles import quoted

__all__ = ["OUTPUT", "force", "print_format", "strict", "templates", "to", "today"]

OUTPUT: Final = Path("output")

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

print_format = click.option(
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="화면에 보이는 형식: 글(text)이나 프로그램이 읽는 json.",
)
templates = click.option(
    "--templates",
    type=click.Path(path_type=Path),
    default=None,
    help="내 템플릿 폴더. 같은 이름이면 기본 템플릿보다 앞섭니다.",
)
force = click.option("--force", is_flag=True, help="이미 있는 파일을 덮어씁니다.")
strict = click.option("--strict", is_flag=True, help="주의도 오류로 봅니다.")


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date:
    day = date.today() if value is None else parse_date(value)
    if day is None:
        message = f"{quoted(str(value), '은/는')} 날짜가 아닙니다."
        raise UsageError(Diagnostic("usage.date", message, hint="--today 2026-06-01처럼 적으세요."))
    return day


today = click.option(
    "--today", callback=_day, metavar="날짜", help="오늘로 볼 날짜 (2026-06-01). 없으면 컴퓨터의 오늘."
)


def to(default: str, known: tuple[str, ...] = OUTPUTS) -> Callable[[Decorated], Decorated]:
    """The option -f: the formats to write, of those `known`, separated by commas."""

    def formats(_: click.Context, __: click.Parameter, value: str) -> tuple[str, ...]:
        return _formats(value, known)

    return click.option(
        "-f",
        "--to",
        "formats",
        default=default,
        show_default=True,
        callback=formats,
        metavar=",".join(known),
        help="만들 형식. 쉼표로 여럿.",
    )


def _formats(value: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The formats of `docx,pdf`, each once; UsageError for one that cannot be made."""
    asked = tuple(dict.fromkeys(word.strip().lower() for word in value.split(",") if word.strip()))
    unknown = [word for word in asked if word not in known]
    if unknown or not asked:
        near = nearest(unknown[0], known) if unknown else None
        hint = f"혹시 '{near}'인가요?" if near else f"쓸 수 있는 형식: {', '.join(known)}"
        raise UsageError(Diagnostic("format.unknown", f"'{value}' 형식은 만들 수 없습니다.", hint=hint))
    return asked
