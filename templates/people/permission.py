"""What a serving teacher's papers to the head of the school have alike (제1장 Ⅵ)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Grid, Outline, Signature, fields, table_of

__all__ = ["ASKED_BY", "SCHEDULE", "SCHOOL", "closing", "yes_no"]

SCHOOL = "{{ permission.person.home_school.name or permission.person.affiliation }}"
_OTHER = "permission.requester.institution"
ASKED_BY = (
    f"{{{{ {_OTHER} or permission.person.institution.name }}}}",
    f"{{% if {_OTHER} %}}{{{{ [permission.requester.name, permission.requester.phone | phone] | select | "
    "join(' ') }}{% else %}{{ [permission.person.institution.manager.name, "
    "permission.person.institution.manager.phone | phone] | select | join(' ') }}{% endif %}",
)
SCHEDULE = table_of(
    "permission.schedule",
    Column(
        "일자",
        "{{ row.start | kdate(weekday=true) }}",
        36,
        total="{% if permission.days %}{{ permission.days }}일{% endif %}",
    ),
    Column(
        "시작~종료",
        "{{ row.start | ktime }}{% if row.start %}~{% endif %}{{ row.end | ktime }}",
        30,
        total=" ",
    ),
    Column(
        "시간",
        "{{ row.minutes | hours }}",
        28,
        "right",
        total="{{ permission.total_minutes | hours if permission.total_minutes }}",
    ),
    Column("장소", "{{ row.place }}", 40, "left", total=" "),
    Column(
        "방과후 여부",
        "{{ '방과후' if row.after_school else '일과 중' if row.start and row.after_school is false }}",
        24,
        total=" ",
    ),
)


def yes_no(value: str, yes: str, no: str) -> str:
    """Two boxes for what is true, false or not said."""
    return f"{{{{ ({value} is true) | box }}}} {yes}   {{{{ ({value} is false) | box }}}} {no}"


def closing(words: str, day: str, who: str, granted: str) -> tuple[Grid | Outline | Signature, ...]:
    """What is asked for, signed, and to whom; below, the head's word and seal."""
    return (
        Outline(words),
        Signature(day, "{{ permission.applied_on }}", who, "{{ permission.person.name }}"),
        Outline(f"{SCHOOL}장 귀하"),
        fields((f"학교장 {granted}일", "{{ permission.approved_on }}", "학교장", f"{SCHOOL}장  (직인)")),
    )
