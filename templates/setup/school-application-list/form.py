"""학교 관리 (신청학교 목록): the columns of the screen as printed (제1장 Ⅱ), its buttons under the list."""

from __future__ import annotations

from docgen.catalogue.form import Column, Grid, Label, Row, sheet, table_of

FORM = sheet(
    "학교 관리",
    table_of(
        "[school]",
        Column("구분", "{{ false | box }}", 13),
        Column("번호", "{{ row.application_no }}", 14, align="right"),
        Column("학교명", "{{ row.name }}", 40),
        Column("지역(시/도)", "{{ row.province.word if row.province }}", 34),
        Column("학교급", "{{ row.level }}", 34),
        Column("유형", "{{ row.type }}", 32),
        Column(
            "자가진단", "{{ diagnosis.pre.responded }} / {{ diagnosis.pre.invited }} 명", 28, align="right"
        ),
        Column("신청자", "{{ row.applicant.name }}", 22),
        Column("직책", "{{ row.applicant.position }}", 32),
        Column("상태", "{{ row.status }}", 22),
        blank=1,
        numbered=False,
        width=257,
    ),
    Grid((30, 30), (Row((Label("승인"), Label("반려"))),)),
    author=None,
    landscape=True,
)
