"""성과나눔회 결과보고: what was shared, with whom, in which rooms; structure after a report of such a day."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    LongText,
    Outline,
    Repeat,
    fields,
    sheet,
    table_of,
    when,
)

PROGRAMME = "{%p for place in event.programme %}\n▲({{ place.name }}) {{ place.content }}\n{%p endfor %}"
PICTURE = "image(width='70mm', height='58mm', fit=true, optional=true)"
PICTURES = Grid(
    (85, 85),
    (
        Repeat(
            "pair in event.photos | rows(1) | batch(2, {'file': none, 'caption': none})",
            tuple(
                Entry(
                    f"{{{{ pair[{n}].file | {PICTURE} }}}}\n{{{{ pair[{n}].caption }}}}",
                    align="center",
                )
                for n in (0, 1)
            ),
        ),
    ),
)

FORM = sheet(
    "성과나눔회(성과공유회) 결과보고",
    fields(
        ("행사명", "{{ event.title }}"),
        ("일시", "{{ event.start | krange(event.end) }}", "장소", "{{ event.place }}"),
        ("주최·주관", "{{ event.host }}", "운영기관", "{{ institution.name }}"),
        ("대상·참석 인원", "{{ event.audience }}"),
    ),
    Heading("■ 목적"),
    Grid((170,), (LongText("{{ event.purpose }}", height=16),)),
    Heading("■ 주요 성과"),
    table_of(
        "event.results",
        Column("분야", "{{ row.field }}", 32),
        Column("팀 수", "{{ row.teams | number }}", 16, "right"),
        Column("인원", "{{ row.people }}", 30),
        Column("내용", "{{ row.content }}", 80, "left"),
        blank=2,
        long=True,
    ),
    Heading("■ 프로그램"),
    Grid((170,), (LongText(PROGRAMME, height=22),)),
    Heading("■ 향후 계획"),
    Grid((170,), (LongText("{{ event.plans }}", height=16),)),
    *when("event.quote", Heading("■ 기관장 말씀"), Outline("“{{ event.quote }}”")),
    *when("event.photos", Heading("■ 사진"), PICTURES),
    author=None,
)
