"""A case from a workbook: what an office does to it is taken as meant, or said with sheet and cell."""

from __future__ import annotations

import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from docgen import Catalogue
from docgen.case.load import load_case, parse_case
from docgen.case.xlsx_write import case_workbook
from docgen.errors import DataError
from tests.case.workbooks import FORM, case_of, findings_of, packed, workbook

SCHEMAS = Catalogue()["meeting-minutes"].schemas
PEOPLE = ("사람 이름표*", "성명*", "소속*", "직위/직책*", "연락처", "구분*", "개인정보 동의·동의일*")
PARTICIPANTS = ("연수생 번호표", "성명", "구분")
ENROLMENTS = ("연수생 번호표", "과정", "예정 인원", "신청일")


class DescribeASection:
    def it_is_a_form_where_it_is_an_object(self) -> None:
        case = case_of(학교=[FORM, ("학교명*", "새별중학교"), ("신청자·성명*", "강아라"), ("신청순번", 27)])
        assert case.data == {
            "school": {"name": "새별중학교", "applicant": {"name": "강아라"}, "application_no": 27}
        }

    def it_is_a_table_where_it_is_a_list(self) -> None:
        case = case_of(연수생=[PARTICIPANTS, ("u1", "하늘찬", "교사"), ("u2", "류소담", "직원")])
        assert case.data["participants"][1] == {"id": "u2", "name": "류소담", "kind": "직원"}

    def it_is_a_table_under_names_where_it_is_a_map(self) -> None:
        case = case_of(
            사람=[PEOPLE, ("p-han", "한가람", "가온중학교", "수석교사", None, "코디네이터, 주강사")]
        )
        assert case.data["people"]["p-han"]["roles"] == ["coordinator", "main"]

    def it_is_absent_where_its_sheet_is_blank(self) -> None:
        case = case_of(학교=[FORM, ("학교명*", "새별중학교")], 연수생=[PARTICIPANTS], 회의=[])
        assert set(case.data) == {"school"}

    def its_list_is_empty_where_it_says_so(self) -> None:
        assert case_of(연수생=[PARTICIPANTS, ("(없음)",)]).data == {"participants": []}


class DescribeAListInAnItem:
    def it_is_a_table_that_names_the_row_by_its_id(self) -> None:
        case = case_of(
            연수생=[PARTICIPANTS, ("u1", "하늘찬", "교사"), ("u2", "류소담", "교사")],
            **{"연수생·신청한 과정": [ENROLMENTS, ("u2", 0, "예", date(2026, 6, 1)), ("u2", 4, "아니요")]},
        )
        first, second = case.data["participants"]
        assert "enrolments" not in first
        assert second["enrolments"] == [
            {"course": 0, "expected": True, "signed_up_on": "2026-06-01"},
            {"course": 4, "expected": False},
        ]

    def it_names_a_row_without_an_id_by_its_number(self) -> None:
        case = case_of(
            **{
                "심층 면담·방문": [("방문 번호", "차수"), (1, 1), (2, 2)],
                "심층 면담·방문·대상": [("방문 번호", "대상 번호", "그룹", "인원"), (2, 1, "A", 3)],
                "심층 면담·방문·대상·참석자": [
                    ("대상 번호", "이름표", "성명"),
                    (1, None, "강아라"),
                    (1, "p-kang"),
                ],
            }
        )
        visits = case.data["interviews"]["visits"]
        assert [visit["no"] for visit in visits] == [1, 2]
        assert visits[1]["groups"][0]["people"] == [{"name": "강아라"}, "p-kang"]

    @pytest.mark.parametrize(
        ("named", "says"),
        [(None, "알 수 없습니다"), ("u3", "행이 없습니다"), ("u1", "행이 2개입니다")],
    )
    def it_must_name_one_row(self, named: str | None, says: str) -> None:
        book = workbook(
            연수생=[PARTICIPANTS, ("u1", "하늘찬", "교사"), ("u1", "류소담", "교사")],
            **{"연수생·신청한 과정": [ENROLMENTS, (named, 0, "예")]},
        )
        (found,) = findings_of(book)
        assert (found.code, found.cell) == ("case.no-holder", "연수생·신청한 과정!A2")
        assert says in found.message


