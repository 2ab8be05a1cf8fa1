"""The forms as the guideline prints them, written down row by row from the paper.

`[1-2 교사 경력]` is a cell over grid columns 1 and 2, `[1 ^]` the part of a merged cell below its first row.
Line breaks inside a cell read as one space. The blank forms are read: merged with no data.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import docx
import docxtpl
import pytest
from docx.oxml.ns import qn
from docx.table import Table

from docgen.merge.sandbox import environment
from docgen.merge.word import WordTemplate

TEMPLATES = Path(__file__).parents[3] / "templates"
COORDINATOR = TEMPLATES / "people/coordinator-application/template.docx"
INSTRUCTOR = TEMPLATES / "people/instructor-application/template.docx"
MINUTES = TEMPLATES / "before/meeting-minutes/template.docx"

BASICS = """\
[1-6 ■ 기본정보]
[1 성명][2][3 성별][4][5 생년월일][6]
[1 소속][2][3 직위/직책][4][5 담당교과 (중등 교원일 경우)][6]
[1-6 ■ 경력사항(지원자가 해당하는 항목만 기재)]
[1-2 교사 경력][3 근속연수][4-6 담당업무 및 주요역할 (최근 3년 이내, 최대 5개)]
[1 교사경력][2 교원 근속 경력 및 주요 업무 (연계역량: 학교조직이해)][3 년][4-6]
"""
COORDINATOR_PRINTED = f"""\
[1-6 코디네이터 지원서]
{BASICS}\
[1 ^][2 수석교사 경력 (연계역량: 학교조직이해)][3 년][4-6]
[1-2 교육경험][3 연수명][4 연수기간 (차시)][5-6 연수운영기관]
[1 연수 이수 현황][2 디지털 관련 연수 이수 (연계역량: 수업설계/주제전문성) \
※ 최근 3년 이내의 디지털 관련 이수 연수 기재 (최대 5개)][3][4][5-6]
[1 ^][2 기타 연수 이수 (연계역량: 수업설계/주제전문성) \
※ 최근 3년 이내에 이수한 연수 기재 (최대 5개)][3][4][5-6]
[1-2 디지털/IT 관련 자격증 (연계역량: 디지털 리터러시)][3-4 자격증명][5 취득일자][6 발행기관]
[1-2 ^][3-4][5][6]
[1-2 교원대상 강의 경험 (연계역량: 코디네이터 전문역량) ※ 최근 3년 이내에 이수한 연수 기재 (최대 5개)]\
[3 연수명][4 연수기간(차시)][5 역할][6 연수 운영기관]
[1-2 ^][3][4][5][6]
[1-2 정부사업 수행 경험 (연계역량: 디지털 전환 교육 정책 이해 등) \
※ 최근 3년 이내에 공동연구진 또는 자문진 등으로 참여한 정부사업 정책 기재 (최대 5개)]\
[3 사업명][4 사업기간][5 역할][6 기관]
[1-2 ^][3][4][5][6]
[1-6 ■ 지원 동기 및 포부(역량: 사업 및 정책 이해, 성과관리)]
[1-6 *코디네이터로서 지원 동기 및 연수의 성과제고를 위한 본인만의 계획을 간단하게 기재하여 주십시오.]
"""
INSTRUCTOR_PRINTED = f"""\
[1-6 강사 지원서]
{BASICS}\
[1-2 교육경험][3 연수명][4 연수기간 (차시)][5-6 연수운영기관]
[1 연수 이수 현황][2 디지털 관련 연수 이수 (연계역량: 디지털 리터러시) \
※ 최근 3년 이내의 디지털 관련 이수 연수 기재 (최대 5개)][3][4][5-6]
[1 ^][2 기타 연수 이수 (연계역량: 전문역량) ※ 최근 3년 이내에 이수한 연수 기재 (최대 5개)][3][4][5-6]
[1-2 디지털/IT 관련 자격증 (연계역량: 디지털리터러시)][3-4 자격증명][5 취득일자][6 발행기관]
[1-2 ^][3-4][5][6]
[1-2 교원대상 강의 경험 (연계역량: 전문역량 및 주제 및 교과전문성) \
※ 최근 3년 이내에 이수한 연수 기재 (최대 5개)][3 연수명][4 연수기간(차시)][5 역할][6 연수 운영기관]
[1-2 ^][3][4][5][6]
[1-2 정부사업 수행 경험 (연계역량: 디지털 전환교육 정책이해) \
※ 최근 3년 이내에 공동연구진 또는 자문진 등으로 참여한 정부사업 정책 기재 (최대 5개)]\
[3 사업명][4 사업기간][5 역할][6 기관]
[1-2 ^][3][4][5][6]
[1-6 ■ 수업실행 경험 (역량: 수업설계, 수업자료개발)]
[1-6 *귀하께서 디지털 전환 관련 수업을 설계하고, 실행한 경험을 기재하여 주십시오. \
주제/교과, 대상, 수업의 중점사항, \
학습성과 등을 작성하여 주십시오 (교수학습과정안 또는 교안 제출 가능)]
[1-6 ■ 지원 동기 및 포부]
[1-6 *강사로서 지원 동기 및 연수의 성과제고를 위한 본인만의 계획을 간단하게 기재하여 주십시오.]
"""
MINUTES_PRINTED = """\
[1 회의 구분][2-4 □ 사전 회의 □ 사후 회의 □ 리뷰회의 □ 실무협의회 □ 전문가 자문 □ 내부]
[1 회의명][2-4]
[1 목적][2-4]
[1 일시][2][3 장소·방식][4]
[1 연번][2 소속][3 직위][4 성명][5 구분][6 서명]
[1 1][2][3][4][5][6]
[1 2][2][3][4][5][6]
[1 3][2][3][4][5][6]
[1 4][2][3][4][5][6]
[1 안건][2]
[1 회의내용][2]
[1 내용][2 담당][3 기한]
[1][2][3]
[1][2][3]
[1 작성자 (소속·직위·성명)][2][3 작성일][4]
"""

NOBODY = {"name": None, "affiliation": None, "position": None}
TEXTS = ("role", "name", "gender", "birth_date", "affiliation", "position", "subject", "teaching_practice")
LISTS = ("digital_training", "other_training", "certificates", "lectures", "gov_projects")
BLANK_APPLICATION: dict[str, Any] = {
    **dict.fromkeys((*TEXTS, "motivation", "applied_on")),
    **{name: [] for name in LISTS},
    "teacher_career": {"years": None, "duties": []},
    "head_teacher_career": {"years": None, "duties": []},
}
BLANK_CASE: dict[str, Any] = {"author": NOBODY, "written_on": None}
BLANK_MEETING: dict[str, Any] = {
    **dict.fromkeys(("kind", "title", "purpose", "start", "end", "place", "mode", "content", "written_on")),
    **{"attendees": [], "agenda": [], "decisions": [], "author": NOBODY},
}


def blank(template: Path) -> list[Table]:
    data = {"application": BLANK_APPLICATION, "meeting": BLANK_MEETING, "case": BLANK_CASE}
    return list(docx.Document(io.BytesIO(WordTemplate(template).render(data))).tables)


def drawn(*tables: Table) -> str:
    """The tables in the notation of the module's docstring."""
    lines = []
    for table in tables:
        for row in table.rows:
            column, line = 1, ""
            for cell in row._tr.tc_lst:
                last = column + cell.grid_span - 1
                place = f"{column}" if last == column else f"{column}-{last}"
                texts = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cell.p_lst)
                words = "^" if cell.vMerge == "continue" else " ".join(" ".join(texts).split())
                line += f"[{place} {words}]" if words else f"[{place}]"
                column = last + 1
            lines.append(line)
    return "\n".join(lines) + "\n"


