"""Write the large school, 80 staff, 40 sessions, 300 participants: `python -m tests.large_case`.

Its texts are awkward on purpose: the longest names, signs of markup, line breaks. All are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import yaml

from tests.large_papers import papers

__all__ = ["FILE", "large_case"]

FILE: Final = Path(__file__).parents[1] / "fixtures/school/large.yaml"
_HEAD: Final = """\
# 아주 큰 학교: 교직원 80명, 40차시, 연수생 300명. tests/large_case.py가 쓰므로 손으로 고치지 않습니다.
# 이름과 글은 일부러 길거나 까다롭습니다. 학교와 기관, 사람은 모두 지어낸 것입니다.
"""
_LONG_NAME: Final = "가온누리도담새별하늘마루온새미로아라솔빛나래다온미르한울여울시나브로별하가람달보"
_LONG_COURSE: Final = (
    "가온해솔형디지털기반교육혁신선도학교관리자및교육전문직원"
    "맞춤형AI활용수업설계·평가역량강화집중직무연수심화과정"
)
_FAMILY: Final = "강고구권금길김나남노도류마문민박반방배백변서선소손송신안양여"
_GIVEN: Final = (
    "가람 겨울 누리 다온 두리 마루 미르 바다 보람 새미 소라 슬기 아람 여름 예나 우리 이슬 초롱 하나 한결"
)
_SAME: Final = """
case: {id: 햇살들분교장-2026, edition: "2026-06-01", author: g-pl, written_on: "2026-12-11",
  waivers: [{rule: R-104, reason: 학부모와 학생은 강당에서 함께 하기로 함, approved_by: 재단}]}
people:
  g-pl:
    name: 구슬비
    affiliation: 가야누리대학교
    department: 교육연구원
    position: 연구원
    employer: 주관기관
    is_teacher: false
    roles: [support]
    phone: "010-0000-0301"
    institution: gaya
    registered_on: "2026-03-05"
    consent: {collect: true, provide: true, "on": "2026-03-04"}
  g-tech:
    name: Alexandra Kim-Montgomery
    affiliation: 주식회사 해달 <기술지원>
    position: 선임
    employer: 기업
    is_teacher: false
    roles: [technical]
    phone: "010-0000-0302"
    institution: gaya
    registered_on: "2026-03-11"
    consent: {collect: true, provide: true, unique_id: true, "on": "2026-03-10"}
institutions:
  gaya:
    name: 가야누리대학교
    role: 주관기관
    type: 대학
    operation_form: 단독
    regions: [region-4]
    head: {name: 백가야, position: 원장}
    manager: {name: 구슬비, position: 연구원, phone: "055-000-0300", email: bi@gaya.example}
school:
  name: 도담새별누리가온해솔마을결합형미래혁신고등학교부설통합운영햇살들분교장
  level: 고등학교
  province: 경남
  education_office: 경상남도교육청
  district_office: 햇살교육지원청
  address: 경상남도 햇살군 들판면 햇살들로 1004
  head: {name: 큰바위, position: 교장}
  applicant: {name: 고운이, position: 수석·부장교사, phone: "010-0000-0399"}
  application_no: 108
  applied_at: "2026-03-25 09:00"
  status: 승인
  decided_on: "2026-04-03"
  lesson_hours:
    - {weekday: 월, start: "08:40", end: "15:40"}
    - {weekday: 화, start: "08:40", end: "15:40"}
    - {weekday: 수, start: "08:40", end: "15:40"}
    - {weekday: 목, start: "08:40", end: "15:40"}
    - {weekday: 금, start: "08:40", end: "15:40"}
institution: {lead: gaya, pl: g-pl}
staff_counts: {staff: 80, teachers: 68, students: 912, classes: 36, households: 840, as_of: "2026-08-20"}
coordinators:
  team: 경남 7팀
  assigned_on: "2026-04-20"
  members:
    - {person: g-bit, role: interview}
    - {person: g-sae, role: diagnosis}
    - {person: g-cho, role: design}
support_staff:
  - {person: g-pl, kind: 참여인력, assigned_on: "2026-04-20"}
