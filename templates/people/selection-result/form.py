"""코디네이터·강사 선발 결과: means of the raters, passed from 60 points of the interview (제1장 Ⅵ)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, Unit, author_block, fields, sheet, table_of

FORM = sheet(
    "코디네이터·강사 선발 결과",
    fields(
        ("선발명", "{{ selection.title }}"),
        ("운영기관", "{{ institution.name }}", "결정일", "{{ selection.decided_on }}"),
    ),
    author_block(),
    Heading("■ 선발 현황"),
    Unit("(단위: 명)"),
    table_of(
        "selection.counts",
        Column("구분", "{{ row.name }}", 50),
        Column(
            "지원",
            "{{ row.candidates | length if row.name }}",
            30,
            "right",
            total="{{ selection.candidates | length }}",
        ),
        Column(
            "면접",
            "{{ row.met | number }}",
            30,
            "right",
            total="{{ selection.counts | sum(attribute='met') }}",
        ),
        Column(
            "합격",
            "{{ row.passed | number }}",
            30,
            "right",
            total="{{ selection.counts | sum(attribute='passed') }}",
        ),
        Column(
            "불합격",
            "{{ row.failed | number }}",
            30,
            "right",
            total="{{ selection.counts | sum(attribute='failed') }}",
        ),
        numbered=False,
        blank=1,
    ),
    Heading("■ 지원자별 결과"),
    Unit("(단위: 점)"),
    table_of(
        "selection.candidates",
        Column("구분", "{{ row.role.word if row.role }}", 26),
        Column("성명", "{{ row.name }}", 22),
        Column("소속", "{{ row.affiliation }}", 36, "left"),
        Column("서류\n점수", "{{ row.document_score | number(1) }}", 14, "right"),
        Column("서류\n만점", "{{ (row.documents | rows(1) | first).maximum | number }}", 13, "right"),
        Column("면접\n총점", "{{ row.interview_score | number(1) }}", 14, "right"),
        Column(
            "합격\n여부",
            "{{ '합격' if row.passed else '불합격' if row.passed is false or decided and row.name }}",
            15,
        ),
        Column("사유", "{{ row.reason }}", 32, "left"),
        long=True,
    ),
    Outline(
        "※ 서류 점수와 면접 총점은 평가위원이 준 점수의 평균입니다.\n"
        "※ 면접 총점 60점 이상만 합격합니다. 서류의 만점은 코디네이터 80점, 강사 75점입니다."
    ),
    author=None,
    approval="selection.approval",
)
