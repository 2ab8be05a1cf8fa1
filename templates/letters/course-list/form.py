"""연수 운영계획 과정 목록: a department's courses of a year, the sums of each task above them."""

from __future__ import annotations

from docgen.catalogue.form import Entry, Form, Grid, Heading, Label, Row, Title, Unit, each, when

_COLUMNS = ("people", "count", "budget")
_LEVELS = {"area": "task.theme.area.name", "theme": "task.theme.name", "task": "task.name"}


def _sum(column: str, level: str = "") -> str:
    """What the courses of a list come to, of one area, theme or task where a level is named."""
    chosen = ['selectattr("task.theme.area.list.title", "equalto", list.title)']
    if level:
        chosen.append(f'selectattr("{_LEVELS[level]}", "equalto", {level}.name)')
    added = f'selectattr("{column}") | sum(attribute="{column}") | number'
    return f"{{{{ courses | {' | '.join(chosen)} | {added} }}}}"


def _cell(column: str) -> str:
    return f"{{{{ row.{column}_text or (row.{column} | number) }}}}"


def _row(name: Label | Entry, texts: dict[str, str], remote: bool, hours: str = "", period: str = "") -> Row:
    cells = [name, Entry(texts["people"], align="right"), Entry(hours, align="center")]
    cells += [Entry(period, align="center"), Entry(texts["count"], align="right")]
    return Row((*cells, *([] if remote else [Entry(texts["budget"], align="right")])))


def _table(remote: bool) -> Grid:
    """The courses of a list; those on line cost nothing."""

    def sums(level: str = "") -> dict[str, str]:
        return {column: _sum(column, level) for column in _COLUMNS}

    def tag(text: str) -> Row:
        return Row((Entry(f"{{%tr {text} %}}", columns=5 if remote else 6),))

    heads = ("연수과정명", "계획인원", "연수시수", "운영시기", "과정수", *(() if remote else ("예산(천원)",)))
    course = {column: _cell(column) for column in _COLUMNS}
    rows = (
        Row(tuple(map(Label, heads)), running=True),
        _row(Label("[합계]"), sums(), remote),
        tag("for area in list.areas"),
        _row(Entry("{{ area.name }}"), sums("area"), remote),
        tag("for theme in area.themes"),
        _row(Entry(" {{ theme.name }}"), sums("theme"), remote),
        tag("for task in theme.tasks"),
        _row(Entry("  {{ task.name }}"), sums("task"), remote),
        tag("for row in task.courses"),
        _row(Entry("   {{ row.name }}"), course, remote, "{{ row.hours }}", "{{ row.period }}"),
        *(tag("endfor") for _ in range(4)),
    )
    return Grid((76, 20, 20, 32, 22) if remote else (68, 19, 19, 28, 14, 22), rows)


FORM = Form(
    "연수 운영계획 과정 목록",
    (
        Title("{{ course_list.year }}년 연수 운영계획 과정 목록\n({{ course_list.department }})"),
        *each(
            "list in course_list.lists",
            Heading("■ {{ list.title }}"),
            *when("list.remote", Unit("(단위: 명, 개)"), _table(remote=True)),
            *when("not list.remote", Unit("(단위: 명, 개, 천원)"), _table(remote=False)),
        ),
    ),
    numbered=True,
)
