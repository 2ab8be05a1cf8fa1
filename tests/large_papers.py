"""What is written about the large school (tests/large_case.py): long lists, long texts, awkward signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import yaml

__all__ = ["papers"]

_TEAM: Final = ("g-bit", "g-sae", "g-cho")
_LONG: Final = (
    "학교는 지난 학기에 학년마다 다른 방식으로 자료를 모았고, 모은 자료를 함께 읽을 자리가 없었다. "
    "이번에는 한 학년이 먼저 읽고 고친 것을 다른 학년이 이어받아 다시 고쳤다.\n"
    "○ 좋았던 것: R&D <기획> 모둠이 '질문' 12개를 \"바로\" 나눔\n"
    "○ 남은 것: {{ 다음 학기 }}에 1학년 국어·수학·과학의 자료를 이어서 읽음 (참여율 < 80 %)"
)
_SAME: Final = """
environment:
  network:
    - {place: 강당, access_points: 4, down_mbps: 512.5, up_mbps: 210, measured_on: "2026-08-27"}
    - {place: 정보실, access_points: 1, down_mbps: 38.25, up_mbps: 9.5, measured_on: "2026-08-27"}
  devices:
    - {kind: 태블릿, os: 웨일, count: 912, state: 양호}
    - {kind: 노트북, os: 윈도우, count: 80, state: 배터리 교체 필요 11대}
  rooms:
    - {name: 강당, seats: 400, board: false, power: true}
    - {name: 정보실, seats: 36, board: true, power: true}
  other_support: {given: false}
  surveyed_by: g-pl
  surveyed_on: "2026-08-27"
diagnosis:
  link: https://survey.example/haessaldeul
  notice: {sent_on: "2026-08-24", period: {from: "2026-08-24", to: "2026-08-28"}, body: 모두 참여해 주십시오.}
  implications_by: g-sae
  explained_on: "2026-09-01"
  report: {written_by: g-sae, written_on: "2026-08-31"}
plan:
  form: 한글
  summary: 자료를 함께 읽고 수업을 고친다.
  reviewed_by: g-pl
  reviewed_on: "2026-09-01"
  fixed_on: "2026-09-01"
  sent_on: "2026-09-01"
  registered_on: "2026-09-02"
  author: g-cho
  written_on: "2026-09-01"
change:
  cycle:
    - {stage: 문제 발견, text: 자료는 많으나 함께 읽지 않았다.}
    - {stage: 전략 수립·실천, text: 한 학년이 먼저 읽고 다음 학년이 이어받았다.}
    - {stage: 환류, text: 학년 협의회의 첫 순서로 정했다.}
  experts: [g-tech]
  submitted_on: "2026-12-11"
  submitted_to_school_on: "2026-12-11"
  author: g-pl
  written_on: "2026-12-10"
"""


def papers(sessions: Sequence[Mapping[str, Any]], staff: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The sections beside the rosters; `staff` are the participants of the school itself."""
    data: dict[str, Any] = yaml.safe_load(_SAME)
    data["contacts"] = [_contact(number) for number in range(15)]
    data["diagnosis"] |= {"pre": _round("2026-08-24", 3), "post": _round("2026-11-30", 4)}
    data["diagnosis"]["implications"] = [f"{number}학년: {_LONG}" for number in (1, 2, 3)]
    data["interviews"] = _interviews()
    data["meetings"] = [_meeting(*kind, staff) for kind in _MEETINGS]
    data["plan"] |= _plan()
    runs = sorted({(session["course"], session["run"], session["class"]) for session in sessions})
    held = {run: [s for s in sessions if (s["course"], s["run"], s["class"]) == run] for run in runs}
    data["monitoring"] = [_monitoring(*run, held[run][0]) for run in runs]
    data["satisfaction"] = [_survey(*run) for run in runs]
    data["results"] = [_result(*run, held[run]) for run in runs]
    data["change"] |= {"summary": _LONG, "effect": _LONG, "insight": _LONG}
    data["change"]["lesson_cases"] = [
        {
            "teacher": each["name"],
            "subject": "수학",
            "content": _LONG,
            "result": "질문이 늘었음",
            "trial": "이어받아 고치기",
        }
        for each in staff[2:8]
    ]
    data["change"]["voices"] = [f"{number}학년이 이어받은 것이 좋았습니다." for number in range(1, 13)]
    data["change"]["follow_up"] = [{"content": _LONG, "by": "가야누리대학교", "when": "2027년 4월"}]
    return data


def _contact(number: int) -> dict[str, Any]:
    return {
        "at": f"2026-04-{number + 6:02} 10:{number:02}",
        "method": "유선",
        "person": {"name": "고운이", "position": "부장교사"},
        "decision": "지원 확정" if number == 0 else "일반",
        "content": _LONG if number % 5 == 4 else "일정을 확인함",
        "by": "g-pl",
    }


def _round(day: str, mean: int) -> dict[str, Any]:
    return {
        "period": {"from": day, "to": day},
        "invited": 80,
        "responded": 61,
        "tool": "학교 디지털 역량 자가진단",
        "method": "온라인 설문",
        "respondents": [{"group": "교사", "people": 53}, {"group": "직원", "people": 8}],
        "areas": [
            {
                "name": f"{number}. 영역의 이름이 길어도 줄을 바꾸어 찍는다",
                "items": 6,
                "mean": mean + number / 10,
                "sd": 0.7,
            }
            for number in range(1, 9)
        ],
        "items": [
            {
                "no": number,
                "text": f"{number}번 문항: 자료를 함께 읽는다.",
                "distribution": [1, 5, 15, 25, 15],
                "mean": 3.79,
            }
            for number in range(1, 41)
        ],
        "comments": [_LONG],
    }


