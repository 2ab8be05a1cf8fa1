"""재교육·변경 조치 결과 보고: what a survey of a coordinator or instructor led to (제1장 Ⅵ)."""

from __future__ import annotations

from docgen.catalogue.form import Entry, Grid, Heading, Label, LongText, Row, checkboxes, fields, sheet

ACTIONS = {"재교육": "재교육", "변경": "변경", "기타": "기타"}
SURVEY = (
    "{% if survey.kind %}{{ survey.kind.word }} 만족도 조사 ({{ survey.period | krange }})\n"
    "응답 {{ survey.responded | number }}명 / 대상 {{ survey.invited | number }}명"
    "{% if survey.response_percent is not none %} (응답률 {{ survey.response_percent | percent }}){% endif %}"
    "{% if survey.answers %}, 평균 {{ survey.mean | number(2) }}점, "
    "만족도 {{ survey.satisfied_percent | percent }}{% endif %}{% endif %}"
)

FORM = sheet(
    "코디네이터·강사 재교육·변경 조치 결과 보고",
    Heading("■ 대상"),
    fields(
        (
            "대상자",
            "{{ action.person.name }}",
            "구분",
            "{{ action.person.roles | map(attribute='word') | join(', ') }}",
        ),
        (
            "소속·직위",
            "{{ action.person.affiliation }} {{ action.person.position }}",
            "운영기관",
            "{{ institution.name }}",
        ),
        ("학교", "{{ school.name }}", "과정", "{{ course }}"),
    ),
    Heading("■ 조사 결과 요약"),
    Grid((170,), (LongText(SURVEY, height=24),)),
    Heading("■ 조치"),
    Grid(
        (28, 142),
        (
            Row((Label("조치"), Entry(checkboxes("action.action", ACTIONS)))),
            Row((Label("조치 내용"), Entry("{{ action.detail }}")), height=32),
            Row((Label("조치일"), Entry("{{ action.on }}"))),
            Row((Label("재단 보고일"), Entry("{{ action.reported_on }}"))),
        ),
    ),
    Heading("■ 재발 방지 관리"),
    Grid((170,), (LongText("{{ action.prevention }}", height=32),)),
    author=None,
)