class DescribeWhatAnOfficeDoes:
    def a_blank_row_and_a_note_are_passed_over(self) -> None:
        case = case_of(
            연수생=[
                (*PARTICIPANTS, "#메모"),
                ("u1", "하늘찬", "교사", "전화함"),
                (" ",),
                ("u2", "류소담", "교사"),
            ],
            **{"#연습": [("아무",)]},
        )
        assert [each["id"] for each in case.data["participants"]] == ["u1", "u2"]

    def a_table_may_begin_lower_and_have_its_columns_in_another_order(self) -> None:
        case = case_of(연수생=[(), (), ("구분 *", " 성 명"), ("교사", "하늘찬")])
        assert case.data["participants"] == [{"kind": "교사", "name": "하늘찬"}]
        assert case.diagnostic(("participants", 0, "kind"), "x", "").cell == "연수생!A4"

    def a_hidden_sheet_is_read_and_an_unknown_hidden_one_is_not(self) -> None:
        book = workbook(연수생=[PARTICIPANTS, ("u1", "하늘찬", "교사")], 계산=[(1, 2)])
        for page in book.worksheets:
            page.sheet_state = "hidden"
        book.create_sheet("Sheet1")
        assert parse_case(packed(book), "case.xlsx").data["participants"][0]["name"] == "하늘찬"

    def a_cell_merged_downwards_stands_in_every_row(self) -> None:
        book = workbook(연수생=[PARTICIPANTS, ("u1", "하늘찬", "교사"), ("u2", "류소담", None)])
        book["연수생"].merge_cells("C2:C3")
        data = parse_case(packed(book), "case.xlsx").data
        assert [each["kind"] for each in data["participants"]] == ["교사", "교사"]

    def the_cells_merged_sideways_are_a_finding(self) -> None:
        book = workbook(연수생=[PARTICIPANTS, ("u1", "하늘찬", "교사")])
        book["연수생"].merge_cells("B2:C2")
        assert "case.merged" in [found.code for found in findings_of(book)]

    @pytest.mark.parametrize(
        ("sheets", "cell", "hint"),
        [
            ({"연수셍": [("성명",)]}, "연수셍!A1", "'연수생' 시트를"),
            ({"연수생": [("성명", "나이스개인번허"), ("가", 1)]}, "연수생!B1", "'나이스 개인번호' 칸을"),
            ({"연수생": [("성명", None), ("가", "나")]}, "연수생!B2", "#으로 시작"),
            ({"학교": [FORM, ("학교명칭", "새별")]}, "학교!A2", "'학교명' 칸을"),
            ({"학교": [FORM, ("학교명", "가"), ("학교명*", "나")]}, "학교!A3", "하나만 남기고"),
            ({"연수생": [("성명", "성명 "), ("가", "나")]}, "연수생!B1", "하나만 남기고"),
            ({"사람": [PEOPLE, (None, "한가람")]}, "사람!A2", "다른 이름표"),
            ({"사람": [PEOPLE, ("a", "한가람"), ("a", "도담")]}, "사람!A3", "다른 이름표"),
            ({"학교": [FORM, ("학교장", "p-1"), ("학교장·성명", "윤슬")]}, "학교!B3", "나머지를 비우고"),
            ({"학교": [FORM, ("학교장·성명", "윤슬"), ("학교장", "p-1")]}, "학교!B3", "나머지를 비우고"),
        ],
    )
    def a_value_that_nobody_can_place_is_a_finding_with_its_cell(
        self, sheets: dict[str, Any], cell: str, hint: str
    ) -> None:
        (found,) = findings_of(workbook(**sheets))
        assert found.cell == cell
        assert hint in (found.hint or "")

    def an_error_and_a_formula_without_its_value_are_findings(self) -> None:
        book = workbook(연수생=[PARTICIPANTS, ("u1", "#N/A", "=1+1")])
        assert [(found.cell, found.code) for found in findings_of(book)] == [
            ("연수생!B2", "case.cell"),
            ("연수생!C2", "case.cell"),
        ]

    def a_control_sign_is_refused_and_not_sent_to_the_terminal(self) -> None:
        (found,) = findings_of(workbook(연수생=[PARTICIPANTS, ("u1", "_x001B_[31m가", "교사")]))
        assert (found.cell, "U+001B" in found.message) == ("연수생!B2", True)
        assert "\x1b" not in str(found)

    def a_workbook_without_a_value_is_empty(self) -> None:
        made = case_workbook({}, ["case", "meetings"], SCHEMAS)
        assert [found.code for found in findings_of(made)] == ["case.empty"]


