"""프로그램 홍보 실적: each promotion with its cost and pictures, and how many took the first diagnosis."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Unit, fields, sheet, table_of, when

PICTURES = (
    "{%p for photo in row.photos or [] %}\n"
    "{{ photo | image(width='44mm', height='30mm', fit=true, optional=true) }}\n"
    "{%p endfor %}"
)

FORM = sheet(
    "프로그램 홍보 실적",
    fields(
        ("사업명", "{{ project.name }}", "운영기관", "{{ institution.name }}"),
        (
            "홍보 횟수",
            "{{ project.promotions | length | number }}회{% if media %} ({% for kind, held in media %}"
            "{{ kind }} {{ held | length }}회{% if not loop.last %}, {% endif %}{% endfor %}){% endif %}",
            "비용 합계",
            "{{ cost_won | won }}",
        ),
        width=257,
    ),
    Unit("(단위: 원)"),
    table_of(
        "project.promotions",
        Column("일자", "{{ row.on }}", 28),
        Column("매체", "{{ row.medium }}", 28),
        Column("대상", "{{ row.audience }}", 38, "left"),
        Column("내용", "{{ row.content }}", 62, "left"),
        Column("수량", "{{ row.quantity }}", 22),
        Column("비용", "{{ row.cost_won | number }}", 26, "right", total="{{ cost_won | number }}"),
        Column("사진", PICTURES, 48, total="{{ pictures | number }}장"),
        width=257,
    ),
    *when(
        "rows",
        Heading("■ 사전진단 참여율"),
        Unit("(단위: 명)"),
        table_of(
            "rows",
            Column("학교명", "{{ row.school.name }}", 110, "left"),
            Column("시·도", "{{ row.school.province.word if row.school.province }}", 40),
            Column(
                "교직원", "{{ row.staff_counts.staff | number }}", 30, "right", total="{{ staff | number }}"
            ),
            Column(
                "응답",
                "{{ row.diagnosis.pre.responded | number }}",
                30,
                "right",
                total="{{ responded | number }}",
            ),
            Column(
                "참여율",
                "{{ row.diagnosis.pre.response_percent | percent }}",
                30,
                "right",
                total="{{ diagnosis_rate | percent }}",
            ),
            blank=1,
            width=257,
        ),
    ),
    landscape=True,
)
