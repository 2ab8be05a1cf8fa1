"""계정대체 내역서: what the institution's card paid before the grant, moved to the account of the project
(제2장 Ⅰ 전용카드 유의사항). Days from that of the grant on are not recognised (G-37)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, Unit, author_block, fields, sheet, table_of

_WIDTH = 257

FORM = sheet(
    "계정대체 내역서 (교부 전 법인카드 사용)",
    fields(
        ("사업명", "{{ project.name }}"),
        ("기관", "{{ project.lead.name }}", "협약기간", "{{ project.agreement.period | krange }}"),
        (
            "교부일",
            "{{ project.agreement.granted_on }}",
            "전용계좌",
            "{{ project.agreement.dedicated_account }}",
        ),
        ("대체 금액", "금{{ project.pre_grant_won | won }}({{ project.pre_grant_won | won_words }})"),
        width=_WIDTH,
    ),
    author_block(width=_WIDTH),
    Heading("■ 사용 내역"),
    Outline(
        "※ 적합: 사용일이 협약기간 안이고 교부일보다 앞섬. 교부일부터 쓴 것은 인정되지 않으며, "
        "개인카드는 쓸 수 없다."
    ),
    Unit("(단위: 원)"),
    table_of(
        "project.pre_grant_use",
        Column("사용일", "{{ row.used_on }}", 24),
        Column("사용처", "{{ row.place }}", 56, "left"),
        Column("비목", "{{ row.item.kind }}", 20),
        Column("세세목", "{{ row.item.name }}", 44),
        Column("카드 종류", "{{ row.card }}", 26),
        Column(
            "금액", "{{ row.amount_won | number }}", 22, "right", total="{{ project.pre_grant_won | number }}"
        ),
        Column("대체일", "{{ row.moved_on }}", 24),
        Column(
            "확인",
            "{% if row.within is not none and row.used_on %}"
            "{{ '적합' if row.within else '부적합' }}{% endif %}",
            15,
        ),
        width=_WIDTH,
    ),
    author=None,
    landscape=True,
)