def _interviews() -> dict[str, Any]:
    questions = [
        {
            "no": number,
            "area": "수업",
            "text": f"{number}번째로 바라는 것은 무엇입니까?",
            "group": "ABC"[number % 3],
            "check": "학교의 요구",
        }
        for number in range(1, 13)
    ]
    visits = [
        {
            "no": number,
            "start": f"2026-08-{24 + number} 16:00",
            "end": f"2026-08-{24 + number} 17:50",
            "place": "강당 옆 협의실",
            "method": "그룹별",
            "coordinators": list(_TEAM),
            "support": ["g-pl"],
            "groups": [{"group": group, "count": 10 * number} for group in "ABC"],
            "diagnosis_shared": True,
            "membership_told": True,
            "survey_done": True,
            "answers": [
                {"group": each["group"], "question": each["text"], "answer": _LONG}
                for each in questions[: 4 * number]
            ],
            "wishes": {
                "time": "방과 후",
                "schedule": "9월부터 11월까지",
                "content": _LONG,
                "people": [{"course": course, "audience": "교직원", "count": 20} for course in (4, 5, 6)],
                "method": "실습",
                "instructor_level": "고등학교 현장 교사",
                "extra": "없음",
            },
            "author": "g-pl",
            "written_on": "2026-08-31",
        }
        for number in (1, 2, 3)
    ]
    return {"sheet": {"targets": ["A", "B", "C"], "questions": questions}, "visits": visits}


_MEETINGS: Final = (
    ("pre", "사전 회의", "2026-08-24"),
    ("post", "사후 회의", "2026-09-01"),
    ("review", "리뷰회의", "2026-11-30"),
)


def _meeting(kind: str, title: str, day: str, staff: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    guests = [
        {
            "who": {"name": each["name"], "affiliation": "햇살들분교장", "position": each["position"]},
            "side": "학교",
        }
        for each in staff[:40]
    ]
    team = [{"who": person, "side": "코디네이터", "signed": True} for person in _TEAM]
    if kind == "review":
        team += [
            {"who": "g-pl", "side": "참여인력", "signed": True},
            {"who": "g-jip", "side": "강사", "signed": True},
        ]
    return {
        "id": kind,
        "kind": kind,
        "title": f"햇살들분교장 {title}",
        "purpose": "자료를 함께 읽음",
        "start": f"{day} 16:00",
        "end": f"{day} 17:30",
        "place": "강당",
        "mode": "대면",
        "attendees": team + (guests if kind == "review" else []),
        "agenda": ["자료 읽기", "다음에 할 일"],
        "content": "\n".join([_LONG] * (6 if kind == "review" else 1)),
        "decisions": [{"text": _LONG, "who": "g-pl", "due_on": "2026-12-04"}],
        "author": "g-pl",
        "written_on": day,
    }


def _plan() -> dict[str, Any]:
    return {
        "findings": _LONG,
        "goals": _LONG,
        "needs": [{"need": f"{number}학년의 요구", "reflected": _LONG} for number in (1, 2, 3)],
        "timeline": [
            {"period": {"from": f"2026-{month:02}-01", "to": f"2026-{month:02}-28"}, "text": _LONG}
            for month in (9, 10, 11)
        ],
        "costs": [{"item": "expert-fees", "detail": "강사 활용비 40차시", "amount_won": 123_456_789}],
        "consultations": [
            {"on": "2026-08-31", "attendees": ["큰바위", "고운이"], "opinion": _LONG, "action": "반영함"}
        ],
        "briefing": {"session": "q0-1-1", "notes": "첫 차시에 설명함"},
    }


def _monitoring(course: int, run: int, group: str, session: Mapping[str, Any]) -> dict[str, Any]:
    checks = [
        {"item": f"{number}번째로 본 것", "result": "양호", "note": "그대로 운영함"} for number in range(1, 6)
    ]
    return {
        "course": course,
        "run": run,
        "class": group,
        "at": session["start"],
        "place": session["place"],
        "inspectors": [{"who": "g-pl", "side": "운영지원 담당자"}, {"who": "g-bit", "side": "코디네이터"}],
        "attendance_check": checks,
        "programme_check": checks,
        "equipment_check": checks,
        "improvements": [{"problem": _LONG, "remedy": _LONG, "action": "다음 차시부터", "who": "g-tech"}],
        "author": "g-pl",
        "written_on": session["start"][:10],
    }


def _survey(course: int, run: int, group: str) -> dict[str, Any]:
    return {
        "id": f"survey-{course}-{run}-{group}",
        "kind": "programme",
        "target": {"course": course, "run": run},
        "period": {"from": "2026-12-01", "to": "2026-12-04"},
        "invited": 80,
        "responded": 70,
        "items": [
            {"text": f"{number}번 문항: 배운 것을 쓰고 있다.", "distribution": [0, 2, 8, 30, 30]}
            for number in range(1, 9)
        ],
        "comments": [_LONG, "다음에도 열어 주세요."],
        "action": _LONG,
    }


def _result(course: int, run: int, group: str, held: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "course": course,
        "run": run,
        "class": group,
        "session_notes": [{"session": each["id"], "text": _LONG} for each in held],
        "outputs": [
            {"title": f"{number}번째 자료", "kind": "실습 결과물", "file": f"결과물/{number}.pdf"}
            for number in range(1, 9)
        ],
        "review": {"good": _LONG, "difficulty": _LONG, "improvement": _LONG},
        "author": "g-pl",
        "written_on": held[-1]["start"][:10],
    }
