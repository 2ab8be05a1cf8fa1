"""강사 지원서 as the guideline prints it (제1장 Ⅵ ②): one table of six columns."""

from __future__ import annotations

from docgen.catalogue.form import Form, Grid, Heading, LongText, Signature, Title
from templates.people.application import BASICS, CAREER, WIDTHS, experience, teaching, trainings

FORM = Form(
    title="강사 지원서",
    parts=(
        Grid(
            widths=WIDTHS,
            rows=(
                Title("강사 지원서"),
                *BASICS,
                CAREER,
                *teaching({"teacher_career": "교원 근속 경력 및 주요 업무"}),
                *trainings(digital="디지털 리터러시", other="전문역량"),
                *experience(
                    certificates="디지털리터러시",
                    lectures="전문역량 및 주제 및 교과전문성",
                    projects="디지털 전환교육 정책이해",
                ),
                Heading("■ 수업실행 경험 (역량: 수업설계, 수업자료개발)"),
                LongText(
                    "{{ application.teaching_practice }}",
                    help="*귀하께서 디지털 전환 관련 수업을 설계하고, 실행한 경험을 기재하여 주십시오. "
                    "주제/교과, 대상, 수업의 중점사항, 학습성과 등을 작성하여 주십시오 "
                    "(교수학습과정안 또는 교안 제출 가능)",
                    height=60,
                ),
                Heading("■ 지원 동기 및 포부"),
                LongText(
                    "{{ application.motivation }}",
                    help="*강사로서 지원 동기 및 연수의 성과제고를 위한 본인만의 계획을 "
                    "간단하게 기재하여 주십시오.",
                    height=60,
                ),
            ),
        ),
        Signature("작성일", "{{ application.applied_on }}", "지원자", "{{ application.name }}"),
    ),
)
