"""강사진 구성·배치표: who teaches which session, and what each may teach at the school (제1장 Ⅲ-4, Ⅵ).

Who wrote it and what holds of all stand before the lists: long ones would leave them alone on the last page.
"""

from __future__ import annotations

from docgen.catalogue.form import Column, Heading, Outline, author_block, school_block, sheet, table_of

_WIDTH = 257


def _names(head: str, key: str) -> Column:
    return Column(head, f'{{{{ row.{key} | map(attribute="name") | join(", ") }}}}', 26)


def _count(head: str, key: str) -> Column:
    text = f"{{% if row.person.name %}}{{{{ row.{key} | length }}}}{{% endif %}}"
    return Column(head, text, 17, "right", "학교 내 과정 수")


PLACED = table_of(
    "sessions | sort(attribute='start')",
    Column("과정", "{% merge %}{{ row.course.name }}", 46, "left"),
    Column("분반", "{% if row.no %}{{ row.run }}회 {{ row.class }}반{% endif %}", 19),
    Column("차시", "{{ row.no }}", 12),
    Column("일시", "{{ row.start | krange(row.end) }}", 50),
    _names("주강사", "main"),
    _names("보조강사", "assistant"),
    _names("기술지원\n전문가", "technical"),
    _names("코디네이터", "coordinators"),
    numbered=False,
    blank=2,
    width=_WIDTH,
)

INSTRUCTORS = table_of(
    "placed",
    Column("성명", "{{ row.person.name }}", 16),
    Column("소속", "{{ row.person.affiliation }}", 26),
    Column("시·도", "{{ row.person.home_school.province }}", 13),
    Column(
        "역할",
        "{{ [('주강사' if row.main_sessions), ('보조강사' if row.assistant_sessions),"
        " ('기술지원 전문가' if row.technical_sessions)] | select | list | lines }}",
        28,
    ),
    Column("현직\n교원", "{% if row.person.name %}{{ row.person.is_teacher | box }}{% endif %}", 12),
    Column(
        "외부강의·겸직\n승인일",
        "{{ row.person.permissions | map(attribute='approved_on') | select | map('kdate') | list | lines }}",
        25,
    ),
    Column("등급", "{{ row.person.grade.id.word if row.person.grade.id }}", 32),
    _count("주강사", "main_courses"),
    _count("보조강사", "assistant_courses"),
    Column(
        "한도",
        "{% if row.person.name %}{{ '적합' if row.main_courses | length <= 2 and"
        " row.assistant_courses | length <= 2 else '초과' }}{% endif %}",
        12,
    ),
    Column("확인일", "{{ row.school_confirmed_on }}", 25, group="학교 확인"),
    Column("확인자", "{{ row.school_confirmed_by.name }}", 16, group="학교 확인"),
    Column(
        "비고", "{{ [row.other_region.reason, row.other_region.text] | select | join(': ') }}", 22, "left"
    ),
    numbered=False,
    blank=2,
    width=_WIDTH,
)

FORM = sheet(
    "강사진 구성·배치표",
    school_block(_WIDTH),
    author_block(width=_WIDTH),
    Outline(
        "※ 한 학교에서 주강사 2개 과정, 보조강사 2개 과정까지 맡는다. "
        "우리학교 알아보기와 우리 학교 변화 돌아보기는 세지 않는다.\n"
        "※ 강사 현황과 이력을 운영 전에 학교와 확인한다. 비고에는 타 권역 활동의 사유를 적는다."
    ),
    Heading("■ 차시별 배치"),
    PLACED,
    Heading("■ 강사별 자격과 학교 내 과정 수"),
    INSTRUCTORS,
    author=None,
    landscape=True,
)
