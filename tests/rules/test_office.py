"""The sums of fixtures/office, computed by hand: selection, budget, settlement (제1장 Ⅵ, 제2장 Ⅲ–Ⅴ)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.case import load_case, parse_case
from docgen.rules.derive import derived_data

ROOT = Path(__file__).parents[2]
OFFICE = ROOT / "fixtures/office"
SCHEMAS = ROOT / "templates/case"


@pytest.fixture(scope="module")
def candidates() -> Any:
    return derived_data(load_case(OFFICE / "selection.yaml"), SCHEMAS)["selection"]["candidates"]


@pytest.fixture(scope="module")
def project() -> Any:
    school = load_case(OFFICE / "spending.yaml")
    return derived_data(load_case(OFFICE / "project.yaml").beside([school]), SCHEMAS)["project"]


@pytest.fixture(scope="module")
def whole() -> Any:
    """The project beside two schools."""
    schools = [load_case(ROOT / f"fixtures/school/{name}.yaml") for name in ("saebyeol", "nuribom")]
    return derived_data(load_case(OFFICE / "project.yaml").beside(schools), SCHEMAS)["project"]


class DescribeTheTrainingPlan:
    def it_has_a_row_for_each_plan_and_one_for_each_competency_without_any(self, project: Any) -> None:
        rows = [(each["of_competency"]["number"], each["content"]) for each in project["training_rows"]]
        assert [number for number, _ in rows] == list(range(1, 18))  # four plans, each of another competency
        assert [number for number, content in rows if content] == [4, 5, 11, 15]


class DescribeAPermissionOfATeacher:
    def it_adds_up_the_days_and_what_is_paid(self) -> None:
        people = derived_data(load_case(ROOT / "fixtures/school/nuribom.yaml"), SCHEMAS)["people"]
        (person,) = (each for each in people if each["id"] == "s-haram")
        asked = person["permissions"][1]
        assert (asked["days"], asked["total_minutes"]) == (2, 120 + 180)
        assert (asked["limit_won"], asked["total_won"]) == (2 * 600_000, 900_000 + 40_000)
        assert asked["within"] is True
        assert person["permissions"][0]["limit_won"] is None  # no day is known


class DescribeSelection:
    def it_is_scored_by_the_items_of_each_stage(self, candidates: Any) -> None:
        found = {each["name"]: each["evaluations"] for each in candidates}
        assert [(each["total"], each["maximum"]) for each in found["한가람"]] == [
            (71, 80),
            (69, 80),
            (75, 90),
        ]
        assert [(each["total"], each["maximum"]) for each in found["최바다"]] == [(65, 75), (60, 90)]

    def it_takes_the_mean_of_the_raters(self, candidates: Any) -> None:
        assert [each["document_score"] for each in candidates] == [70, 65, 48]

    def it_passes_from_60_points_on(self, candidates: Any) -> None:
        assert [(each["interview_score"], each["passed"]) for each in candidates] == [
            (75, True),
            (60, True),
            (59, False),
        ]

    def it_says_nothing_of_a_sheet_that_is_not_filled_in(self) -> None:
        evaluation = "{stage: 면접, rater: {name: 마}, scores: []}"
        candidate = f"{{id: c, role: 강사, name: 나, evaluations: [{evaluation}]}}"
        text = f"selection: {{title: 가, candidates: [{candidate}]}}"
        (found,) = derived_data(parse_case(text.encode(), "x.yaml"), SCHEMAS)["selection"]["candidates"]
        assert (found["evaluations"][0]["total"], found["interview_score"], found["passed"]) == (None,) * 3

    def it_counts_who_was_met_and_passed_of_each_role(self) -> None:
        selection = derived_data(load_case(OFFICE / "selection.yaml"), SCHEMAS)["selection"]
        assert [
            (each["name"], len(each["candidates"]), each["met"], each["passed"], each["failed"])
            for each in selection["counts"]
        ] == [("코디네이터", 1, 1, 1, 0), ("강사", 2, 2, 1, 1)]

    def it_knows_what_the_interview_of_coordinators_looks_at(self) -> None:
        selection = derived_data(load_case(OFFICE / "selection.yaml"), SCHEMAS)["selection"]
        weights = [each["weight"] for each in selection["coordinator_weights"]]
        assert weights == [10, None, 5, 5, 5, 10, 5, 5, 5, 20, 20]  # ③ has none; 90 in all

    def it_prints_the_ten_questions_whatever_is_counted(self, candidates: Any) -> None:
        assert len(candidates[1]["evaluations"][1]["rows"]) == 10  # G-19

    def it_scores_all_ten_where_the_institution_says_so(self) -> None:
        scores = ", ".join(f"{{item: {item}, score: 7}}" for item in range(1, 11))
        evaluation = f"{{stage: 면접, rater: {{name: 마}}, scores: [{scores}]}}"
        candidate = (
            f"{{id: c, role: 강사, name: 나, affiliation: 다, position: 라, evaluations: [{evaluation}]}}"
        )
        text = f"selection: {{title: 가, score_all_ten: true, candidates: [{candidate}]}}"
        data = derived_data(parse_case(text.encode(), "x.yaml"), SCHEMAS)
        (found,) = data["selection"]["candidates"][0]["evaluations"]
        assert (found["total"], found["maximum"]) == (70, 100)


class DescribeBudget:
    def it_sums_to_the_agreed_amount(self, project: Any) -> None:
        assert (
            project["planned_won"]
            == project["total_won"]
            == project["agreement"]["amount_won"]
            == 300_000_000
        )

    def it_pays_people_by_their_share_of_the_time(self, project: Any) -> None:
        pays = {each["who"]["name"]: each["pay_won"] for each in project["staff"]}
        # 6,200,000 × 10 × 10 % × 20 %; 3,100,000 × 10 × 100 %; 4,500,000 × 9 × 50 %
        assert pays == {"백두루": 1_240_000, "송여울": 31_000_000, "길나루": 20_250_000}

    def it_has_the_shares_that_are_bounded(self, project: Any) -> None:
        # 20,250,000 + 33,000,000 (with the reserve) + 1,240,000 of 300,000,000; 10,000,000 of 300,000,000
        assert round(project["personnel_percent"], 4) == 18.1633
        assert round(project["overhead_percent"], 4) == 3.3333

    def it_follows_the_approved_change(self, project: Any) -> None:
        lines = {line["id"]: (line["planned_won"], line["budget_won"]) for line in project["lines"]}
        assert lines["expert-fees"] == (156_400_000, 160_000_000)
        assert lines["misc"] == (23_150_000, 19_550_000)


class DescribePreGrantUse:
    def it_lies_in_the_agreement_and_before_the_grant(self, project: Any) -> None:
        # agreement from 2026-03-02, grant on 2026-03-20; 440,000 on 03-09 and 120,000 on 03-13
        assert [each["within"] for each in project["pre_grant_use"]] == [True, True]
        assert project["pre_grant_won"] == 560_000

    @pytest.mark.parametrize(
        ("day", "within"),
        [("2026-03-01", False), ("2026-03-02", True), ("2026-03-19", True), ("2026-03-20", False)],
    )
    def it_ends_the_day_before_the_grant(self, day: str, within: bool) -> None:
        agreement = (
            "{signed_on: 2026-03-02, period: {from: 2026-03-02}, amount_won: 1, granted_on: 2026-03-20}"
        )
        use = f"{{used_on: {day}, place: 가, amount_won: 1, item: misc}}"
        text = f"project: {{agreement: {agreement}, pre_grant_use: [{use}]}}"
        (row,) = derived_data(parse_case(text.encode(), "x.yaml"), SCHEMAS)["project"]["pre_grant_use"]
        assert row["within"] is within


class DescribeSettlement:
    def it_sums_what_the_office_and_the_schools_have_spent(self, project: Any) -> None:
        lines = {line["id"]: line["spent_won"] for line in project["lines"]}
        assert lines["expert-fees"] == 350_000 + 340_000 + 303_400 + 140_000
        assert lines["overhead"] == 4_000_000 + 500_000
        assert lines["misc"] == 550_000 + 28_500
        assert lines["personnel-external"] == 31_000_000
        assert (
            project["spent_won"]
            == sum(lines.values())
            == sum(each["spent_won"] for each in project["shares"])
        )

    def it_gives_back_overhead_in_proportion(self, project: Any) -> None:
        # 10,000,000 × 230,613,698 ÷ 290,000,000 = 7,952,196.4…
        assert project["direct_balance_won"] == 290_000_000 - 59_386_302
        assert project["overhead_refund_won"] == 7_952_196
        assert project["refund_won"] == 230_613_698 + 7_952_196 + 41_230 + 310

    def it_is_due_a_month_after_the_end(self, project: Any) -> None:
        assert project["settlement_due_on"] == date(2027, 1, 31)
        assert project["major_change_last_on"] == date(2026, 12, 1)  # G-93

    def it_counts_the_schools_of_each_province(self, project: Any) -> None:
        held = {each["province"]: (each["held"], each["diff"]) for each in project["targets"]}
        assert held["충남"] == (1, -59)


@pytest.fixture(scope="module")
def spending() -> Any:
    return derived_data(load_case(OFFICE / "spending.yaml"), SCHEMAS)


class DescribeTheFeesOfAnOffice:
    def it_groups_the_ways_to_a_place_on_a_day_under_one_set_of_rules(self, spending: Any) -> None:
        found = [(each["to"], each["on"], len(each["fees"]), each["won"]) for each in spending["trips"]]
        # 62 km: 50,000; 48.5 km: 20,000 and 23,400 at cost
        assert found == [
            ("은하초등학교", date(2026, 6, 10), 1, 50_000),
            ("은하초등학교", date(2026, 7, 8), 2, 43_400),
        ]

    def it_counts_how_often_each_instructor_was_used(self, spending: Any) -> None:
        found = {
            each["person"]["name"]: (each["uses"], each["hours"], each["won"])
            for each in spending["lecturers"]
        }
        # 320,000 + 20,000; 220,000 + 23,400 + 60,000
        assert found == {"최바다": (1, 3, 340_000), "도담": (1, 3, 303_400)}

    def it_counts_and_caps_over_the_schools_that_are_read_together(self) -> None:
        lead, school = (load_case(OFFICE / name) for name in ("project.yaml", "spending.yaml"))
        data = derived_data(lead.beside([school, school]), SCHEMAS)
        uses = [[each["use"] for each in person["lectures"]] for person in data["lecturers"]]
        assert uses == [[1, 2], [1, 2]]
        days = {
            (each["person"]["name"], each["on"]): (each["won"], each["within"]) for each in data["fee_days"]
        }
        assert days["최바다", date(2026, 7, 8)] == (640_000, False)  # 320,000 twice, of 600,000 a day

    def it_rates_an_instructor_in_every_role(self, spending: Any) -> None:
        found = {
            each["name"]: [
                (rate["role"], rate["name"], rate["hour_won"], rate["further_won"], rate["cap_won"])
                for rate in each["lecture_rates"]
            ]
            for each in spending["people"]
        }
        assert found["최바다"] == [("주강사", "일반강사 2", 120_000, 100_000, None)]
        assert found["도담"] == [("보조강사", "보조강사 2", 100_000, 60_000, 600_000)]  # G-108
        assert found["윤차미"] == [("자문", "일반강사 1", 230_000, 120_000, 600_000)]  # graded, no instructor
        assert found["송여울"] == []

    def it_knows_what_those_who_ate_came_as(self, spending: Any) -> None:
        (meal,) = [each["catering"] for each in spending["expenses"] if each["catering"]["kind"]]
        assert [(row["name"], row["side"]) for row in meal["rows"]] == [
            ("한가람", "코디네이터"),
            ("윤차미", "외부 전문가"),
            ("송여울", "참여인력"),
        ]

    def it_asks_the_foundation_about_two_nights_or_no_share_of_the_school(self) -> None:
        def found(nights: str, share: str) -> tuple[bool, int]:
            lodging = (
                f"{{name: 가, area: 그밖의 지역, nights: {nights}{share}, "
                "guests: [{who: {name: 나}, side: 강사, won: 70001}, "
                "{who: {name: 다}, side: 강사, won: 70000}]}"
            )
            text = f"expenses: [{{id: e, item: meetings, lodging: {lodging}}}]"
            made = derived_data(parse_case(text.encode(), "x.yaml"), SCHEMAS)["expenses"][0]["lodging"]
            return made["to_consult"], made["over_cap"]

        one, two = "{from: 2026-08-05, to: 2026-08-06}", "{from: 2026-08-05, to: 2026-08-07}"
        assert found(one, ", school_share_won: 1") == (False, 1)
        assert found(one, "") == (True, 1)
        assert found(two, ", school_share_won: 1") == (True, 1)


class DescribeTheResultsOfAProject:
    """What fixtures/school/saebyeol.yaml and nuribom.yaml hold, added up by hand."""

    def they_add_up_the_surveys_of_a_kind(self, whole: Any) -> None:
        found = {each["id"]: each for each in whole["surveys"]}
        assert (found["interview"]["invited"], found["interview"]["responded"]) == (
            15 + 3 + 16 + 3 + 1,
            12 + 3 + 13 + 3 + 1,
        )
        only = derived_data(
            load_case(OFFICE / "project.yaml").beside([load_case(ROOT / "fixtures/school/saebyeol.yaml")]),
            SCHEMAS,
        )["project"]["surveys"]
        instructor = next(each for each in only if each["id"] == "instructor")
        assert instructor["answers"] == 3 * 8
        assert instructor["mean"] == (26 + 21 + 26) / 24
        assert instructor["satisfied_percent"] == (3 + 2 + 3) * 100 / 24

    def they_compare_the_schools_that_have_both_rounds_of_an_area(self, whole: Any) -> None:
        found = {each["id"]: each for each in whole["areas"]}
        devices = found["기기 활용"]
        assert (devices["count"], devices["pre"], devices["post"], devices["diff"]) == (2, 3.75, 4.15, 0.4)

    def they_count_nobody_as_completing_a_course_on_paper(self, whole: Any) -> None:
        students = next(each for each in whole["courses"] if each["id"] == "students")
        assert (students["schools"], students["expected"], students["attended"]) == (1, 12, 12)
        assert (students["counted"], students["completion_percent"]) == (0, None)

    def they_are_the_same_by_course_and_by_school(self, whole: Any) -> None:
        for key in ("expected", "attended", "completed"):
            assert sum(each[key] for each in whole["schools"]) == whole[key] > 0

    def its_evaluation_has_a_row_for_each_indicator(self, whole: Any) -> None:
        (stage,) = whole["evaluations"]
        assert len(stage["rows"]) == 16 + 5 + 2  # 14.1 to 14.5, and 5 in three rows
        assert (stage["weight"], stage["self_score"]) == (5 + 10, 5 + 9)
        assert [row["number"] for row in stage["rows"] if row["text"]] == ["1", "8"]

    def its_shares_are_of_the_plan(self, whole: Any) -> None:
        assert [each["share_percent"] for each in whole["shares"]] == [
            247_600_000 * 100 / 300_000_000,
            52_400_000 * 100 / 300_000_000,
        ]
