"""What experts and instructors are paid: papers read by python-docx, summed by hand from fixtures/office."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import docx

from docgen import Case, Catalogue, load_case

OFFICE = Path(__file__).parents[2] / "fixtures/office"


def papers(name: str, case: Case) -> dict[str, list[list[str]]]:
    """The rows of all tables of each document, by file name; a merged cell counts once."""
    template = Catalogue()[name]
    works, findings = template.works(case)
    assert findings == []
    return {work.name: _rows(template.produce(work, "docx")[0]) for work in works}


def _rows(made: bytes) -> list[list[str]]:
    tables = docx.Document(io.BytesIO(made)).tables
    return [[cell.text for cell in dict.fromkeys(row.cells)] for table in tables for row in table.rows]


@cache
def school() -> Case:
    return load_case(OFFICE / "spending.yaml")


def together(*schools: Case) -> Case:
    return load_case(OFFICE / "project.yaml").beside(schools)


class DescribeTheFeeStatement:
    """전문가 활용비 지급 내역서."""

    def it_is_one_of_each_day_of_payment(self) -> None:
        days = [name.rpartition("_")[2] for name in papers("expert-fee-statement", school())]
        assert days == ["2026. 6. 24", "2026. 7. 22", "2026. 7. 15"]

    def it_sums_a_round(self) -> None:
        (paper,) = (
            rows for name, rows in papers("expert-fee-statement", school()).items() if "7. 22" in name
        )
        # 120,000 + 2 × 100,000 and 100,000 + 2 × 60,000; 8 % and 3 %, a tenth of each
        fees, taxes, tenths = 320_000 + 220_000, 25_600 + 6_600, 2_560 + 660
        ways, beds = 20_000 + 23_400, 60_000
        gross = fees + ways + beds
        sums = [fees, ways, beds, gross, taxes, tenths, gross - taxes - tenths]
        assert ["합계", *(f"{won:,}" for won in sums)] in paper

    def it_holds_the_payments_of_all_schools_and_tells_days_above_the_cap(self) -> None:
        made = papers("expert-fee-statement", together(school(), school()))
        (paper,) = (rows for name, rows in made.items() if "7. 22" in name)
        assert [row[0] for row in paper if row[1].startswith(("최바다\n", "도담\n"))] == ["1", "2", "3", "4"]
        assert [row[-3:] for row in paper if row[1] in ("최바다", "도담")] == [
            ["640,000", "600,000", "초과"],
            ["440,000", "600,000", "이내"],
        ]


class DescribeTheUsageOfInstructors:
    """수업별 전체 강사 내역."""

    def it_counts_over_the_schools(self) -> None:
        (paper,) = papers("instructor-usage-list", together(school(), school())).values()
        counts = [(row[6], row[-1]) for row in paper if len(row) == 12 and row[0].isdigit()]
        assert counts == [("최바다", "1"), ("최바다", "2"), ("도담", "1"), ("도담", "2")]
        assert ["1", "최바다", "다온초등학교", "2", "6", "680,000"] in paper


class DescribeTheWays:
    """여비 규정 및 교통비 산정 근거."""

    def it_shows_the_sum_by_distance_or_the_real_cost(self) -> None:
        made = papers("transport-basis", school())
        (paper,) = (rows for name, rows in made.items() if "7. 8" in name)
        ways = {row[1]: row[2:] for row in paper if len(row) == 10 and row[0].isdigit()}
        assert ways["최바다"][1:] == ["48.5", "50km 이하", "20,000", "□", "", "□", "20,000"]
        assert ways["도담"][1:] == ["", "", "", "■", "23,400", "□", "23,400"]


class DescribeTheGrades:
    """강사 등급 산정내역."""

    def an_assistant_has_the_rate_of_the_role(self) -> None:
        (paper,) = papers("instructor-grade-sheet", school()).values()
        (row,) = (row for row in paper if "도담" in row)
        assert row[4:] == [
            *("일반강사 2", "국공립 유·초·중등학교 교(원)감 이하", "보조강사\n보조강사 2"),
            *("100,000", "60,000", "600,000", ""),
        ]
