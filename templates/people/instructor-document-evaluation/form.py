"""강사 서류평가표: the competencies that the printed weights mark 서류 (제1장 Ⅵ ②); layout ours."""

from __future__ import annotations

from templates.people.evaluation import document_evaluation

FORM = document_evaluation("강사 서류평가표")
