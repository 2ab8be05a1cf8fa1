"""`docgen rules`, `docgen explain`, `docgen guideline diff`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.case.guideline import FOLDER
from tests.conftest import Result

Run = Callable[..., Result]
EDITION = "2026-06-01"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A copy of the edition, to be changed."""
    return Path(shutil.copytree(FOLDER / EDITION, tmp_path / "2027-03-01"))


class DescribeRules:
    def it_lists_those_of_a_document(self, docgen: Run) -> None:
        found = json.loads(docgen("rules", "--document", "coordinator-application", "--format", "json").out)
        assert {"R-157", "R-158", "R-159", "R-160"} <= {rule["id"] for rule in found}
        assert all("coordinator-application" in rule["documents"] for rule in found)

    def it_tells_permissions_from_duties(self, docgen: Run) -> None:
        lines = docgen("rules").out.splitlines()
        (permitted,) = [line for line in lines if line.startswith("R-160")]
        assert "허용" in permitted

    def it_adds_the_rules_of_an_institution(self, docgen: Run, tmp_path: Path) -> None:
        (tmp_path / "rules").mkdir()
        (tmp_path / "rules/own.yaml").write_text(
            "H-001:\n  title: 회의록에는 장소를 적습니다.\n  severity: should\n  sections: [meetings]\n"
            "  source: 한빛대학교 내규\n  checks:\n    - each: {'meetings[]': 회의}\n      check: it.place\n"
            "      message: 장소가 없습니다.\n",
            encoding="utf-8",
        )
        assert "H-001" in docgen("rules", "--templates", tmp_path).out
        case = tmp_path / "case.yaml"
        case.write_text("case: {id: 가, edition: 2026-06-01}\nmeetings: [{id: m}]\n", encoding="utf-8")
        assert "주의 H-001 장소가 없습니다." in docgen("check", case, "--templates", tmp_path).err


class DescribeExplain:
    def it_shows_the_source_and_cases_of_both_kinds(self, docgen: Run) -> None:
        text = docgen("explain", "r-157").out
        assert text.startswith("R-157 ")
        assert "근거: 제1장 Ⅵ 코디네이터·강사 활용 기준 (p.20–31)" in text
        assert "지킨 예: 3년 전 그날에 마침" in text
        assert "어긴 예: 여섯 개" in text
        assert f"판: {EDITION}" in text

    def it_suggests_the_rule_that_was_meant(self, docgen: Run) -> None:
        result = docgen("explain", "R-1577")
        assert (result.code, "R-157" in result.err) == (2, True)


class DescribeGuidelineDiff:
    def it_says_nothing_of_equal_editions(self, docgen: Run, newer: Path) -> None:
        assert docgen("guideline", "diff", EDITION, newer).out == "달라진 것 0건\n"

    def it_lists_changed_tables_and_rules(self, docgen: Run, newer: Path) -> None:
        fees = newer / "fees.yaml"
        text = fees.read_text(encoding="utf-8")
        fees.write_text(
            text.replace(
                "name: 전문가 활용비 1인 1일, won: 600000", "name: 전문가 활용비 1인 1일, won: 700000"
            ),
            "utf-8",
        )
        rules = newer / "rules/selection.yaml"
        text = rules.read_text(encoding="utf-8")
        rules.write_text(text.replace("R-160:", "R-161:"), "utf-8")
        lines = docgen("guideline", "diff", EDITION, newer).out.splitlines()
        assert "~ fees limits.daily-fee · won: 600000 → 700000" in lines
        assert [line[:27] for line in lines if "R-16" in line] == [
            "+ rules/selection R-161: 자격",
            "- rules/selection R-160: 자격",
        ]
        assert lines[-1] == "달라진 것 3건"

    def an_unknown_edition_is_named(self, docgen: Run) -> None:
        result = docgen("guideline", "diff", "2026-06-02", EDITION)
        assert (result.code, "2026-06-01" in result.err) == (2, True)
