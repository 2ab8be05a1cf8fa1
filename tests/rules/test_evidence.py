"""The papers of the expenses of fixtures/office/spending.yaml, counted by hand from 제2장 Ⅴ [참고]."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.case import load_case
from docgen.case.guideline import editions, tables
from docgen.catalogue.catalogue import Catalogue
from docgen.rules.derive import derived_data

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def expenses() -> Any:
    case = load_case(ROOT / "fixtures/office/spending.yaml")
    return {each["id"]: each for each in derived_data(case, ROOT / "templates/case")["expenses"]}


def states(expense: Any) -> dict[str, str]:
    return {each["id"]: each["state"] for each in expense["papers"]}


class DescribePapers:
    def they_are_those_of_the_budget_item(self, expenses: Any) -> None:
        assert list(states(expenses["e-travel"])) == [
            "basic-resolution",
            "basic-transfer",
            "travel-order",
            "travel-report",
        ]

    def they_follow_what_was_paid(self, expenses: Any) -> None:
        visit, lecture = states(expenses["e-visit"]), states(expenses["e-lecture"])
        assert {"expert-confirmation", "expert-minutes"} <= visit.keys()
        assert {"lecturer-grade", "lecturer-usage", "lecturer-transport"} <= lecture.keys()
        assert not any(id_.startswith("lecturer") for id_ in visit)
        assert "expert-opinion" in states(expenses["e-written"])

    def they_are_attached_made_or_missing(self, expenses: Any) -> None:
        found = states(expenses["e-visit"])
        assert found["basic-transfer"] == "첨부"  # 계좌이체내역, with its file
        assert found["expert-confirmation"] == "작성"  # docgen makes it
        assert states(expenses["e-print"])["printing-quote"] == "작성"  # listed, without a file
        assert states(expenses["e-travel"])["basic-transfer"] == "없음"

    def a_single_way_of_several_is_enough(self, expenses: Any) -> None:
        found = states(expenses["e-software"])
        assert found["software-receipt"] == "첨부"  # 전자세금계산서 + 계좌이체내역

    def they_are_compared_without_brackets_and_spaces(self, expenses: Any) -> None:
        assert states(expenses["e-venue"])["venue-approval"] == "첨부"  # "내부 결재문서"

    def the_missing_ones_are_counted(self, expenses: Any) -> None:
        missing = {id_: [each["id"] for each in held["missing_papers"]] for id_, held in expenses.items()}
        assert missing["e-print"] == []
        assert missing["e-travel"] == ["basic-transfer"]


class DescribeTheTable:
    def it_names_items_of_the_budget_and_documents_of_the_programme(self) -> None:
        held = tables(editions()[-1])
        made = {row["document"] for row in held["evidence"].values() if row["document"]}
        assert all(set(row["items"]) <= held["budget"].keys() for row in held["evidence"].values())
        assert "meeting-minutes" in made
        assert {id_ for id_ in made if id_ in Catalogue()} >= {"meeting-minutes"}

    def it_has_the_papers_of_every_item_of_the_budget(self) -> None:
        held = tables(editions()[-1])
        covered = {item for row in held["evidence"].values() for item in row["items"]}
        assert covered == held["budget"].keys()