class DescribeAFinding:
    def it_names_file_sheet_and_cell_and_shows_the_row(self) -> None:
        case = case_of(연수생=[PARTICIPANTS, ("u1", "하늘찬", "선생님")])
        found = case.diagnostic(("participants", 0, "kind"), "schema.choice", "없습니다.")
        assert str(found).splitlines() == [
            "case.xlsx!연수생!C2: 오류 없습니다.",
            "      | u1 | 하늘찬 | 선생님",
        ]
        assert found.as_dict()["cell"] == "연수생!C2"

    def it_points_at_the_blank_cell_of_what_is_missing(self) -> None:
        case = case_of(회의=[("회의 번호*", "회의명*", "장소*"), ("pre-1", None, "교육관")])
        missing = {found.path: found for found in Catalogue()["meeting-minutes"].check(case)}
        assert missing["meetings[0].title"].cell == "회의!B2"
        assert missing["meetings[0].title"].hint == "이 칸을 채우세요."
        assert missing["meetings[0].kind"].cell == "회의!A2"  # the sheet has no column for it

    def it_sends_who_names_nobody_to_the_sheet(self) -> None:
        case = case_of(차시=[("차시 번호표", "주강사"), ("s1", "p-han")])
        found = [each for each in Catalogue()["participant-roster"].check(case) if each.cell == "차시!B2"]
        assert [each.hint for each in found] == ["그 자료의 시트에 행을 더하세요."]

    def it_counts_the_rows_of_a_map_as_its_sheet_has_them(self) -> None:
        case = case_of(사람=[PEOPLE, ("a", "한가람"), ("b", "도담", None, None, "전화")])
        assert case.diagnostic(("people", 1, "phone"), "x", "").cell == "사람!E3"
        assert case.diagnostic(("people", "b", "affiliation"), "x", "").cell == "사람!C3"


class DescribeTheSpeed:
    def the_twelve_thousand_records_load_in_about_a_second(self) -> None:
        records = [
            {"participant": f"u{n}", "session": f"s{m}", "status": "출석", "minutes": 50}
            for n in range(300)
            for m in range(40)
        ]
        made = case_workbook({"attendance": {"records": records}}, ["attendance"], SCHEMAS)
        started = time.process_time()
        data = parse_case(made, "case.xlsx").data
        assert time.process_time() - started < 3  # 1.1 s alone
        assert data == {"attendance": {"records": records}}


class DescribeAnUnreadableFile:
    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"PK\x03\x04 xl/workbook", "xlsx.damaged"),
            (b"\xd0\xcf\x11\xe0 old", "case.not-text"),
            (b"PK\x03\x04" + b"xl/workbook" * 800_000, "case.too-large"),
        ],
    )
    def it_is_said_to_be_one(self, data: bytes, code: str) -> None:
        assert [found.code for found in findings_of(data)] == [code]

    def but_another_zip_is_said_to_be_no_text(self, root: Path) -> None:
        with pytest.raises(DataError, match="워드"):
            load_case(root / "templates/people/coordinator-application/template.docx")

    def and_a_workbook_is_known_by_its_content(self) -> None:
        data = packed(workbook(연수생=[PARTICIPANTS, ("u1", datetime(2026, 3, 2), "교사")]))
        with pytest.raises(DataError) as caught:
            parse_case(data, "이름")
        assert caught.value.diagnostics[0].code == "case.cell"  # a date where a name belongs
