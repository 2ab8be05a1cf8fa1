"""강사 등급 산정내역: the grade of every instructor, why, and what it pays in each role.

제2장 Ⅴ [참고] 강사, 붙임 강사 수당.
"""

from __future__ import annotations

from docgen.catalogue.form import Column, Outline, Unit, author_block, fields, sheet, table_of

_WORK = (
    "{{ row.person.affiliation }}\n"
    "{{ row.person.position }}"
    "{% if row.person.career_years is number %} ({{ row.person.career_years | number }}년){% endif %}"
)
_GRADE = "{{ row.person.grade.id.word if row.person.grade.id }}"


def _won(key: str) -> str:
    return f"{{{{ row.{key} | number }}}}"


FORM = sheet(
    "강사 등급 산정내역",
    fields(
        ("운영기관", "{{ institution.name }}", "대상 인원", "{{ people_count }}명"),
        width=257,
    ),
    author_block(width=257),
    Outline(
        "※ 강사료는 1차시를 1시간으로 보고, 첫 시간은 시간당 단가, 그 뒤로는 초과 단가로 지급합니다. "
        "상한액이 없는 등급에도 활용비의 1인 1일 상한(여비 제외)이 적용됩니다.\n"
        "※ 보조강사로 설 때에는 등급에 따른 보조강사 단가를 적용합니다. "
        "표에 없는 등급은 「외부강의등 사례금 상한액 적용 직급 구분 고시」를 따릅니다."
    ),
    Unit("(단위: 원)"),
    table_of(
        "rows",
        Column("성명", "{{ row.person.name }}", 19),
        Column("소속\n직위 (경력)", _WORK, 34),
        Column("지급 대상", "{{ row.person.grade.payee_group }}", 25),
        Column("등급", _GRADE, 21),
        Column("근거", "{{ row.person.grade.basis }}", 39, "left"),
        Column("역할\n적용 등급", "{{ row.role }}\n{{ row.name }}", 23, group="지급 기준"),
        Column("시간당\n단가", _won("hour_won"), 18, "right", group="지급 기준"),
        Column("초과\n단가", _won("further_won"), 18, "right", group="지급 기준"),
        Column("상한액", _won("cap_won"), 18, "right", group="지급 기준"),
        Column("증빙\n(경력·자격)", "{{ row.person.grade.evidence | lines }}", 30, "left"),
        width=257,
    ),
    author=None,
    landscape=True,
)
