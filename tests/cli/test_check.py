"""`docgen check`: what tools read of its findings."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Result

Run = Callable[..., Result]
FAULTY = str(Path(__file__).parents[2] / "fixtures/faulty/coordinator-application.yaml")


class DescribeSarif:
    def it_holds_a_result_for_each_finding_at_its_place(self, docgen: Run) -> None:
        found = json.loads(docgen("check", FAULTY, "--format", "json").out)["diagnostics"]
        report = json.loads(docgen("check", FAULTY, "--format", "sarif").out)
        (run,) = report["runs"]
        assert report["version"] == "2.1.0"
        assert [result["ruleId"] for result in run["results"]] == [each["code"] for each in found]
        regions = [each["locations"][0]["physicalLocation"]["region"] for each in run["results"]]
        assert [(each["startLine"], each["startColumn"]) for each in regions] == [
            (each["line"], each["column"]) for each in found
        ]
        assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {each["code"] for each in found}


class DescribeGitHubAnnotations:
    def it_is_a_line_for_each_finding(self, docgen: Run) -> None:
        found = json.loads(docgen("check", FAULTY, "--format", "json").out)["diagnostics"]
        lines = docgen("check", FAULTY, "--format", "github").out.splitlines()
        assert len(lines) == len(found)
        assert lines[0].startswith("::error file=")
        assert f"line={found[0]['line']},col={found[0]['column']}" in lines[0]


class DescribeRenderingADraft:
    def it_writes_in_spite_of_errors_and_tells_them(self, docgen: Run, tmp_path: Path) -> None:
        refused = docgen("render", "coordinator-application", FAULTY, "-o", tmp_path)
        assert (refused.code, list(tmp_path.iterdir())) == (1, [])
        made = docgen("render", "coordinator-application", FAULTY, "-o", tmp_path, "--draft")
        assert made.code == 0
        assert "R-159" in made.err
        assert len(list(tmp_path.glob("*.docx"))) == 1

    def it_leaves_what_is_not_known_out_of_its_name(self, docgen: Run, tmp_path: Path) -> None:
        case = tmp_path / "case.yaml"
        case.write_text("school: {level: 초등학교}\n", encoding="utf-8")
        docgen("render", "school-basic-info", case, "-o", tmp_path, "--draft")
        assert [path.name for path in tmp_path.glob("*.docx")] == ["학교 기본정보 조사서_.docx"]


class DescribeCasesBeside:
    def they_must_be_there_and_right(self, docgen: Run, tmp_path: Path) -> None:
        case = "fixtures/school/meetings.yaml"
        lost = docgen("render", "meeting-minutes", case, "--cases", tmp_path / "*.yaml", "-o", tmp_path)
        assert (lost.code, "맞는 파일이 없습니다" in lost.err) == (2, True)
        wrong = docgen("render", "meeting-minutes", case, "--cases", FAULTY, "-o", tmp_path)
        assert (wrong.code, FAULTY in wrong.err) == (1, True)
