"""취소 요청 공문 (제1장 Ⅳ-2): the school's letter, with the reason and what has been run until then."""

from __future__ import annotations

from docgen.catalogue.form import Column, fields, letter, table_of, when

FORM = letter(
    "취소 요청 공문",
    "letter",
    fields(
        ("학교명", "{{ school.name }}", "취소 단계", "{{ cancellation.stage }}"),
        ("취소 사유", "{{ cancellation.reason }}"),
    ),
    *when(
        "cancellation.done",
        table_of(
            "cancellation.done",
            Column("취소 대상 과정", "{{ row.course.name }}", 100, "left"),
            Column("기수행 차시", "{{ row.sessions | number }}", 40, "right"),
            blank=1,
        ),
    ),
    head="{{ school.name }}",
    address="{%p if school.address %}\n주소  {{ school.address }}\n{%p endif %}",
)
