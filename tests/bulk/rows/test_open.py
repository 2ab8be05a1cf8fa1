"""What a file of rows is: by its ending, else by how it begins; standard input can be read twice."""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from docgen.bulk.rows.open import digest, open_rows, read_rows
from docgen.errors import DataError, UsageError
from tests.bulk.rows.test_workbook import saved, workbook

ABOUT = {
    "a.csv": ("성명\n한가람\n".encode(), "CSV, UTF-8, 쉼표"),
    "a.tsv": ("성명\t학교\n한가람\t새별\n".encode(), "CSV, UTF-8, 탭"),
    "a.jsonl": ('{"성명": "한가람"}\n'.encode(), "JSON 줄"),
    "a.json": ('[{"성명": "한가람"}]'.encode(), "JSON"),
    "a.yaml": ("- 성명: 한가람\n".encode(), "YAML"),
    "a.xlsx": (saved(workbook(["성명"], ["한가람"])), "엑셀, '명단' 시트"),
}


@pytest.mark.parametrize("name", ABOUT)
class DescribeAFile:
    def it_is_known_by_its_ending(self, tmp_path: Path, name: str) -> None:
        data, about = ABOUT[name]
        (tmp_path / name).write_bytes(data)
        with open_rows(str(tmp_path / name)) as (file, called):
            table = read_rows(file, called)
            assert table.about == about
            assert [row.values["성명"] for row in table.rows] == ["한가람"]

    def it_is_known_by_its_content_from_standard_input(
        self, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        data, about = ABOUT[name]
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        with open_rows("-") as (file, called):
            for _ in range(2):
                table = read_rows(file, called)
                assert table.about == about
                assert [row.values["성명"] for row in table.rows] == ["한가람"]
            assert digest(file) == hashlib.sha256(data).hexdigest()


class DescribeWhatIsNotThere:
    def a_missing_file_is_named(self) -> None:
        with pytest.raises(UsageError, match="파일이 없습니다"), open_rows("없다.csv"):
            pass

    def an_empty_file_has_no_rows(self) -> None:
        with pytest.raises(DataError, match="빈 파일"):
            read_rows(io.BytesIO(), "a.csv")
