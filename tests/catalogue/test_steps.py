"""The eleven steps as the guideline prints them, and the papers of each."""

from __future__ import annotations

import re

import pytest

from docgen import Catalogue
from docgen.catalogue.file_names import file_name
from docgen.catalogue.steps import Paper, load_steps
from docgen.rules.expressions import expression

STEPS = load_steps("2026-06-01")
PAPERS = [
    pytest.param(paper, id=f"{step.number} {paper.document}") for step in STEPS.steps for paper in step.papers
]

# 운영 전·후 체크리스트 (제1장 Ⅰ, p.2–4): 단계, 체크리스트, 추진 횟수, 서류 제출
PRINTED = """
선정 후 | 1. 기관정보, 프로그램 운영 개요 및 코디네이터·강사 정보 등록 | 1회 | -
선정 후 | 2. 신청학교 리스트 확인 및 지원학교 확정 | 1회 | -
프로그램 운영 전 | 3. 코디네이터·운영 지원담당자 구성 | 상시 | -
프로그램 운영 전 | 4. 학교 자가진단 사전분석 | 1회 (학교별) | ○
프로그램 운영 전 | 5. 학교 심층 면담 | 최대 3회 (학교별) | ○
프로그램 운영 전 | 6. 학교별 프로그램계획 수립 및 확정 | 1회 (학교별) | ○
프로그램 운영 중 | 7. 프로그램 운영 및 수강자 출결 관리 | 매회 | -
프로그램 운영 중 | 8. 프로그램 운영 현황점검 및 피드백(상시) | 매회 | -
프로그램 운영 후 | 9. 프로그램 운영 결과보고 | 매회 | ○
프로그램 운영 후 | 10. 이수증 발급 | 매회 | ○
프로그램 운영 후 | 11. 컨설팅 보고서 제출 | 1회 (학교별) | ○
"""


class DescribeTheSteps:
    def they_are_the_rows_of_the_printed_checklist(self) -> None:
        rows = [
            f"{step.stage} | {step.number}. {step.title} | {step.count} | {'○' if step.submit else '-'}"
            for step in STEPS.steps
        ]
        assert rows == PRINTED.strip().splitlines()

    def they_have_folders_that_every_system_can_hold(self) -> None:
        folders = [step.folder for step in STEPS.steps]
        assert folders == [file_name(folder, set()) for folder in folders]
        assert len(set(folders)) == 11

    def they_ask_for_every_paper_of_the_printed_list_that_docgen_makes(self) -> None:
        """checklist.yaml of the guideline, without the electronic attendance, which the system keeps."""
        asked = {step.number: {paper.document for paper in step.papers} for step in STEPS.steps}
        assert asked[1] >= {"institution-profile", "personnel-registration", "privacy-consent"}
        assert asked[2] >= {
            "school-application-list",
            "school-confirmation-list",
            "school-contact-record",
        }
        assert asked[3] == {"coordinator-team-assignment", "support-staff-assignment"}
        assert asked[4] >= {"self-diagnosis-report", "school-basic-info"}
        assert asked[5] >= {"pre-interview-sheet", "interview-schedule", "interview-record"}
        assert asked[6] >= {"consulting-plan", "participant-roster"}
        assert asked[7] >= {"attendance-sheet-paper"}
        assert asked[8] == {"monitoring-report"}
        assert asked[9] >= {"operation-result-report", "completion-roster"}
        assert asked[10] == {"completion-certificate", "neis-hours-submission"}
        assert asked[11] >= {"change-journey-report"}

    def an_unknown_edition_has_the_newest(self) -> None:
        assert load_steps("첫째 판") == STEPS


class DescribeThePapers:
    @pytest.mark.parametrize("paper", PAPERS)
    def they_are_in_the_catalogue(self, paper: Paper) -> None:
        assert paper.document in Catalogue()

    @pytest.mark.parametrize("paper", PAPERS)
    def they_say_by_which_rule(self, paper: Paper) -> None:
        assert paper.by
        assert all(re.fullmatch(r"R-\d{3}", rule) for rule in paper.by)

    @pytest.mark.parametrize("paper", PAPERS)
    def they_compute_with_expressions_that_compile(self, paper: Paper) -> None:
        texts = [paper.each, paper.name, paper.of, paper.since, paper.done, paper.required]
        for text in [*texts, *paper.by.values(), *paper.needs]:
            if text is not None:
                expression(text)

    @pytest.mark.parametrize("paper", PAPERS)
    def they_name_each_of_several(self, paper: Paper) -> None:
        assert (paper.each is None) == (paper.name is None)
        assert paper.each is None or paper.of is not None
