"""사전 심층 면담지: the guideline names what it prepares (제1장 Ⅲ-2 ③); the layout is ours."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, fields, school_block, sheet, table_of

GROUPS = {"A": "학교 경영자", "B": "수석·부장 및 대표교사", "C": "일반 교원"}
TARGETS = "   ".join(
    f"{{{{ ('{key}' in interviews.sheet.targets) | box }}}} (그룹{key}) {word}"
    for key, word in GROUPS.items()
)

WISHED_PEOPLE = (
    "{%p for row in visit.wishes.people %}\n"
    "{{ row.course.name }}: {{ row.audience }} {{ row.count }}{% if row.count %}명{% endif %}\n"
    "{%p endfor %}"
)

FORM = sheet(
    "사전 심층 면담지",
    school_block(),
    Heading("■ 면담 일시·장소·방식"),
    table_of(
        "interviews.visits",
        Column("차수", "{% if row.no %}{{ row.no }}차{% endif %}", 16),
        Column("일시", "{{ row.start | krange(row.end) }}", 58),
        Column("장소", "{{ row.place }}", 70, align="left"),
        Column("방식", "{{ row.method }}", 26),
        blank=1,
        numbered=False,
    ),
    Heading("■ 면담 대상과 자가진단"),
    fields(
        ("면담 대상", TARGETS),
        ("별도 면담 대상군·방식·내용", "{{ interviews.sheet.special_requests }}"),
        (
            "자가진단 시사점 요약",
            "{%p for line in interviews.sheet.findings %}\n○ {{ line }}\n{%p endfor %}",
        ),
    ),
    Heading("■ 심층 질의 내용"),
    table_of(
        "interviews.sheet.questions",
        Column("연번", "{{ row.no or loop.index }}", 12),
        Column("영역", "{{ row.area }}", 24),
        Column("질문", "{{ row.text }}", 54, align="left"),
        Column("대상 그룹", "{% if row.group %}그룹{{ row.group }}{% endif %}", 20),
        Column("확인 포인트", "{{ row.check }}", 28, align="left"),
        Column("답변 메모", "", 32, align="left"),
        blank=8,
        numbered=False,
    ),
    Heading("■ 학교 요구 사항", new_page=True),
    fields(
        ("희망 프로그램 시간", "{{ visit.wishes.time }}"),
        ("희망 일정", "{{ visit.wishes.schedule }}"),
        ("희망 내용", "{{ visit.wishes.content }}"),
        ("과정별 이수자", WISHED_PEOPLE),
        ("운영 방식", "{{ visit.wishes.method }}"),
        ("추가 요구", "{{ visit.wishes.extra }}"),
    ),
    Heading("■ 역할 분담"),
    table_of(
        "interviews.sheet.roles",
        Column("성명", "{{ row.who.name }}", 28),
        Column("소속", "{{ row.who.affiliation }}", 50),
        Column("맡은 일", "{{ row.part }}", 80, align="left"),
    ),
    Heading("■ 상황별 사전 시뮬레이션"),
    table_of(
        "interviews.sheet.scenarios",
        Column("상황", "{{ row.case }}", 55, align="left"),
        Column("대응", "{{ row.response }}", 75, align="left"),
        Column("담당", "{{ row.who.name }}", 28),
    ),
    author=None,
)
