"""학교 맞춤형 프로그램 계획서: the guideline names what it holds (제1장 Ⅲ-4 ①); the layout is ours."""

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
    fields,
    report,
    school_block,
    table_of,
    when,
)


def _names(people: str) -> str:
    return f'{{{{ {people} | map(attribute="name") | join(", ") }}}}'


def _members(label: str, people: str, role: str, person: str) -> Repeat:
    columns = (
        role,
        f"{{{{ {person}.name }}}}",
        f"{{{{ {person}.affiliation }}}}",
        f"{{{{ {person}.position }}}}",
    )
    return Repeat(f"row in {people}", (Label(label), *(Entry(text, align="center") for text in columns)))


def _check(standard: str, planned: str, met: str) -> Row:
    result = f"{{{{ '적합' if {met} else '확인 필요' }}}}"
    return Row((Entry(standard), Entry(planned, align="right"), Entry(result, align="center")))


TEAM = Grid(
    (34, 52, 24, 36, 24),
    (
        Row(tuple(map(Label, ("구분", "역할", "성명", "소속", "직위"))), running=True),
        _members(
            "코디네이터", "coordinators.members | rows(3)", "{{ row.role.word if row.role }}", "row.person"
        ),
        _members("운영지원 담당자", "support_staff | rows(1)", "{{ row.kind }}", "row.person"),
        _members("외부 전문가", "plan.experts | rows(1)", "{% if row.name %}자문{% endif %}", "row"),
    ),
)

AREAS = Chart(
    "자가진단 영역별 평균",
    "diagnosis.pre.areas",
    "{{ row.name }}",
    (Series("우리 학교", "row.mean"), Series("권역", "row.region_mean", light=True)),
)

COURSES = table_of(
    "courses",
    Column("과정", "{{ row.course.name }}", 31, "left"),
    Column("프로그램명", "{{ row.name }}", 27, "left"),
    Column("대상", "{{ row.course.audience }}", 17),
    Column("차시", "{{ row.planned_sessions }}", 10, "right"),
    Column("회차", "{{ row.runs }}", 10, "right"),
    Column("분반", "{{ row.classes }}", 10, "right"),
    Column(
        "온라인\n차시",
        "{% if row.name %}{{ row.sessions | selectattr('mode', 'equalto', '온라인') | list | length }}"
        "{% endif %}",
        13,
        "right",
    ),
    Column("운영\n형태", "{{ row.form }}", 14),
    Column("정원\n(명)", "{{ row.capacity }}", 11, "right"),
    Column("연수 방법", "{{ row.methods | join(', ') }}", 29, "left"),
    numbered=False,
)

SESSIONS = table_of(
    "sessions | sort(attribute='course.number,run,class,no')",
    Column(
        "과정",
        "{% merge %}{{ row.name }}{% if split and row.no %} ({{ row.run }}회 {{ row.class }}반){% endif %}",
        21,
    ),
    Column("차시", "{{ row.no }}", 11),
    Column(
        "일시",
        "{{ row.start | krange(row.end) }}",
        30,
    ),
    Column("장소", "{{ row.place }}{% if row.mode == '온라인' %} (온라인){% endif %}", 20),
    Column("주제·내용", "{{ row.topic }}{% if row.content %}: {{ row.content }}{% endif %}", 34, "left"),
    Column("강의\n방법", "{{ row.method }}", 12),
    Column("주강사", _names("row.main"), 14, group="강사"),
    Column("보조\n강사", _names("row.assistant"), 14, group="강사"),
    Column("기술\n지원", _names("row.technical"), 14, group="강사"),
    numbered=False,
)

ENVIRONED = "courses | selectattr('env.devices') | list or courses | selectattr('env.tools') | list"
_ENVIRONMENT = "row.env.devices or row.env.devices_other or row.env.os or row.env.tools"
ENVIRONMENT = Grid(
    (50, 40, 35, 45),
    (
        Row(tuple(map(Label, ("프로그램명", "IT기기", "활용OS", "기타도구"))), running=True),
        Repeat(
            f"row in courses if {_ENVIRONMENT}",
            (
                Entry("{{ row.name }}"),
                Entry("{{ ((row.env.devices | list) + [row.env.devices_other]) | select | join(', ') }}"),
                Entry("{{ row.env.os | join(', ') }}"),
                Entry("{{ row.env.tools }}"),
            ),
        ),
    ),
)

