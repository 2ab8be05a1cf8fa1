"""사업 결과보고서 (제2장 Ⅱ; 제1장 Ⅸ 붙임 지표 11, 14.1–14.5, 16): what came of the project, school by school
and all in all.

The figures of the schools are of the cases that are read together with the project's.
"""

from __future__ import annotations

from docgen.catalogue.form import (
    Chapter,
    Chart,
    Column,
    Grid,
    Heading,
    LongText,
    Outline,
    Series,
    Unit,
    fields,
    report,
    table_of,
    when,
)
from docgen.catalogue.form.parts import Part
from templates.money.tree import tree


def _text(heading: str, key: str) -> tuple[Part, ...]:
    return (Heading(heading), Grid((170,), (LongText(f"{{{{ {key} }}}}", height=12),)))


def _counts(name: Column) -> tuple[Column, ...]:
    """The columns of who was expected, came and completed, with the sums of the project."""
    figures = (
        ("예정", "expected", "number"),
        ("참석", "attended", "number"),
        ("참가율", "participation_percent", "percent"),
        ("이수", "completed", "number"),
        ("이수율", "completion_percent", "percent"),
    )
    made = [name]
    for head, key, show in figures:
        counted = " if row.counted" if key == "completed" else ""  # nobody completes a course on paper
        text = f"{{{{ row.{key} | {show}{counted} }}}}"
        made.append(Column(head, text, 19, "right", total=f"{{{{ project.{key} | {show} }}}}"))
    return tuple(made)


def _survey(items: str) -> tuple[Part, ...]:
    """The surveys of some kinds, in figures and as bars."""
    return (
        Unit("(단위: 명, 점)"),
        table_of(
            items,
            Column("조사 구분", "{{ row.name }}", 44),
            Column("대상", "{{ row.invited | number }}", 22, "right"),
            Column("응답", "{{ row.responded | number }}", 22, "right"),
            Column("응답률", "{{ row.response_percent | percent }}", 24, "right"),
            Column("평균", "{{ row.mean | number(2) }}", 22, "right"),
            Column("만족도", "{{ row.satisfied_percent | percent }}", 24, "right"),
            numbered=False,
            blank=1,
        ),
        *when(
            items,
            Chart("평균 (5점 만점)", items, "{{ row.name }}", (Series("평균", "row.mean"),)),
        ),
    )


def _thousands(head: str, key: str) -> Column:
    line, branch = (f"{{{{ ({of}.{key} / 1000) | number(0) }}}}" for of in ("line", "branch"))
    return Column(head, line, 21, "right", total=branch)


TARGETS = table_of(
    "project.targets",
    Column("권역", "{% merge %}{{ row.region.printed }}", 52),
    Column("시·도", "{{ row.province.word if row.province }}{% if row.part %} {{ row.part }}{% endif %}", 40),
    Column("목표", "{{ row.schools | number }}", 16, "right", total="{{ project.target_schools | number }}"),
    Column("실적", "{{ row.held | number }}", 16, "right", total="{{ held | number }}"),
    Column("달성률", "{{ row.percent | percent }}", 19, "right", total="{{ held_percent | percent }}"),
    Column("증감", "{{ row.diff | number }}", 16, "right", total="{{ diff | number }}"),
    blank=1,
)

DIAGNOSIS = (
    table_of(
        "project.areas",
        Column("영역", "{{ row.id }}", 58, "left"),
        Column("학교 수", "{{ row.count | number }}", 22, "right"),
        Column("사전", "{{ row.pre | number(2) }}", 26, "right"),
        Column("사후", "{{ row.post | number(2) }}", 26, "right"),
        Column("증감", "{{ row.diff | number(2) }}", 26, "right"),
        blank=1,
    ),
    Outline("※ 사전과 사후 진단이 모두 있는 학교들의 영역별 평균입니다."),
    *when(
        "project.areas",
        Chart(
            "사전·사후: 영역별 평균",
            "project.areas",
            "{{ row.id }}",
            (Series("사전", "row.pre", light=True), Series("사후", "row.post")),
        ),
    ),
)

INDICATORS = table_of(
    "project.indicators",
    Column("구분", "{% merge %}{{ row.kind }}", 16),
    Column("지표명", "{{ row.name }}", 40, "left"),
    Column("산식", "{{ row.formula }}", 40, "left"),
    Column("목표", "{{ row.target | number }}{{ row.unit }}", 20, "right"),
    Column("실적", "{{ row.actual | number }}{{ row.unit }}", 20, "right"),
    Column("달성률", "{{ row.percent | percent }}", 19, "right"),
    blank=1,
)

