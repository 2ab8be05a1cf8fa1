"""출강 확인서: what an instructor taught at a school; beside the guideline, layout ours."""

from __future__ import annotations

from templates.people.confirmation import framed, person_facts

FORM = framed(
    "출강 확인서",
    "출 강 확 인 서",
    (
        *person_facts("person", "{{ [person.affiliation, person.position] | select | join(' ') }}"),
        ("과정·역할", "{{ taught }} ({{ role }})"),
        ("출 강 기 간", "{{ started_on | krange(ended_on) }}"),
        (
            "장소·시간",
            "{{ place }}, {{ count }}차시{% if minutes %} ({{ minutes | hours }}){% endif %}",
        ),
    ),
    "위 사람은 「찾아가는 학교 컨설팅」에\n위와 같이 출강하였음을 확인합니다.",
)
