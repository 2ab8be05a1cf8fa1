"""기관정보 (등록 화면): labels, order and merged cells as printed (제1장 Ⅱ), what its buttons open below."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Row,
    checkboxes,
    sheet,
    table_of,
)

LEVELS = ("초등학교", "중학교", "고등학교", "특수학교·각종학교")
BUTTONS = ("기관소개", "지원환경", "보유강사 현황", "과정별 프로그램 소개", "기관 특장점")


def wide(label: str, text: str) -> Row:
    return Row((Label(label), Entry(text, columns=3)), long=True)


def pair(first: str, one: str, second: str, other: str) -> Row:
    return Row((Label(first), Entry(one), Label(second), Entry(other)))


SCREEN = Grid(
    widths=(32, 53, 32, 53),
    rows=(
        wide("기관명", "{{ lead.name }}"),
        wide("운영권역", '{{ lead.regions | map(attribute="name") | join(", ") }}'),
        wide(
            "학교급",
            "   ".join(f"{{{{ ('{level}' in lead.school_levels) | box }}}} {level}" for level in LEVELS),
        ),
        wide("특장점", '{{ lead.strengths | join(", ") }}'),
        pair(
            *("유형", checkboxes("lead.type", {"대학": "대학", "기업": "기업"})),
            *("운영형태", checkboxes("lead.operation_form", {"컨소시엄": "컨소시엄", "단독": "단독"})),
        ),
        pair("총괄책임자", "{{ lead.head.name }}", "총괄책임자 직책", "{{ lead.head.position }}"),
        pair("담당자명", "{{ lead.manager.name }}", "담당자 직책", "{{ lead.manager.position }}"),
        pair(
            "담당자 연락처", "{{ lead.manager.phone | phone }}", "담당자 이메일", "{{ lead.manager.email }}"
        ),
        wide("협력기관", '{{ partners | join(", ") }}'),
    ),
)

FORM = sheet(
    "기관정보",
    SCREEN,
    Grid((34,) * 5, (Row(tuple(Label(button) for button in BUTTONS)),)),
    Heading("■ 기관소개", new_page=True),
    Outline("{{ lead.intro }}"),
    Heading("■ 지원환경"),
    Outline("{{ lead.environment }}"),
    Heading("■ 보유강사 현황"),
    table_of(
        "lecturers",
        Column("구분", '{{ row.roles | map(attribute="word") | join(", ") }}', 44),
        Column("성명", "{{ row.name }}", 24),
        Column("소속", "{{ row.affiliation }}", 46),
        Column("전문분야", "{{ row.subject }}", 40),
    ),
    Heading("■ 과정별 프로그램 소개"),
    table_of(
        "lead.programmes",
        Column("과정", "{{ row.course.name }}", 38, align="left"),
        Column("프로그램명", "{{ row.name }}", 38, align="left"),
        Column("대상", "{{ row.audience }}", 20),
        Column("차시", "{{ row.sessions }}", 13, align="right"),
        Column("내용", "{{ row.content }}", 49, align="left"),
    ),
    Heading("■ 기관 특장점"),
    Outline("{{ lead.features }}"),
    author=None,
)
