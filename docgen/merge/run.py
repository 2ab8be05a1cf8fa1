"""One render: what it has cost, what was noticed, what was placed. A compiled template holds none of it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docgen.merge.limits import LimitError, Limits

if TYPE_CHECKING:
    from docgen.formats.docx.write_xml import Element
    from docgen.merge.members import Members

__all__ = ["Note", "ObjectFault", "Placed", "Run", "current"]

_CLOCK_EVERY: Final = 16  # turns between two looks at the clock
FIRST_ID: Final = 1001  # of drawings, as docxtpl counts them


class ObjectFault(Exception):  # noqa: N818 # a fault of the data, noted and not raised to the caller
    """An object that cannot be shown: `code` and `hint` as a diagnostic has them, the text its message."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


@dataclass(frozen=True, slots=True)
class Note:
    """A fault met while rendering: `line` is the line of the Jinja source, which has one tag a line;
    `what` is a value of docgen.merge.values: Missing, Forbidden or Fault."""

    line: int
    what: object


@dataclass(frozen=True, slots=True)
class Placed:
    """The elements of a printed object: runs of a paragraph, or `block`: paragraphs and tables.

    `inherits` where the runs take what they do not say from the run in which the tag stands, and paragraphs
    from its paragraph.
    """

    elements: list[Element]
    block: bool = False
    inherits: bool = False


@dataclass(slots=True)
class Run:
    """The state of one render: `folder` is where images of plain data lie, None where there is none;
    `members` the files of the package as the render changes them; `placed` the objects printed in the
    part at hand, each standing in its text as a marker."""

    members: Members
    limits: Limits
    folder: Path | None = None
    part: str = ""
    namespaces: Mapping[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    turns: int = 0
    characters: int = 0
    last_id: int = FIRST_ID - 1
    deadline: float = field(init=False)

    def __post_init__(self) -> None:
        self.deadline = time.monotonic() + self.limits.seconds

    def begin(self, part: str, namespaces: Mapping[str, str]) -> None:
        """Go on to the next part of the package, whose root declares the namespaces."""
        self.part, self.namespaces, self.notes, self.placed = part, namespaces, [], []

    def warn(self, message: str) -> None:
        """Remember what is lost and bars nothing."""
        if message not in self.warnings:
            self.warnings.append(message)

    def next_id(self) -> int:
        """An id for a drawing, unique in the document."""
        self.last_id += 1
        return self.last_id

    def turn(self, weight: int) -> None:
        """Count a turn of a loop that writes `weight` characters; LimitError beyond a limit."""
        self.turns += 1
        self.characters += weight
        if self.turns > self.limits.turns:
            raise LimitError(f"반복이 너무 많습니다 (최대 {self.limits.turns:,}번)")
        if self.turns % _CLOCK_EVERY == 0:
            self.write(0)
            self.check_clock()

    def write(self, characters: int) -> None:
        """Count what is written; LimitError beyond the limit."""
        self.characters += characters
        if self.characters > self.limits.characters:
            raise LimitError(f"문서가 너무 깁니다 (최대 {self.limits.characters:,}자)")

    def check_clock(self) -> None:
        """LimitError where the time is over."""
        if time.monotonic() > self.deadline:
            raise LimitError(f"시간이 너무 오래 걸립니다 (최대 {self.limits.seconds:g}초)")


current: ContextVar[Run] = ContextVar("run")
