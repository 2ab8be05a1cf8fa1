"""What a school owes: expected days are counted by hand on the calendar of 2026."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docgen import Case, Catalogue, DataError, load_case
from docgen.catalogue.agenda import Duty, Status, agenda
from docgen.errors import Severity
from tests.catalogue.schools import ROOT, ended, minimal

CATALOGUE = Catalogue()


def owed(case: Case, today: str | None = None) -> tuple[Duty, ...]:
    return agenda(CATALOGUE, case, date.fromisoformat(today) if today else None).duties


def paper(template: str, case: Case, today: str | None = None) -> Duty:
    """The one duty of a template."""
    (found,) = (duty for duty in owed(case, today) if duty.template.id == template)
    return found


def ids(duties: tuple[Duty, ...]) -> list[str]:
    return [duty.template.id for duty in duties]


class DescribeTheResultReport:
    """종료 후 14일 이내 (R-124), 나이스는 다음 달 3일까지 (R-126): whichever is earlier (G-43, G-104)."""

    @pytest.mark.parametrize(
        ("end", "due", "rule"),
        [
            ("2026-06-28", "2026-07-03", "R-126"),
            ("2026-11-30", "2026-12-03", "R-126"),
            ("2026-12-31", "2027-01-03", "R-126"),  # a Sunday: no shift
            ("2026-07-31", "2026-08-03", "R-126"),
            ("2026-07-01", "2026-07-15", "R-124"),
            ("2026-07-19", "2026-08-02", "R-124"),
            ("2026-07-20", "2026-08-03", "R-124"),  # both days are the same
            ("2026-07-21", "2026-08-03", "R-126"),
        ],
    )
    def it_is_due_on_the_earlier_day(self, end: str, due: str, rule: str) -> None:
        found = paper("operation-result-report", minimal(**ended(end)))
        assert (str(found.due_on), found.rule) == (due, rule)

    @pytest.mark.parametrize("course", [2, 3])
    def it_has_14_days_where_nobody_has_hours_at_nice(self, course: int) -> None:
        """학부모, 학생 과정."""
        found = paper("operation-result-report", minimal(**ended("2026-06-28", course)))
        assert (str(found.due_on), found.rule) == ("2026-07-12", "R-124")

    @pytest.mark.parametrize(
        ("today", "more", "status"),
        [
            ("2026-06-27", {}, Status.LATER),
            ("2026-06-28", {}, Status.READY),
            ("2026-06-30", {"registered_on": "2026-06-30"}, Status.DONE),
            ("2026-06-29", {"registered_on": "2026-06-30"}, Status.READY),  # handed in tomorrow
        ],
    )
    def it_is_asked_for_from_the_end_until_it_is_registered(
        self, today: str, more: dict[str, Any], status: Status
    ) -> None:
        found = paper("operation-result-report", minimal(**ended("2026-06-28", **more)), today)
        assert found.status is status
        assert (found.done_on is None) == (status is not Status.DONE)

    def it_is_missing_where_the_run_has_no_result(self) -> None:
        sections = ended("2026-06-28") | {"results": [{"course": 0}]}
        found = paper("operation-result-report", minimal(**sections), "2026-07-01")
        assert found.status is Status.MISSING
        assert found.missing == ("이 회차의 운영 결과(results)가 없습니다.",)
        assert not found.made

    def it_names_the_run(self) -> None:
        assert paper("operation-result-report", minimal()).name == "우리 학교 보기 1회차 가반"


class DescribeOtherDays:
    def they_are_those_of_the_sample_school(self) -> None:
        """Visits on 8 and 12 June, first session 22 June, last 8 July, change on 3 July."""
        case = load_case(ROOT / "fixtures/school/saebyeol.yaml")
        days = {(duty.template.id, str(duty.due_on), duty.rule) for duty in owed(case)}
        assert days >= {
            ("privacy-consent", "2026-06-08", "R-015"),
            ("interview-schedule", "2026-06-08", "R-062"),
            ("self-diagnosis-report", "2026-06-08", "R-058"),
            ("consulting-plan", "2026-06-22", "R-071"),
            ("instructor-pretraining", "2026-06-22", "R-011"),
            ("participant-roster", "2026-06-18", "R-081"),  # opened on 18 June
            ("operation-change-report", "2026-07-02", "R-119"),  # the day before
            ("neis-hours-submission", "2026-07-03", "R-126"),
            ("neis-hours-submission", "2026-08-03", "R-126"),
            ("change-journey-report", "2026-08-07", "R-136"),  # 30 days after 8 July
            ("meeting-minutes", "None", "R-030"),
            ("completion-certificate", "None", "R-134"),
        }

    def the_certificate_comes_on_the_10th_of_the_next_month(self) -> None:
        case = minimal(**ended("2026-12-31"))
        for today, status in (("2027-01-09", Status.LATER), ("2027-01-10", Status.DONE)):
            assert paper("completion-certificate", case, today).status is status

    @pytest.mark.parametrize(
        ("requested", "due"),
        [("2026-05-18", "2026-05-19"), ("2026-05-22", "2026-05-25"), ("2026-05-23", "2026-05-25")],
    )
    def a_cancellation_is_told_on_the_next_working_day(self, requested: str, due: str) -> None:
        """Monday, Friday, Saturday."""
        cancelled = {
            "requested_on": requested,
            "stage": "심층면담 전",
            "reason": "공사",
            "reported_on": requested,
        }
        found = paper("school-cancel-report", minimal(cancellation=cancelled))
        assert (str(found.due_on), found.rule) == (due, "R-120")


class DescribeWhatIsLacking:
    def a_required_paper_without_its_section_is_missing(self) -> None:
        found = paper("coordinator-team-assignment", minimal(coordinators=None))
        assert found.status is Status.MISSING
        assert found.missing == ("'코디네이터 팀'(coordinators) 자료가 없습니다.",)

    def a_paper_that_no_rule_asks_for_is_left_out(self) -> None:
        assert "aftercare-record" not in ids(owed(minimal(aftercare=None)))
        assert "excused-absence" not in ids(owed(minimal()))

    def but_a_begun_one_is_missing_with_the_place_of_what_it_lacks(self) -> None:
        found = paper("aftercare-record", minimal(aftercare=[{"methods": ["수업 관찰"], "on": "2026-06-30"}]))
        assert found.status is Status.MISSING
        assert "aftercare[0].result" in found.missing[0]

    def a_paper_is_missing_where_a_step_needs_more_than_the_template(self) -> None:
        found = paper("self-diagnosis-report", minimal())
        assert found.missing == (
            "영역별 결과(diagnosis.pre.areas)가 없습니다.",
            "코디네이터의 시사점(diagnosis.implications)이 없습니다.",
        )

    def it_is_told_apart_from_what_is_wrong(self) -> None:
        case = minimal(
            change={"summary": "가"}, aftercare=[{"methods": ["구경"], "on": "2026-06-31", "result": "가"}]
        )
        with pytest.raises(DataError) as caught:
            owed(case)
        assert [found.code for found in caught.value.diagnostics] == ["schema.choice", "schema.format"]

    def a_case_without_a_school_is_wrong(self) -> None:
        with pytest.raises(DataError) as caught:
            owed(load_case(ROOT / "fixtures/school/meetings.yaml"))
        assert [found.code for found in caught.value.diagnostics] == ["agenda.no-school"]


class DescribeASchool:
    def a_whole_one_has_done_all(self) -> None:
        duties = owed(load_case(ROOT / "fixtures/school/nuribom.yaml"))
        assert {duty.status for duty in duties} == {Status.DONE}
        assert {duty.step.number for duty in duties} == set(range(1, 12))

    def an_unconfirmed_one_owes_only_the_registration(self) -> None:
        school = load_case(ROOT / "fixtures/school/minimal.yaml").data["school"] | {"status": "신청완료"}
        none = dict.fromkeys(
            name for name in minimal().data if name not in ("case", "institution", "institutions")
        )
        duties = owed(minimal(**none | {"school": school}))
        assert [(duty.template.id, duty.status) for duty in duties] == [
            ("institution-profile", Status.MISSING),
            ("school-confirmation-list", Status.LATER),
        ]

    def a_cancelled_one_owes_the_letter_and_the_report(self) -> None:
        duties = owed(load_case(ROOT / "fixtures/school/cancelled.yaml"))
        assert [(duty.template.id, duty.status) for duty in duties] == [
            ("institution-profile", Status.MISSING),
            ("school-confirmation-list", Status.DONE),
            ("school-contact-record", Status.MISSING),
            ("cancel-request-letter", Status.DONE),
            ("school-cancel-report", Status.DONE),
        ]

    def and_nothing_of_runs_after_that_day(self) -> None:
        cancelled = {
            "requested_on": "2026-06-21",
            "stage": "심층면담 후",
            "reason": "가",
            "reported_on": "2026-06-22",
        }
        assert "operation-result-report" in ids(owed(minimal()))
        assert "operation-result-report" not in ids(owed(minimal(cancellation=cancelled)))

    def its_people_are_those_who_work_there(self) -> None:
        names = [duty.name for duty in owed(minimal()) if duty.template.id == "privacy-consent"]
        assert names == ["구름이", "노을이", "바람이"]

    def its_warnings_are_kept(self) -> None:
        late = {
            "requested_on": "2026-05-18",
            "stage": "심층면담 전",
            "reason": "공사",
            "reported_on": "2026-05-20",
        }
        found = agenda(CATALOGUE, minimal(cancellation=late), None)
        kept = [each.rule for each in found.findings if each.severity is not Severity.WAIVED]
        assert kept == ["R-120"]
        assert found.school == "다솜초등학교"
