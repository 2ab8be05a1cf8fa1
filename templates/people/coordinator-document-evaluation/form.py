"""코디네이터 서류평가표: the competencies that the printed weights mark 서류 (제1장 Ⅵ ①); layout ours."""

from __future__ import annotations

from templates.people.evaluation import document_evaluation

FORM = document_evaluation("코디네이터 서류평가표")
