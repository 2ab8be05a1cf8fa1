"""코디네이터 지원서 as the guideline prints it (제1장 Ⅵ ①): one table of six columns."""

from __future__ import annotations

from docgen.catalogue.form import Form, Grid, Heading, LongText, Signature, Title
from templates.people.application import BASICS, CAREER, WIDTHS, experience, teaching, trainings

FORM = Form(
    title="코디네이터 지원서",
    parts=(
        Grid(
            widths=WIDTHS,
            rows=(
                Title("코디네이터 지원서"),
                *BASICS,
                CAREER,
                *teaching(
                    {
                        "teacher_career": "교원 근속 경력 및 주요 업무",
                        "head_teacher_career": "수석교사 경력",
                    }
                ),
                *trainings(digital="수업설계/주제전문성", other="수업설계/주제전문성"),
                *experience(
                    certificates="디지털 리터러시",
                    lectures="코디네이터 전문역량",
                    projects="디지털 전환 교육 정책 이해 등",
                ),
                Heading("■ 지원 동기 및 포부(역량: 사업 및 정책 이해, 성과관리)"),
                LongText(
                    "{{ application.motivation }}",
                    help="*코디네이터로서 지원 동기 및 연수의 성과제고를 위한 본인만의 계획을 "
                    "간단하게 기재하여 주십시오.",
                    height=60,
                ),
            ),
        ),
        Signature("작성일", "{{ application.applied_on }}", "지원자", "{{ application.name }}"),
    ),
)
