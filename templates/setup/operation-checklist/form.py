"""운영 전·후 체크리스트: the four columns as printed (제1장 Ⅰ), what is done of each step beside them."""

from __future__ import annotations

from docgen.catalogue.form import Column, Entry, Grid, Heading, Label, Row, sheet, table_of

OPEN = (
    "{% if row.missing %}빠짐 {{ row.missing }}건{% if row.ready %}, {% endif %}{% endif %}"
    "{% if row.ready %}낼 것 {{ row.ready }}건{% endif %}"
    "{% if row.due_on and (row.missing or row.ready) %} · {% endif %}"
    "{% if row.due_on %}{{ row.due_on | kdate }}까지{% endif %}"
)
FILES = (
    "{%p for lack in row.missing %}\n{{ lack }}\n{%p endfor %}\n"
    "{%p for file in row.files %}\n{{ file }}\n{%p endfor %}"
)
TRAININGS = (
    "선정 후 : 운영 지역 중심 코디네이터 구성 완료 후 → 코디네이터 교육\n"
    "프로그램 전 : 프로그램 재구성 및 강사진 구성·배치 후 → 강사진 교육"
)
SCHOOL = Grid(
    (26, 60, 26, 60, 25, 60),
    (
        Row(
            (
                *(Label("학교명"), Entry("{{ school.name }}")),
                *(Label("학교급"), Entry("{{ school.level }}")),
                *(Label("시·도"), Entry("{{ school.province.word if school.province }}")),
            )
        ),
        Row(
            (
                *(Label("관할 교육청"), Entry("{{ school.education_office }}")),
                *(Label("운영기관"), Entry("{{ institution.name }}")),
                *(Label("기준일"), Entry("{{ checklist.on }}")),
            )
        ),
    ),
)

FORM = sheet(
    "운영 전·후 체크리스트",
    SCHOOL,
    table_of(
        "checklist.steps",
        Column("단계", "{% merge %}{{ row.stage }}", 28),
        Column("체크리스트", "{{ row.number }}. {{ row.title }}", 85, "left"),
        Column("추진 횟수", "{{ row.count }}", 31),
        Column("서류 제출", '{{ "○" if row.submit else "-" }}', 12),
        Column("완료", "{{ row.done | box }}", 11),
        Column("완료일", "{{ row.done_on }}", 26),
        Column("제출 서류", "{% if row.at_hand %}{{ row.at_hand }}건{% endif %}", 14, "right"),
        Column("비고", OPEN, 50, "left"),
        blank=1,
        numbered=False,
        width=257,
    ),
    Grid((257,), (Row((Entry(TRAININGS),)),), plain=True, tied=True),
    Heading("■ 서류 목록", new_page=True),
    table_of(
        "checklist.papers",
        Column("단계", "{% merge %}{{ row.step }}", 13),
        Column("서류", "{% merge %}{{ row.title }}", 50, "left"),
        Column("대상", "{{ row.name }}", 36, "left"),
        Column("기한", "{{ row.due_on }}", 27),
        Column("근거", "{{ row.rule }}", 14),
        Column("상태", "{{ row.status }}", 14),
        Column("완료일", "{{ row.done_on }}", 27),
        Column("파일 또는 빠진 것", FILES, 76, "left"),
        blank=1,
        numbered=False,
        width=257,
    ),
    author=None,
    landscape=True,
)
