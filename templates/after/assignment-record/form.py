"""실습 과제 제출 및 피드백 현황 (제1장 Ⅴ-1): of a self-directed run, which it takes to complete."""

from __future__ import annotations

from docgen.catalogue.form import Entry, Grid, Heading, Label, Repeat, Row, fields, sheet

HEADS = ("연번", "성명", "과제명", "제출일", "제출 여부", "피드백 내용", "피드백 일자", "파일")


def _row(loop: str, *texts: str) -> Repeat:
    left = (2, 5, 7)  # texts, not words
    cells = (Entry(text, align="left" if n in left else "center") for n, text in enumerate(texts))
    return Repeat(loop, tuple(cells))


RECORD = Grid(
    (12, 24, 50, 26, 24, 65, 26, 30),
    (
        Row(tuple(map(Label, HEADS)), running=True),
        _row(
            "row in works",
            "{{ loop.index }}",
            "{{ names[row.participant][0].name }}",
            "{{ row.title }}",
            "{{ row.submitted_on }}",
            "{% if row.submitted_on %}제출{% else %}미제출{% endif %}",
            "{{ row.feedback }}",
            "{{ row.feedback_on }}",
            "{{ row.file }}",
        ),
        _row(
            "row in others",
            "{{ loop.index + works | length }}",
            "{{ row.participant.name }}",
            "",
            "",
            "미제출",
            "",
            "",
            "",
        ),
        _row("line in range(0 if works or others else 5)", *("",) * 8),
    ),
)

FORM = sheet(
    "실습 과제 제출 및 피드백 현황",
    fields(
        ("학교명", "{{ school.name }}", "운영기관", "{{ institution.name }}"),
        ("과정명", "{{ run.course.name }}", "프로그램명", "{{ run.name }}"),
        (
            "회차·분반",
            "{{ run.run }}회차 {{ run['class'] }}반",
            "운영 기간",
            "{% if run.held %}{{ run.started_on | krange(run.ended_on) }}{% endif %}",
        ),
        (
            "제출 인원",
            "{{ submitted | number }}명 (대상 {{ run.roster | length | number }}명)",
            "피드백",
            "{{ answered | number }}건 (제출 {{ handed | number }}건)",
        ),
        width=257,
    ),
    Heading("■ 과제 제출과 피드백"),
    RECORD,
    landscape=True,
)
