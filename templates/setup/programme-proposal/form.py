"""프로그램 제안서: what an institution offers in each course, and whose opinions it has heard (지표 2·3)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, fields, sheet, table_of

FORM = sheet(
    "프로그램 제안서",
    fields(
        ("운영기관", "{{ office.name }}", "구분", "{{ office.role }}"),
        (
            "운영권역",
            "{{ office.regions | map(attribute='printed') | join(', ') }}",
            "담당자",
            "{{ [office.manager.position, office.manager.name, office.manager.phone | phone]"
            " | select | join(' ') }}",
        ),
        width=257,
    ),
    Heading("■ 과정별 프로그램"),
    table_of(
        "programmes",
        Column("과정", "{% merge %}{{ row.course.name }}", 34),
        Column("프로그램명", "{{ row.name }}", 42, "left"),
        Column("대상", "{{ row.audience }}", 20),
        Column("차시", "{{ row.sessions }}", 12, "right"),
        Column("목표", "{{ row.goal }}", 44, "left"),
        Column("내용", "{{ row.content }}", 50, "left"),
        Column("방법", "{{ row.method }}", 26),
        Column("수준", "{{ row.level }}", 20),
        long=True,
        width=257,
    ),
    Heading("■ 학교 의견 수렴·반영"),
    table_of(
        "proposal.opinions",
        Column("의견", "{{ row.text }}", 190, "left"),
        Column(
            "반영 여부",
            "{{ (row.reflected is true) | box }} 반영   {{ (row.reflected is false) | box }} 미반영",
            55,
        ),
        width=257,
    ),
    fields(("프로그램\n구성 근거", "{{ proposal.basis }}"), width=257),
    landscape=True,
)
