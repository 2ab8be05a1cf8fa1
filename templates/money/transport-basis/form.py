"""여비 규정 및 교통비 산정 근거: the way of everybody on one trip, by distance or at cost.

제2장 Ⅴ [참고] 강사, 붙임 회의참석자에 대한 교통비 지급기준.
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
    Unit,
    author_block,
    checkboxes,
    fields,
    sheet,
    table_of,
    when,
)

RULES = {"재단 기준": "재단 기준", "공무원 여비 규정": "공무원 여비 규정", "기관 내부 규정": "기관 내부 규정"}


def _flat(value: str) -> str:
    """The sum by distance; nothing beside the real cost."""
    return f"{{% if row.transport_rate and row.transport_kind != '실비' %}}{{{{ {value} }}}}{{% endif %}}"


FORM = sheet(
    "여비 규정 및 교통비 산정 근거",
    fields(
        ("일자", "{{ trip.on | kdate(weekday=true) }}", "도착지", "{{ trip.to }}"),
        ("적용 규정", checkboxes("trip.rule_set", RULES)),
    ),
    author_block(),
    Outline(
        "※ 교통비는 편도 거리로 구간을 정하고 왕복 정액을 지급합니다. 제주와 불가피한 항공은 실비입니다.\n"
        "※ 규정은 하나만 적용합니다. 소속기관에서 여비를 받은 사람에게는 지급하지 않습니다."
    ),
    Unit("(단위: km, 원)"),
    table_of(
        "trip.fees",
        Column("성명", "{% keep loop.last %}{{ row.person.name }}", 17.5),
        Column("출발지\n도착지", "{% if row.person %}{{ row.from }}\n→ {{ row.to }}{% endif %}", 29),
        Column("거리\n(편도)", "{{ row.distance_km | number }}", 13, "right"),
        Column("구간", _flat("row.transport_rate.name"), 23),
        Column("정액\n(왕복)", _flat("row.transport_rate.base_won | number"), 17, "right"),
        Column(
            "실비\n여부", "{% if row.person %}{{ (row.transport_kind == '실비') | box }}{% endif %}", 10.5
        ),
        Column("실비", "{{ row.transport_won | number }}", 17, "right"),
        Column("소속\n기관\n여비", "{% if row.person %}{{ row.paid_by_home | box }}{% endif %}", 12.5),
        Column("지급액", "{{ row.travel_won | number }}", 18, "right", total="{{ trip.won | number }}"),
        blank=2,
    ),
    *when(
        "proofs",
        Heading("■ 거리 계산 캡처 (국내 포털 사이트)"),
        Grid(
            (40, 130),
            (
                Row((Label("구간"), Label("캡처")), running=True),
                Repeat(
                    "row in proofs",
                    (
                        Entry("{{ row.person.name }}\n{{ row.from }}\n→ {{ row.to }}", align="center"),
                        Entry(
                            '{{ row.distance_proof | image(width="120mm", height="72mm", fit=true, '
                            "optional=true) }}",
                            align="center",
                        ),
                    ),
                ),
            ),
        ),
    ),
    author=None,
)
