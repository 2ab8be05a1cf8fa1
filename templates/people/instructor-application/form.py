"""강사 지원서 as the guideline prints it (제1장 Ⅵ ②): one table of six columns."""

from __future__ import annotations

from docgen.catalogue.form import Entry, Form, Grid, Heading, Label, LongText, Repeat, Row, Signature, Title

BASICS = (
    Heading("■ 기본정보"),
    Row(
        (
            Label("성명"),
            Entry("{{ application.name }}", align="center"),
            Label("성별"),
            Entry("{{ application.gender }}", align="center"),
            Label("생년월일"),
            Entry("{{ application.birth_date }}", align="center"),
        )
    ),
    Row(
        (
            Label("소속"),
            Entry("{{ application.affiliation }}", align="center"),
            Label("직위/직책"),
            Entry("{{ application.position }}", align="center"),
            Label("담당교과", help="(중등 교원일 경우)"),
            Entry("{{ application.subject }}", align="center"),
        )
    ),
)

TEACHING = (
    Row(
        (
            Label("교사 경력", columns=2),
            Label("근속연수"),
            Label("담당업무 및 주요역할 (최근 3년 이내, 최대 5개)", columns=3),
        )
    ),
    Row(
        (
            Label("교사경력"),
            Label("교원 근속 경력 및 주요 업무", help="(연계역량: 학교조직이해)"),
            Entry("{{ application.teacher_career.years }}년", align="center"),
            Entry(
                "{%p for duty in application.teacher_career.duties | rows(1) %}\n"
                "{% if duty %}- {{ duty }}{% endif %}\n"
                "{%p endfor %}",
                columns=3,
            ),
        )
    ),
)

TRAINING = (
    Entry("{{ row.name }}"),
    Entry(
        "{{ row.period | krange }}\n{% if row.sessions %}({{ row.sessions }}차시){% endif %}",
        align="center",
    ),
    Entry("{{ row.provider }}", columns=2, align="center"),
)
TRAININGS = (
    Row(
        (
            Label("교육경험", columns=2),
            Label("연수명"),
            Label("연수기간 (차시)"),
            Label("연수운영기관", columns=2),
        )
    ),
    Repeat(
        "row in application.digital_training | rows(1)",
        (
            Label("연수 이수 현황", rows=2),
            Label(
                "디지털 관련 연수 이수",
                help="(연계역량: 디지털 리터러시)\n※ 최근 3년 이내의 디지털 관련 이수 연수 기재 (최대 5개)",
            ),
            *TRAINING,
        ),
    ),
    Repeat(
        "row in application.other_training | rows(1)",
        (
            Label(
                "기타 연수 이수",
                help="(연계역량: 전문역량)\n※ 최근 3년 이내에 이수한 연수 기재 (최대 5개)",
            ),
            *TRAINING,
        ),
    ),
)

EXPERIENCE = (
    Row(
        (
            Label("디지털/IT 관련 자격증", columns=2, rows=2, help="(연계역량: 디지털리터러시)"),
            Label("자격증명", columns=2),
            Label("취득일자"),
            Label("발행기관"),
        )
    ),
    Repeat(
        "row in application.certificates | rows(1)",
        (
            Entry("{{ row.name }}", columns=2),
            Entry("{{ row.acquired_on }}", align="center"),
            Entry("{{ row.issuer }}", align="center"),
        ),
    ),
    Row(
        (
            Label(
                "교원대상 강의 경험",
                columns=2,
                rows=2,
                help="(연계역량: 전문역량 및 주제 및 교과전문성)\n"
                "※ 최근 3년 이내에 이수한 연수 기재 (최대 5개)",
            ),
            Label("연수명"),
            Label("연수기간(차시)"),
            Label("역할"),
            Label("연수 운영기관"),
        )
    ),
    Repeat(
        "row in application.lectures | rows(1)",
        (
            Entry("{{ row.name }}"),
            Entry(
                "{{ row.period | krange }}\n{% if row.sessions %}({{ row.sessions }}차시){% endif %}",
                align="center",
            ),
            Entry("{{ row.role }}", align="center"),
            Entry("{{ row.provider }}", align="center"),
        ),
    ),
    Row(
        (
            Label(
                "정부사업 수행 경험",
                columns=2,
                rows=2,
                help="(연계역량: 디지털 전환교육 정책이해)\n"
                "※ 최근 3년 이내에 공동연구진 또는 자문진 등으로 참여한 정부사업 정책 기재 (최대 5개)",
            ),
            Label("사업명"),
            Label("사업기간"),
            Label("역할"),
            Label("기관"),
        )
    ),
    Repeat(
        "row in application.gov_projects | rows(1)",
        (
            Entry("{{ row.name }}"),
            Entry("{{ row.period | krange }}", align="center"),
            Entry("{{ row.role }}", align="center"),
            Entry("{{ row.organisation }}", align="center"),
        ),
    ),
)

FORM = Form(
    title="강사 지원서",
    parts=(
        Grid(
            widths=(18, 38, 33, 30, 25.5, 25.5),
            rows=(
                Title("강사 지원서"),
                *BASICS,
                Heading("■ 경력사항(지원자가 해당하는 항목만 기재)"),
                *TEACHING,
                *TRAININGS,
                *EXPERIENCE,
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
