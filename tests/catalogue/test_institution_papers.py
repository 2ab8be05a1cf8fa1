"""Papers of the institution: printed tables to the letter, and what the schools' cases add up to."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import docx

from docgen import Case, Catalogue, load_case

ROOT = Path(__file__).parents[2]
SCHOOLS = [load_case(ROOT / f"fixtures/school/{name}.yaml") for name in ("saebyeol", "nuribom")]


@cache
def rows(template_id: str) -> list[list[str]]:
    """The rows of all tables of a document of fixtures/office/project.yaml, merged cells once."""
    case: Case = load_case(ROOT / "fixtures/office/project.yaml").beside(SCHOOLS)
    template = Catalogue()[template_id]
    made = docx.Document(io.BytesIO(template.produce(template.works(case)[0][0], "docx")[0]))
    return [[cell.text for cell in dict.fromkeys(row.cells)] for table in made.tables for row in table.rows]


class DescribeTheDuties:
    def they_are_the_seven_printed_ones_with_their_notes_to_the_letter(self) -> None:
        found = [row for row in rows("duty-assignment") if row[0].isdigit()]
        assert [row[1:3] for row in found] == [
            ["운영·관리", "실무관리자(PL)"],
            ["운영·관리", "시스템"],
            ["운영·관리", "예산·회계"],
            ["운영·관리", "문의 대응"],
            ["프로그램", "개발·운영"],
            ["프로그램", "운영지원 담당자"],
            ["프로그램", "코디·강사 활용 및 관리"],
        ]
        assert [row[-1] for row in found] == [
            "■ 실무(운영) 총괄 담당자(사업 전반적인 운영 관련 재단과 소통)",
            "■ 프로그램 등록 및 전자출결, 이수관리 등 시스템 담당자",
            "■ 예산, 회계 관련 담당자",
            "■ 학교 및 사업 운영 관련 문의, 민원 대응 담당자",
            "■ 과정별 프로그램 개발 및 운영 담당자\n"
            "- 프로그램 현장 의견 수렴, 프로그램 고도화 및 관련 내용 대응",
            "■ 코디네이터와 함께 학교를 방문하여 면담과정 기록\n"
            "■ 해당 학교 지원에 필요한 전 과정 기록 및 관리\n"
            "* 학교가 필요한 행정, 요구 자료 작성 및 제출 등\n"
            "■ 사업 추진에 필요한 주요 행정 사항 처리\n"
            "* 프로그램 결과, 변화의 여정 보고서 등",
            "■ 코디네이터, 강사 선발, 구성 및 학교 배치 담당\n■ 코디네이터, 강사 평가 및 재교육, 변경 등",
        ]


class DescribeTheEvaluationSheet:
    def it_has_the_printed_heads_and_one_cell_for_the_last_area(self) -> None:
        table = rows("performance-evaluation-sheet")
        heads = ["영역", "구분", "지표명", "지표 설명", "평가방식\n(증빙:근거데이터)", "배점", "자체\n점수"]
        assert heads in table
        (last,) = (row for row in table if row[0] == "결과환류")
        assert last[1] == "16.성과관리를 통한 품질 개선"
        assert ["합계", "15", "14"] in table

    def its_areas_are_merged(self) -> None:
        areas = [row[0] for row in rows("performance-evaluation-sheet") if len(row) == 7]
        assert list(dict.fromkeys(areas))[1:] == ["상황", "투입", "과정", "산출"]
        assert [areas.count(area) for area in ("상황", "투입", "과정", "산출")] == [4, 5, 6, 7]


class DescribeThePromotionRecord:
    def it_computes_the_share_that_took_the_first_diagnosis(self) -> None:
        # 24 of 30 and 33 of 46
        assert ["합계", "76", "57", "75.0%"] in rows("promotion-record")


class DescribeTheFinalReport:
    def it_counts_the_schools_against_the_aim_by_province(self) -> None:
        table = rows("final-result-report")
        assert ["합계", "200", "2", "1.0%", "△198"] in table

    def it_leaves_open_who_completed_a_course_on_paper(self) -> None:
        table = rows("final-result-report")
        assert ["3. 학생 AI·디지털 기초 소양 교육", "12", "12", "100.0%", "", ""] in table

    def its_budget_is_that_of_the_settlement(self) -> None:
        total = next(row for row in rows("final-result-report") if row[0] == "총계")
        spent = next(row for row in rows("usage-report") if row[0] == "총계")
        assert total[1:] == [spent[2], spent[3], spent[4], spent[5]]
