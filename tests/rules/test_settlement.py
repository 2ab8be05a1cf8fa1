"""How the sums of a project fall to its institutions, and what its audit and its changes say of them: by hand
from fixtures/office (제2장 Ⅲ–Ⅴ)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.case import load_case, parse_case
from docgen.rules.derive import derived_data

ROOT = Path(__file__).parents[2]
OFFICE = ROOT / "fixtures/office"
SCHEMAS = ROOT / "templates/case"


@pytest.fixture(scope="module")
def project() -> Any:
    school = load_case(OFFICE / "spending.yaml")
    return derived_data(load_case(OFFICE / "project.yaml").beside([school]), SCHEMAS)["project"]


def of(text: str) -> Any:
    return derived_data(parse_case(f"project:\n{text}".encode(), "x.yaml"), SCHEMAS)["project"]


class DescribeShares:
    def they_are_of_the_lead_and_its_partners(self, project: Any) -> None:
        assert [(share["name"], share["role"]) for share in project["shares"]] == [
            ("한빛대학교", "주관기관"),
            ("소리소프트", "협력기관"),
        ]

    def they_part_what_is_planned_and_what_the_change_moves(self, project: Any) -> None:
        # the partner: 20,250,000 + 3,000,000 + 6,000,000 + 23,150,000, less the 3,600,000 moved to the lead
        plans = [(share["planned_won"], share["budget_won"]) for share in project["shares"]]
        assert plans == [(247_600_000, 251_200_000), (52_400_000, 48_800_000)]

    def they_give_back_what_the_whole_gives_back(self, project: Any) -> None:
        lead, partner = project["shares"]
        assert partner["direct_balance_won"] == 48_800_000 - 20_250_000 - 550_000
        assert (lead["interest_won"], partner["interest_won"]) == (41_540 - 9_870, 9_870)
        assert partner["refund_won"] == 28_000_000 + 9_870
        assert lead["refund_won"] == 230_613_698 + 7_952_196 + 41_540 - 28_009_870
        assert project["deposited_won"] == 1_000_000
        assert project["to_deposit_won"] == 238_607_434 - 1_000_000

    def the_lead_has_what_names_no_partner(self) -> None:
        text = (
            "  lead: a\n  budget: [{item: misc, amount_won: 7}, {item: misc, amount_won: 5, institution: b}]"
        )
        lead, partner = of(f"{text}\n  partners: [{{institution: b}}]\ninstitutions: {{a: {{}}, b: {{}}}}")[
            "shares"
        ]
        assert (lead["planned_won"], partner["planned_won"]) == (7, 5)


class DescribeTheCostOfASchool:
    def it_is_the_direct_cost_without_pay_of_each_school(self, project: Any) -> None:
        # (290,000,000 - 54,490,000) ÷ 200
        assert project["school_cost_won"] == 1_177_550

    def it_is_what_was_agreed_where_that_is_written(self) -> None:
        assert of("  school_unit_cost_won: 1100000")["school_cost_won"] == 1_100_000

    def it_is_open_without_schools(self) -> None:
        assert of("  name: 가")["school_cost_won"] is None


class DescribeChanges:
    @pytest.mark.parametrize(("day", "won"), [("", 10), (", approved_on: 2026-09-25", 7)])
    def a_major_one_counts_from_its_approval(self, day: str, won: int) -> None:
        change = f"class: major, budget_lines: [{{item: misc, before_won: 10, after_won: 7}}]{day}"
        found = of(f"  budget: [{{item: misc, amount_won: 10}}]\n  changes: [{{{change}}}]")
        assert (found["planned_won"], found["budget_won"]) == (10, won)

    def they_sum_to_nothing_where_money_only_moves(self, project: Any) -> None:
        assert [line["diff_won"] for line in project["changes"][1]["budget_lines"]] == [3_600_000, -3_600_000]
        assert project["changes"][1]["budget_diff_won"] == 0


class DescribeTheAudit:
    def it_confirms_what_it_does_not_correct(self, project: Any) -> None:
        assert project["confirmed_won"] == project["spent_won"]

    def it_corrects_what_it_names(self) -> None:
        spending = "expenses: [{item: misc, amount_won: 9}, {item: charges, amount_won: 4}]"
        found = of(f"  audit: {{rows: [{{item: misc, confirmed_won: 0, finding: 증빙 없음}}]}}\n{spending}")
        assert (found["spent_won"], found["confirmed_won"]) == (13, 4)


class DescribePayroll:
    def it_is_the_monthly_share_of_the_whole(self, project: Any) -> None:
        assert [each["month_won"] for each in project["staff"]] == [124_000, 3_100_000, 2_250_000]

    def it_needs_the_papers_of_its_item(self, project: Any) -> None:
        baek = project["payroll"][1]
        assert baek["item"]["id"] == "project-allowance"
        assert [paper["paper"] for paper in baek["missing_papers"]] == ["4대 보험 자격 득실 확인서"]