class DescribeTheCoordinatorApplication:
    def it_is_laid_out_as_printed(self) -> None:
        assert drawn(blank(COORDINATOR)[0]) == COORDINATOR_PRINTED

    def it_closes_with_a_day_and_a_place_to_sign(self) -> None:
        assert drawn(blank(COORDINATOR)[1]) == "[1 작성일][2][3 지원자][4][5 (서명)]\n"


class DescribeTheInstructorApplication:
    def it_is_laid_out_as_printed(self) -> None:
        assert drawn(blank(INSTRUCTOR)[0]) == INSTRUCTOR_PRINTED


class DescribeTheMinutes:
    def they_hold_the_named_fields(self) -> None:
        assert drawn(*blank(MINUTES)) == MINUTES_PRINTED

    def they_repeat_the_heads_of_long_tables(self) -> None:
        _, attendees, _, decisions, _ = blank(MINUTES)
        for table in (attendees, decisions):
            running = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
            assert running == [True] + [False] * (len(running) - 1)

    def they_number_their_pages(self) -> None:
        footer = docx.Document(str(MINUTES)).sections[0].footer.paragraphs[0]
        assert "".join(t.text or "" for t in footer._p.iter(qn("w:t"))) == "- 1 -"

    def they_name_the_author_of_the_case_where_the_meeting_names_none(self) -> None:
        team = {"name": "나래솔", "affiliation": "한빛대학교", "position": "연구원"}
        case = {"author": team, "written_on": "2026. 6. 2."}
        own = {**BLANK_MEETING, "author": {**team, "name": "정새론"}, "written_on": "2026. 6. 1."}
        for meeting, line in (
            (BLANK_MEETING, "[2 한빛대학교 연구원 나래솔][3 작성일][4 2026. 6. 2.]"),
            (own, "[2 한빛대학교 연구원 정새론][3 작성일][4 2026. 6. 1.]"),
        ):
            minutes = WordTemplate(MINUTES).render({"meeting": meeting, "case": case})
            assert line in drawn(docx.Document(io.BytesIO(minutes)).tables[-1])

    def they_tick_the_kind_of_meeting(self) -> None:
        data = {"meeting": {**BLANK_MEETING, "kind": "review"}, "case": BLANK_CASE}
        table = docx.Document(io.BytesIO(WordTemplate(MINUTES).render(data))).tables[0]
        line = " ".join(table.cell(0, 1).text.split())
        assert line == "□ 사전 회의 □ 사후 회의 ■ 리뷰회의 □ 실무협의회 □ 전문가 자문 □ 내부"


