"""프로그램 운영 결과보고서 (제1장 Ⅴ-1): registered within 14 days after each run; the layout is ours."""

from __future__ import annotations

from docgen.catalogue.form import (
    Chapter,
    Chart,
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Repeat,
    Row,
    Series,
    Together,
    Unit,
    author_block,
    checkboxes,
    each,
    fields,
    photos,
    report,
    school_block,
    table_of,
    when,
)
from docgen.catalogue.form.parts import Part

SUBJECTS = {name: name for name in ("영어", "수학", "정보", "해당 없음")}
ROLES = (
    ("주강사", "main", "held_main"),
    ("보조강사", "assistant", "held_assistant"),
    ("기술지원 전문가", "technical", "held_technical"),
    ("코디네이터", "coordinators", "coordinators"),
)

OVERVIEW = fields(
    ("과정명", "{{ result.course.name }}", "프로그램명", "{{ result.name }}"),
    ("회차·분반", "{{ result.run }}회차 {{ result['class'] }}반", "대상", "{{ result.course.audience }}"),
    ("교과 구분", checkboxes("subject", SUBJECTS)),
    (
        "운영 기간",
        "{% if run.held %}{{ run.started_on | krange(run.ended_on) }}{% endif %}",
        "차시·시간",
        "{{ run.held | length }}차시, {{ run.total_minutes | hours }}({{ run.total_minutes | number }}분)",
    ),
    ("종료일", "{{ run.ended_on | kdate(weekday=true) }}", "결과 등록 기한", "{{ result.due_on }}"),
    ("시스템 등록일", "{{ result.registered_on }}", "나이스 제출일", "{{ result.neis_submitted_on }}"),
    (
        "운영 형태",
        "{{ course.form if course }}",
        "온라인 비율",
        "{{ online_percent | percent }} ({{ online }}/{{ run.sessions | length }}차시)",
    ),
    ("운영 방법", "{{ (course.methods if course else []) | join(', ') }}"),
)


def _staff(word: str, people: str, key: str) -> Repeat:
    """The people of one role, and the sessions that each of them taught."""
    taught = (
        f"{{% for session in run.held if who.id in session.{key} | map(attribute='id') | list %}}"
        "{{ session.no }}{% if not loop.last %}, {% endif %}{% endfor %}"
    )
    cells = (word, "{{ who.name }}", "{{ who.affiliation }}", "{{ who.position }}", taught)
    return Repeat(f"who in {people}", tuple(Entry(text, align="center") for text in cells))


STAFF = Grid(
    (30, 24, 40, 26, 50),
    (
        Row(tuple(map(Label, ("역할", "성명", "소속", "직위", "담당 차시"))), running=True),
        *(_staff(*role) for role in ROLES),
        Repeat("line in range(0 if main or assistant or technical or coordinators else 2)", (Entry(),) * 5),
    ),
)

FIGURES = {
    "예정": "{{ run.expected | number }}",
    "참석": "{{ run.attended | number }}",
    "이수": "{{ run.completed | number }}",
    "미이수": "{{ run.not_completed | number }}",
    "이수율": "{{ run.completion_percent | percent }}",
    "예정 대비\n참석률": "{{ run.participation_percent | percent }}",
    "교직원\n(전체)": "{% if run.headcount is none %}{{ run.staff_attended | number }} "
    "({{ staff_counts.staff | number }}){% endif %}",
    "교직원 대비\n참여율": "{% if run.headcount is none %}{{ run.staff_percent | percent }}{% endif %}",
}
PARTICIPATION = Grid(
    (21.25,) * 8,
    (Row(tuple(map(Label, FIGURES))), Row(tuple(Entry(text, align="right") for text in FIGURES.values()))),
)

SESSIONS = table_of(
    "run.sessions",
    Column("차시", "{{ row.no }}", 11),
    Column("일시·장소", "{{ row.start | krange(row.end) }}\n{{ row.place }} ({{ row.mode }})", 48, "left"),
    Column(
        "운영 내용",
        "{{ row.topic }}\n{{ row.content }}\n"
        "{%p for note in result.session_notes if note.session.id == row.id %}\n"
        "{{ note.text }}\n"
        "{%p endfor %}\n"
        "{%p if row.held is false %}\n"
        "운영하지 못함: {{ row.cancelled_reason }}\n"
        "{%p endif %}",
        68,
        "left",
    ),
    Column("방법", "{{ row.method }}", 20),
    Column(
        "참석(명)",
        "{% if counts[row.id] is defined %}{{ counts[row.id][0].people | number }}"
        "{% else %}{{ present[row.id] | default([]) | length }}{% endif %}",
        16,
        "right",
    ),
    blank=1,
    numbered=False,
)

