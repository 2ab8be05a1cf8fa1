"""Certificates with numbers: in the order of the rows, the same again for a run that goes on, none twice."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from docgen.bulk.ledger import PATTERN, Key, Ledger
from docgen.bulk.numbering import LedgerNumbering
from docgen.errors import DataError, UsageError
from tests.bulk.runs import Inline, files, made, people, prepared, sheet

ROWS = sheet(people(60))
Numbering = Callable[..., LedgerNumbering]


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.bulk.writing._MOST", 10)


@pytest.fixture
def numbering(tmp_path: Path) -> Numbering:
    def make(name: str = "ledger.db", reissue: bool = False) -> LedgerNumbering:
        key = partial(Key.open, tmp_path / "key")
        return LedgerNumbering(Ledger(str(tmp_path / name)), key, PATTERN, reissue)

    return make


def numbers(folder: Path) -> list[str]:
    text = (folder / "manifest.csv").read_text(encoding="utf-8-sig")
    return [line["번호"] for line in csv.DictReader(io.StringIO(text))]


class DescribeNumbers:
    def they_follow_the_rows_and_are_printed(self, tmp_path: Path, numbering: Numbering) -> None:
        made(tmp_path / "out", ROWS, numbering=numbering(), pattern="{number}")
        assert numbers(tmp_path / "out") == [f"제2026-{n:05}호" for n in range(1, 61)]
        with zipfile.ZipFile(tmp_path / "out" / "제2026-00007호.docx") as package:
            text = re.sub("<[^>]*>", "", package.read("word/document.xml").decode())
        assert "제2026-00007호" in text
        assert "2026. 7. 1." in text

    def the_ledger_knows_the_files(self, tmp_path: Path, numbering: Numbering) -> None:
        made(tmp_path / "out", ROWS, numbering=numbering())
        text = (tmp_path / "out" / "manifest.csv").read_text(encoding="utf-8-sig")
        for line in csv.DictReader(io.StringIO(text)):
            entry = numbering().ledger.of_file(line["SHA-256"])
            assert entry is not None
            assert entry.number == line["번호"]

    @pytest.mark.parametrize("results", [0, 1, 2, 4, 6])
    def they_are_the_same_in_a_run_that_goes_on(
        self, tmp_path: Path, numbering: Numbering, results: int
    ) -> None:
        made(tmp_path / "whole", ROWS, numbering=numbering("a.db"))
        cut = partial(Inline, most=results)
        with pytest.raises(KeyboardInterrupt):
            made(tmp_path / "cut", ROWS, numbering=numbering("b.db"), executor=cut)
        later = date(2027, 1, 5)
        made(tmp_path / "cut", ROWS, numbering=numbering("b.db"), resume=True, today=later)
        assert files(tmp_path / "cut") == files(tmp_path / "whole")

    def they_are_not_given_twice(self, tmp_path: Path, numbering: Numbering) -> None:
        made(tmp_path / "first", sheet(people(3)), numbering=numbering())
        with pytest.raises(DataError) as refused:
            made(tmp_path / "second", sheet(people(5)), numbering=numbering())
        assert [each.line for each in refused.value.diagnostics] == [2, 3, 4]
        summary = made(
            tmp_path / "second", sheet(people(5)), numbering=numbering(), skip_bad=tmp_path / "bad.csv"
        )
        assert (summary.bad, numbers(tmp_path / "second")) == (3, ["제2026-00004호", "제2026-00005호"])

    def they_stay_when_issued_again(self, tmp_path: Path, numbering: Numbering) -> None:
        made(tmp_path / "first", sheet(people(3)), numbering=numbering())
        made(tmp_path / "again", sheet(people(3)), numbering=numbering(reissue=True))
        assert numbers(tmp_path / "again") == numbers(tmp_path / "first")

    def no_two_rows_may_be_of_one_person(self, tmp_path: Path, numbering: Numbering) -> None:
        rows = people(30)
        rows[20] = rows[4]
        with pytest.raises(DataError, match="앞의 행에") as refused:
            made(tmp_path / "out", sheet(rows), numbering=numbering())
        assert [each.line for each in refused.value.diagnostics] == [22]

    def no_other_document_has_one(self, tmp_path: Path, numbering: Numbering) -> None:
        with pytest.raises(UsageError, match="발급대장에 올리는 문서가 아닙니다"):
            prepared(tmp_path, b"[]", name="a.json", template="meeting-minutes", numbering=numbering())
