"""Runs of the tests: rows, executors of this process, and folders to compare."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from docgen import Catalogue
from docgen.bulk.prepare import Asked, prepare
from docgen.bulk.run import Run, Summary

CERTIFICATE = "completion-certificate"
HEADINGS = ("성명", "생년월일", "연수생 번호표", "학교명", "과정명", "시작일", "종료일", "이수시간")


class Inline:
    """Does the work in this process, one piece after another; stops like a cut after `most` results."""

    def __init__(self, job: bytes, most: int | None = None) -> None:
        self.job, self.left = job, most

    def map(self, task: Callable[[bytes, Any], Any], pieces: Iterable[Any]) -> Iterator[Any]:
        for piece in pieces:
            if self.left == 0:
                raise KeyboardInterrupt
            self.left = None if self.left is None else self.left - 1
            yield task(self.job, piece)

    def close(self) -> None:
        pass


def sheet(rows: Iterable[Sequence[object]], headings: Sequence[str] = HEADINGS) -> bytes:
    """A CSV file."""
    file = io.StringIO()
    csv.writer(file).writerows([headings, *rows])
    return file.getvalue().encode()


def people(count: int) -> list[tuple[object, ...]]:
    """Rows for certificates; every third person is called alike, ten are at a school."""
    return [
        (
            *(("한가람", "도담", "최바다")[n % 3], "1980-01-02", f"u{n}"),
            *(f"새별{n // 10}학교", "디지털 수업", "2026-06-01", "2026-06-30", 15),
        )
        for n in range(count)
    ]


def prepared(out: Path | str, rows: bytes | BinaryIO | None, name: str = "명단.csv", **asked: Any) -> Run:
    """A run of certificates, or of what `template` says; `rows` are those of a file of that name."""
    file = io.BytesIO(rows) if isinstance(rows, bytes) else rows
    template = asked.pop("template", CERTIFICATE)
    wanted = {"case": None, "formats": ("docx",), "today": date(2026, 7, 1), "executor": Inline} | asked
    return prepare(
        Asked(
            Catalogue()[template] if isinstance(template, str) else template,
            None if file is None else (file, name),
            out=str(out),
            **wanted,
        )
    )[0]


def made(out: Path | str, rows: bytes | None, resume: bool = False, **asked: Any) -> Summary:
    """What a run came to."""
    return prepared(out, rows, **asked).go(resume)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a run, without what it keeps for itself."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".docgen" not in path.parts
    }
