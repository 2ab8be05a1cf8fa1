"""강사 면접질문 및 평가지 as the guideline prints it, ten rows whatever is counted (제1장 Ⅵ ②, G-19)."""

from __future__ import annotations

from templates.people.evaluation import interview_evaluation

FORM = interview_evaluation("강사 면접질문 및 평가지", "evaluation.rows")
