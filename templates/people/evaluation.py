"""What the evaluation papers of candidates have alike (제1장 Ⅵ ①, ②): one for each candidate and rater."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Form,
    Grid,
    Heading,
    Label,
    LongText,
    Outline,
    Repeat,
    Row,
    Signature,
    Title,
    Together,
    Unit,
    fields,
    sheet,
    table_of,
    when,
)
from templates.people.application import BASICS, WIDTHS

__all__ = ["document_evaluation", "interview_evaluation"]

_GRADES = "   ".join(
    f"{{{{ (row.score == {score}) | box }}}} {word} {score}점"
    for word, score in (("미흡", 5), ("보통", 7), ("우수", 10))
)
# A question that is not counted is printed all the same (G-19), with no room to score it.
_ANSWER = (
    "• {{ row.question }}\n"
    "{%p if row in evaluation.counted %}\n"
    f"평가: {_GRADES}\n"
    "결과: {{ [row.answer, row.comment] | select | join(' / ') }}\n"
    "{%p else %}\n"
    "(다른 구분의 지원자에게 묻는 항목이므로 점수에 넣지 않음)\n"
    "{%p endif %}"
)
_PASSED = (
    "{{ (evaluation.passed is true) | box }} 선발 대상   {{ (evaluation.passed is false) | box }} 선발 제외"
)
_TOTAL = "{{ evaluation.total | number }}"
_OPINION = when(
    "evaluation.opinion",
    Heading("■ 종합 의견"),
    Grid((170,), (LongText("{{ evaluation.opinion }}", height=24),)),
)

_NOTES = Outline(
    "※ 선발 배점(변경) 가운데 서류에서 보는 역량만 평가하며, 점수는 0점부터 배점까지 줍니다.\n"
    "※ 합계는 {{ evaluation.maximum | number }}점 만점입니다."
)


def _signed(day: str, rater: str) -> Signature:
    return Signature(day, "{{ evaluation.rated_on }}", rater, "{{ evaluation.rater.name }}")


def document_evaluation(title: str) -> Form:
    """서류평가표: the competencies marked 서류, what each weighs, the score and its total."""
    return sheet(
        title,
        Heading("■ 지원자 정보"),
        fields(
            ("성명", "{{ evaluation.candidate.name }}", "지원 번호", "{{ evaluation.candidate.id }}"),
            (
                "소속",
                "{{ evaluation.candidate.affiliation }}",
                "직위/직책",
                "{{ evaluation.candidate.position }}",
            ),
            (
                "평가위원",
                "{{ [evaluation.rater.affiliation, evaluation.rater.position, evaluation.rater.name]"
                " | select | join(' ') }}",
            ),
        ),
        Heading("■ 서류평가"),
        Unit("(단위: 점)"),
        table_of(
            "evaluation.rows",
            Column("영역", "{% merge %}{{ row.area }}", 40),
            Column("역량", "{{ row.name }}", 40, "left"),
            Column(
                "배점", "{{ row.weight | number }}", 16, "right", total="{{ evaluation.maximum | number }}"
            ),
            Column("평가점수", "{{ row.score | number }}", 20, "right", total=_TOTAL),
            Column("의견", "{{ row.comment }}", 54, "left", total=" "),
            numbered=False,
            blank=1,
            long=True,
        ),
        *_OPINION,
        Together((_NOTES, _signed("평가일", "평가위원"))),
        author=None,
    )


def interview_evaluation(title: str, items: str) -> Form:
    """면접질문 및 평가지: the six columns of the instructors' printed sheet; `items` are the rows asked."""
    return Form(
        title,
        (
            Grid(
                WIDTHS,
                (
                    Title(title),
                    Heading("■ 지원자 정보"),
                    *BASICS[1:],
                    Heading("■ 면접질문지"),
                    Row((Label("역량항목 (주안점)", 2), Label("질문 및 평가/결과", 4)), running=True),
                    Repeat(
                        f"row in {items}",
                        (
                            Entry('{% cellbg "F2F2F2" %}{{ row.name }}', 2, "center"),
                            Entry(_ANSWER, 4),
                        ),
                    ),
                    Heading("■ 면접결과"),
                    LongText(
                        "- 각 역량항목 당 (미흡 5점, 보통 7점, 우수10점) 부여 후 합계 점수 산출\n"
                        "- 합계 점수 60점 이상만 선발",
                        height=12,
                    ),
                    Row(
                        (
                            Label("총점", 2),
                            Entry(f"({_TOTAL})점        {_PASSED}", 4),
                        )
                    ),
                ),
            ),
            *_OPINION,
            _signed("면접일", "면접위원"),
        ),
    )