CASES = table_of(
    "good",
    Column("유형", "{{ row.kind }}", 12),
    Column("학교", "{{ row.case.school.name }}", 34),
    Column("교사", "{{ row.teacher }}", 18),
    Column("제목", "{{ row.title }}", 44, "left"),
    Column("성과", "{{ row.result }}", 50, "left"),
    blank=1,
    long=True,
)

LATE = (
    "{{ (late_days is not none and late_days <= 0) | box }} 기한 안   "
    "{{ (late_days is not none and late_days > 0) | box }} 지연"
    "{% if late_days is not none and late_days > 0 %} {{ late_days | number }}일 (지체금 대상){% endif %}"
)

FORM = report(
    "사업 결과보고서",
    "{{ project.final_report.submitted_on or case.written_on }}",
    Chapter("Ⅰ. 사업 개요와 추진 체계"),
    Heading("1. 사업의 개요"),
    fields(
        ("사업명", "{{ project.name }}"),
        ("주관기관", "{{ project.lead.name }}", "협력기관", "{{ partners | join(', ') }}"),
        (
            *("사업책임자", "{{ [project.head.position, project.head.name] | select | join(' ') }}"),
            *("협약기간", "{{ project.agreement.period | krange }}"),
        ),
        (
            *("협약 금액", "{{ project.agreement.amount_won | won }}"),
            *("운영 학교", "{{ held | number }}교 (목표 {{ project.target_schools | number }}교)"),
        ),
        (
            *("제출일", "{{ project.final_report.submitted_on }}"),
            *("제출 기한", "{{ project.final_report.due_on }}"),
        ),
        ("기한 준수", LATE),
    ),
    *_text("2. 추진 체계", "project.final_report.overview"),
    Chapter("Ⅱ. 목표 대비 실적"),
    Heading("1. 권역·시·도별 목표 대비 실적"),
    Unit("(단위: 교)"),
    TARGETS,
    *_text("2. 성과", "project.final_report.results"),
    *when(
        "project.final_report.office_cooperation",
        *_text("3. 시·도교육청 협력", "project.final_report.office_cooperation"),
    ),
    Chapter("Ⅲ. 프로그램 참가", new_page=True),
    Heading("1. 과정별 참가율과 이수율"),
    Unit("(단위: 명, 연인원)"),
    table_of(
        "courses",
        *_counts(Column("과정", "{{ row.number }}. {{ row.name }}", 63, "left")),
        blank=1,
        numbered=False,
    ),
    Chart(
        "과정별 참가율과 이수율",
        "courses",
        "{{ row.number }}번 과정",
        (
            Series("참가율", "row.participation_percent", "percent", light=True),
            Series("이수율", "row.completion_percent", "percent"),
        ),
        100,
        "%",
    ),
    Outline(
        "※ 이수율은 종이 출석부를 쓰는 과정을 빼고 셈합니다. 참가자 명단은 이 보고서의 엑셀 파일에 있습니다."
    ),
    Heading("2. 학교별 참가율과 이수율"),
    Unit("(단위: 명, 연인원)"),
    table_of("project.schools", *_counts(Column("학교명", "{{ row.school.name }}", 63, "left")), blank=1),
    Chapter("Ⅳ. 조사와 진단"),
    Heading("1. 프로그램 만족도 조사 결과"),
    *_survey("programmes"),
    Heading("2. 사전·사후 자가진단 비교 분석 결과"),
    *DIAGNOSIS,
    Heading("3. 코디네이터·강사 만족도 조사 결과"),
    *_survey("lecturers"),
    Chapter("Ⅴ. 성과와 개선"),
    Heading("1. 자체 성과지표 달성 결과"),
    INDICATORS,
    *_text("2. 성과 분석을 통한 개선 사항", "project.final_report.improvements"),
    *when("good", Heading("3. 우수사례"), CASES),
    Chapter("Ⅵ. 예산 집행", new_page=True),
    Heading("예산 집행내역과 집행률"),
    Unit("(단위: 천원)"),
    tree(
        "project",
        _thousands("예산액", "budget_won"),
        _thousands("집행액", "spent_won"),
        _thousands("잔액", "balance_won"),
        Column(
            "집행률",
            "{{ line.execution_percent | percent }}",
            19,
            "right",
            total="{{ branch.execution_percent | percent }}",
        ),
        having="budget_won",
        width=170,
    ),
    of="{{ project.name }}",
)