"""

# course, sessions, runs, classes, place, first day, hour, people of a run, main, assistant
_COURSES: Final = (
    (0, 1, 1, 1, "강당", "2026-09-07", 16, 80, (), ()),
    (4, 4, 2, 1, "정보실", "2026-09-08", 16, 20, ("g-jip",), ("g-sam",)),
    (6, 4, 1, 2, "이음 교실", "2026-09-21", 16, 20, ("g-ho",), ("g-on",)),
    (5, 6, 1, 1, "수학 교실", "2026-10-12", 16, 10, ("g-cho",), ("g-on",)),
    (2, 2, 2, 1, "강당", "2026-10-19", 19, 50, ("g-yu",), ("g-sam",)),
    (3, 3, 4, 1, "강당", "2026-11-02", 16, 30, ("g-da", "g-da", "g-eun", "g-eun"), ("g-min",)),
    (7, 1, 1, 1, "강당", "2026-11-26", 16, 80, (), ()),
)
_NAMES: Final = {
    0: "우리 학교 한눈에 보기",
    2: "아이와 함께 읽는 학습 데이터 & 진로",
    3: "내 공부를 내가 보는 시간 <고등>",
    4: "업무를 덜어 주는 AI {{ 실습 }}",
    5: "수학 수업 다시 짜기",
    6: _LONG_COURSE,
    7: "우리의 한 걸음",
}
_TEAM: Final = (  # id, name, position, roles, class
    ("g-bit", "금빛나", "수석교사", ["coordinator"], "②"),
    ("g-sae", "도새봄", "교감", ["coordinator"], "③"),
    ("g-cho", "반초록", "교사", ["coordinator", "main"], "①"),
    ("g-jip", "변지평", "교사", ["main"], "①"),
    ("g-ho", "선호수", "교사", ["main"], "①"),
    ("g-yu", "소유리", "교사", ["main"], "①"),
    ("g-da", "여다솜", "교사", ["main"], "①"),
    ("g-eun", "노은별", "교사", ["main"], "①"),
    ("g-sam", "배샘물", "교사", ["assistant"], "①"),
    ("g-on", "문온달", "교사", ["assistant"], "①"),
    ("g-min", "민들레", "교사", ["assistant"], "①"),
)

_PERMISSION: Final = {
    "kind": "외부강의",
    "period": {"from": "2026-08-24", "to": "2026-12-18"},
    "service": "출장",
    "weekly_hours": 3,
    "approved_on": "2026-08-20",
}


def large_case() -> dict[str, Any]:
    """The data of the case, section by section."""
    data: dict[str, Any] = yaml.safe_load(_SAME)
    data["people"] |= {id_: _teacher(number) for number, (id_, *_) in enumerate(_TEAM)}
    instructors = [id_ for id_, _, _, roles, _ in _TEAM if roles != ["coordinator"]]
    data["instructors"] = [_instructor(id_) for id_ in [*instructors, "g-tech"]]
    data["courses"] = list(_courses())
    data["sessions"] = list(_sessions())
    data["participants"] = list(_participants())
    data["attendance"] = _attendance(data["sessions"], data["participants"])
    return data | papers(data["sessions"], data["participants"][:80])


def _teacher(number: int) -> dict[str, Any]:
    id_, name, position, roles, class_ = _TEAM[number]
    school = f"{name[1:]}고등학교"
    office = "경상남도교육청"
    held = [{"role": "coordinator" if "coordinator" in roles else "instructor", "class": class_}]
    both = [{"role": "instructor", "class": "①"}] if len(roles) > 1 else []
    return {
        "name": name,
        "affiliation": school,
        "position": position,
        "employer": "학교",
        "home_school": {"name": school, "province": "경남", "education_office": office, "level": "고등학교"},
        "job_class": position,
        "subject": ("국어", "영어", "수학", "정보", "사회")[number % 5],
        "career_years": 9 + number,
        "is_teacher": True,
        "roles": list(roles),
        "qualification": held + both,
        "phone": f"010-0000-{310 + number:04}",
        "email": f"{id_}@gaya.example",
        "institution": "gaya",
        "other_institution": False,
        "registered_on": "2026-03-11",
        "consent": {"collect": True, "provide": True, "unique_id": True, "on": "2026-03-10"},
        "permissions": [_PERMISSION],
    }


def _instructor(person: str) -> dict[str, Any]:
    return {
        "person": person,
        "decision": "섭외",
        "highlights": "수업 나눔\n연구회 운영",
        "school_confirmed_on": "2026-08-31",
    }


def _courses() -> Iterator[dict[str, Any]]:
    for course, count, runs, classes, *_, people, _main, _assistant in _COURSES:
        yield {
            "course": course,
            "name": _NAMES[course],
            "planned_sessions": count,
            "runs": runs,
            "classes": classes,
            "form": "방문형",
            "kind": "자기주도형" if course == 5 else "공통",
            "capacity": people,
            "expected": people,
            "methods": ["활동중심", "토론"],
            "goal": "학교가 함께 정한 목표를 이룬다.\n학생의 말로 다시 적는다.",
            "summary": "읽고, 고치고, 나눈다.",
            "opened_on": "2026-09-02",
            **({"subject": "수학"} if course == 5 else {}),
        }


def _sessions() -> Iterator[dict[str, Any]]:
    for course, count, runs, classes, place, first, hour, _people, main, assistant in _COURSES:
        day = datetime.fromisoformat(f"{first} {hour:02}:00")
        for group in range(runs * classes):
            for number in range(count):
                start = day + timedelta(days=7 * group + number // 2, minutes=60 * (number % 2))
                session = {
                    "id": f"q{course}-{group + 1}-{number + 1}",
                    "course": course,
                    "run": group + 1 if classes == 1 else 1,
                    "class": "가나"[group] if classes > 1 else "가",
                    "no": number + 1,
                    "start": f"{start:%Y-%m-%d %H:%M}",
                    "end": f"{start + timedelta(minutes=50):%Y-%m-%d %H:%M}",
                    "place": place,
                    "mode": "대면",
                    "topic": f"{number + 1}번째 만남: 읽고 고치고 나누기",
                    "content": "자료를 함께 읽고\n모둠이 한 가지씩 고쳐 나눔",
                    "method": "토론",
                    "held": True,
                }
                if main:
                    session |= {
                        "main": [main[group % len(main)]],
                        "assistant": list(assistant),
                        "technical": ["g-tech"],
                        "confirmed_by": [main[group % len(main)]],
                    }
                else:
                    session |= {"coordinators": ["g-bit", "g-sae", "g-cho"], "confirmed_by": ["g-bit"]}
                yield session


def _name(number: int) -> str:
    """A name of its own for each number."""
    given = _GIVEN.split()
    return _FAMILY[number % len(_FAMILY)] + given[number // len(_FAMILY) * 7 % len(given)]


_AWKWARD: Final = {5: _LONG_NAME, 6: "봄", 7: "R&D <기획>", 8: "{{ 이름 }}", 9: "Alexandra Kim-Montgomery"}
_POSITIONS: Final = {0: "교장", 1: "교감", 9: "교사/정보부장(학년부장 겸임)"}


def _participants() -> Iterator[dict[str, Any]]:
    for number in range(80):
        teacher = number < 70
        yield {
            "id": f"t{number + 1:03}",
            "kind": "학교 경영자" if number < 2 else "교사" if teacher else "직원",
            "name": _AWKWARD.get(number, _name(number)),
            "position": _POSITIONS.get(number, "교사" if teacher else "주무관"),
            "neis_no": f"D{400_000_000 + number * 1_009}",
            "member_id": f"haessal{number + 1:03}",
            "enrolments": [_enrolment(course, group) for course, group in _of_staff(number)],
        }
    for number in range(100):
        yield {
            "id": f"m{number + 1:03}",
            "kind": "학부모",
            "name": _name(number + 80),
            "child_grade_class": f"{1 + number % 3}학년 {1 + number % 12}반",
            "enrolments": [_enrolment(2, number // 50)],
        }
    for number in range(120):
        yield {
            "id": f"c{number + 1:03}",
            "kind": "학생",
            "name": _name(number + 180),
            "grade_class": f"{1 + number % 3}학년 {1 + number % 12}반",
            "enrolments": [_enrolment(3, number // 30)],
        }


def _of_staff(number: int) -> Iterator[tuple[int, int]]:
    """The courses of a member of staff, and the run or class."""
    yield 0, 0
    if number < 40:
        yield 4, number // 20
    if 30 <= number < 70:
        yield 6, (number - 30) // 20
    if 60 <= number < 70:
        yield 5, 0
    yield 7, 0


def _enrolment(course: int, group: int) -> dict[str, Any]:
    made: dict[str, Any] = {"course": course, "expected": True, "signed_up_on": "2026-09-01"}
    if course == 6:
        return made | {"class": "가나"[group]}
    return made | ({"run": group + 1} if group else {})


def _attendance(sessions: list[dict[str, Any]], participants: list[dict[str, Any]]) -> dict[str, Any]:
    records, place = [], 0
    for session in sessions:
        for participant in participants:
            if any(_is_in(session, enrolment) for enrolment in participant["enrolments"]):
                place += 1
                record = {"participant": participant["id"], "session": session["id"], "status": "출석"}
                if place % 23 == 0:
                    record |= {"status": "결석"}
                elif place % 31 == 0:
                    record |= {"status": "지각", "minutes": 35}
                records.append(record)
    counted = [session for session in sessions if session["course"] in (2, 3)]
    counts = [
        {
            "session": session["id"],
            "people": sum(each["session"] == session["id"] and each["status"] != "결석" for each in records),
        }
        for session in counted
    ]
    works = [
        {
            "participant": f"t{number + 1:03}",
            "course": 5,
            "title": "고친 수업안",
            "submitted_on": "2026-10-16",
            "feedback": "학생의 말로 다시 적은 곳이 좋음",
            "feedback_on": "2026-10-19",
        }
        for number in range(60, 69)
    ]
    return {"records": records, "headcounts": counts, "assignments": works}


def _is_in(session: dict[str, Any], enrolment: dict[str, Any]) -> bool:
    group = (session["course"], session["run"], session["class"])
    return group == (enrolment["course"], enrolment.get("run", 1), enrolment.get("class", "가"))


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def text() -> str:
    """The file."""
    return _HEAD + yaml.dump(
        large_case(),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=None,
        width=10_000,
    )


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