TRAINING = [{"name": f"연수 {n}", "period": None, "sessions": n, "provider": "연수원"} for n in (1, 2, 3)]
FILLED = {
    **BLANK_APPLICATION,
    "teacher_career": {"years": 12, "duties": ["학년부장", "정보부장"]},
    "digital_training": TRAINING,
    "other_training": TRAINING[:2],
    "certificates": [{"name": "정보처리기사", "acquired_on": None, "issuer": "한국산업인력공단"}] * 3,
}


class DescribeRepeatedRows:
    def it_merges_the_labels_over_all_repetitions(self) -> None:
        table = docx.Document(io.BytesIO(WordTemplate(COORDINATOR).render({"application": FILLED}))).tables[0]
        lines = re.sub(r" \(연계역량[^\]]*", "", drawn(table)).splitlines()
        assert lines[9:18] == [
            "[1 연수 이수 현황][2 디지털 관련 연수 이수][3 연수 1][4 (1차시)][5-6 연수원]",
            "[1 ^][2 ^][3 연수 2][4 (2차시)][5-6 연수원]",
            "[1 ^][2 ^][3 연수 3][4 (3차시)][5-6 연수원]",
            "[1 ^][2 기타 연수 이수][3 연수 1][4 (1차시)][5-6 연수원]",
            "[1 ^][2 ^][3 연수 2][4 (2차시)][5-6 연수원]",
            "[1-2 디지털/IT 관련 자격증][3-4 자격증명][5 취득일자][6 발행기관]",
            *["[1-2 ^][3-4 정보처리기사][5][6 한국산업인력공단]"] * 3,
        ]
        assert "[3 12년][4-6 - 학년부장 - 정보부장]" in lines[6]

    @pytest.mark.parametrize(
        "template", [COORDINATOR, INSTRUCTOR, MINUTES], ids=lambda path: str(path.parent.name)
    )
    @pytest.mark.parametrize("application", [BLANK_APPLICATION, FILLED], ids=["blank", "filled"])
    def they_come_out_as_docxtpl_makes_them(self, template: Path, application: dict[str, Any]) -> None:
        data = {"application": application, "meeting": BLANK_MEETING, "case": BLANK_CASE}
        theirs = docxtpl.DocxTemplate(str(template))
        env = environment(finalize=lambda value: "" if value is None else value)
        env.filters["image"] = str  # ours alone; the minutes have no photos
        theirs.render(data, env)
        # Where a label also runs on below the loop, docxtpl leaves the merge that it was drawn with in the
        # template before its own; the last one counts.
        for properties in theirs.docx.element.body.iter(qn("w:tcPr")):
            for surplus in properties.findall(qn("w:vMerge"))[:-1]:
                properties.remove(surplus)
        ours = docx.Document(io.BytesIO(WordTemplate(template).render(data)))
        assert drawn(*ours.tables) == drawn(*theirs.docx.tables)
