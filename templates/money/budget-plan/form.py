"""예산 편성 계획서: the budget of a consortium or an institution, each sum with its working (제2장 Ⅲ-1)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Repeat,
    Row,
    Together,
    Unit,
    fields,
    sheet,
    table_of,
    when,
)
from templates.money.tree import tree

_WORKING = (
    "{% if row.amount_won is none and row.won is not none %}"
    "{{ row.unit_won | number }} × {{ row.quantity | number }} × {{ row.times | number }}회"
    "{% elif row.amount_won is not none %}일괄{% endif %}"
)
_JUDGED = "{{ (row.percent is not none and row.percent <= row.limit) | box }} 적합   " + (
    "{{ (row.percent is not none and row.percent > row.limit) | box }} 초과"
)

CHANGED = Grid(
    (60, 60, 45, 45, 47),
    (
        Row(tuple(map(Label, ("세목", "세세목", "당초", "변경 후", "증감"))), running=True),
        Repeat(
            "row in part.lines if row.budget_won != row.planned_won",
            (
                Entry("{{ row.group }}", align="center"),
                Entry("{{ row.name }}", align="center"),
                Entry("{{ row.planned_won | number }}", align="right"),
                Entry("{{ row.budget_won | number }}", align="right"),
                Entry("{{ (row.budget_won - row.planned_won) | number }}", align="right"),
            ),
        ),
    ),
)

CHECKS = Together(
    (
        Heading("■ 비율 점검"),
        table_of(
            "checks",
            Column("항목", "{{ row.name }}", 70, "left"),
            Column("금액(원)", "{{ row.won | number }}", 45, "right"),
            Column("총액 대비", "{{ row.percent | percent(2) }}", 30, "right"),
            Column("한도", "{{ row.limit | number }}% 이내", 30),
            Column("점검", _JUDGED, 50),
            numbered=False,
            blank=2,
            width=257,
        ),
    )
)

_SCHOOL = (
    "{{ project.school_cost_won | won }}"
    "{% if project.school_unit_cost_won is none and project.school_cost_won %} = "
    "(직접비 {{ project.direct_won | number }} - 인건비·사업수당 {{ project.personnel_won | number }}) ÷ "
    "{{ project.target_schools | number }}교 (원 미만 절사){% endif %}"
)

FORM = sheet(
    "예산 편성 계획서 (사업비 산출내역)",
    fields(
        ("사업명", "{{ project.name }}", "협약기간", "{{ project.agreement.period | krange }}"),
        (
            "기관 구분",
            "{{ (scope == '주관') | box }} 주관   {{ (scope == '협력') | box }} 협력   "
            "{{ (scope == '합계') | box }} 합계",
            "기관명",
            "{{ offices }}",
        ),
        (
            "편성 총액",
            "{{ part.planned_won | won }}",
            "협약 금액",
            "{{ project.agreement.amount_won | won }}"
            "{% if whole and difference_won %} (차이 {{ difference_won | number }}원){% endif %}",
        ),
        ("학교당 운영\n평균 단가", _SCHOOL),
        width=257,
    ),
    Heading("■ 총괄"),
    Unit("(단위: 천원)"),
    table_of(
        "part.groups",
        Column("비목", "{% merge %}{{ row.kind }}", 50),
        Column("세목", "{{ row.id }}", 70),
        Column(
            "금액",
            "{{ (row.planned_won / 1000) | number(0) }}",
            60,
            "right",
            total="{{ (part.planned_won / 1000) | number(0) }}",
        ),
        Column(
            "구성비",
            "{% if part.planned_won %}{{ (row.planned_won * 100 / part.planned_won) | percent }}{% endif %}",
            40,
            "right",
            total="{% if part.planned_won %}100.0%{% endif %}",
        ),
        numbered=False,
        blank=1,
        width=257,
    ),
    *when("whole", CHECKS),
    Heading("■ 편성표"),
    Unit("(단위: 원)"),
    tree(
        "part",
        Column(
            "관리목(세부내용)",
            "{{ row.part }}{% if row.part and row.detail %} ({{ row.detail }})"
            "{% else %}{{ row.detail }}{% endif %}",
            62,
            "left",
        ),
        Column("산출내역\n(단가 × 수량 × 횟수)", _WORKING, 48, "left"),
        Column("금액", "{{ row.won | number }}", 30, "right", total="{{ branch.planned_won | number }}"),
        Column("비고", "{{ row.note }}", 38, "left"),
        having="planned_won",
        rows="budget_lines",
    ),
    *when(
        "changed",
        Heading("■ 협약 변경으로 바뀐 세세목"),
        Unit("(단위: 원)"),
        CHANGED,
    ),
    Heading("■ 참여인력의 업무 분장, 업무 일수와 참여비율"),
    table_of(
        "part.staff",
        Column("성명", "{{ row.who.name }}", 30),
        Column("소속·직위", "{{ [row.who.affiliation, row.who.position] | select | join(' ') }}", 60, "left"),
        Column("업무 분장", "{{ row.duty }}", 70, "left"),
        Column("업무 일수(일)", "{{ row.work_days | number }}", 30, "right"),
        Column("참여비율(%)", "{{ row.rate_percent | number }}", 30, "right"),
        width=257,
    ),
    landscape=True,
)
