"""A workbook without a schema gives a Word file its values: sheets and headings are the names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest

from docgen.case.unchecked import load_unchecked
from docgen.case.xlsx_plain import read_plain
from docgen.errors import DataError, UsageError
from tests.case.workbooks import packed, workbook
from tests.conftest import Result
from tests.merge.word_files import texts, word_file

BOOK = workbook(
    편지=[("항목", "값"), ("받는 이", "새별중학교"), ("보낸 날", datetime(2026, 6, 1)), ("첨부", None)],
    참석자=[("성명", "도착 시각"), ("한가람", time(9, 5)), (None, None), ("도담", None)],
)


class DescribeAPlainWorkbook:
    def it_gives_values_by_their_names_and_lists_by_their_sheets(self) -> None:
        assert read_plain(packed(BOOK), "a.xlsx") == {
            "받는_이": "새별중학교",
            "보낸_날": date(2026, 6, 1),
            "첨부": None,
            "참석자": [
                {"성명": "한가람", "도착_시각": time(9, 5)},
                {"성명": "도담", "도착_시각": None},
            ],
        }

    def it_fills_a_word_file(self, docgen: Callable[..., Result], tmp_path: Path) -> None:
        (tmp_path / "a.xlsx").write_bytes(packed(BOOK))
        letter = "{{ 받는_이 }} {{ 보낸_날 }} {% for x in 참석자 %}{{ x.성명 }} {% endfor %}"
        (tmp_path / "편지.docx").write_bytes(word_file(letter))
        result = docgen("merge", tmp_path / "편지.docx", tmp_path / "a.xlsx", "-o", tmp_path / "out")
        assert result.code == 0
        assert texts((tmp_path / "out/편지.docx").read_bytes()) == ["새별중학교 2026. 6. 1. 한가람 도담 "]

    def its_errors_are_named_by_their_cells(self) -> None:
        with pytest.raises(DataError) as caught:
            read_plain(packed(workbook(표=[("가", "나"), ("#N/A", "=1+1")])), "a.xlsx")
        assert [found.cell for found in caught.value.diagnostics] == ["표!A2", "표!B2"]

    def but_one_that_docgen_made_is_a_case(
        self, docgen: Callable[..., Result], tmp_path: Path, root: Path
    ) -> None:
        source = root / "fixtures/people/coordinator-application.yaml"
        assert docgen("case", "convert", source, tmp_path / "a.xlsx").code == 0
        assert load_unchecked(tmp_path / "a.xlsx") == load_unchecked(source)

    def a_file_that_is_not_there_is_said_to_be_missing(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="파일이 없습니다"):
            load_unchecked(tmp_path / "없다.xlsx")
