"""운영지원 담당자 배정표: who supports the school, on which visits, and for a fee or not (제1장 Ⅲ-1)."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Row,
    fields,
    sheet,
    table_of,
)

DUTIES = {
    "①": "학교 디지털 현황 파악",
    "②": "방문 학교와 커뮤니케이션",
    "③": "심층면담, 프로그램 운영 지원",
    "④": "참여자-이수자 명단 관리",
    "⑤": "추가 행정 서류 확인·조치",
}
VISITS = (
    "{%p for visit in interviews.visits if row.person.name in visit.support | map(attribute='name') %}\n"
    "{{ visit.no }}차 {{ visit.start | krange(visit.end) }}\n{%p endfor %}"
)
PAID = (
    "{% if row.paid %}지급{% elif row.kind == '신청학교 교원' %}지급 불가{% elif row.kind %}미지급{% endif %}"
)


def duty(sign: str, text: str) -> Row:
    """A duty, whether anyone has done it, and who."""
    names = (
        f"{{% for staff in support_staff if '{sign}' in staff.duties_done %}}"
        "{% if not loop.first %}, {% endif %}{{ staff.person.name }}{% endfor %}"
    )
    return Row(
        (Entry(f"▶ {text}"), Entry(f"{{{{ ('{sign}' in done) | box }}}}", align="center"), Entry(names))
    )


FORM = sheet(
    "운영지원 담당자 배정표",
    fields(("운영기관", "{{ institution.name }}", "학교명", "{{ school.name }}"), width=257),
    Heading("■ 배정 표"),
    table_of(
        "support_staff",
        Column("성명", "{{ row.person.name }}", 20),
        Column("소속", "{{ row.person.affiliation }}", 31),
        Column("구분", "{{ row.kind }}", 29),
        Column("연락처", "{{ row.person.phone | phone }}", 33),
        Column("담당 학교", "{% if row.kind %}{{ school.name }}{% endif %}", 32),
        Column("배정일", "{{ row.assigned_on }}", 27),
        Column("동행 일정", VISITS, 64, align="left"),
        Column("활용비 지급 여부", PAID, 20),
        width=257,
    ),
    Outline("※ 신청학교 교원이 운영지원 담당자를 맡으면 활용비를 지급할 수 없다."),
    Heading("■ 역할 점검"),
    Grid(
        (120, 27, 110),
        (Row((Label("역할"), Label("점검"), Label("한 사람"))), *(duty(*each) for each in DUTIES.items())),
    ),
    landscape=True,
)