COMPLETED = table_of(
    "run.completed_roster",
    Column("성명", "{{ row.participant.name }}", 24),
    Column("소속", "{% if row.id %}{{ row.participant.affiliation or school.name }}{% endif %}", 34),
    Column("직위", "{{ row.participant.position }}", 22),
    Column("나이스 개인번호", "{{ row.participant.neis_no }}", 30),
    Column("연수원 아이디", "{{ row.participant.member_id }}", 30),
    Column("참여(분)", "{{ row.attended_minutes | number }}", 18, "right"),
    Column("점수", "{{ row.score | number(1) }}", 16, "right"),
    blank=1,
)

OUTPUTS = table_of(
    "result.outputs",
    Column("구분", "{{ row.kind }}", 30),
    Column("제목", "{{ row.title }}", 60, "left"),
    Column("파일", "{{ row.file }}", 60, "left"),
    blank=1,
)

RATES = Chart(
    "참여율과 이수율",
    "rates",
    "{{ row.name }}",
    (Series("비율", "row.percent", "percent"),),
    100,
    "%",
)

SURVEY = (
    fields(
        (
            "조사 기간",
            "{{ survey.period | krange }}",
            "응답",
            "{{ survey.responded | number }}명 / {{ survey.invited | number }}명 "
            "({{ survey.response_percent | percent }})",
        ),
        (
            "평균",
            "{{ survey.mean | number(2) }}점 (5점 만점)",
            "만족 비율",
            "{{ survey.satisfied_percent | percent }}",
        ),
    ),
    table_of(
        "survey['items']",
        Column("문항", "{{ row.text }}", 118, "left"),
        Column("평균", "{{ row.mean | number(2) }}", 18, "right"),
        Column("만족", "{{ row.satisfied_percent | percent }}", 22, "right"),
        blank=1,
    ),
    *when(
        "survey['items']",
        Chart(
            "문항별 만족도",
            "survey['items']",
            "{{ loop.index }}. {{ row.text }}",
            (Series("만족도", "row.satisfied_percent", "percent"),),
            100,
            "%",
        ),
    ),
    fields(("의견", "{{ survey.comments | lines }}"), ("반영할 것", "{{ survey.action }}")),
)

CHECKS = table_of(
    "checks",
    Column("점검 일시·장소", "{{ row.at }}\n{{ row.place }}", 36),
    Column(
        "점검자",
        "{%p for who in row.inspectors or [] %}\n{{ who.who.name }} ({{ who.side }})\n{%p endfor %}",
        42,
    ),
    Column(
        "문제점 → 개선방안",
        "{%p for item in row.improvements or [] %}\n{{ item.problem }} → {{ item.remedy }}\n{%p endfor %}",
        72,
        "left",
    ),
    blank=1,
)

ATTACHED = fields(
    (
        "이수 교원 명단",
        "{% if run.headcount is none %}1부 ({{ run.completed | number }}명){% endif %}",
        "운영 현황 점검결과",
        "{{ checks | length }}부",
    ),
    ("결과물", "{{ result.outputs | length }}건", "사진", "{{ result.photos | length }}장"),
    (
        "그 밖의 첨부",
        "{%p for row in others %}\n{{ row.kind }} {{ row.title }} ({{ row.file }})\n{%p endfor %}",
    ),
)


def _listed(items: str, table: Grid) -> tuple[Part, ...]:
    """The table, or a word where there is nothing to list."""
    return (*when(items, table), *when(f"not {items}", Outline("○ 없음")))


FORM = report(
    "프로그램 운영 결과보고서",
    "{{ result.registered_on or result.written_on or case.written_on }}",
    Chapter("Ⅰ. 운영 개요"),
    Heading("1. 학교와 운영기관"),
    school_block(),
    Heading("2. 과정 개요"),
    OVERVIEW,
    Heading("3. 강사진"),
    STAFF,
    Chapter("Ⅱ. 참여와 운영"),
    Heading("1. 참여 현황"),
    Unit("(단위: 명)"),
    PARTICIPATION,
    RATES,
    Heading("2. 차시별 운영 내용"),
    SESSIONS,
    *when("run.headcount is none", Heading("3. 이수 교원 명단"), COMPLETED),
    Chapter("Ⅲ. 결과와 점검"),
    Heading("1. 결과물"),
    *_listed("result.outputs", OUTPUTS),
    Heading("2. 운영 현황 점검결과"),
    *_listed("checks", CHECKS),
    Heading("3. 잘된 점·애로사항·개선사항"),
    fields(
        ("잘된 점", "{{ result.review.good }}"),
        ("애로사항", "{{ result.review.difficulty }}"),
        ("개선사항", "{{ result.review.improvement }}"),
    ),
    *when("surveys", Heading("4. 만족도 조사 결과"), *each("survey in surveys", *SURVEY)),
    Chapter("Ⅳ. 첨부"),
    *when("result.photos", photos("result.photos")),
    Together((Heading("첨부 목록"), ATTACHED, author_block("result"))),
    author=None,
    of="{{ school.name }}\n{{ result.name }} {{ result.run }}회차 {{ result['class'] }}반",
)
