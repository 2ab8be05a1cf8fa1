"""주요업무보고: what an institution reports to the committee of the council, task by task with its money.

Sums of tasks and of the whole, differences and rates are computed from the lines of spending.
"""

from __future__ import annotations

from docgen.catalogue.form import (
    Chapter,
    Column,
    Contents,
    Cover,
    Entry,
    Form,
    Grid,
    Heading,
    Outline,
    Row,
    Unit,
    each,
    table_of,
    when,
)
from docgen.catalogue.form.parts import Part

_THIS, _LAST = "'{{ report.year % 100 }}", "'{{ (report.year - 1) % 100 }}"

_SPENT, _PLANNED = "집행액 / 집행내용", "집행예정액 / 집행내용"
_FACED = "{{ row.page }}"


def _added(items: str, key: str) -> str:
    """The sum of what items have under a key, - where none has anything."""
    chosen = f'{items} | selectattr("{key}") | list'
    return f'{{{{ ({chosen} | sum(attribute="{key}") | number) if {chosen} else "-" }}}}'


def _number(key: str) -> str:
    return f"{{{{ row.{key} | number }}}}"


def _lines(sign: str, items: str) -> str:
    return f"{{%p for line in {items} or [] %}}\n{sign} {{{{ line }}}}\n{{%p endfor %}}"


def _listed(title: str, items: str, sign: str = "○") -> tuple[Part, ...]:
    """A square with its lines, where there are any."""
    return when(items, Outline(f"□ {title}\n{_lines(sign, items)}"))


BUDGET = table_of(
    "report.budget",
    Column("세부사업", "{{ row.name }}", 44, "left"),
    Column(
        "본예산(A)", _number("this"), 22, "right", "{{ report.year }}년도", _added("report.budget", "this")
    ),
    Column(
        "1차추경예산\n(본예산 포함)",
        _number("revised"),
        24,
        "right",
        "{{ report.year }}년도",
        _added("report.budget", "revised"),
    ),
    Column(
        "본예산(B)",
        _number("last"),
        22,
        "right",
        "{{ report.year - 1 }}년도",
        _added("report.budget", "last"),
    ),
    Column(
        "최종예산\n(추경 포함)",
        _number("final"),
        24,
        "right",
        "{{ report.year - 1 }}년도",
        _added("report.budget", "final"),
    ),
    Column(
        "증감\n(A-B)",
        "{{ (row.this - row.last) | number if row.name }}",
        20,
        "right",
        total="{{ grown | number }}",
    ),
    Column(
        "증감율\n(%)",
        '{{ ((row.this - row.last) / row.last * 100) | number(1) if row.last else "-" }}',
        16,
        "right",
        total='{{ (grown / whole_last * 100) | number(1) if whole_last else "-" }}',
    ),
    numbered=False,
    blank=1,
)


def _of_task(key: str) -> str:
    return _added("row.spending", key)


TASKS = table_of(
    "report.tasks",
    Column("번호", "{{ row.no }}", 10),
    Column("주요업무명", "{{ row.name }}", 30, "left"),
    Column(f"{_THIS}\n(추경 포함)", _of_task("this"), 20, "right", "예산액", _added("spending", "this")),
    Column(f"{_LAST}\n(최종예산)", _of_task("last"), 20, "right", "예산액", _added("spending", "last")),
    *(
        Column(
            f"{n}분기",
            _of_task(f"q{n}"),
            20,
            "right",
            "집행액" if n < 3 else "집행계획",
            _added("spending", f"q{n}"),
        )
        for n in (1, 2, 3, 4)
    ),
    Column("쪽수", _FACED, 10),
    numbered=False,
    blank=1,
)


def _quarter(n: int) -> Column:
    text = f"{_number(f'q{n}')}\n{{{{ row.q{n}_text }}}}"
    group = _SPENT if n < 3 else _PLANNED
    return Column(f"{n}분기", text, 23, "right", group, _added("task.spending", f"q{n}"))


SPENDING = table_of(
    "task.spending",
    Column("사업명", "{{ row.name }}", 24, "left"),
    Column(_THIS, _number("this"), 20, "right", "예산액", _added("task.spending", "this")),
    Column(_LAST, _number("last"), 20, "right", "예산액", _added("task.spending", "last")),
    *map(_quarter, (1, 2, 3, 4)),
    Column("설명자료\n쪽수", _FACED, 14),
    numbered=False,
    blank=1,
)

