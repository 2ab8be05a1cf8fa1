"""맞춤형 계획 학교 안내자료: what the school is told in 우리학교 알아보기 (제1장 Ⅲ-1 주요 역할 3)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Chart,
    Column,
    Heading,
    Outline,
    Series,
    Unit,
    fields,
    school_block,
    sheet,
    table_of,
    when,
)

FORM = sheet(
    "맞춤형 계획 학교 안내자료",
    school_block(),
    fields(
        ("안내 일시", "{{ told.start | krange(told.end) }}", "장소", "{{ told.place }}"),
        (
            "안내자",
            "{{ told.coordinators | map(attribute='name') | join(', ') }}",
            "과정",
            "{{ told.course.name }}",
        ),
    ),
    Heading("■ 자가진단 결과 요약"),
    fields(
        (
            "응답",
            "{% if diagnosis.pre.responded is not none %}{{ diagnosis.pre.responded | number }}명"
            "{% if diagnosis.pre.response_percent is not none %} "
            "(교직원의 {{ diagnosis.pre.response_percent | percent }})"
            "{% endif %}{% endif %}",
            "진단 기간",
            "{{ diagnosis.pre.period | krange }}",
        ),
        ("결과 요약", "{{ plan.findings }}"),
    ),
    *when(
        "diagnosis.pre.areas",
        Chart(
            "자가진단 영역별 평균",
            "diagnosis.pre.areas",
            "{{ row.name }}",
            (Series("우리 학교", "row.mean"), Series("권역", "row.region_mean", light=True)),
        ),
    ),
    *when(
        "diagnosis.implications",
        Outline("{%p for line in diagnosis.implications %}\n○ {{ line }}\n{%p endfor %}"),
    ),
    Heading("■ 맞춤형 프로그램 안내"),
    fields(("학교의 목표", "{{ plan.goals }}"), ("개요", "{{ plan.summary }}")),
    Unit("(모두 {{ courses | length }}개 과정, {{ plan.total_sessions }}차시)"),
    table_of(
        "courses",
        Column("과정", "{{ row.course.name }}", 49, "left"),
        Column("프로그램명", "{{ row.name }}", 34, "left"),
        Column("대상", "{{ row.course.audience }}", 18),
        Column("차시", "{{ row.planned_sessions }}", 12, "right"),
        Column(
            "운영 기간", "{{ {'from': row.started_on, 'to': row.ended_on} | krange if row.started_on }}", 37
        ),
        Column("이수 기준", "{{ row.kind }}", 19),
        numbered=False,
    ),
    Heading("■ 학교의 요구와 반영"),
    table_of(
        "plan.needs",
        Column("요구", "{{ row.need }}", 50, "left"),
        Column("반영 내용", "{{ row.reflected }}", 54, "left"),
        Column("미반영 사유", "{{ row.reason_not }}", 54, "left"),
    ),
    Heading("■ 일정"),
    table_of(
        "sessions | sort(attribute='start')",
        Column("일시", "{{ row.start | krange(row.end) }}", 51),
        Column(
            "프로그램명",
            "{{ row.name }}{% if split and row.no %} ({{ row.run }}회\u00a0{{ row.class }}반){% endif %}",
            48,
            "left",
        ),
        Column("차시", "{{ row.no }}", 12),
        Column("장소", "{{ row.place }}", 27),
        Column("주제", "{{ row.topic }}", 34, "left"),
        numbered=False,
    ),
    Heading("■ 유의사항"),
    Outline(
        "○ 출결: 교직원 과정은 전자 출결로, 학부모와 학생 과정은 수기 출석부로 확인합니다.\n"
        "○ 이수 기준: 참여시간이 총 프로그램 시간의 80% 이상이어야 합니다. "
        "자기주도형 과정은 실습 과제도 내야 합니다.\n"
        "○ 회원가입: 참여하는 교원은 재단 종합교육연수원에 가입하고 NEIS 번호를 최신으로 고쳐 둡니다.\n"
        "{%p if plan.briefing.notes %}\n○ {{ plan.briefing.notes }}\n{%p endif %}"
    ),
    author="plan",
)
