"""공결 인정 신청서 (제1장 Ⅴ-1, 종합교육연수원 규칙 제30조 제2항): the reasons as the rule lists them."""

from __future__ import annotations

from docgen.catalogue.form import (
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Row,
    Signature,
    checkboxes,
    fields,
    sheet,
)

REASONS = (
    "국가공무원복무규정 제19조, 제20조 제1항 공가·특별휴가",
    "공무 중 담임반 학생과 학교 공식행사",
    "기타 부득이한 경우로 인정할 때",
)
BOXES = "\n".join(
    f"{{{{ (absence.reason == '{number}') | box }}}} {number}. {text}"
    for number, text in enumerate(REASONS, 1)
)
SESSIONS = (
    "{%p for session in missed %}\n"
    "{{ session.no }}차시  {{ session.start | krange(session.end) }}  {{ session.topic }}\n"
    "{%p endfor %}"
)
DECIDER = (
    "{{ absence.decided_by.affiliation }} {{ absence.decided_by.position }} {{ absence.decided_by.name }}"
)

FORM = sheet(
    "공결 인정 신청서",
    Heading("■ 신청인"),
    fields(
        ("성명", "{{ person.name if person }}", "직위", "{{ person.position if person }}"),
        ("소속", "{{ person.affiliation or school.name if person }}"),
    ),
    Heading("■ 결강 내용"),
    Grid(
        (28, 142),
        (
            Row((Label("과정"), Entry("{{ courses_missed | join(', ') }}"))),
            Row((Label("결강 차시"), Entry(SESSIONS))),
            Row((Label("결강 사유 구분"), Entry(BOXES))),
            Row((Label("사유 상세"), Entry("{{ absence.detail }}")), height=30),
            Row((Label("증빙"), Entry("{{ absence.proof }}"))),
        ),
    ),
    Outline("위와 같이 공결 인정을 신청합니다."),
    Signature("신청일", "{{ absence.applied_on }}", "신청인", "{{ person.name if person }}"),
    Heading("■ 승인"),
    Grid(
        (28, 57, 28, 57),
        (
            Row(
                (
                    Label("승인 여부"),
                    Entry(checkboxes("absence.decision", {"승인": "승인", "반려": "반려"})),
                    Label("결정일"),
                    Entry("{{ absence.decided_on }}"),
                )
            ),
            Row((Label("승인자", help="(소속·직위·성명)"), Entry(DECIDER, columns=3))),
        ),
    ),
    author=None,
)
