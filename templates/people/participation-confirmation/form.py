"""참가 확인서: who came to a course, completed or not; beside the guideline, layout ours."""

from __future__ import annotations

from templates.people.confirmation import framed, person_facts

FORM = framed(
    "참가 확인서",
    "참 가 확 인 서",
    (
        *person_facts(
            "person", "{{ [person.affiliation or school.name, person.position] | select | join(' ') }}"
        ),
        ("과  정  명", "{{ the_run.name }}"),
        ("참 가 기 간", "{{ the_run.started_on | krange(the_run.ended_on) }}"),
        (
            "장소·시간",
            "{{ school.name }}, {{ enrolment.attended_sessions }}차시"
            "{% if enrolment.attended_minutes %} ({{ enrolment.attended_minutes | hours }}){% endif %}",
        ),
    ),
    "위 사람은 「찾아가는 학교 컨설팅」의\n위 과정에 참가하였음을 확인합니다.",
)
