"""코디네이터·강사 활동 횟수 관리대장: who worked where how often, against the limits (제1장 Ⅵ)."""

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

_WIDTH = 257
_HEADS = ("구분", "역할", "성명", "현직\n교원", "학교", "과정", "분반", "일자", "차시", "횟수\n산정")


def _activities(kind: str, role: str, people: str) -> Repeat:
    """The sessions of the people in a role, under its name."""
    texts = (
        "{% merge %}{{ row.name }}",
        "{% if row.name %}{{ row.is_teacher | box }}{% endif %}",
        "{% if row.name %}{{ school.name }}{% endif %}",
        "{{ row.session.course.name }}",
        "{% if row.session.no %}{{ row.session.run }}회 {{ row.session.class }}반{% endif %}",
        "{{ row.session.start | kdate(weekday=true) }}",
        "{{ row.session.no }}",
        "{% if row.name %}{{ '산정' if row.session.course.counted else '제외' }}{% endif %}",
    )
    labels = Label(kind), Label(role)
    return Repeat(f"row in {people} | rows(1)", (*labels, *(Entry(text, align="center") for text in texts)))


def _count(head: str, key: str) -> Column:
    text = f"{{% if row.person.name %}}{{{{ row.{key} | length }}}}{{% endif %}}"
    return Column(head, text, 20, "right", "학교 내 과정 수")


ACTIVITIES = Grid(
    (24, 30, 24, 14, 38, 54, 20, 33, 10, 10),
    (
        Row(tuple(map(Label, _HEADS)), running=True),
        _activities("강사", "주강사", "main"),
        _activities("강사", "보조강사", "assistant"),
        _activities("강사", "기술지원 전문가", "technical"),
        _activities("코디네이터", "공동 운영", "joint"),
    ),
)

INSTRUCTORS = table_of(
    "placed",
    Column("성명", "{{ row.person.name }}", 24),
    Column("소속", "{{ row.person.affiliation }}", 40),
    Column("현직 교원", "{% if row.person.name %}{{ row.person.is_teacher | box }}{% endif %}", 18),
    _count("주강사", "main_courses"),
    _count("보조강사", "assistant_courses"),
    Column("차시 수", "{% if row.person.name %}{{ row.session_count }}{% endif %}", 18, "right"),
    Column("누계 학교 수", "", 24, "right"),
    Column(
        "한도",
        "{% if row.person.name %}과정: 주 2, 보조 2 / 학교: "
        "{{ '6개교' if row.person.is_teacher else '제한 없음' }}"
        "{% endif %}",
        62,
    ),
    Column(
        "초과 여부\n(학교 내 과정)",
        "{% if row.person.name %}{{ '초과' if row.main_courses | length > 2"
        " or row.assistant_courses | length > 2 else '없음' }}{% endif %}",
        28,
    ),
    width=_WIDTH,
)

COORDINATORS = table_of(
    "coordinators.members",
    Column("성명", "{{ row.person.name }}", 24),
    Column("소속", "{{ row.person.affiliation }}", 40),
    Column("현직 교원", "{% if row.person.name %}{{ row.person.is_teacher | box }}{% endif %}", 18),
    Column("역할", "{{ row.role.word if row.role }}", 52),
    Column("학교", "{% if row.person.name %}{{ school.name }}{% endif %}", 38),
    Column("배정일", "{% if row.person.name %}{{ coordinators.assigned_on }}{% endif %}", 26),
    Column("누계 학교 수", "", 24, "right"),
    Column("한도", "{% if row.person.name %}6개교{% endif %}", 18),
    Column("초과 여부", "", 22),
    width=_WIDTH,
)

FORM = sheet(
    "코디네이터·강사 활동 횟수 관리대장",
    fields(("운영기관", "{{ institution.name }}", "학교", "{{ school.name }}"), width=_WIDTH),
    Heading("■ 활동 내역"),
    ACTIVITIES,
    Heading("■ 강사 한도 점검"),
    INSTRUCTORS,
    Heading("■ 코디네이터 한도 점검"),
    COORDINATORS,
    Outline(
        "※ 횟수는 우리학교 알아보기와 우리 학교 변화 돌아보기를 세지 않는다. "
        "대체한 차시는 실제로 활동한 사람으로 적는다.\n"
        "※ 누계 학교 수는 기관의 다른 학교 대장과 더하여 적는다. "
        "코디네이터와 현직 교원인 강사는 6개교까지이다."
    ),
    landscape=True,
)
