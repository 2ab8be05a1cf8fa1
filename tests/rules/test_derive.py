"""The derived values of the sample school, computed by hand from fixtures/school/saebyeol.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.case import load_case, parse_case
from docgen.case.complete import complete
from docgen.case.guideline import derived, editions
from docgen.case.schema import check_schema
from docgen.case.schemas import load_schemas
from docgen.errors import TemplateError
from docgen.rules.derive import derive, derive_case, derived_data

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "templates/case"
EDITION = editions()[-1]


def of(text: str) -> dict[str, Any]:
    data = complete(parse_case(text.encode(), "x.yaml"), load_schemas(SCHEMAS), SCHEMAS)
    derive_case(data, EDITION)
    return data


@pytest.fixture(scope="module")
def school() -> Any:
    return derived_data(load_case(ROOT / "fixtures/school/saebyeol.yaml"), SCHEMAS)


def run(school: Any, course: str) -> Any:
    (found,) = [each for each in school["runs"] if each["course"]["id"] == course]
    return found


class DescribeTheSchool:
    def its_region_holds_its_province(self, school: Any) -> None:
        assert school["school"]["region"]["printed"] == "3권역 경기A·충청권"

    @pytest.mark.parametrize(
        ("school", "region"),
        [("{province: 경기, part: B}", 4), ("{province: 서울특별시, part: A}", 1), ("{province: 대구}", 5)],
    )
    def its_part_decides_in_seoul_and_gyeonggi(self, school: str, region: int) -> None:
        assert of(f"school: {school}")["school"]["region"]["number"] == region

    def its_region_is_open_without_the_part(self) -> None:
        assert of("school: {province: 서울}")["school"]["region"] is None

    def its_institution_is_the_partner_that_runs_it(self, school: Any) -> None:
        assert school["institution"]["name"] == "주식회사 별무리"
        text = "institutions: {a: {name: 한빛대학교}}\ninstitution: {lead: a}"
        assert of(text)["institution"]["name"] == "한빛대학교"


class DescribeTheDiagnosis:
    def its_response_is_a_share_of_all_staff(self, school: Any) -> None:
        pre, post = school["diagnosis"]["pre"], school["diagnosis"]["post"]
        assert pre["response_percent"] == pytest.approx(71.739, abs=0.001)  # 33 ÷ 46
        assert post["response_percent"] == pytest.approx(65.217, abs=0.001)  # 30 ÷ 46
        assert (pre["half_met"], post["half_met"]) == (True, True)

    @pytest.mark.parametrize(("responded", "met"), [(22, False), (23, True)])
    def it_holds_that_half_of_the_staff_is_half(self, responded: int, met: bool) -> None:
        text = f"staff_counts: {{staff: 46}}\ndiagnosis: {{pre: {{responded: {responded}}}}}"
        assert of(text)["diagnosis"]["pre"]["half_met"] is met

    def its_areas_are_compared_by_name(self, school: Any) -> None:
        areas = school["diagnosis"]["pre"]["areas"]
        assert [(area["post_mean"], area["diff"]) for area in areas] == [
            (4.3, 0.2),
            (3.9, 0.65),
            (3.55, 0.75),
            (3.5, -0.1),
        ]


class DescribeInterviews:
    def they_have_a_first_and_a_last_day(self, school: Any) -> None:
        interviews = school["interviews"]
        assert (interviews["first_visit_on"], interviews["last_visit_on"]) == (
            date(2026, 6, 8),
            date(2026, 6, 12),
        )
        assert [visit["people"] for visit in interviews["visits"]] == [15, 3]


class DescribeThePlan:
    def its_sums_are_of_the_courses(self, school: Any) -> None:
        plan = school["plan"]
        assert (plan["optional_courses"], plan["optional_sessions"]) == (3, 10)  # 2 + 4 + 4
        assert (plan["understanding_sessions"], plan["total_sessions"]) == (2, 12)

    def a_course_has_all_its_runs_and_classes(self) -> None:
        (course,) = of("courses: [{planned_sessions: 4, runs: 2, classes: 3}]")["courses"]
        assert course["total_sessions"] == 24

    def the_online_share_is_of_the_sessions_of_a_course(self, school: Any) -> None:
        assert [course["online_percent"] for course in school["courses"]] == [0, 0, 25, 0, 0]


class DescribeRuns:
    def they_are_the_sessions_of_one_course_run_and_class(self) -> None:
        sessions = ", ".join(
            f"{{id: s{n}, course: 4, run: {run}, class: {group}}}"
            for n, (run, group) in enumerate([(1, "가"), (1, "나"), (2, "가"), (1, "가")])
        )
        runs = of(f"sessions: [{sessions}]")["runs"]
        assert [(each["run"], each["class"], len(each["sessions"])) for each in runs] == [
            (1, "가", 2),
            (1, "나", 1),
            (2, "가", 1),
        ]

    def they_run_from_the_first_to_the_last_held_session(self, school: Any) -> None:
        found = run(school, "problem-solving")
        assert (found["started_on"], found["ended_on"]) == (date(2026, 6, 24), date(2026, 6, 29))
        assert (found["name"], found["total_minutes"]) == ("업무를 덜어 주는 AI", 200)

    def a_session_that_was_not_held_counts_for_nothing(self) -> None:
        data = of(
            "sessions:\n"
            "  - {id: a, course: 4, start: 2026-06-24 15:00, end: 2026-06-24 15:50}\n"
            "  - {id: b, course: 4, start: 2026-06-26 15:00, end: 2026-06-26 15:50, held: false}\n"
        )
        (found,) = data["runs"]
        assert (found["ended_on"], found["total_minutes"]) == (date(2026, 6, 24), 50)

    def a_break_is_no_teaching(self, school: Any) -> None:
        (tenth,) = [each for each in school["sessions"] if each["id"] == "s10"]
        assert tenth["minutes"] == 50  # 15:40–16:40 with a break of 10

    @pytest.mark.parametrize(
        ("ended", "report", "neis", "due", "certificate"),
        [
            ("2026-07-01", "2026-07-15", "2026-08-03", "2026-07-15", "2026-08-10"),
            ("2026-07-28", "2026-08-11", "2026-08-03", "2026-08-03", "2026-08-10"),
            ("2026-07-31", "2026-08-14", "2026-08-03", "2026-08-03", "2026-08-10"),
            ("2026-12-20", "2027-01-03", "2027-01-03", "2027-01-03", "2027-01-10"),
        ],
    )
    def the_report_is_due_on_the_earlier_day(
        self, ended: str, report: str, neis: str, due: str, certificate: str
    ) -> None:
        (found,) = of(f"sessions: [{{course: 1, start: {ended} 15:00, end: {ended} 15:50}}]")["runs"]
        keys = ("report_due_on", "neis_due_on", "due_on", "certificate_from")
        assert [str(found[key]) for key in keys] == [report, neis, due, certificate]

    def it_holds_that_their_results_have_the_same_days(self, school: Any) -> None:
        assert [str(result["due_on"]) for result in school["results"]] == [
            "2026-07-03",
            "2026-07-03",
            "2026-07-03",
            "2026-07-17",
            "2026-07-22",
        ]


class DescribeAttendance:
    @pytest.mark.parametrize(
        ("course", "person", "score", "completed", "hours"),
        [
            ("leader", "류소담", 80, True, 2),  # 50 + 30 of 100 minutes
            ("leader", "조자람", 79, False, 0),  # 50 + 29
            ("problem-solving", "문포근", 100, True, 3),  # 150 of 200, and 50 excused
            ("problem-solving", "고초롱", 75, False, 0),  # not excused: the request was refused
            ("problem-solving", "전조은", 95, True, 4),  # 40 + 150
            ("problem-solving", "신노을", 50, False, 0),
            ("subject-practice", "문포근", 100, True, 4),
            ("subject-practice", "황로하", 100, False, 0),  # no assignment
            ("look-back", "신노을", 100, True, 1),  # a walk-in
        ],
    )
    def it_decides_who_has_completed(
        self, school: Any, course: str, person: str, score: float, completed: bool, hours: int
    ) -> None:
        (row,) = [each for each in run(school, course)["roster"] if each["participant"]["name"] == person]
        assert (row["score"], row["completed"], row["credited_hours"]) == (score, completed, hours)

    @pytest.mark.parametrize(
        ("course", "expected", "attended", "completed", "percent"),
        [
            ("know-our-school", 12, 11, 11, 100),
            ("leader", 4, 4, 3, 75),
            ("problem-solving", 10, 10, 8, 80),
            ("subject-practice", 6, 6, 5, 83.333),
            ("look-back", 11, 11, 11, 100),
        ],
    )
    def it_is_counted_for_each_run(
        self, school: Any, course: str, expected: int, attended: int, completed: int, percent: float
    ) -> None:
        found = run(school, course)
        assert (found["expected"], found["attended"]) == (expected, attended)
        assert (found["completed"], found["not_completed"]) == (completed, attended - completed)
        assert found["completion_percent"] == pytest.approx(percent, abs=0.001)

    def it_is_a_share_of_the_expected_and_of_the_staff(self, school: Any) -> None:
        found = run(school, "know-our-school")
        assert found["participation_percent"] == pytest.approx(91.667, abs=0.001)  # 11 ÷ 12
        assert found["staff_percent"] == pytest.approx(23.913, abs=0.001)  # 11 ÷ 46

    def it_holds_that_rosters_are_numbered_from_1(self, school: Any) -> None:
        assert [row["no"] for row in run(school, "subject-practice")["roster"]] == [1, 2, 3, 4, 5, 6]

    def it_holds_that_people_counted_on_paper_have_no_completion(self) -> None:
        data = of(
            "sessions: [{id: a, course: 2}, {id: b, course: 2}]\n"
            "attendance: {headcounts: [{session: a, people: 31}, {session: b, people: 28}]}\n"
        )
        (found,) = data["runs"]
        assert (found["attended"], found["completed"], found["completion_percent"]) == (31, None, None)

    def a_person_of_two_runs_is_counted_once_in_the_course(self) -> None:
        data = of(
            "courses: [{course: 4}]\n"
            "sessions: [{id: a, course: 4, run: 1, start: 2026-06-01 15:00, end: 2026-06-01 15:50},"
            " {id: b, course: 4, run: 2, start: 2026-06-02 15:00, end: 2026-06-02 15:50}]\n"
            "participants: [{id: u, enrolments: [{course: 4, run: 1}, {course: 4, run: 2}]}]\n"
            "attendance: {records: [{participant: u, session: a, status: 출석},"
            " {participant: u, session: b, status: 출석}]}\n"
        )
        assert (data["courses"][0]["attended"], data["courses"][0]["completed"]) == (1, 1)


class DescribeInstructors:
    def they_have_the_sessions_that_they_held(self, school: Any) -> None:
        found = {each["person"]["name"]: each for each in school["instructors"]}
        counts = {name: each["session_count"] for name, each in found.items()}
        # 최바다: s04–s07 and s10; 도담: s04–s06, and s11 for 최바다
        assert counts == {"윤차미": 2, "최바다": 5, "서고은": 4, "도담": 4, "장카온": 4}
        assert [course["number"] for course in found["도담"]["assistant_courses"]] == [4, 5]
        assert [course["number"] for course in found["최바다"]["main_courses"]] == [4]

    def the_required_courses_count_for_nobody(self) -> None:
        people = "people: {k: {name: 가}}\ninstructors: [{person: k}]\n"
        data = of(people + "sessions: [{course: 0, main: [k]}, {course: 5, main: [k]}]")
        assert [course["number"] for course in data["instructors"][0]["main_courses"]] == [5]


class DescribeSatisfaction:
    def it_is_the_mean_and_the_share_of_4_and_5(self, school: Any) -> None:
        programme = school["satisfaction"][1]
        first = programme["items"][0]  # 0, 0, 1, 3, 4
        assert (first["answers"], first["mean"], first["satisfied_percent"]) == (8, 4.375, 87.5)
        # both items: 16 answers, 35 + 31 points, 7 + 6 satisfied
        assert (programme["mean"], programme["satisfied_percent"]) == (4.125, 81.25)
        assert programme["response_percent"] == 80


class DescribeDerivedValues:
    """All of them."""

    def the_samples_have_every_one(self, school: Any) -> None:
        beside = [load_case(ROOT / "fixtures/school/saebyeol.yaml")]
        offices = [
            derived_data(load_case(path).beside(beside), SCHEMAS)
            for path in (ROOT / "fixtures/office").glob("*.yaml")
        ]
        paths = [path for path in derived(EDITION) if not path.startswith("index.")]
        values = {
            path: [value for data in (school, *offices) for value in _values(data, path)] for path in paths
        }
        lacking = {path for path, found in values.items() if all(value is None for value in found)}
        assert lacking == {"attendance.headcounts[].run_id", "runs[].headcount"}

    def no_scratch_is_left(self, school: Any) -> None:
        assert "index" not in school

    def it_holds_that_half_written_cases_have_half_of_them(self) -> None:
        schemas = load_schemas(SCHEMAS)
        of("case: {}")
        empty = {name: _hollow(schema) for name, schema in schemas.items()}
        case = parse_case(repr(empty).replace("'", '"').encode(), "x.json")
        derive_case(complete(case, schemas, SCHEMAS), EDITION)

    def it_holds_that_one_that_is_typed_is_said_to_be_computed(self) -> None:
        text = "plan: {form: ppt, fixed_on: 2026-06-15, total_sessions: 12}\nruns: []\n"
        found = check_schema(parse_case(text.encode(), "x.yaml"), ["plan"], SCHEMAS)
        assert [(each.code, each.path) for each in found] == [
            ("schema.unknown-key", "plan.total_sessions"),
            ("schema.unknown-section", "runs"),
        ]
        assert all("계산되므로" in (each.hint or "") for each in found)


class DescribeATemplatesOwn:
    def it_holds_that_each_sees_those_before(self) -> None:
        values = derive({"days": "meetings | length", "text": "days ~ '건'"}, {"meetings": [1, 2]})
        assert values == {"days": 2, "text": "2건"}

    def the_functions_of_the_rules_are_there(self) -> None:
        data = {"start": date(2026, 7, 31)}
        assert derive({"due": "days_after(start, 14)"}, data) == {"due": date(2026, 8, 14)}

    @pytest.mark.parametrize("wrong", ["meeting.title", "1 / 0", "1 +", "none + 1", "'a' * 10000000"])
    def it_holds_that_one_that_cannot_be_computed_is_a_fault_of_the_template(self, wrong: str) -> None:
        with pytest.raises(TemplateError) as caught:
            derive({"total": wrong}, {})
        (found,) = caught.value.diagnostics
        assert "'total'" in found.message
        assert wrong in (found.hint or "")


def _values(data: Any, path: str) -> Iterator[Any]:
    step, _, rest = path.partition(".")
    held = data[step.removesuffix("[]")]
    for value in held if step.endswith("[]") else [held]:
        if rest:
            yield from _values(value, rest)
        else:
            yield value


def _hollow(schema: Any) -> Any:
    """The least that has every list: one item with nothing but lists in it."""
    if isinstance(schema.get("additionalProperties"), dict):
        return {"a": _hollow(schema["additionalProperties"])}
    if "items" in schema:
        return [_hollow(schema["items"])]
    inner = {key: _hollow(sub) for key, sub in schema.get("properties", {}).items() if "ref" not in sub}
    return {key: value for key, value in inner.items() if value not in ("", {})} if inner else ""
