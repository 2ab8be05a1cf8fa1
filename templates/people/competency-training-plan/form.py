"""역량 기반 교육·훈련 계획: the seventeen competencies and what is taught of each (제1장 Ⅵ 역량 체계)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, Together, author_block, fields, sheet, table_of

_TARGET = "   ".join(f"{{{{ ('{role}' in roles) | box }}}} {role}" for role in ("코디네이터", "강사"))

FORM = sheet(
    "역량 기반 교육·훈련 계획",
    fields(
        ("사업명", "{{ project.name }}"),
        ("운영기관", "{{ institution.name }}", "대상", _TARGET),
    ),
    Heading("■ 역량별 교육 계획"),
    table_of(
        "project.training_rows",
        Column("구분", "{% merge %}{{ row.of_competency.group }}", 22.5),
        Column("역량", "{% merge %}{{ row.of_competency.category }}", 21),
        Column("세부역량", "{% merge %}{{ row.of_competency.name }}", 32),
        Column("대상", "{{ row.role }}", 22.5),
        Column("교육 내용", "{{ row.content }}", 40, "left"),
        Column("방법", "{{ row.method }}", 18),
        Column("시기", "{{ row.when }}", 14),
        Column("강사", "{{ row.who.name }}", 16),
        numbered=False,
        long=True,
    ),
    Together(
        (
            Heading("■ 전달 교육 (대표 코디네이터·강사)"),
            table_of(
                "project.cascade",
                Column("재단 교육 이수자", "{{ row.trained.name }}", 34),
                Column("소속", "{{ row.trained.affiliation }}", 50),
                Column("전달 일자", "{{ row.on }}", 28),
                Column("대상", "{{ row.audience }}", 46, "left"),
            ),
            Outline("※ 재단의 교육을 받은 대표 코디네이터·강사가 다른 코디네이터·강사에게 전달합니다."),
            author_block(),
        )
    ),
    author=None,
)
