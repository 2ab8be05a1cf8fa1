from __future__ import annotations

from pathlib import Path

import pytest

from docgen.rules import whole
from docgen.rules.whole import check_cases

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "templates/case"
FAULTY = ROOT / "fixtures/faulty/coordinator-application.yaml"


class DescribeCheckingManyCases:
    def it_finds_the_same_on_one_core_and_on_many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        paths = [FAULTY] * 3 + sorted((ROOT / "fixtures/school").glob("*.yaml"))
        alone = check_cases(paths, SCHEMAS)
        monkeypatch.setattr(whole, "_FEW", 1)
        assert check_cases(paths, SCHEMAS) == alone
        assert len(alone[0]) >= 3 * 15

    def it_goes_on_after_a_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        findings, _, code = check_cases([tmp_path / "none.yaml", FAULTY], SCHEMAS)
        assert code == 2
        assert {found.file for found in findings} == {str(tmp_path / "none.yaml"), str(FAULTY)}

    def it_says_so_where_a_case_holds_nothing(self, tmp_path: Path) -> None:
        path = tmp_path / "case.yaml"
        path.write_text("case: {id: 가, edition: 2026-06-01}\n", encoding="utf-8")
        (found,) = check_cases([path], SCHEMAS)[0]
        assert found.code == "check.nothing"
