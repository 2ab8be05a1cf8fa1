"""주요업무계획: a training institute's plan of a year, from what it is to what it will do in four years.

Each chapter begins on a page of its own, with the list of what is in it. All sums are computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from docgen.catalogue.form import (
    Chapter,
    Column,
    Contents,
    Cover,
    Entry,
    Form,
    Grid,
    Heading,
    Label,
    Outline,
    Row,
    Unit,
    each,
    table_of,
    when,
)
from docgen.catalogue.form.parts import Part

_PLAN = "annual_plan"
_Align = Literal["left", "center", "right"]


def _lines(sign: str, items: str) -> str:
    return f"{{%p for line in {items} or [] %}}\n{sign} {{{{ line }}}}\n{{%p endfor %}}"


def _sum(items: str, key: str) -> str:
    return f'{{{{ {items} | sum(attribute="{key}") | number }}}}'


def _number(key: str) -> str:
    return f"{{{{ row.{key} | number }}}}"


def _chapter(title: str, *sections: str) -> tuple[Part, ...]:
    """The page before a chapter, with its sections."""
    return Chapter(title, new_page=True), Outline("\n".join(f"○ {section}" for section in sections))


def _tag(text: str, columns: int) -> Row:
    return Row((Entry(f"{{%tr {text} %}}", columns=columns),))


def _in_groups(
    widths: Sequence[float],
    heads: Sequence[Row],
    loop: tuple[str, str],
    cells: Sequence[tuple[str, _Align]],
    subtotal: tuple[Label | Entry, ...],
    total: Row,
) -> Grid:
    """Rows of groups, the name of each beside its rows and its 소 계; at last the 총 계."""
    group, inner = loop
    name = Entry(f"{{% merge %}}{{{{ {group.split()[0]}.name }}}}", align="center")
    count = len(widths)
    rows = (
        _tag(f"for {group}", count),
        _tag(f"for row in {inner}", count),
        Row((name, *(Entry(text, align=align) for text, align in cells))),
        _tag("endfor", count),
        Row(subtotal),
        _tag("endfor", count),
        total,
    )
    return Grid(tuple(widths), (*heads, *rows))


def _numbers(items: str, *keys: str) -> tuple[Entry, ...]:
    return tuple(Entry(_sum(items, key), align="right") for key in keys)


STAFF = _in_groups(
    (40, 45, 25, 25, 35),
    (Row(tuple(map(Label, ("구분", "직급", "정원", "현원", "비고"))), running=True),),
    (f"group in {_PLAN}.staff or []", "group.rows"),
    (
        ("{{ row.rank }}", "center"),
        (_number("quota"), "right"),
        (_number("current"), "right"),
        ("{{ row.note }}", "left"),
    ),
    (Label("소 계", 2), *_numbers("group.rows", "quota", "current"), Entry()),
    Row((Label("총 계", 2), *_numbers("staff", "quota", "current"), Entry())),
)

_COUNTS = ("last_courses", "last_people", "courses", "people")

TRAINING = _in_groups(
    (26, 30, 38, 19, 19, 19, 19),
    (
        Row(
            (
                Label("부서", rows=2),
                Label("연수종별", rows=2),
                Label("연수방법/대상", rows=2),
                Label("{{ annual_plan.year - 1 }} 실적", 2),
                Label("{{ annual_plan.year }} 계획", 2),
            ),
            running=True,
        ),
        Row((Label("과정"), Label("인원(명)"), Label("과정"), Label("인원(명)")), running=True),
    ),
    (f"group in {_PLAN}.training or []", "group.rows"),
    (
        ("{{ row.kind }}", "center"),
        ("{{ row.method }}", "center"),
        *((_number(key), "right") for key in _COUNTS),  # type: ignore[misc]  # mypy loses the length of a starred pair
    ),
    (Label("소 계", 3), *_numbers("group.rows", *_COUNTS)),
    Row((Label("총 계", 3), *_numbers("training", *_COUNTS))),
)

_YEARS = range(4)

MIDTERM = Grid(
    (38, 22, 27.5, 27.5, 27.5, 27.5),
    (
        Row(
            (Label("세부 사업명", rows=2), Label("추진 목표\n소요 예산", rows=2), Label("연차 계획", 4)),
            running=True,
        ),
        Row(tuple(Label(f"{{{{ annual_plan.year + {n} }}}}년") for n in _YEARS), running=True),
        _tag("for row in aim.lines or []", 6),
        Row(
            (
                Label("{{ row.name }}", rows=2),
                Label("추진 목표"),
                *(Entry(f"{{{{ row.goal{n + 1} }}}}", align="center") for n in _YEARS),
            )
        ),
        Row((Label("소요 예산"), *(Entry(_number(f"cost{n + 1}"), align="right") for n in _YEARS))),
        _tag("endfor", 6),
        Row(
            (
                Label("계", 2),
                *(
                    Entry(_sum(f'aim.lines | selectattr("cost{n + 1}")', f"cost{n + 1}"), align="right")
                    for n in _YEARS
                ),
            )
        ),
    ),
)


def _plans(of: str, sign: str) -> Outline:
    """What is to be done: a title in brackets, its lines, their particulars."""
    return Outline(
        f"{{%p for plan in {of}.plans or [] %}}\n{sign} [{{{{ plan.title }}}}]\n"
        f"{_lines('▶', 'plan.texts')}\n{_lines('-', 'plan.details')}\n{{%p endfor %}}"
    )


FORM = Form(
    "주요업무계획",
    (
        Cover(
            "{{ annual_plan.year }} 주요업무계획",
            "{{ annual_plan.slogan | lines }}",
            "{{ annual_plan.dated | kmonth }}",
            "{{ annual_plan.institution }}\n{{ annual_plan.english }}",
        ),
        Contents("차    례"),
        *_chapter("Ⅰ. 일반현황", "연혁", "조직", "직원 현황", "시설 현황", "연수협력학교 현황", "예산 현황"),
        Heading("1. 연혁", new_page=True),
        Outline(
            f"{{%p for row in {_PLAN}.history or [] %}}\n"
            "• '{{ (row.on | kdate)[2:] }} {{ row.text }}\n{%p endfor %}"
        ),
        Heading("2. 조직"),
        Outline(
            f"{{%p for row in {_PLAN}.organisation or [] %}}\n○ {{{{ row.name }}}}{{% if row.teams %}}:"
            " {{ row.teams | join(', ') }}{% endif %}\n{%p endfor %}"
        ),
        Heading("3. 직원 현황"),
        Unit("(단위: 명)"),
        STAFF,
        Outline("※ 기준일: {{ annual_plan.staff_on }}"),
        Heading("4. 시설 현황"),
        table_of(
            f"{_PLAN}.facilities",
            Column("시설", "{{ row.name }}", 50, "left"),
            Column("면적(㎡)", _number("area"), 30, "right"),
            Column("용도", "{{ row.use }}", 78, "left"),
            blank=1,
        ),
        Heading("5. 연수협력학교 현황"),
        table_of(
            f"{_PLAN}.partner_schools",
            Column("학교명", "{{ row.name }}", 50),
            Column("기간", "{{ row.period | krange }}", 45),
            Column("협력 내용", "{{ row.content }}", 63, "left"),
            blank=1,
        ),
        Heading("6. 예산 현황"),
        Unit("(단위: 천원)"),
        table_of(
            f"{_PLAN}.budget",
            Column("구분", "{{ row.name }}", 80, "left"),
            Column("예산액", _number("amount"), 40, "right", total="{{ whole | number }}"),
            Column(
                "비율(%)",
                "{{ (row.amount / whole * 100) | number(1) if row.amount }}",
                38,
                "right",
                total="{{ '100.0' if whole }}",
            ),
            blank=1,
        ),
        *_chapter("Ⅱ. 교육방향·운영 방향", "비전, 지표와 정책방향"),
        Heading("1. 비전, 지표와 정책방향", new_page=True),
        Grid(
            (30, 140),
            (
                Row((Label("비전"), Entry("{{ annual_plan.vision }}", align="center"))),
                Row((Label("지표"), Entry("{{ annual_plan.index }}", align="center"))),
                Row((Label("정책방향"), Entry("{{ annual_plan.policies | lines }}"))),
            ),
        ),
        *_chapter("Ⅲ. 실천과제", "운영 방향별 실천과제와 세부 실천과제"),
        Heading("1. 실천과제 표", new_page=True),
        table_of(
            "tasks",
            Column("운영 방향", "{% merge %}{{ row.theme.direction.name }}", 50),
            Column("실천과제", "{% merge %}{{ row.theme.name }}", 55, "left"),
            Column("세부 실천과제", "{{ row.name }}", 65, "left"),
            numbered=False,
            blank=1,
        ),
        *_chapter("Ⅳ. 연수 운영 계획", "연수 운영 계획 총괄"),
        Heading("1. 연수 운영 계획 총괄", new_page=True),
        Unit("(단위: 개, 명)"),
        TRAINING,
        *_chapter("Ⅴ. 부서별 중점 과제", "부서마다 과제 목표, 추진 방향, 추진 계획"),
        *each(
            f"part in {_PLAN}.departments or []",
            Heading("{{ loop.index }}. {{ part.name }}", new_page=True),
            Outline(
                f"■ 과제 목표\n{_lines('▶', 'part.goals')}\n"
                f"■ 추진 방향\n{_lines('▶', 'part.directions')}\n■ 추진 계획"
            ),
            _plans("part", "○"),
        ),
        *_chapter("Ⅵ. 주요 추진 업무", "실천과제마다 추진 개요와 추진 계획"),
        *each(
            f"work in {_PLAN}.works or []",
            Heading("실천과제 {{ work.theme }}", new_page=True),
            Outline(
                "□ {{ work.name }}\n{{ work.aim }}\n"
                "○ 담당 부서: {{ (work.departments or []) | join(' | ') }}\n▣ 추진 개요"
            ),
            Unit("(단위: 개, 명)"),
            table_of(
                "work.lines",
                Column("세부사업명", "{{ row.name }}", 80, "left"),
                Column("추진시기", "{{ row.period }}", 40),
                Column("과정", _number("courses"), 25, "right", total=_sum("work.lines", "courses")),
                Column("인원", _number("people"), 25, "right", total=_sum("work.lines", "people")),
                numbered=False,
                blank=1,
            ),
            Outline("▣ 추진 계획"),
            _plans("work", "○"),
        ),
        *_chapter("Ⅶ. 중장기 발전 과제", "과제마다 연도별 추진 계획 및 예산"),
        *each(
            f"aim in {_PLAN}.midterm or []",
            Heading("{{ loop.index }}. {{ aim.name }}", new_page=True),
            Outline(
                "□ 과제 목표\n○ {{ aim.goal }}\n□ 추진 목적\n○ {{ aim.purpose }}\n□ 추진 방향\n"
                f"{_lines('○', 'aim.directions')}\n□ 추진 내용\n{_lines('○', 'aim.contents')}"
            ),
            *when(
                "aim.lines",
                Outline("□ 연도별 추진 계획 및 예산"),
                Unit("(단위: 천원)"),
                MIDTERM,
            ),
        ),
    ),
    numbered=True,
)
