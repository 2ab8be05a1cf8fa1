"""위촉장: the institution appoints whom it chose; beside the guideline, layout ours."""

from __future__ import annotations

from templates.people.confirmation import framed, person_facts

_PERSON = "appointment.person"

FORM = framed(
    "위촉장",
    "위 촉 장",
    (
        *person_facts(_PERSON, f"{{{{ [{_PERSON}.affiliation, {_PERSON}.position] | select | join(' ') }}}}"),
        ("위 촉 기 간", "{{ appointment.period | krange }}"),
        ("맡 은 일", "{{ appointment.duties }}"),
    ),
    "위 사람을 「{{ appointment.project }}」\n{{ appointment.role | josa('으로/로') }} 위촉합니다.",
)
