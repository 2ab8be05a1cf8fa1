"""`docgen evidence`: what each expense of a case still lacks."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Result

Run = Callable[..., Result]
SPENDING = str(Path(__file__).parents[2] / "fixtures/office/spending.yaml")


class DescribeEvidence:
    def it_lists_the_missing_papers_and_ends_with_1(self, docgen: Run) -> None:
        result = docgen("evidence", SPENDING, "--missing", "--format", "json")
        rows = json.loads(result.out)
        assert result.code == 1
        assert {(row["expense"], row["id"]) for row in rows} >= {("e-travel", "basic-transfer")}
        assert {row["state"] for row in rows} == {"없음"}

    def it_lists_all_of_them(self, docgen: Run) -> None:
        text = docgen("evidence", SPENDING).out
        assert "전문가 자문확인서" in text
        assert "첨부" in text

    def a_case_that_is_wrong_is_told_so(self, docgen: Run, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        path.write_text("expenses: [{id: e}]\n", encoding="utf-8")
        result = docgen("evidence", path)
        assert result.code == 1
        assert "세세목" in result.err
