"""수기 출석부 (제1장 Ⅳ-1): for parents and pupils, signed by hand at every session; the layout is ours."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Row,
    each,
    fields,
    school_block,
    sheet,
    table_of,
)

WIDE = 257
PER_PAGE = 6  # sessions beside one another
GRADE = "{{ row.participant.child_grade_class or row.participant.grade_class }}"


def _signers(people: str) -> str:
    """The people of one role, each with a box: ■ once they confirmed."""
    signed = "(who.id in row.confirmed_by | map(attribute='id') | list)"
    line = f"{{{{ who.name }}}} {{{{ {signed} | box }}}} 서명"
    return f"{{%p for who in row.{people} or [] %}}\n{line}\n{{%p endfor %}}"


SESSIONS = table_of(
    "run.held",
    Column("차시", "{{ row.no }}", 14),
    Column("일시", "{{ row.start | krange(row.end) }}", 56),
    Column("장소", "{{ row.place }}", 42),
    Column("주강사", _signers("held_main"), 38, group="강사 확인(서명)"),
    Column("보조강사", _signers("held_assistant"), 38, group="강사 확인(서명)"),
    Column("기술지원", _signers("held_technical"), 38, group="강사 확인(서명)"),
    Column(
        "출석 인원",
        "{% if counts[row.id] is defined %}{{ counts[row.id][0].people | number }}"
        "{% elif present[row.id] is defined %}{{ present[row.id] | length }}{% endif %}",
        20,
        "right",
    ),
    blank=2,
    numbered=False,
    width=WIDE,
)


def _signature(place: int) -> Column:
    """The column of one session: ○ where attendance is on record, else room to sign."""
    session = f"(run.held[start:start + {PER_PAGE}] | rows({PER_PAGE}))[{place}]"
    return Column(
        f"{{% if {session}.id %}}{{{{ {session}.no }}}}차시{{% endif %}}",
        f"{{% set session = {session} %}}{{% for record in row.records or [] "
        "if record.session == session.id and record.counted_minutes %}○{% endfor %}",
        22,
        group="차시별 서명",
    )


def _people() -> Grid:
    """Whoever enrolled, and at least three lines for those who come unannounced."""
    return table_of(
        "run.roster | rows(run.roster | length + 3)",
        Column("성명", "{{ row.participant.name }}", 28),
        Column("학년·반\n(학부모는 자녀)", GRADE, 28),
        *map(_signature, range(PER_PAGE)),
        Column("참석(분)", "{% if row.records %}{{ row.attended_minutes | number }}{% endif %}", 18, "right"),
        Column("비고", "{% if row.id and not row.expected %}현장 참석{% endif %}", 24),
        blank=15,
        width=WIDE,
    )


CONFIRMED = Grid(
    (34, 60, 40, 123),
    (
        Row(
            (
                Label("출석 인원"),
                Entry(
                    "{% if run.attended %}{{ run.attended | number }}{% else %}        {% endif %}명 "
                    "(예정 {{ run.expected | number }}명)"
                ),
                Label("확인자", help="(운영지원 담당자)"),
                Entry("{{ checker }}                    (서명)"),
            )
        ),
    ),
)

FORM = sheet(
    "수기 출석부",
    school_block(WIDE),
    fields(
        ("과정명", "{{ run.course.name }}", "프로그램명", "{{ run.name }}"),
        ("회차·분반", "{{ run.run }}회차 {{ run['class'] }}반", "대상", "{{ run.course.audience }}"),
        width=WIDE,
    ),
    Heading("■ 차시별 일시·장소"),
    SESSIONS,
    CONFIRMED,
    *each(f"start in range(0, run.held | length, {PER_PAGE})", Heading("■ 출석", new_page=True), _people()),
    author=None,
    landscape=True,
)