FORM = Form(
    "주요업무보고",
    (
        Cover(
            "주요업무보고", "{{ report.occasion }}", "{{ report.dated | kmonth }}", "{{ report.institution }}"
        ),
        Contents("차    례"),
        Chapter("Ⅰ. 일반 현황"),
        Heading("1. 연혁"),
        Outline("{%p for row in report.history or [] %}\n○ {{ row.on }}  {{ row.text }}\n{%p endfor %}"),
        Heading("2. 조직"),
        Outline(
            "{%p for row in report.organisation or [] %}\n○ {{ row.name }}{% if row.teams %}:"
            " {{ row.teams | join(', ') }}{% endif %}\n{%p endfor %}"
        ),
        Heading("3. 정·현원"),
        Unit("(단위: 명, {{ report.staff_on | kdate }} 기준)"),
        table_of(
            "report.staff",
            Column("구분", "{% merge %}{{ row.group }}", 40),
            Column("직급", "{{ row.rank }}", 40),
            Column("정원", _number("quota"), 20, "right", "정·현원", _added("report.staff", "quota")),
            Column("현원", _number("current"), 20, "right", "정·현원", _added("report.staff", "current")),
            Column(
                "과부족",
                "{{ (row.current - row.quota) | number if row.rank }}",
                20,
                "right",
                "정·현원",
                "{{ short | number }}",
            ),
            Column("비고", "{{ row.note }}", 30, "left"),
            numbered=False,
            blank=1,
        ),
        Heading("4. 시설 현황"),
        table_of(
            "report.facilities",
            Column("시설", "{{ row.name }}", 50, "left"),
            Column("면적(㎡)", _number("area"), 30, "right"),
            Column("용도", "{{ row.use }}", 78, "left"),
            blank=1,
        ),
        Heading("5. 예산 현황"),
        Unit("(단위: 천원, {{ report.budget_on | kdate }} 기준)"),
        BUDGET,
        Heading("6. 주요업무별 예산 내역"),
        Unit("(단위: 천원)"),
        TASKS,
        Chapter("Ⅱ. 업무 평가 및 개선 방향"),
        *each(
            "found in report.evaluations or []",
            Heading("{{ loop.index }}. {{ found.department }}"),
            *_listed("성과", "found.results"),
            *_listed("한계", "found.limits"),
            *_listed("개선 방향", "found.improvements"),
        ),
        Chapter("Ⅲ. 주요업무"),
        *each(
            "task in report.tasks or []",
            Heading("{{ task.no }} {{ task.name }}"),
            Outline(
                "□ 사업 개요\n{%p if task.purpose %}\n○ 목적: {{ task.purpose }}\n{%p endif %}\n"
                "{%p if task.grounds %}\n○ 근거: {{ task.grounds | join(', ') }}\n{%p endif %}\n"
                f"{{%p if task.contents %}}\n○ 주요 내용\n{_lines('-', 'task.contents')}\n{{%p endif %}}"
            ),
            *_listed("{{ report.year - 1 }}년 추진 실적", "task.last_results"),
            Outline("□ 추진 목표"),
            table_of(
                "task.goals",
                Column("세부사업명", "{{ row.name }}", 80, "left"),
                Column("추진시기", "{{ row.period }}", 40),
                Column("물량", "{{ row.amount }}", 38, "right"),
                blank=1,
            ),
            *_listed("추진 계획", "task.plans"),
            *when(
                "task.improvements",
                Grid((170,), (Row((Entry(f"주요 개선 사항\n{_lines('·', 'task.improvements')}"),)),)),
            ),
            *_listed("추진 실적", "task.done"),
            *_listed("추진 일정", "task.schedule"),
            Outline("□ 예산 집행 계획"),
            Unit("(단위: 천원)"),
            SPENDING,
            *_listed("문제점 및 애로 사항", "task.problems"),
            Outline(""),
        ),
        Heading("작 성 자"),
        table_of(
            "report.authors",
            Column("담당", "{{ row.duty }}", 60, "left"),
            Column("직위", "{{ row.position }}", 30),
            Column("성명", "{{ row.name }}", 30),
            Column("전화", "{% if row.phone %}☎ {{ row.phone | phone }}{% endif %}", 38),
            blank=1,
        ),
    ),
    numbered=True,
)
