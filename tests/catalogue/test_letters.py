"""The letters and plans of an office: what they add up, by hand, and where a letter ends."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
import yaml
from docx.table import Table

from docgen import Catalogue, parse_case

CATALOGUE = Catalogue()
HEAD = {"case": {"id": "보기", "edition": "2026-06-01"}}


def paper(template_id: str, **data: Any) -> Any:
    """The one document that a template makes of the data, read by python-docx."""
    template = CATALOGUE[template_id]
    text = yaml.safe_dump(HEAD | data, allow_unicode=True, sort_keys=False)
    (work,), findings = template.works(parse_case(text.encode(), "보기.yaml"))
    assert findings == []
    return docx.Document(io.BytesIO(template.produce(work, "docx")[0]))


def rows(table: Table) -> list[list[str]]:
    return [[cell.text.strip() for cell in dict.fromkeys(row.cells)] for row in table.rows]


class DescribeTheCourseList:
    def it_adds_up_each_task_and_leaves_words_out(self) -> None:
        def task(name: str, *courses: dict[str, Any]) -> dict[str, Any]:
            return {"name": name, "courses": list(courses)}

        first = task(
            "1-1-1. 설계",
            {"name": "탐구", "people": 30, "hours": "15", "period": "4월", "count": 2, "budget": 1200},
            {"name": "나눔", "people_text": "-", "count": 1, "budget_text": "재배정"},
        )
        second = task(
            "1-1-2. 도구", {"name": "기초", "people": 483, "people_text": "483~", "count": 3, "budget": 34}
        )
        theme = {"name": "1-1. 수업", "tasks": [first, second]}
        areas = [{"name": "1. 배움", "themes": [theme]}]
        lists = [
            {"title": "집합", "areas": areas},
            {"title": "원격", "remote": True, "areas": areas},
        ]
        course_list = {"year": 2026, "department": "연수부", "lists": lists}
        here, remote = paper("course-list", course_list=course_list).tables
        assert rows(here)[1:] == [
            ["[합계]", "513", "", "", "6", "1,234"],
            ["1. 배움", "513", "", "", "6", "1,234"],
            ["1-1. 수업", "513", "", "", "6", "1,234"],
            ["1-1-1. 설계", "30", "", "", "3", "1,200"],
            ["탐구", "30", "15", "4월", "2", "1,200"],
            ["나눔", "-", "", "", "1", "재배정"],
            ["1-1-2. 도구", "483", "", "", "3", "34"],
            ["기초", "483~", "", "", "3", "34"],
        ]
        assert rows(remote)[:2] == [
            ["연수과정명", "계획인원", "연수시수", "운영시기", "과정수"],
            ["[합계]", "513", "", "", "6"],
        ]


class DescribeTheWorkReport:
    def it_tells_what_the_budget_grew_by(self) -> None:
        budget = [
            {"name": "연구", "this": 110, "revised": 120, "last": 100, "final": 105},
            {"name": "자료", "this": 150, "last": 200},
        ]
        spending = [{"name": "과제", "this": 70, "q1": 20, "q2": 30}, {"name": "나눔", "this": 40, "q4": 40}]
        report = {
            **{"occasion": "회기", "dated": "2026-09-01", "institution": "연구원", "year": 2026},
            **{"budget": budget, "tasks": [{"no": "1-1", "name": "연구", "page": "3", "spending": spending}]},
        }
        tables = [rows(table) for table in paper("work-report", report=report).tables]
        (grown,) = (table for table in tables if table[0][0] == "세부사업")
        assert grown[2:] == [
            ["연구", "110", "120", "100", "105", "10", "10.0"],
            ["자료", "150", "", "200", "", "△50", "△25.0"],
            ["합계", "260", "120", "300", "105", "△40", "△13.3"],
        ]
        (tasks,) = (table for table in tables if table[0][0] == "번호")
        assert tasks[2:] == [
            ["1-1", "연구", "110", "-", "20", "30", "-", "40", "3"],
            ["합계", "110", "-", "20", "30", "-", "40", ""],
        ]


class DescribeTheAnnualPlan:
    def it_adds_up_groups_and_all_of_them(self) -> None:
        numbers = ("last_courses", "last_people", "courses", "people")

        def row(kind: str, *given: int) -> dict[str, Any]:
            return {"kind": kind, **dict(zip(numbers, given, strict=True))}

        training = [
            {"name": "교원부", "rows": [row("자격", 1, 20, 2, 30), row("직무", 3, 40, 4, 50)]},
            {"name": "행정부", "rows": [row("기본", 5, 60, 6, 70)]},
        ]
        plan = {"year": 2027, "institution": "연수원", "training": training}
        tables = [rows(table) for table in paper("annual-work-plan", annual_plan=plan).tables]
        (summary,) = (table for table in tables if table[0][0] == "부서")
        assert [line[-4:] for line in summary if line[0] in ("소 계", "총 계")] == [
            ["4", "60", "6", "80"],
            ["5", "60", "6", "70"],
            ["9", "120", "12", "150"],
        ]


class DescribeTheTrainingPlan:
    def it_compares_two_years(self) -> None:
        compare = {
            "last": {"courses": 312, "gathered": 15820, "online": 88411},
            "this": {"courses": 298, "gathered": 15820, "online": 119060},
        }
        plan = {
            "title": ["계획"],
            "year": 2027,
            "institution": "개발원",
            "department": "과",
            "compare": compare,
        }
        tables = [
            rows(table)
            for table in paper("training-operation-plan", training_plan=plan, pre_review={}).tables
        ]
        (compared,) = (table for table in tables if "2026년도" in table[0])
        assert compared[1:] == [
            ["과정 수", "312", "298", "△14개"],
            ["인원", "집합", "15,820", "15,820", "0명"],
            ["인원", "e-러닝", "88,411", "119,060", "+30,649명"],
        ]


class DescribeTheChecklist:
    @pytest.mark.parametrize(
        ("answer", "boxes"),
        [
            ({"result": "검토 완료"}, ["■", "□"]),
            ({"result": "해당 없음"}, ["□", "■"]),
            ({}, ["□", "□"]),
        ],
    )
    def it_marks_one_of_two_boxes(self, answer: dict[str, str], boxes: list[str]) -> None:
        (table,) = paper("pre-review-checklist", pre_review={"safety": answer}).tables
        assert len(table.rows) == 1 + 12
        (line,) = (row for row in table.rows if row.cells[0].text == "안 전")
        assert [cell.text for cell in line.cells[2:4]] == boxes
