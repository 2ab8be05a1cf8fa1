from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from docgen.case import parse_case
from docgen.case.complete import blank_entry, complete

SCHEMAS = Path(__file__).parents[2] / "templates/case"


def completed(text: str, section: str) -> Any:
    return complete(parse_case(text.encode(), "x.yaml"), [section], SCHEMAS)[section]


class DescribeComplete:
    def it_leaves_no_declared_key_out(self) -> None:
        assert completed("application: {role: 강사}", "application") == {
            "role": "instructor",
            **dict.fromkeys(["name", "gender", "birth_date", "affiliation", "position", "secondary_teacher"]),
            "subject": None,
            "teacher_career": {"years": None, "duties": []},
            "head_teacher_career": {"years": None, "duties": []},
            **{key: [] for key in ("digital_training", "other_training", "certificates", "lectures")},
            "gov_projects": [],
            **dict.fromkeys(["teaching_practice", "teaching_file", "motivation", "applied_on", "signed"]),
        }

    def it_completes_the_items_of_lists(self) -> None:
        text = "application: {lectures: [{name: 가}, {name: 나, period: {from: 2025-01-02}}]}"
        assert completed(text, "application")["lectures"] == [
            {
                "name": "가",
                "period": {"from": None, "to": None},
                "sessions": None,
                "role": None,
                "provider": None,
            },
            {
                "name": "나",
                "period": {"from": date(2025, 1, 2), "to": None},
                "sessions": None,
                "role": None,
                "provider": None,
            },
        ]

    def it_always_gives_the_head(self) -> None:
        case = parse_case(b"application: {}", "x.yaml")
        head = complete(case, ["application"], SCHEMAS)["case"]
        assert head.keys() == {"id", "edition", "author", "registers", "written_on", "waivers", "answers"}
        assert (head["id"], head["waivers"]) == (None, [])

    def it_gives_an_absent_section_as_an_empty_one(self) -> None:
        assert completed("case: {}", "meetings") == []
        assert completed("case: {}", "application")["name"] is None

    def it_turns_dates_into_dates(self) -> None:
        (first, second) = completed(
            "meetings:\n"
            "  - {start: 2026-06-01 15:30, end: 2026-06-01T16:00:05, written_on: 2026-06-02}\n"
            "  - {}\n",
            "meetings",
        )
        assert first["start"] == datetime(2026, 6, 1, 15, 30)
        assert first["end"] == datetime(2026, 6, 1, 16, 0, 5)
        assert (first["written_on"], type(first["written_on"])) == (date(2026, 6, 2), date)
        assert second["start"] is None
        assert second["author"] == blank_entry("people", SCHEMAS)

    def it_stores_the_id_of_a_choice_whichever_was_written(self) -> None:
        text = "meetings: [{kind: 사전 회의}, {kind: pre}, {kind: 리뷰 회의}, {kind: 실무 협의회}]"
        kinds = [meeting["kind"] for meeting in completed(text, "meetings")]
        assert kinds == ["pre", "pre", "review", "working-council"]

    def it_stores_a_printed_word_as_printed(self) -> None:
        text = "meetings: [{attendees: [{side: 외부전문가}]}]"
        assert completed(text, "meetings")[0]["attendees"][0]["side"] == "외부 전문가"

    def its_choices_know_their_word(self) -> None:
        (meeting,) = completed("meetings: [{kind: pre}]", "meetings")
        assert (meeting["kind"], meeting["kind"].word) == ("pre", "사전 회의")
        assert completed("school: {province: 충남}", "school")["province"].word == "충청남도"

    def it_takes_a_number_for_a_choice_that_is_a_digit(self) -> None:
        absences = completed(
            "attendance: {absences: [{reason: 2}, {reason: '2'}, {reason: true}]}", "attendance"
        )
        assert [each["reason"] for each in absences["absences"]] == ["2", "2", None]

    def it_takes_blank_for_absent(self) -> None:
        assert completed("application: {subject: '  ', name: , lectures: }", "application")["subject"] is None

    def it_keeps_numbers_and_text_as_they_are(self) -> None:
        application = completed(
            "application: {name: ' 가 ', teacher_career: {years: 10.5},"
            " lectures: [{name: R&D <AI>, sessions: 3.0}]}",
            "application",
        )
        assert application["name"] == " 가 "
        assert application["teacher_career"]["years"] == 10.5
        assert application["lectures"][0]["name"] == "R&D <AI>"
        assert repr(application["lectures"][0]["sessions"]) == "3"

    def it_counts_what_the_schema_refuses_as_absent(self) -> None:
        application = completed(
            "application: {name: 3, signed: 1, applied_on: 2026. 6. 1., gender: 여자, lectures: 가,"
            " teacher_career: [1], certificates: [가], digital_training: [{sessions: true}],"
            " other_training: [{sessions: 1.5}]}",
            "application",
        )
        assert [application[key] for key in ("name", "signed", "applied_on", "gender")] == [None] * 4
        assert application["lectures"] == []
        assert application["teacher_career"] == {"years": None, "duties": []}
        assert application["certificates"] == [{"name": None, "acquired_on": None, "issuer": None}]
        assert application["digital_training"][0]["sessions"] is None
        assert application["other_training"][0]["sessions"] is None
