"""The papers of a settlement agree to the won: their DOCX read by python-docx, the sums added by hand from
fixtures/office (제2장 Ⅴ)."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import docx
import pytest

from docgen.case.load import load_case
from docgen.catalogue.catalogue import Catalogue

OFFICE = Path(__file__).parents[2] / "fixtures/office"
LEAD = {
    "외부인건비": 10 * 3_100_000,
    "사업수당": 10 * 124_000,
    "외부 전문가 기술 활용비": 350_000 + 340_000 + 303_400 + 140_000,  # tests/rules/test_office.py
    "회의비": 66_000 + 330_000 + 210_000,
    "소프트웨어활용비": 396_000,
    # fares, 일비, 식비 less two meals given (16,666.7), two beds; 180 km at 11.57 km/L, toll, 일비, 식비
    "출장비": (73_600 + 100_000 + 83_333 + 130_000) + (25_669 + 9_800 + 25_000 + 25_000),
    "인쇄·복사·슬라이드 제작비": 40 * 6_500 + 40 * 1_200,
    "제세공과·수수료·공공요금": 3_000_000,
    "우편요금·택배비": 186_000,
    "일용직활용비": (5 + 4 + 9) * 12_000,
    "기타경비": 3 * 9_500,
    "일반관리비": 4_000_000 + 500_000,
}
PARTNER = {"내부인건비": 9 * 2_250_000, "기타경비": 550_000}
SPENT = 63_886_302


@cache
def papers(name: str) -> dict[str, list[list[str]]]:
    """The rows of all tables of each document, by file name; a merged cell counts once."""
    case = load_case(OFFICE / "project.yaml").beside([load_case(OFFICE / "spending.yaml")])
    template = Catalogue()[name]
    works, findings = template.works(case)
    assert findings == []
    return {work.name: rows(template.produce(work, "docx")[0]) for work in works}


def rows(made: bytes) -> list[list[str]]:
    tables = docx.Document(io.BytesIO(made)).tables
    return [[cell.text for cell in dict.fromkeys(row.cells)] for table in tables for row in table.rows]


def won(text: str) -> int:
    return int(text.replace(",", "").replace("△", "-"))


def sums(paper: list[list[str]], end: str) -> dict[str, int]:
    """The rows of sums whose name has an ending: name → amount."""
    return {row[0].removesuffix(end): won(row[1]) for row in paper if row[0].endswith(end)}


def acts(paper: list[list[str]]) -> int:
    """The amounts of the single acts: the rows whose fifth cell is a day."""
    return sum(won(row[5]) for row in paper if len(row) > 5 and row[4].startswith("202"))


class DescribeTheItemisedStatement:
    @pytest.mark.parametrize(("office", "spent"), [("한빛대학교", LEAD), ("소리소프트", PARTNER)])
    def it_sums_each_item_of_an_institution(self, office: str, spent: dict[str, int]) -> None:
        paper = papers("itemised-expenditure-statement")[f"세부비목별집행내역서_{office}"]
        assert sums(paper, " 소계") == spent
        assert sums(paper, "총계") == {"": sum(spent.values())}
        assert acts(paper) == sum(spent.values())

    def its_groups_sum_their_items(self) -> None:
        paper = papers("itemised-expenditure-statement")["세부비목별집행내역서_한빛대학교"]
        assert sums(paper, " 계") == {
            "인건비": 31_000_000,
            "사업수당": 1_240_000,
            "사업활동비": 1_133_400 + 606_000 + 396_000 + 472_402,
            "기타운영비": 308_000 + 3_000_000 + 186_000 + 216_000 + 28_500,
            "일반관리비": 4_500_000,
        }
        assert sums(paper, " 합계") == {"직접비": SPENT - 20_800_000 - 4_500_000, "간접비": 4_500_000}


class DescribeTheUsageReport:
    def it_agrees_with_the_itemised_statements(self) -> None:
        report = papers("usage-report")["사업비사용실적보고서_컨소시엄"]
        (total,) = (won(row[2]) for row in report if row[0] == "계")
        spent = {
            row[1]: won(row[3]) for row in report if row[0] in ("주관기관", "협력기관") and len(row) == 8
        }
        statements = papers("itemised-expenditure-statement")
        assert spent == {
            name.removeprefix("세부비목별집행내역서_"): sums(paper, "총계")[""]
            for name, paper in statements.items()
        }
        assert total == sum(spent.values()) == sum(map(acts, statements.values())) == SPENT

    def it_compares_plan_and_use_item_by_item(self) -> None:
        report = papers("usage-report")["사업비사용실적보고서_컨소시엄"]
        lines = {row[2]: row[3:7] for row in report if len(row) == 9 and row[0] in ("직접비", "간접비")}
        assert lines["외부 전문가 기술 활용비"] == ["156,400", "160,000", "1,133", "158,867"]
        assert lines["기타경비"] == ["23,150", "19,550", "579", "18,972"]
        assert lines["일반관리비"] == ["10,000", "10,000", "4,500", "5,500"]
        assert len(lines) == 14
