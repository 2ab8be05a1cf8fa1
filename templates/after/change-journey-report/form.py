"""학교의 변화 여정 보고서: the whole consulting of a school, and what it changed (제1장 Ⅴ-3, Ⅶ)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Chapter,
    Chart,
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    LongText,
    Outline,
    Repeat,
    Row,
    Series,
    Together,
    Unit,
    author_block,
    each,
    fields,
    photos,
    report,
    school_block,
    table_of,
    when,
)

_OF_COURSE = "satisfaction | selectattr('kind', 'equalto', 'programme')"
_OF_COURSE += " | selectattr('target.course.id', 'equalto', row.course.id) | selectattr('answers')"
_SATISFIED = (
    "{% if row.course %}{% for survey in " + _OF_COURSE + " %}{{ survey.satisfied_percent | percent }}"
    "{% if not loop.last %} / {% endif %}{% endfor %}{% endif %}"
)
_TARGET = (
    "{% if row.target %}{% if row.target.person.name %}{{ row.target.person.name }} {% endif %}"
    "{{ row.target.course.name }}{% endif %}"
)


def stage(name: str, day: str, text: str, people: str) -> Row:
    """A row of the course of the consulting."""
    return Row((Label(name), Entry(day, align="center"), Entry(text), Entry(people)))


def text(heading: str, value: str) -> tuple[Heading, Grid]:
    """A section of running text."""
    return Heading(heading), Grid((170,), (LongText(value, height=24),))


PROCESS = Grid(
    (28, 44, 54, 44),
    (
        Row((Label("단계"), Label("일자"), Label("내용"), Label("참여자")), running=True),
        stage(
            "자가진단",
            "{{ diagnosis.pre.period | krange }}",
            "{{ diagnosis.pre.tool or '사전 진단' }}"
            "{% if diagnosis.pre.response_percent is not none %}, "
            "응답률 {{ diagnosis.pre.response_percent | percent }}{% endif %}",
            "응답 {{ diagnosis.pre.responded | number }}명",
        ),
        stage(
            "심층 면담",
            "{{ interviews.first_visit_on | krange(interviews.last_visit_on) }}",
            "학교 방문 면담 {{ interviews.visits | length }}회",
            "학교 구성원 {{ interviews.visits | sum(attribute='people') | number }}명, "
            "코디네이터 {% for member in coordinators.members %}{{ member.person.name }}"
            "{% if not loop.last %}, {% endif %}{% endfor %}",
        ),
        stage(
            "맞춤형 계획",
            "{{ plan.fixed_on }}",
            "{{ courses | length }}개 과정 {{ plan.total_sessions | number }}차시",
            "코디네이터{% for expert in plan.experts %}, {{ expert.name }}{% endfor %}",
        ),
        stage(
            "프로그램 운영",
            "{{ started_on | krange(ended_on) }}",
            "{{ practice | map(attribute='name') | join(', ') }}",
            "{{ practice_people | length }}명",
        ),
        stage(
            "변화 돌아보기",
            "{% for run in look_back %}{{ run.started_on | krange(run.ended_on) }}"
            "{% if not loop.last %}, {% endif %}{% endfor %}",
            "{{ look_back | map(attribute='name') | join(', ') }}",
            "{% if look_back %}{{ look_back | sum(attribute='attended') | number }}명{% endif %}",
        ),
    ),
)

PRE = table_of(
    "diagnosis.pre.areas",
    Column("영역", "{{ row.name }}", 60, "left"),
    Column("문항 수", "{{ row['items'] | number }}", 20, "right"),
    Column("평균", "{{ row.mean | number(2) }}", 20, "right"),
    Column("표준편차", "{{ row.sd | number(2) }}", 20, "right"),
    Column("권역 평균", "{{ row.region_mean | number(2) }}", 24, "right"),
    blank=1,
)

PROGRAMMES = table_of(
    "courses",
    Column("과정", "{{ row.name }}", 38, "left"),
    Column("차시", "{{ row.total_sessions | number }}", 12, "right"),
    Column("참여", "{{ row.attended | number }}", 13, "right"),
    Column("이수", "{% if row.enrolments %}{{ row.completed | number }}{% endif %}", 13, "right"),
    Column("이수율", "{% if row.enrolments %}{{ row.completion_percent | percent }}{% endif %}", 18, "right"),
    Column("만족도", _SATISFIED, 18, "right"),
    Column("주요 내용", "{{ row.summary }}", 46, "left"),
    blank=1,
)

COMPARED = table_of(
    "diagnosis.pre.areas",
    Column("영역", "{{ row.name }}", 64, "left"),
    Column("사전", "{{ row.mean | number(2) }}", 26, "right"),
    Column("사후", "{{ row.post_mean | number(2) }}", 26, "right"),
    Column("차이(△)", "{{ row.diff | number(2) }}", 28, "right"),
    blank=1,
)

SURVEYS = table_of(
    "satisfaction",
    Column("조사", "{{ row.kind.word if row.kind }}", 34, "left"),
    Column("대상", _TARGET, 60, "left"),
    Column("응답률", "{{ row.response_percent | percent }}", 20, "right"),
    Column("평균", "{{ row.mean | number(2) }}", 20, "right"),
    Column("만족도", "{{ row.satisfied_percent | percent }}", 22, "right"),
    blank=1,
)

CYCLE = Grid(
    (40, 130),
    (
        Row((Label("단계"), Label("내용")), running=True),
        Repeat(
            "row in change.cycle | rows(3)",
            (Entry("{{ row.stage }}", align="center"), Entry("{{ row.text }}")),
        ),
    ),
)

CASES = each(
    "row in change.lesson_cases",
    fields(
        ("교사(교과)", "{{ row.teacher }}{% if row.subject %} ({{ row.subject }}){% endif %}"),
        ("내용", "{{ row.content }}"),
        ("성과", "{{ row.result }}"),
        ("시행착오", "{{ row.trial }}"),
    ),
)

FOLLOW_UP = table_of(
    "change.follow_up",
    Column("내용", "{{ row.content }}", 88, "left"),
    Column("주체", "{{ row.by }}", 40),
    Column("시기", "{{ row.when }}", 30),
    blank=1,
)

SUBMITTED = fields(
    ("참여 전문가", "{{ change.experts | map(attribute='name') | join(', ') }}"),
    (
        "제출일\n(재단)",
        "{{ change.submitted_on }}",
        "제출일\n(해당 학교)",
        "{{ change.submitted_to_school_on }}",
    ),
)

FORM = report(
    "학교의 변화 여정 보고서",
    "{{ change.submitted_on or change.written_on or case.written_on }}",
    Chapter("Ⅰ. 개요"),
    Heading("1. 학교와 운영기관"),
    school_block(),
    *text("2. 요약", "{{ change.summary }}"),
    Heading("3. 컨설팅 과정 개요"),
    PROCESS,
    Chapter("Ⅱ. 진단과 운영 결과"),
    Heading("1. 사전 진단 결과"),
    Unit("(단위: 점)"),
    PRE,
    *when(
        "diagnosis.pre.areas",
        Chart(
            "사전 진단: 영역별 평균",
            "diagnosis.pre.areas",
            "{{ row.name }}",
            (Series("우리 학교", "row.mean"), Series("권역", "row.region_mean", light=True)),
        ),
    ),
    Heading("2. 프로그램별 운영 결과"),
    Unit("(단위: 명)"),
    PROGRAMMES,
    *when(
        "courses | selectattr('enrolments') | list",
        Chart(
            "과정별 이수율",
            "courses | selectattr('enrolments')",
            "{{ row.name }}",
            (Series("이수율", "row.completion_percent", "percent"),),
            100,
            "%",
        ),
    ),
    Chapter("Ⅲ. 변화 분석"),
    Heading("1. 사전·사후 비교"),
    Unit("(단위: 점)"),
    COMPARED,
    *when(
        "diagnosis.pre.areas",
        Chart(
            "사전·사후: 영역별 평균",
            "diagnosis.pre.areas",
            "{{ row.name }}",
            (Series("사전", "row.mean", light=True), Series("사후", "row.post_mean")),
        ),
    ),
    Heading("2. 만족도 조사 결과"),
    SURVEYS,
    *when(
        "satisfaction | selectattr('answers') | list",
        Chart(
            "조사별 만족도",
            "satisfaction",
            "{{ loop.index }}. {{ row.kind.word if row.kind }}",
            (Series("만족도", "row.satisfied_percent", "percent"),),
            100,
            "%",
        ),
    ),
    *text("3. 효과성 검증", "{{ change.effect }}"),
    Chapter("Ⅳ. 변화의 여정"),
    Heading("1. 변화 문제 발견 → 혁신 전략 수립·실천 → 환류"),
    CYCLE,
    *when("change.lesson_cases", Heading("2. 수업 적용 사례"), *CASES),
    Chapter("Ⅴ. 제언과 후속 지원"),
    *text("1. 학교에 대한 인사이트·제언", "{{ change.insight }}"),
    Heading("2. 후속 지원 방안"),
    FOLLOW_UP,
    *when(
        "change.voices",
        Heading("3. 구성원 소감"),
        Outline("{%p for voice in change.voices %}\n○ {{ voice }}\n{%p endfor %}"),
    ),
    Together((Chapter("Ⅵ. 작성과 제출"), SUBMITTED, author_block("change"))),
    *when("change.photos", Chapter("붙임. 사진"), photos("change.photos")),
    author=None,
)
