"""What a form prints before a choice, and the rows it prints when there is nothing to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

__all__ = ["BLANK", "Blank", "box", "check", "rows"]


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


def box(value: object) -> str:
    """■ where the value is true, else □."""
    return "■" if value else "□"


def check(value: object) -> str:
    """☑ where the value is true, else ☐."""
    return "☑" if value else "☐"


def rows(items: Iterable[object] | None, least: int = 1) -> list[object]:
    """The items as a list, filled up with blank rows to the printed number."""
    filled = list(items or ())
    return filled + [BLANK] * (least - len(filled))
