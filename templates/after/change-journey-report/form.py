"""학교의 변화 여정 보고서: the whole consulting of a school, and what it changed (제1장 Ⅴ-3, Ⅶ)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Cover,
    Entry,
    Form,
    Grid,
    Heading,
    Label,
    LongText,
    Outline,
    Repeat,
    Row,
    Title,
    Unit,
    author_block,
    each,
    fields,
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
    Column("영역", "{{ row.name }}", 40, "left"),
    Column("문항 수", "{{ row['items'] | number }}", 16, "right"),
    Column("평균", "{{ row.mean | number(2) }}", 16, "right"),
    Column("권역 평균", "{{ row.region_mean | number(2) }}", 20, "right"),
    Column("0 ~ 5점", "row.mean", 58, bar=5),
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
    long=True,
)

COMPARED = table_of(
    "diagnosis.pre.areas",
    Column("영역", "{{ row.name }}", 26, "left"),
    Column("사전", "{{ row.mean | number(2) }}", 13, "right"),
    Column("사후", "{{ row.post_mean | number(2) }}", 13, "right"),
    Column("차이", "{{ row.diff | number(2) }}", 17, "right"),
    Column("사전 (0 ~ 5점)", "row.mean", 50, bar=5),
    Column("사후 (0 ~ 5점)", "row.post_mean", 50, bar=5),
    numbered=False,
)

SURVEYS = table_of(
    "satisfaction",
    Column("조사", "{{ row.kind.word if row.kind }}", 24, "left"),
    Column(
        "대상",
        "{% if row.target %}{% if row.target.person.name %}{{ row.target.person.name }} {% endif %}"
        "{{ row.target.course.name }}{% endif %}",
        34,
        "left",
    ),
    Column("응답률", "{{ row.response_percent | percent }}", 18, "right"),
    Column("평균", "{{ row.mean | number(2) }}", 13, "right"),
    Column("만족도", "{{ row.satisfied_percent | percent }}", 18, "right"),
    Column("0 ~ 100%", "row.satisfied_percent", 51, bar=100),
)

CYCLE = Grid(
    (40, 130),
    (
        Row((Label("단계"), Label("내용")), running=True),
        Repeat(
            "row in change.cycle | rows(3)",
            (Entry("{{ row.stage }}", align="center"), Entry("{{ row.text }}")),
            long=True,
        ),
    ),
)

CASES = each(
    "row in change.lesson_cases",
    Heading("{{ loop.index }}. {{ row.teacher }}{% if row.subject %} ({{ row.subject }}){% endif %}"),
    fields(
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
    long=True,
)

FORM = Form(
    "학교의 변화 여정 보고서",
    (
        Cover(
            "학교의 변화 여정 보고서",
            "{{ school.name }}",
            "{{ change.submitted_on or change.written_on or case.written_on }}",
            "{{ institution.name }}",
        ),
        Title("학교의 변화 여정 보고서"),
        school_block(),
        *text("■ 요약", "{{ change.summary }}"),
        Heading("■ 컨설팅 과정 개요"),
        PROCESS,
        Heading("■ 사전 진단 결과"),
        Unit("(단위: 점)"),
        PRE,
        Heading("■ 프로그램별 운영 결과", new_page=True),
        Unit("(단위: 명)"),
        PROGRAMMES,
        Heading("■ 변화 분석 (사전·사후 비교)"),
        Unit("(단위: 점)"),
        COMPARED,
        Heading("■ 만족도 조사 결과"),
        SURVEYS,
        *text("■ 효과성 검증", "{{ change.effect }}"),
        Heading("■ 변화 문제 발견 → 혁신 전략 수립·실천 → 환류", new_page=True),
        CYCLE,
        *when("change.lesson_cases", Heading("■ 수업 적용 사례"), *CASES),
        *text("■ 학교에 대한 인사이트·제언", "{{ change.insight }}"),
        Heading("■ 후속 지원 방안"),
        FOLLOW_UP,
        *when(
            "change.voices",
            Heading("■ 구성원 소감"),
            Outline("{%p for voice in change.voices %}\n○ {{ voice }}\n{%p endfor %}"),
        ),
        *when(
            "change.photos",
            Heading("■ 사진"),
            Outline("{%p for photo in change.photos %}\n○ 붙임 {{ photo }}\n{%p endfor %}"),
        ),
        Heading("■ 작성과 제출"),
        fields(
            ("참여 전문가", "{{ change.experts | map(attribute='name') | join(', ') }}"),
            (
                "제출일\n(재단)",
                "{{ change.submitted_on }}",
                "제출일\n(해당 학교)",
                "{{ change.submitted_to_school_on }}",
            ),
        ),
        author_block("change"),
    ),
    numbered=True,
)
