"""성과평가 자체평가서 (제1장 Ⅸ 붙임 성과평가 지표 세부내용): the printed table with the scores beside it.

The indicators are the guideline's, row by row. What was done and what proves it stands in a table of its own
below, where there is room to write.
"""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Repeat,
    Row,
    fields,
    sheet,
    table_of,
)

_HEADS = ("영역", "구분", "지표명", "지표 설명", "평가방식\n(증빙:근거데이터)", "배점", "자체\n점수")
_NAMED = (
    Entry("{% merge %}{{ row.name }}"),
    Entry("{{ row.about }}"),
    Entry("{{ row.method }}", align="center"),
    Entry("{{ row.weight | number }}", align="right"),
    Entry("{{ row.self_score | number }}", align="right"),
)


def _sum(key: str) -> Entry:
    return Entry(f"{{% if stage.scores %}}{{{{ stage.{key} | number }}}}{{% endif %}}", align="right")


INDICATORS = Grid(
    (18, 22, 51, 84, 58, 12, 12),
    (
        Row(tuple(map(Label, _HEADS)), running=True),
        Repeat(
            "row in stage.rows if row.group",
            (
                Entry("{% merge %}{{ row.area }}", align="center"),
                Entry("{% merge %}{{ row.group }}", align="center"),
                *_NAMED,
            ),
        ),
        Repeat("row in stage.rows if not row.group", (Entry("{{ row.area }}", 2, "center"), *_NAMED)),
        Row((Label("합계", 5), _sum("weight"), _sum("self_score"))),
    ),
)

FORM = sheet(
    "성과평가 자체평가서",
    fields(
        ("사업명", "{{ project.name }}", "운영기관", "{{ institution.name }}"),
        ("단계", "{{ (stage.id == '중간') | box }} 중간평가   {{ (stage.id == '최종') | box }} 최종평가"),
        width=257,
    ),
    INDICATORS,
    Outline("※ 배점은 재단이 따로 안내합니다."),
    Heading("■ 실적 서술과 증빙", new_page=True),
    table_of(
        "stage.rows",
        Column(
            "지표명", "{{ row.name }}{% if '-' in row.number %}\n{{ row.about[:4] }}{% endif %}", 62, "left"
        ),
        Column("실적 서술", "{{ row.text }}", 145, "left"),
        Column("증빙 파일", "{{ row.files | lines if row.files }}", 50, "left"),
        numbered=False,
        blank=1,
        long=True,
        width=257,
    ),
    landscape=True,
)
