"""What the YAML and the JSON reader build together: values, places, and what is wrong with them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from docgen.case.model import Path, Position
from docgen.case.source import Place, Source, unprintable
from docgen.errors import DataError, Diagnostic, Severity

__all__ = ["MAX_DEPTH", "MAX_VALUES", "Tree"]

MAX_VALUES = 200_000
"""Values in one file, those that YAML aliases repeat counted each time (an alias bomb ends here)."""
MAX_FINDINGS = 200
"""Findings after which reading stops: who broke so much mends some of it first."""
MAX_DEPTH = 64
"""How deep lists and mappings may lie in one another."""


@dataclass
class Tree:
    """The values read so far; the findings are handed out together at the end."""

    source: Source
    positions: dict[Path, Position] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    def report(self, place: Place, code: str, message: str, hint: str | None = None) -> None:
        """Keep a finding and go on; raises DataError when there are too many."""
        self.findings.append(self.source.diagnostic(place, code, message, hint=hint))
        if len(self.findings) >= MAX_FINDINGS:
            more = f"잘못이 {MAX_FINDINGS}개를 넘어 여기까지만 찾았습니다."
            raise DataError(*self.findings, Diagnostic("case.more", more, Severity.NOTE, self.source.name))

    def stop(self, place: Place, code: str, message: str, hint: str | None = None) -> DataError:
        """The error for a file that cannot be read further, with all that was found before."""
        self.report(place, code, message, hint)
        return DataError(*self.findings)

    def enter(self, path: Path, value: Place, key: Place | None) -> None:
        """Note the place of a value; raises DataError when there are too many values, or too deep ones."""
        if len(path) > MAX_DEPTH:
            raise self.too_deep(value)
        if len(self.positions) >= MAX_VALUES:
            raise self.too_many(value)
        self.positions[path] = Position(value, key)

    def too_deep(self, place: Place) -> DataError:
        """The error for lists and mappings that lie too deep."""
        return self.stop(place, "case.too-deep", f"목록과 항목이 {MAX_DEPTH}겹보다 깊이 겹쳐 있습니다.")

    def too_many(self, place: Place) -> DataError:
        """The error for too many values."""
        hint = "자료를 나누거나, YAML 별칭(*이름)으로 되풀이한 곳을 줄이세요."
        return self.stop(place, "case.too-many-values", f"값이 {MAX_VALUES:,}개를 넘습니다.", hint)

    def key(self, path: Path, place: Place) -> bool:
        """Whether a key is new in its mapping; reports it where it was written before."""
        before = self.positions.get(path)
        if before is None or before.key is None:
            self.text(str(path[-1]), place)
            return True
        message = f"'{path[-1]}' 키가 두 번 적혀 있습니다 ({before.key.line}행과 {place.line}행)."
        self.report(
            place,
            "case.duplicate-key",
            message,
            "하나만 남기고 지우세요. 여럿이라면 목록('- ')으로 적으세요.",
        )
        return False

    def text(self, value: str, place: Place) -> str:
        """A text value, reported if an escape such as \\u0000 put in what no document can hold."""
        if sign := unprintable(value):
            message = f"문서에 쓸 수 없는 제어 문자가 있습니다 ({sign})."
            self.report(place, "case.control-character", message, "그 글자를 지우세요.")
        return value

    def number(self, text: str, value: int | float | None, place: Place) -> int | float | None:
        """A number, reported if it is none, infinite or too long to read (`value` None)."""
        if value is not None and math.isfinite(value):
            return value
        if any(letter in text.lower() for letter in ("nan", "inf")):
            self.report(
                place, "case.not-a-number", f"수로 쓸 수 없는 값입니다: {text}", "값이 없으면 비워 두세요."
            )
        else:
            self.report(place, "case.number-too-large", "수가 너무 큽니다.", "글이라면 따옴표로 감싸세요.")
        return None
