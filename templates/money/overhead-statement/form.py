"""일반관리비 집행내역서: each use of the overhead with its working, its share of the whole (제2장 Ⅲ-7)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, Together, Unit, fields, sheet, table_of

_PAPERS = "{%p for paper in row.evidence or [] %}\n- {{ paper.paper }}\n{%p endfor %}"

FORM = sheet(
    "일반관리비 집행내역서",
    fields(
        ("사업명", "{{ project.name }}", "협약기간", "{{ project.agreement.period | krange }}"),
        (
            "운영기관",
            "{{ share.name }}{% if share.name %} ({{ share.role }}){% endif %}",
            "총 사업비",
            "{{ project.total_won | won }}",
        ),
        width=257,
    ),
    Heading("■ 합계와 비율"),
    Unit("(단위: 원)"),
    table_of(
        "[line]",
        Column("편성액", "{{ row.budget_won | number }}", 38, "right"),
        Column("집행액", "{{ row.spent_won | number }}", 38, "right"),
        Column("잔액", "{{ row.balance_won | number }}", 38, "right"),
        Column("편성 비율 (총 사업비 대비)", "{{ planned_percent | percent(2) }}", 42, "right"),
        Column("집행 비율 (총 사업비 대비)", "{{ spent_percent | percent(2) }}", 42, "right"),
        Column("한도", "{{ project.overhead_limit_percent | number }}% 이내", 25),
        Column("점검", "{{ within | box }} 적합   {{ (not within) | box }} 초과", 34),
        numbered=False,
        blank=1,
        width=257,
    ),
    Heading("■ 관리목별 합계"),
    Unit("(단위: 원)"),
    table_of(
        "parts",
        Column("관리목", "{{ row.id }}", 100, "left"),
        Column("건수", "{{ row.acts | length }}", 40, "right"),
        Column("금액", "{{ row.won | number }}", 60, "right", total="{{ line.spent_won | number }}"),
        blank=1,
        width=257,
    ),
    Together(
        (
            Heading("■ 집행 내역"),
            Unit("(단위: 원)"),
            table_of(
                "line.acts",
                Column("관리목", "{{ row.part }}", 36),
                Column(
                    "내용", "{{ row.what }}{% if row.content %} ({{ row.content }}){% endif %}", 48, "left"
                ),
                Column("산출기준", "{{ row.basis }}", 50, "left"),
                Column("수당 비율\n(%)", "{{ row.allowance_percent | number }}", 19, "right"),
                Column("집행일", "{{ row.paid_on }}", 25),
                Column("금액", "{{ row.won | number }}", 26, "right", total="{{ line.spent_won | number }}"),
                Column("증빙", _PAPERS, 41, "left"),
                width=257,
            ),
        )
    ),
    Outline(
        "※ 관리목: 지원인력인건비, 기관 공통비, 기반시설·장비구축·운영비, 비품구입비. 수당으로 준 것은 "
        "그 비율을 적습니다."
    ),
    landscape=True,
)
