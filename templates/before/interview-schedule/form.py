"""심층 면담 일정 등록: the screen 학교 관리 ▪ 심층 면담 as the guideline prints it (제1장 Ⅲ-2 ④)."""

from __future__ import annotations

from docgen.catalogue.form import Entry, Grid, Heading, Label, Outline, Row, sheet

VISITS = tuple(
    cell
    for no in (1, 2, 3)
    for cell in (Label(f"{no}차"), Entry(f"{{{{ visits[{no - 1}].start | kdate }}}}", align="center"))
)


def coordinator(place: int) -> tuple[Label, Entry]:
    """The place of one coordinator: the button to look for them, and who was found."""
    person = f"members[{place - 1}].person"
    school = f"{{% if {person}.affiliation %}} ({{{{ {person}.affiliation }}}}){{% endif %}}"
    return Label(f"코디네이터 {place}"), Entry(
        f"[코디네이터 찾기]   {{{{ {person}.name }}}}{school}", columns=5
    )


FORM = sheet(
    "학교 관리",
    Outline("HOME > 기관 전용 > 학교 관리\n학교명: {{ school.name }}"),
    Heading("▪ 심층 면담"),
    Grid(
        (34, 26, 28, 13, 28, 13, 28),
        (
            Row((Label("방문 일시"), *VISITS)),
            Row((Label("방문 코디네이터", rows=3), *coordinator(1))),
            Row(coordinator(2)),
            Row(coordinator(3)),
        ),
    ),
    author=None,
)
