"""Cases of schools in a few lines, for the tests of what schools owe."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docgen import Case, load_case, parse_case
from docgen.case.guideline import FOLDER
from docgen.rules import load_rules

ROOT = Path(__file__).parents[2]
EDITION = "2026-06-01"
DEADLINES = load_case(FOLDER / EDITION / "rules/deadlines.yaml").data
WAIVERS = [{"rule": id_, "reason": "기한만 봅니다."} for id_ in load_rules(EDITION) if id_ not in DEADLINES]


def minimal(**sections: Any) -> Case:
    """The smallest whole school, not cancelled: one course of one session on 22 June 2026, one visit on
    8 June; with other sections, None for those to leave out. Of the rules only deadlines count."""
    data = load_case(ROOT / "fixtures/school/minimal.yaml").data | {"cancellation": None} | sections
    given = {name: value for name, value in data.items() if value is not None}
    given["case"] = given["case"] | {"waivers": WAIVERS}
    return parse_case(json.dumps(given, ensure_ascii=False).encode(), "학교.json")


def ended(day: str, course: int = 4, **more: Any) -> dict[str, Any]:
    """The sections of a school whose one run of a course ended on a day; `more` is of its result."""
    session = {"id": "s1", "course": course, "no": 1, "start": f"{day} 15:00", "end": f"{day} 15:50"}
    details = {"place": "교무실", "mode": "대면", "topic": "첫 시간"}
    person = {"id": "u1", "kind": "교사", "name": "이슬비"}
    return {
        "sessions": [session | details],
        "participants": [person | {"enrolments": [{"course": course, "expected": True}]}],
        "results": [{"course": course, **more}],
    }
