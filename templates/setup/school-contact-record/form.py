"""신청학교 안내(유선 연락) 기록: every applicant school is called, whether it is taken or not (제1장 Ⅱ).

Who wrote it stands before the calls: many would leave it alone on the last page.
"""

from __future__ import annotations

from docgen.catalogue.form import (
    Heading,
    Together,
    author_block,
    checkboxes,
    each,
    fields,
    school_block,
    sheet,
)

DECISIONS = {"지원 확정": "지원 확정", "지원 불가": "지원 불가"}
METHODS = {"유선": "유선", "공문": "공문", "메일": "메일", "방문": "방문"}

CALLER = "{{ [contact.by.affiliation, contact.by.position, contact.by.name] | select | join(' ') }}"

CONTACT = fields(
    ("연락 일시", "{{ contact.at }}", "연락한 사람", CALLER),
    (
        *("연락 대상", "{{ contact.person.name }} {{ contact.person.position }}"),
        *("안내 구분", "{{ contact.decision }}"),
    ),
    ("방법", checkboxes("contact.method", METHODS)),
    ("안내 내용", "{{ contact.content }}"),
    ("학교 요청·특이사항", "{{ contact.remarks }}"),
)

FORM = sheet(
    "신청학교 안내(유선 연락) 기록",
    school_block(),
    Heading("■ 지원 여부"),
    fields(
        ("신청일시", "{{ school.applied_at }}", "신청순번", "{{ school.application_no }}"),
        ("지원 여부", checkboxes("decision", DECISIONS), "확정일", "{{ school.decided_on }}"),
        ("불가 사유", "{{ school.reject_reason }}"),
    ),
    author_block(),
    *each("contact in contacts | rows(1)", Heading("■ 연락 {{ loop.index }}"), Together((CONTACT,))),
    author=None,
)
