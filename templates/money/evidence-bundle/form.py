"""집행증빙자료: the list of the papers that prove the spending of one 세세목 (제2장 Ⅴ ③)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, Unit, fields, sheet, table_of

_PAPERS = (
    "{%p for paper in row.papers or [] %}\n"
    "{{ (paper.state != '없음') | box }} {{ paper.paper }}\n"
    "{%p endfor %}"
)
_MISSING = "{%p for paper in row.missing_papers or [] %}\n- {{ paper.paper }}\n{%p endfor %}"

FORM = sheet(
    "집행증빙자료",
    fields(
        ("사업명", "{{ project.name }}", "협약기간", "{{ project.agreement.period | krange }}"),
        (
            "운영기관",
            "{{ project.shares | map(attribute='name') | select | join(', ') }}",
            "비목·세목",
            "{{ line.kind }} > {{ line.group }}",
        ),
        ("세세목", "{{ line.name }}", "집행 건수·금액", "{{ count | number }}건, {{ line.spent_won | won }}"),
        (
            "증빙 상태",
            "{% if lacking %}서류가 빠진 집행 {{ lacking | number }}건{% else %}빠진 서류 없음{% endif %}",
        ),
        width=257,
    ),
    Heading("■ 증빙 목록"),
    Outline(
        "※ ■ 갖춘 서류(첨부했거나 작성한 것), □ 없는 서류. 집행 한 건의 증빙을 증빙번호의 차례로 묶습니다."
    ),
    Unit("(단위: 원)"),
    table_of(
        "line.acts",
        Column("증빙번호", "{{ row.proof }}", 22),
        Column("집행일", "{{ row.paid_on }}", 26),
        Column("건명", "{{ row.what }}{% if row.to %} ({{ row.to }}){% endif %}", 46, "left"),
        Column("금액", "{{ row.won | number }}", 25, "right"),
        Column("필수 증빙서류별 첨부 여부", _PAPERS, 78, "left"),
        Column("누락 서류", _MISSING, 48, "left"),
        blank=1,
        width=257,
    ),
    landscape=True,
)
