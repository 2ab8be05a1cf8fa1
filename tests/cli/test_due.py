"""`docgen due`: the soonest first, with the days that are left."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Result

Run = Callable[..., Result]
SAEBYEOL, HAEOREUM = "fixtures/school/saebyeol.yaml", "fixtures/school/haeoreum.yaml"


@pytest.fixture(autouse=True)
def _at_home(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


def rows(result: Result) -> list[list[str]]:
    """The lines of the table below its head, in columns."""
    return [[cell for cell in line.split("  ") if cell] for line in result.out.splitlines()[1:]]


class DescribeDue:
    def it_lists_the_deadlines_of_all_schools_the_soonest_first(self, docgen: Run) -> None:
        result = docgen("due", SAEBYEOL, HAEOREUM, "--today", "2026-07-01")
        assert result.code == 0
        days = [row[0] for row in rows(result)]
        assert days == sorted(days)
        assert {"새별중학교", "해오름초등학교"} <= {row[2] for row in rows(result)}

    @pytest.mark.parametrize(
        ("today", "left"), [("2026-07-02", "D-1"), ("2026-07-03", "D-day"), ("2026-07-05", "D+2")]
    )
    def it_counts_the_days_to_the_deadline(
        self, docgen: Run, today: str, left: str, root: Path, tmp_path: Path
    ) -> None:
        text = (root / "fixtures/school/saebyeol.yaml").read_text(encoding="utf-8")
        path = tmp_path / "학교.yaml"
        path.write_text(text.replace("neis_submitted_on: 2026-07-02\n", "\n"), encoding="utf-8")
        (row,) = (row for row in rows(docgen("due", path, "--today", today)) if row[4].strip() == "2026. 6.")
        assert [row[0], row[1].strip(), row[5].strip(), row[6].strip()] == [
            *("2026-07-03", left, "R-126", "낼 것"),
        ]

    def it_shows_what_is_done_when_asked(self, docgen: Run) -> None:
        done = docgen("due", SAEBYEOL, "--today", "2026-08-20", "--all")
        assert "완료 2026-07-24" in done.out
        assert "D+" not in done.out
        assert docgen("due", SAEBYEOL, "--today", "2026-08-20").out == "남은 기한이 없습니다.\n"

    def it_gives_them_as_data(self, docgen: Run) -> None:
        found = json.loads(docgen("due", SAEBYEOL, "--today", "2026-07-20", "--format", "json").out)
        assert found["diagnostics"] == []
        assert found["due"][0] | {"when": "", "recipient": ""} == {
            "due_on": "2026-08-03",
            "days": 14,
            "school": "새별중학교",
            "file": SAEBYEOL,
            "step": 10,
            "template": "neis-hours-submission",
            "title": "NEIS 직무연수 시간 인정 처리 제출 명단",
            "name": "2026. 7.",
            "rule": "R-126",
            "when": "",
            "recipient": "",
            "status": "ready",
            "done_on": None,
            "missing": [],
        }

    def it_shows_the_other_schools_when_one_is_faulty(self, docgen: Run) -> None:
        result = docgen("due", "fixtures/school/meetings.yaml", SAEBYEOL, "--today", "2026-07-01")
        assert result.code == 1
        assert "fixtures/school/meetings.yaml:" in result.err
        assert "새별중학교" in result.out

    def it_takes_the_day_of_the_machine(self, docgen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        class Clock(date):
            @classmethod
            def today(cls) -> date:
                return date(2026, 7, 1)

        monkeypatch.setattr("docgen.cli.options.date", Clock)
        assert docgen("due", SAEBYEOL).out == docgen("due", SAEBYEOL, "--today", "2026-07-01").out

    @pytest.mark.parametrize("day", ["2026-02-30", "7월 1일", "2026. 7. 1."])
    def it_refuses_what_is_no_date(self, docgen: Run, day: str) -> None:
        result = docgen("due", SAEBYEOL, "--today", day)
        assert result.code == 2
        assert f"'{day}'" in result.err
