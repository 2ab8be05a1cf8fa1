"""이수 교원 명단: the printed columns of the roster first, then how each came to complete (제1장 Ⅴ-1).

Who wrote it stands before the list: a long one would leave it alone on the last page.
"""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, Unit, author_block, fields, sheet, table_of

_ASSIGNMENT = (
    "{% if row.id %}"
    "{% if run.kind == '자기주도형' %}{{ row.assignment_submitted | box }}{% else %}-{% endif %}"
    "{% endif %}"
)

FORM = sheet(
    "이수 교원 명단",
    fields(
        ("학교명", "{{ school.name }}", "운영기관", "{{ institution.name }}"),
        ("과정명", "{{ run.name }}", "회차·분반", "{{ run.run }}회 {{ run.class }}반"),
        ("운영 구분", "{{ run.kind }}", "운영 기간", "{{ run.started_on | krange(run.ended_on) }}"),
        (
            "이수 현황",
            "참여 {{ run.attended | number }}명 가운데 이수 {{ run.completed | number }}명, "
            "미이수 {{ run.not_completed | number }}명"
            "{% if run.completion_percent is not none %} (이수율 {{ run.completion_percent | percent }})"
            "{% endif %}",
        ),
        ("제출 기한", "{{ run.due_on }}", "등록일", "{{ result.registered_on }}"),
    ),
    author_block("result"),
    Heading("■ 명단"),
    Outline(
        "※ 점수 = (참여시간 + 인정된 공결) ÷ 총 프로그램시간 × 100. 80점부터 이수이며, 자기주도형은 과제도 "
        "내야 합니다.\n"
        "※ 이수시간은 참여한 차시의 수입니다(1차시 = 1시간)."
    ),
    Unit("(단위: 분, 점, 시간)"),
    table_of(
        "people",
        Column("성명", "{{ row.participant.name }}", 16),
        Column("나이스\n개인번호", "{{ row.participant.neis_no }}", 26),
        Column("재단 종합교육\n연수원 ID", "{{ row.participant.member_id }}", 25),
        Column("참여\n시간", "{{ row.attended_minutes | number }}", 12, "right"),
        Column(
            "총 프로그램\n시간", "{% if row.id %}{{ run.total_minutes | number }}{% endif %}", 21, "right"
        ),
        Column(
            "공결", "{% if row.excused_minutes %}{{ row.excused_minutes | number }}{% endif %}", 10, "right"
        ),
        Column("점수", "{{ row.score | number(1) }}", 13, "right"),
        Column("과제\n제출", _ASSIGNMENT, 10.5),
        Column("이수\n여부", "{% if row.id %}{{ '이수' if row.completed else '미이수' }}{% endif %}", 13),
        Column("이수\n시간", "{{ row.credited_hours | number }}", 11.5, "right"),
    ),
    author=None,
)
