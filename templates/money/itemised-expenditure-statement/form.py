"""세부비목별집행내역서 (제2장 Ⅴ ②): every won that an institution has spent, with the sums of the tree."""

from __future__ import annotations

from docgen.catalogue.form import Column, Unit, fields, sheet
from templates.money.tree import tree

FORM = sheet(
    "세부비목별집행내역서",
    fields(
        ("사업명", "{{ project.name }}", "협약기간", "{{ project.agreement.period | krange }}"),
        (
            "운영기관",
            "{{ share.name }}{% if share.name %} ({{ share.role }}){% endif %}",
            "집행 건수·금액",
            "{{ count | number }}건, {{ share.spent_won | won }}",
        ),
        width=257,
    ),
    Unit("(단위: 원)"),
    tree(
        "share",
        Column("연번", "{{ loop.index }}", 10),
        Column("집행일", "{{ row.paid_on }}", 26),
        Column("집행금액", "{{ row.won | number }}", 25, "right", total="{{ branch.spent_won | number }}"),
        Column("사용내역", "{{ row.what }}", 37, "left"),
        Column("집행방법", "{{ row.method }}", 18),
        Column("거래처", "{{ row.to }}", 25, "left"),
        Column("증빙번호", "{{ row.proof }}", 22),
        Column("비고", "{{ row.school }}", 24, "left"),
        having="spent_won",
        rows="acts",
        every=True,
    ),
    landscape=True,
)
