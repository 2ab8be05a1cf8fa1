"""코디네이터·강사 정보 등록 요청 메일 발송 명단: whom the system asks to register, and who has (제1장 Ⅱ)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Entry, Grid, Heading, Label, Row, fields, sheet, table_of

FORM = sheet(
    "코디네이터·강사 정보 등록 요청 메일 발송 명단",
    fields(("운영기관", "{{ lead.name }}", "등록 기한", "{{ lead.mail.due_on }}"), width=257),
    Heading("■ 발송 명단"),
    table_of(
        "invited",
        Column("구분", '{{ row.roles | map(attribute="word") | join(", ") }}', 37),
        Column("성명", "{{ row.name }}", 22),
        Column("소속", "{{ row.affiliation }}", 40),
        Column("이메일", "{{ row.email }}", 56),
        Column("휴대전화", "{{ row.phone | phone }}", 32),
        Column("발송일", "{{ row.mailed_on }}", 24),
        Column("등록완료", "{{ row.registered_on | box }}", 18),
        Column("개인정보동의", "{{ row.consent.provide | box }}", 25),
        blank=5,
        width=257,
    ),
    Heading("■ 요청 메일 제목·본문"),
    Grid(
        (28, 229),
        (
            Row((Label("제목"), Entry("{{ lead.mail.title }}"))),
            Row((Label("본문"), Entry("{{ lead.mail.body }}")), height=25),
        ),
    ),
    author=None,
    landscape=True,
)
