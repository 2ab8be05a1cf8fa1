"""소명자료·사유서: what the Foundation or the accounting firm asks about, answered (제2장 Ⅲ-5, Ⅴ ④)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Grid,
    Heading,
    LongText,
    Outline,
    Signature,
    Together,
    fields,
    sheet,
    table_of,
)

FORM = sheet(
    "소명자료·사유서",
    fields(
        ("수신", "{{ letter.receiver }}", "발신", "{{ letter.sender }}"),
        ("제목", "{{ letter.title }}"),
        ("문서번호", "{{ letter.doc_no }}", "담당자", "{{ asked }}"),
        ("관련", "{%p for line in letter.body %}\n{{ line }}\n{%p endfor %}"),
    ),
    Heading("■ 요청 내용"),
    Grid((170,), (LongText("{{ letter.request }}", height=25),)),
    Heading("■ 소명 내용"),
    Grid((170,), (LongText("{{ letter.explanation }}", height=55),)),
    Heading("■ 추가 증빙"),
    table_of(
        "letter.annexes",
        Column("서류", "{{ row.title }}", 120, "left"),
        Column("부수", "{% if row.copies %}{{ row.copies }}부{% endif %}", 30, "right"),
    ),
    Together(
        (
            Outline("위와 같이 소명합니다."),
            Signature("작성일", "{{ letter.dated_on }}", "책임자", "{{ responsible }}"),
        )
    ),
    author=None,
    approval="letter.approval",
)
