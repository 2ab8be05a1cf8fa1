"""코디네이터 면접질문 및 평가지: the instructors' printed sheet with the rows asked of coordinators.

What the weights mark 면접 stands below: the interview is scored flat, not by weight (G-18, G-21).
"""

from __future__ import annotations

from dataclasses import replace

from docgen.catalogue.form import Column, Heading, Unit, table_of
from templates.people.evaluation import interview_evaluation

_SHEET = interview_evaluation("코디네이터 면접질문 및 평가지", "evaluation.counted")

FORM = replace(
    _SHEET,
    parts=(
        *_SHEET.parts[:-1],
        Heading("■ 면접에서 보는 역량과 선발 배점"),
        Unit("(단위: 점)"),
        table_of(
            "selection.coordinator_weights",
            Column("영역", "{% merge %}{{ row.area }}", 62),
            Column("역량", "{{ row.name }}", 62, "left"),
            Column(
                "배점",
                "{{ row.weight | number or '-' }}",
                22,
                "right",
                total="{{ selection.coordinator_weights | selectattr('weight') | sum(attribute='weight') }}",
            ),
            numbered=False,
            blank=1,
        ),
        _SHEET.parts[-1],
    ),
)
