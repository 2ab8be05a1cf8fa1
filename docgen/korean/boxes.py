"""What a form prints before a choice, and what it prints where there is nothing to fill in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import wraps
from typing import Any

__all__ = ["BLANK", "Blank", "blank", "box", "check", "leaving_blank", "rows"]


class Blank:
    """A row without data: whatever is asked of it is blank again, and it prints as nothing."""

    def __getattr__(self, name: str) -> Blank:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: object) -> Blank:
        return self

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return ""


BLANK = Blank()


def blank(value: object) -> bool:
    """Whether there is nothing to print: None, a blank row, text of spaces, an undefined name; but not 0."""
    if isinstance(value, str):
        return not value.strip()
    return not value and not isinstance(value, int | float | Decimal)


def leaving_blank(write: Callable[..., object]) -> Callable[..., Any]:
    """The filter that gives a blank value back as it is, so that an empty row of a form stays empty."""

    @wraps(write)
    def filled(value: object, *options: object, **named: object) -> object:
        return value if blank(value) else write(value, *options, **named)

    return filled


def box(value: object) -> str:
    """■ where the value is true, else □."""
    return "■" if _true(value) else "□"


def check(value: object) -> str:
    """☑ where the value is true, else ☐."""
    return "☑" if _true(value) else "☐"


def rows(items: object, least: int = 1) -> list[object]:
    """The items, filled up with blank rows to the printed number; ValueError for what is no list."""
    if isinstance(items, str) and blank(items):
        items = None
    if isinstance(items, str | bytes | Mapping) or not isinstance(items, Iterable | None):
        raise ValueError("목록이 아닙니다. 자료에 한 줄에 하나씩 '- '로 시작해 적으세요.")
    filled = [] if items is None else list(items)
    return filled + [BLANK] * (least - len(filled))


def _true(value: object) -> bool:
    if value:
        return True
    str(value)  # printing it is what makes the engine notice a name that does not exist
    return False
