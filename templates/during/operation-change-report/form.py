"""프로그램 운영 변경 사전 보고 (제1장 Ⅳ-2): what changes against the plan, told to the Foundation before."""

from __future__ import annotations

from docgen.catalogue.form import Column, Entry, Grid, Heading, Label, Row, school_block, sheet, table_of

SESSION = (
    "{% if numbers[row.target] is defined %}{% set session = numbers[row.target][0] %}"
    "{{ session.name }} {{ session.no }}차시{% endif %}"
)
REPORTER = (
    "{% set who = report.reporter if report.reporter.name else case.author %}"
    "{{ who.affiliation }} {{ who.position }} {{ who.name }}"
)

FORM = sheet(
    "프로그램 운영 변경 사전 보고",
    school_block(),
    Heading("■ 변경 항목"),
    table_of(
        "report['items']",
        Column("항목", "{{ row.kind }}", 16),
        Column("해당 차시", SESSION, 30),
        Column("당초", "{{ row.before }}", 36, "left"),
        Column("변경", "{{ row.after }}", 36, "left"),
        Column("사유", "{{ row.reason }}", 40, "left"),
    ),
    Heading("■ 보고"),
    Grid(
        (28, 57, 28, 57),
        (
            Row(
                (
                    Label("변경 예정일"),
                    Entry("{{ report.change_on | kdate(weekday=true) }}"),
                    Label("보고일"),
                    Entry("{{ report.reported_on | kdate(weekday=true) }}"),
                )
            ),
            Row((Label("보고자", help="(소속·직위·성명)"), Entry(REPORTER, columns=3))),
        ),
    ),
    author=None,
)
