"""프로그램 정보 입력: the screen of [과정 관리] as printed (제1장 Ⅲ-4 ②), and the times of the sessions."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Form,
    Grid,
    Heading,
    Label,
    Row,
    Title,
    Together,
    checkboxes,
    each,
    table_of,
)


def _boxes(chosen: str, *words: str) -> str:
    return "   ".join(f"{{{{ ('{word}' in ({chosen} or [])) | box }}}} {word}" for word in words)


def _whole(label: str, text: str, **options: bool) -> Row:
    return Row((Label(label, 2), Entry(text, 3)), **options)


_DEVICES = _boxes("course.env.devices", "태블릿", "노트북") + (
    "   {{ (others | length > 0) | box }} 기타 {% if others %}({{ others | join(', ') }}){% endif %}"
)
_OS = _boxes("course.env.os", "윈도우", "맥OS", "웨일", "크롬", "안드로이드")
_METHODS = _boxes("course.methods", "활동중심", "강의", "실습", "토론", "자기주도형")

COURSE = Grid(
    (30, 24, 46, 34, 36),
    (
        _whole("프로그램명", "{{ course.name }}"),
        _whole("참여 대상", _boxes("audience", "학교 경영자", "수석부장교사", "일반교사", "기타")),
        Row(
            (
                Label("연수생 정원", 2),
                Entry("{{ course.capacity | number }} 명", align="right"),
                Label("총 연수 운영 회차"),
                Entry("{{ course.runs | number }} 회", align="right"),
            )
        ),
        Row(
            (
                Label("운영 차시", 2),
                Entry("{{ course.planned_sessions | number }} 차시", align="right"),
                Label("운영 형태"),
                Entry(
                    checkboxes("course.form", {"집합형": "집합형", "방문형": "방문형"}),
                    align="center",
                ),
            )
        ),
        _whole("대상 학교", "{{ school.name }}"),
        _whole("운영 지역", "{{ course.area }}"),
        _whole("연수 방법", _METHODS + "{% if more %}   ({{ more | join(', ') }}){% endif %}"),
        Row((Label("필수 연수환경", rows=3), Label("IT기기"), Entry(_DEVICES, 3))),
        Row((Label("활용OS"), Entry(_OS + "{% if systems %}   ({{ systems | join(', ') }}){% endif %}", 3))),
        Row((Label("기타도구"), Entry("{{ course.env.tools }}", 3))),
        _whole("연수 목표", "{{ course.goal }}", long=True),
        _whole("연수 개요", "{{ course.summary }}", long=True),
    ),
)


def _people(label: str, key: str) -> tuple[Label, Entry]:
    return Label(label), Entry(f'{{{{ session.{key} | map(attribute="name") | join(", ") }}}}', 3)


SESSION = Grid(
    (30, 32, 38, 32, 38),
    (
        Row(
            (
                Label("차시"),
                Entry(
                    "{{ session.no }} 차시"
                    "{% if split %} ({{ session.run }}회 {{ session.class }}반){% endif %}",
                    4,
                ),
            )
        ),
        Row((Label("참여강사", rows=3), *_people("주강사", "main"))),
        Row(_people("보조강사", "assistant")),
        Row(_people("기술지원 전문가", "technical")),
        Row(
            (
                Label("강의방법"),
                Entry("{{ session.method }}", 2),
                Label("강의구분"),
                Entry("{{ session.kind }}"),
            )
        ),
        Row(
            (
                Label("강의내용"),
                Entry("{{ session.topic }}{% if session.content %}\n{{ session.content }}{% endif %}", 4),
            ),
            long=True,
        ),
    ),
)

TIMES = table_of(
    "sessions_of",
    Column("회차·분반", "{% if row.run %}{{ row.run }}회 {{ row.class }}반{% endif %}", 22),
    Column("차시", "{{ row.no }}", 12),
    Column("일시", "{{ row.start | krange(row.end) }}", 58),
    Column("시간(분)", "{{ row.minutes | number }}", 21, "right"),
    Column("장소", "{{ row.place }}", 32),
    Column("대면/온라인", "{{ row.mode }}", 26),
    Column("실시간", "{% if row.mode == '온라인' %}{{ row.live | box }}{% endif %}", 16),
    numbered=False,
    blank=1,
)

FORM = Form(
    "프로그램 정보 입력",
    (
        Title("({{ course.course.name }}) 프로그램 정보 입력"),
        COURSE,
        *each("session in sessions_of | rows(1)", Together((SESSION,))),
        Heading("■ 차시 일시·시간(분)"),
        TIMES,
    ),
    numbered=True,
)
