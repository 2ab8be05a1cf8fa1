"""코디네이터·강사 정보 등록: a person enters it before the first interview (제1장 Ⅱ; classes of 제1장 Ⅵ)."""

from __future__ import annotations

from docgen.catalogue.form import Entry, Grid, Heading, Label, Row, Signature, fields, sheet

ROLES = {
    "coordinator": "코디네이터",
    "main": "주강사",
    "assistant": "보조강사",
    "technical": "기술지원 전문가",
}
COORDINATOR = {
    "①": "교실혁명 선도교사, 기 선도교사, 선도교사 역량 강화 프로그램 운영 강사",
    "②": "디지털 기반 교육 혁신에 전문성이 있는 수석교사",
    "③": "디지털 기반 교육에 관심이 높은 학교 경영자(교장, 교감)",
}
INSTRUCTOR = {
    "①": "현직 교사, 초·중등 교원 자격 소지자",
    "②": "찾아가는 학교 컨설팅 코디네이터",
    "③": "민간(기업) 전문가 (디자인 씽킹 등)",
    "④": "교육계 전문가",
}


def classes(held: str, printed: dict[str, str]) -> str:
    """A line for each class, ticked where it is held."""
    return "\n".join(f"{{{{ ('{sign}' in {held}) | box }}}} {sign} {text}" for sign, text in printed.items())


def yes_no(value: str, yes: str, no: str) -> str:
    """Two boxes for what is true, false or not said."""
    return f"{{{{ ({value} == true) | box }}}} {yes}   {{{{ ({value} == false) | box }}}} {no}"


ROLE = "   ".join(f"{{{{ ('{role}' in person.roles) | box }}}} {word}" for role, word in ROLES.items())
OTHERS = "{% if others %}   ■ {{ others | join(', ') }}{% endif %}"

FORM = sheet(
    "코디네이터·강사 정보 등록",
    fields(("구분", ROLE + OTHERS)),
    Heading("■ 인적사항"),
    fields(
        (
            "성명",
            "{{ person.name }}",
            "성별",
            "{{ (person.gender == '남') | box }} 남   {{ (person.gender == '여') | box }} 여",
        ),
        ("생년월일", "{{ person.birth_date }}", "담당교과", "{{ person.subject }}"),
        ("소속", "{{ person.affiliation }} {{ person.department }}", "직위/직책", "{{ person.position }}"),
        ("연락처", "{{ person.phone | phone }}", "이메일", "{{ person.email }}"),
        (
            "현직 교원 여부",
            yes_no("person.is_teacher", "현직 교원", "현직 교원 아님"),
            "경력(년)",
            "{{ person.career_years }}",
        ),
    ),
    Heading("■ 소속 교육청"),
    fields(
        (
            *("시·도", "{{ person.home_school.province.word if person.home_school.province }}"),
            *("관할 교육청", "{{ person.home_school.education_office }}"),
        ),
        ("소속 학교", "{{ person.home_school.name }}", "학교급", "{{ person.home_school.level }}"),
    ),
    Heading("■ 자격 구분"),
    Grid(
        (28, 142),
        (
            Row((Label("코디네이터"), Entry(classes("coordinator_classes", COORDINATOR)))),
            Row((Label("강사"), Entry(classes("instructor_classes", INSTRUCTOR)))),
            Row((Label("기술지원"), Entry("{{ ('technical' in person.roles) | box }} 기술지원 전문가"))),
            Row((Label("비고"), Entry("{{ notes | join(', ') }}"))),
        ),
    ),
    Heading("■ 활동"),
    fields(
        ("활동 가능 과정", "{{ person.available_courses | map(attribute='name') | join(', ') }}"),
        ("활동 가능 지역", "{{ person.available_regions | map(attribute='word') | join(', ') }}"),
        (
            *("활동 운영기관", "{{ person.institution.name }}"),
            *("타 기관 활동", yes_no("person.other_institution", "있음", "없음")),
        ),
        (
            *("정보제공 동의", yes_no("person.consent.provide", "동의함", "동의하지 않음")),
            *("동의일", "{{ person.consent.on }}"),
        ),
    ),
    Signature("등록일", "{{ person.registered_on }}", "성명", "{{ person.name }}"),
    author=None,
)