CHECKS = Grid(
    (100, 36, 34),
    (
        Row((Label("운영 기준"), Label("이 계획"), Label("결과")), running=True),
        _check(
            "필수 과정 2개(우리학교 알아보기, 우리 학교 변화 돌아보기)", "{{ required }}개", "required == 2"
        ),
        _check("선택 과정 3개 이상", "{{ plan.optional_courses }}개", "plan.optional_courses >= 3"),
        _check(
            "선택 과정을 더하여 10차시 이상",
            "{{ plan.optional_sessions }}차시",
            "plan.optional_sessions >= 10",
        ),
        _check(
            "AI·디지털 이해 제고 과정은 5차시 이하",
            "{{ plan.understanding_sessions }}차시",
            "plan.understanding_sessions <= 5",
        ),
        _check("선택 과정마다 2차시 이상", "2차시 미만 {{ short }}개", "short == 0"),
        _check("온라인은 과정마다 30% 이하", "최대 {{ most_online | percent }}", "most_online <= 30"),
    ),
)

FORM = report(
    "학교 맞춤형 프로그램 계획서",
    "{{ plan.fixed_on or plan.written_on or case.written_on }}",
    Chapter("Ⅰ. 학교와 컨설팅 팀"),
    Heading("1. 학교 개요"),
    school_block(),
    Heading("2. 컨설팅 팀{% if coordinators.team %} ({{ coordinators.team }}){% endif %}"),
    TEAM,
    Heading("3. 학교 현황 요약"),
    fields(
        (
            "교직원·교원",
            "{% if staff_counts.staff is not none %}교직원 {{ staff_counts.staff | number }}명{% endif %}"
            "{% if staff_counts.teachers is not none %}, "
            "교원 {{ staff_counts.teachers | number }}명{% endif %}",
            "학생·학급",
            "{% if staff_counts.students is not none %}학생 {{ staff_counts.students | number }}명{% endif %}"
            "{% if staff_counts.classes is not none %}, {{ staff_counts.classes | number }}학급{% endif %}",
        ),
        (
            "교육활동·여건",
            "{{ [school.facts.activities, school.facts.conditions] | select | list | lines }}",
        ),
        (
            "보유 기기",
            "{% for row in environment.devices %}{{ row.kind }} {{ row.count | number }}대"
            "{% if row.os %}({{ row.os }}){% endif %}{% if not loop.last %}, {% endif %}{% endfor %}",
        ),
        (
            "무선망",
            "{% for row in environment.network %}{{ row.place }} {{ row.down_mbps | number }}Mbps"
            "{% if not loop.last %}, {% endif %}{% endfor %}",
        ),
        ("지원 가능 환경", "{{ environment.supportable }}"),
    ),
    Chapter("Ⅱ. 진단과 요구"),
    Heading("1. 자가진단·면담 결과 요약"),
    fields(
        (
            "자가진단",
            "{% if diagnosis.pre.responded is not none %}{{ diagnosis.pre.responded | number }}명 응답"
            "{% if diagnosis.pre.response_percent is not none %} "
            "(응답률 {{ diagnosis.pre.response_percent | percent }})"
            "{% endif %}{% endif %}",
            "심층 면담",
            "{{ {'from': interviews.first_visit_on, 'to': interviews.last_visit_on} | krange }}",
        ),
        ("결과 요약", "{{ plan.findings }}"),
    ),
    *when("diagnosis.pre.areas", AREAS),
    Heading("2. 학교 요구 및 시사점"),
    fields(("시사점", "{{ diagnosis.implications | lines }}")),
    table_of(
        "plan.needs",
        Column("요구", "{{ row.need }}", 50, "left"),
        Column("반영 내용", "{{ row.reflected }}", 54, "left"),
        Column("미반영 사유", "{{ row.reason_not }}", 54, "left"),
        blank=1,
    ),
    Heading("3. 컨설팅 목표·방향"),
    fields(("목표·방향", "{{ plan.goals }}"), ("개요", "{{ plan.summary }}")),
    Chapter("Ⅲ. 과정 구성과 운영 계획"),
    Heading("1. 과정 구성"),
    Unit("(모두 {{ courses | length }}개 과정, {{ plan.total_sessions }}차시)"),
    COURSES,
    Heading("2. 과정별 목표"),
    table_of(
        "courses",
        Column("프로그램명", "{{ row.name }}", 38, "left"),
        Column("수준", "{{ row.level }}", 16),
        Column("연수 목표", "{{ row.goal }}", 64, "left"),
        Column("연수 개요", "{{ row.summary }}", 52, "left"),
        numbered=False,
    ),
    Heading("3. 운영 기준 점검"),
    Together((CHECKS,)),
    *when("online_reasons", Outline("※ 온라인 운영 사유: {{ online_reasons | join(' / ') }}")),
    *when(
        "gathered",
        Outline(
            "{%p for row in gathered %}\n"
            "※ 집합형 운영 사유({{ row.name }}): {{ row.form_reason }}\n{%p endfor %}"
        ),
    ),
    Heading("4. 차시별 세부 계획"),
    SESSIONS,
    Chapter("Ⅳ. 운영 준비"),
    Heading("1. 강사진 구성"),
    table_of(
        "placed",
        Column(
            "역할",
            "{{ [('주강사' if row.main_sessions), ('보조강사' if row.assistant_sessions), "
            "('기술지원 전문가' if row.technical_sessions)] | select | list | lines }}",
            30,
        ),
        Column("성명", "{{ row.person.name }}", 18),
        Column("소속", "{{ row.person.affiliation }}", 32),
        Column("주요 이력", "{{ row.highlights }}", 40, "left"),
        Column("추천 사유", "{{ row.recommendation.opinion }}", 50, "left"),
        numbered=False,
    ),
    Heading("2. 참여 대상자"),
    table_of(
        "runs",
        Column("프로그램명", "{{ row.name }}", 60, "left"),
        Column("회차·분반", "{% if row.run %}{{ row.run }}회 {{ row.class }}반{% endif %}", 28),
        Column("대상", "{{ row.course.audience }}", 24),
        Column("예상 인원(명)", "{{ row.expected | number }}", 28, "right"),
        Column("명단 등록(명)", "{% if row.name %}{{ row.roster | length }}{% endif %}", 28, "right"),
        numbered=False,
    ),
    Heading("3. 필수 연수환경·기자재"),
    *when(ENVIRONED, ENVIRONMENT),
    table_of(
        "plan.equipment",
        Column("기기·환경", "{{ row.item }}", 90, "left"),
        Column("수량", "{{ row.count | number }}", 28, "right"),
        Column("마련", "{{ row.from }}", 40),
        blank=1,
    ),
    Heading("4. 활용 소프트웨어·클라우드"),
    Unit("(단위: 원)"),
    table_of(
        "plan.software",
        Column("명칭", "{{ row.name }}", 28, "left"),
        Column("용도", "{{ row.use }}", 33, "left"),
        Column("계정 수", "{{ row.accounts | number }}", 17, "right"),
        Column("기간", "{{ row.period | krange }}", 37),
        Column("비용", "{{ row.cost_won | number }}", 22, "right"),
        Column("학교 희망", "{% if row.name %}{{ row.school_wishes | box }}{% endif %}", 19),
        blank=1,
    ),
    Heading("5. 추진 일정"),
    table_of(
        "plan.timeline",
        Column("기간", "{{ row.period | krange }}", 60),
        Column("내용", "{{ row.text }}", 110, "left"),
        numbered=False,
        blank=1,
    ),
    Together(
        (
            Heading("6. 소요 예산"),
            Unit("(단위: 원)"),
            table_of(
                "plan.costs",
                Column("항목", "{{ row.item.name }}", 50, "left"),
                Column("산출내역", "{{ row.detail }}", 80, "left"),
                Column(
                    "금액",
                    "{{ row.amount_won | number }}",
                    30,
                    "right",
                    total="{{ cost_won | number if plan.costs }}",
                ),
                blank=1,
            ),
        )
    ),
    Chapter("Ⅴ. 협의와 확정"),
    Heading("1. 학교 협의 결과"),
    table_of(
        "plan.consultations",
        Column("협의일", "{{ row.on }}", 26),
        Column("참석자", "{{ row.attendees | join(', ') }}", 32),
        Column("주요 의견", "{{ row.opinion }}", 60, "left"),
        Column("조치", "{{ row.action }}", 52, "left"),
        numbered=False,
        blank=1,
    ),
    Together(
        (
            Heading("2. 확정 및 제출"),
            fields(
                (
                    "최종 확인자",
                    "{{ [plan.reviewed_by.affiliation, plan.reviewed_by.position, plan.reviewed_by.name]"
                    " | select | join(' ') }}",
                    "확인일",
                    "{{ plan.reviewed_on }}",
                ),
                ("확정일", "{{ plan.fixed_on }}", "학교 송부일", "{{ plan.sent_on }}"),
                (
                    "시스템 등록일",
                    "{{ plan.registered_on }}",
                    "양식 구분",
                    checkboxes("plan.form", {"한글": "한글", "ppt": "ppt"}),
                ),
                (
                    "붙임",
                    "1. 수강자 명단 {{ runs | length }}부\n"
                    "2. 심층 면담 기록지 {{ interviews.visits | length }}부",
                ),
            ),
            author_block("plan"),
        )
    ),
    author=None,
)
