"""Which column gives which value: headings mapped to what the template reads, rows turned into data."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from docgen.bulk.cells import as_case, plain
from docgen.bulk.rows.row import Row
from docgen.bulk.targets import Target, Targets
from docgen.case.model import Path, dotted
from docgen.case.source import unprintable
from docgen.errors import DataError, Diagnostic, Severity, UsageError, nearest
from docgen.korean.particles import quoted

__all__ = ["Column", "Columns"]


class Column(NamedTuple):
    """A heading and the value that it gives, None for a column that is not used."""

    heading: str
    target: Target | None


class Columns:
    """The columns of a run.

    `headings` are those of a sheet with their letters, None where every object brings keys of its own;
    `given` maps headings to keys, as `--map` does; `wholes` are the names of what an object may give whole,
    with their places; `required` is what every row needs. `lacking` are the findings on what no column of a
    sheet gives.

    Raises UsageError for a `given` that names what is not there, DataError where two columns give the same.
    """

    def __init__(
        self,
        name: str,
        headings: Mapping[str, str] | None,
        targets: Targets,
        given: Mapping[str, str],
        wholes: Mapping[str, Path] | None = None,
        required: Sequence[Target] = (),
    ) -> None:
        self.name, self._targets, self._given, self._wholes = name, targets, given, wholes or {}
        self._letters = headings
        self._found: dict[str, Target | None] = {}
        for heading in given.keys() - (headings or given).keys():
            near = quoted(heading, "이라는/라는")
            raise UsageError(
                Diagnostic(
                    "rows.no-column", f"{near} 열이 없습니다.", hint=f"있는 열: {', '.join(headings or ())}"
                )
            )
        for heading in headings or given:
            self._target(heading)
        self._refuse_twins()
        given_paths = {target.path for target in self._found.values() if target}
        self.lacking = [
            self._lacks(target)
            for target in required
            if headings is not None and target.path not in given_paths
        ]

    def mapping(self) -> list[Column]:
        """Every column that has been met, and what it gives."""
        return [Column(heading, target) for heading, target in self._found.items()]

    def findings(self) -> Iterator[Diagnostic]:
        """A warning for every column that is not used."""
        for heading, target in self._found.items():
            if target is None and heading not in self._wholes:
                yield self._unused(heading)

    def data(self, row: Row) -> dict[str, Any]:
        """The data of a row; DataError, with the cell, for a sign that no document can hold."""
        data: dict[str, Any] = {}
        for heading, value in row.values.items():
            target = self._target(heading)
            if heading in self._wholes and isinstance(value, dict | list):
                _put(data, self._wholes[heading], _printable(value, self, row.number, heading))
            elif target is not None:
                value = as_case(value, target.schema)
                if value is not None:
                    _put(data, target.path, _printable(value, self, row.number, heading))
        return data

    def placed(self, finding: Diagnostic, number: int) -> Diagnostic:
        """A finding about a value of the data, with the row and the column of the sheet."""
        heading = next(
            (head for head, target in self._found.items() if target and dotted(target.path) == finding.path),
            None,
        )
        if heading and self._letters and finding.code == "schema.required":
            finding = replace(finding, hint=f"'{heading}' 칸을 채우세요.")
        return self.at(finding, number, heading)

    def at(self, finding: Diagnostic, number: int, heading: str | None) -> Diagnostic:
        """A finding about a row, and the cell of a column where `heading` names one."""
        letter = (self._letters or {}).get(heading or "")
        place = f"{letter}{number}" if letter else finding.place
        tag = heading if letter else finding.tag
        return replace(finding, file=self.name, line=number, column=None, place=place, tag=tag, excerpt=None)

    def _target(self, heading: str) -> Target | None:
        if heading not in self._found:
            self._found[heading] = self._look_up(heading)
        return self._found[heading]

    def _look_up(self, heading: str) -> Target | None:
        wanted = self._given.get(heading)
        target = self._targets.find(wanted or heading)
        if wanted is not None and target is None:
            near = self._targets.near(wanted)
            hint = f"혹시 '{near.key}'({near.label})인가요?" if near else _listed(self._targets)
            message = f"{quoted(wanted, '이라는/라는')} 값은 이 서식에 없습니다 (--map {heading}={wanted})."
            raise UsageError(Diagnostic("rows.unknown-value", message, hint=hint))
        return target

    def _unused(self, heading: str) -> Diagnostic:
        several = self._targets.all(heading)
        near = self._targets.near(heading)
        if len(several) > 1:
            hint = "어느 것인지 --map으로 알려 주세요: " + ", ".join(
                f"--map {heading}={target.key} ({'.'.join(target.labels)})" for target in several[:6]
            )
        elif near:
            hint = f"'{near.label}'({near.key})이면 --map {heading}={near.key}를 붙이세요."
        else:
            hint = "값이 들어갈 열이라면 --map 제목=이름을 붙이세요."
        message = f"쓰지 않는 열입니다: {heading}"
        letter = (self._letters or {}).get(heading)
        place = f"{letter}열" if letter else None
        return Diagnostic("rows.unused", message, Severity.WARNING, file=self.name, place=place, hint=hint)

    def _lacks(self, target: Target) -> Diagnostic:
        unused = [heading for heading, found in self._found.items() if found is None]
        near = nearest(target.label, unused) or nearest(target.key, unused)
        guess = f" '{near}' 열이 그것이면 --map {near}={target.key}를 붙이세요." if near else ""
        message = f"꼭 있어야 하는 값의 열이 없습니다: {target.label} ({target.key})"
        hint = f"열을 더하거나 --map 제목={target.key}, 또는 --case로 주세요.{guess}"
        return Diagnostic("rows.lacking", message, file=self.name, hint=hint)

    def _refuse_twins(self) -> None:
        givers: dict[Path, list[str]] = {}
        for heading, target in self._found.items():
            if target is not None:
                givers.setdefault(target.path, []).append(heading)
        twins = [heads for heads in givers.values() if len(heads) > 1]
        if twins:
            raise DataError(
                *(
                    Diagnostic(
                        "rows.twin-columns",
                        f"같은 값을 주는 열이 둘 이상입니다: {', '.join(heads)}",
                        file=self.name,
                        hint="하나만 남기거나 제목을 바꾸세요.",
                    )
                    for heads in twins
                )
            )


def _put(data: dict[str, Any], path: Path, value: Any) -> None:
    """Set the value at a path; an index makes a list of that one item."""
    held: Any = data
    for step, after in itertools.pairwise(path):
        fresh: Any = [{}] if isinstance(after, int) else {}
        held = held[step] if isinstance(step, int) else held.setdefault(step, fresh)
    held[path[-1]] = value


def _printable(value: Any, columns: Columns, number: int, heading: str) -> Any:
    """A value as JSON holds it; DataError for a control character in it."""
    match value:
        case str() if sign := unprintable(value):
            message = f"문서에 쓸 수 없는 제어 문자가 있습니다 ({sign})."
            found = Diagnostic("rows.control-character", message, hint="그 글자를 지우세요.")
            raise DataError(columns.at(found, number, heading))
        case dict():
            return {str(key): _printable(held, columns, number, heading) for key, held in value.items()}
        case list():
            return [_printable(held, columns, number, heading) for held in value]
    return plain(value)


def _listed(targets: Targets) -> str:
    shown = ", ".join(f"{target.key}({target.label})" for target in targets.known[:20])
    return f"쓸 수 있는 값: {shown}" + (" …" if len(targets.known) > 20 else "")
