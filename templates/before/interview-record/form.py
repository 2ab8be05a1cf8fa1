"""심층 면담 기록지: what the guideline asks of an interview (제1장 Ⅲ-3); layout ours."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Repeat,
    Row,
    checkboxes,
    fields,
    photos,
    school_block,
    sheet,
    table_of,
    when,
)

METHODS = {way: way for way in ("그룹별", "전체", "대표자", "온라인")}

GROUP_OF_ROW = "{% if row.group %}(그룹{{ row.group }}) {{ row.group.word }}{% endif %}"


def of_people(key: str) -> str:
    """One line for each who came of a group."""
    return f"{{%p for who in row.people %}}\n{{{{ who.{key} }}}}\n{{%p endfor %}}"


def interviewers(label: str, people: str, blank: int) -> Repeat:
    """Those of one kind who asked, under one label."""
    shown = (Entry(f"{{{{ who.{key} }}}}", align="center") for key in ("name", "affiliation", "position"))
    return Repeat(f"who in {people} | rows({blank})", (Label(label), *shown))


INTERVIEWERS = Grid(
    (44, 36, 54, 36),
    (
        Row((Label("구분"), Label("성명"), Label("소속"), Label("직위")), running=True),
        interviewers("코디네이터", "visit.coordinators", 3),
        interviewers("운영지원 담당자(동행)", "visit.support", 1),
    ),
)

FORM = sheet(
    "심층 면담 기록지",
    school_block(),
    fields(
        (
            "차수·방문 일시·장소",
            "{% if visit.no %}{{ visit.no }}차   {% endif %}"
            "{{ visit.start | krange(visit.end) }}   {{ visit.place }}",
        ),
        ("면담 방식", checkboxes("visit.method", METHODS)),
        ("별도 면담 대상군·방식·내용", "{{ interviews.sheet.special_requests }}"),
        (
            "안내와 확인",
            "{{ visit.diagnosis_shared | box }} 자가진단 결과 공유   "
            "{{ visit.membership_told | box }} 연수원 회원가입 안내   "
            "{{ visit.survey_done | box }} 만족도 조사 실시",
        ),
    ),
    Heading("■ 면담 대상 그룹별 참석자"),
    table_of(
        "visit.groups",
        Column("그룹(A/B/C)", GROUP_OF_ROW, 54),
        Column("성명", of_people("name"), 36),
        Column("직책", of_people("position"), 44),
        Column("인원(명)", "{{ row.count | number }}", 24, align="right", total="{{ people | number }}"),
        numbered=False,
    ),
    Heading("■ 면담자"),
    INTERVIEWERS,
    Heading("■ 면담 내용", new_page=True),
    table_of(
        "visit.answers",
        Column("그룹", GROUP_OF_ROW, 34),
        Column("질문", "{{ row.question }}", 50, align="left"),
        Column("답변", "{{ row.answer }}", 86, align="left"),
        numbered=False,
        long=True,
    ),
    Heading("■ 학교 요구 사항과 제안"),
    fields(
        ("희망 프로그램 시간", "{{ visit.wishes.time }}"),
        ("희망 일정", "{{ visit.wishes.schedule }}"),
        ("희망 내용", "{{ visit.wishes.content }}"),
        ("운영 방식(방법)", "{{ visit.wishes.method }}"),
        ("희망 강사 수준", "{{ visit.wishes.instructor_level }}"),
        ("추가 요구사항", "{{ visit.wishes.extra }}"),
        ("코디네이터 제안사항", "{{ visit.proposals }}"),
        ("디지털 환경·불가피한 온라인 사유", "{{ visit.online_reason }}"),
    ),
    Heading("■ 과정별 프로그램 이수자"),
    table_of(
        "visit.wishes.people",
        Column("과정", "{{ row.course.name }}", 80, align="left"),
        Column("대상", "{{ row.audience }}", 50),
        Column("예상 인원(명)", "{{ row.count | number }}", 28, align="right"),
    ),
    Heading("■ 추가 행정 서류 확인·조치"),
    table_of(
        "visit.admin_papers",
        Column("서류", "{{ row.paper }}", 60, align="left"),
        Column("조치", "{{ row.action }}", 68, align="left"),
        Column("기한", "{{ row.due_on }}", 30),
        blank=1,
    ),
    *when("visit.photos", photos("visit.photos")),
    author="visit",
)
