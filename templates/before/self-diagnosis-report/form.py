"""자가진단 분석 결과 보고서: the guideline names it (제1장 Ⅲ-2 ② 3단계); the layout is ours."""

from __future__ import annotations

from docgen.catalogue.form import (
    Chapter,
    Chart,
    Column,
    Heading,
    Series,
    Together,
    fields,
    report,
    school_block,
    table_of,
    when,
)

SHARE = "(row.people or 0) * 100 / (diagnosis.pre.responded or 1)"
BOTH_MEANS = "row.mean is number and row.region_mean is number"


def lines(items: str) -> str:
    """An item of a list in each line."""
    return f"{{%p for line in {items} %}}\n○ {{{{ line }}}}\n{{%p endfor %}}"


def answers(points: int) -> Column:
    """How many gave an item so many points."""
    text = f"{{{{ (row.distribution | rows(5))[{points - 1}] | number }}}}"
    return Column(f"{points}점", text, 11, align="right", group="응답 분포(명)")


AUTHOR = fields(
    (
        "작성자",
        "{% set own = diagnosis.report.written_by %}{% set author = own if own.name else case.author %}"
        "{{ [author.affiliation, author.position, author.name] | select | join(' ') }}",
        "작성일",
        "{{ diagnosis.report.written_on or case.written_on }}",
    )
)

FORM = report(
    "자가진단 분석 결과 보고서",
    "{{ diagnosis.report.written_on or case.written_on }}",
    Chapter("Ⅰ. 진단 개요"),
    Heading("1. 학교와 운영기관"),
    school_block(),
    Heading("2. 진단 개요"),
    fields(
        (
            "진단 기간",
            "{{ diagnosis.pre.period | krange }}",
            "대상(교직원 수)",
            "{{ staff_counts.staff | number }}명",
        ),
        (
            "응답 수",
            "{{ diagnosis.pre.responded | number }}명",
            "응답률(%)",
            "{{ diagnosis.pre.response_percent | percent }}",
        ),
        ("진단 도구", "{{ diagnosis.pre.tool }}", "분석 방법", "{{ diagnosis.pre.method }}"),
    ),
    Heading("3. 응답자 특성"),
    table_of(
        "diagnosis.pre.respondents",
        Column("구분(직책·경력·교과)", "{{ row.group }}", 100, align="left"),
        Column("인원(명)", "{{ row.people | number }}", 29, align="right"),
        Column(
            "비율",
            f"{{% if row.people is number %}}{{{{ ({SHARE}) | percent }}}}{{% endif %}}",
            29,
            align="right",
        ),
        blank=1,
    ),
    *when(
        "diagnosis.pre.respondents",
        Chart(
            "응답자의 비율",
            "diagnosis.pre.respondents",
            "{{ row.group }}",
            (Series("응답자 가운데 비율", SHARE, "percent"),),
            100,
            "%",
        ),
    ),
    *when(
        "diagnosis.experts",
        Heading("4. 외부 전문가 (분석 참여)"),
        table_of(
            "diagnosis.experts",
            Column("성명", "{{ row.who.name }}", 34),
            Column("소속", "{{ row.who.affiliation }}", 54),
            Column("참여 내용", "{{ row.work }}", 70, align="left"),
            blank=1,
        ),
    ),
    Chapter("Ⅱ. 진단 결과"),
    Heading("1. 영역별 결과"),
    table_of(
        "diagnosis.pre.areas",
        Column("영역", "{{ row.name }}", 50, align="left"),
        Column("문항 수", "{{ row['items'] | number }}", align="right"),
        Column("평균", "{{ row.mean | number(2) }}", align="right"),
        Column("표준편차", "{{ row.sd | number(2) }}", align="right"),
        Column("권역 평균", "{{ row.region_mean | number(2) }}", align="right"),
        Column(
            "차이(△)",
            f"{{% if {BOTH_MEANS} %}}{{{{ (row.mean - row.region_mean) | number(2) }}}}{{% endif %}}",
            align="right",
        ),
        blank=1,
    ),
    *when(
        "diagnosis.pre.areas",
        Chart(
            "영역별 평균의 비교",
            "diagnosis.pre.areas",
            "{{ row.name }}",
            (Series("우리 학교", "row.mean"), Series("권역", "row.region_mean", light=True)),
        ),
    ),
    *when(
        "diagnosis.pre['items']",
        Heading("2. 문항별 결과"),
        table_of(
            "diagnosis.pre['items']",
            Column("번호", "{{ row.no }}", 12),
            Column("문항", "{{ row.text }}", 85, align="left"),
            *(answers(points) for points in range(1, 6)),
            Column("평균", "{{ row.mean | number(2) }}", 18, align="right"),
            blank=1,
            numbered=False,
        ),
    ),
    *when(
        "0 < (diagnosis.pre['items'] or []) | length <= 15",  # the table says the means of more
        Chart(
            "문항별 평균",
            "diagnosis.pre['items']",
            "{{ row.no }}번 문항",
            (Series("우리 학교", "row.mean"),),
        ),
    ),
    Chapter("Ⅲ. 의견과 시사점"),
    Heading("1. 의견과 시사점"),
    fields(
        ("주관식 의견 요약", lines("diagnosis.pre.comments")),
        ("학교별 시사점", lines("diagnosis.implications")),
        (
            "시사점 작성 코디네이터",
            "{{ [diagnosis.implications_by.affiliation, diagnosis.implications_by.position, "
            "diagnosis.implications_by.name] | select | join(' ') }}",
        ),
    ),
    Together(
        (
            Heading("2. 심층 면담 준비"),
            fields(("심층 면담 논의사항", lines("diagnosis.interview_points"))),
            AUTHOR,
        )
    ),
    author=None,
)
