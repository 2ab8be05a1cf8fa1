"""교육훈련계획: the plan of a year's training, with its approval, the questions before it, and its annexes.

Numbers of courses and people are added up, and compared with the year before.
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
    Label,
    Outline,
    Repeat,
    Row,
    Title,
    Unit,
    each,
    table_of,
    when,
)
from docgen.catalogue.form.parts import Part
from templates.letters.covers import GUIDE, approval_block, checklist


def _lines(sign: str, items: str) -> str:
    return f"{{%p for line in {items} or [] %}}\n{sign} {{{{ line }}}}\n{{%p endfor %}}"


def _said(section: str) -> Outline:
    """□ a point, ○ what is said of it, - the particulars, ▶ what follows."""
    return Outline(
        f"{{%p for point in {section}.points or [] %}}\n□ {{{{ point.title }}}}\n"
        f"{_lines('○', 'point.texts')}\n{_lines('-', 'point.details')}\n{_lines('▶', 'point.outcomes')}\n"
        "{%p endfor %}"
    )


def _photos(section: str) -> tuple[Part, ...]:
    picture = (
        '{{ row.file | image(width="120mm", height="70mm", fit=true, optional=true) }}\n〈{{ row.caption }}〉'
    )
    return when(
        f"{section}.photos",
        Grid((170,), (Repeat(f"row in {section}.photos", (Entry(picture, align="center"),)),)),
    )


def _compared(key: str, sign: str) -> tuple[Entry, ...]:
    """A number of last year, of this year, and what it grew by, with its sign."""
    last, this = f"training_plan.compare.last.{key}", f"training_plan.compare.this.{key}"
    grown = f"{{{{ '+' if {this} > {last} }}}}{{{{ ({this} - {last}) | number }}}}{sign}"
    known = f"{{% if {this} is not none and {last} is not none %}}{grown}{{% endif %}}"
    shown = (f"{{{{ {last} | number }}}}", f"{{{{ {this} | number }}}}", known)
    return tuple(Entry(text, align="right") for text in shown)


COMPARED = Grid(
    (40, 40, 30, 30, 30),
    (
        Row(
            (
                Label("구분", 2),
                Label("{{ training_plan.year - 1 }}년도"),
                Label("{{ training_plan.year }}년도"),
                Label("증감"),
            ),
            running=True,
        ),
        Row((Label("과정 수", 2), *_compared("courses", "개"))),
        Row((Label("인원", rows=2), Label("집합"), *_compared("gathered", "명"))),
        Row((Label("e-러닝"), *_compared("online", "명"))),
    ),
)


def _sum(key: str) -> str:
    return f'{{{{ training_plan.summary | sum(attribute="{key}") | number }}}}'


def _annex(number: int, title: str) -> Heading:
    return Heading(f"<붙임 {number}> {title}", new_page=number == 1)


FORM = Form(
    "교육훈련계획",
    (
        Cover(
            "{{ training_plan.title | lines }}",
            "{{ training_plan.slogan | lines }}",
            "{{ training_plan.dated | kmonth }}",
            "{{ training_plan.institution }}\n({{ training_plan.department }})",
        ),
        Contents("목    차"),
        Outline("{{ training_plan.motto }}"),
        approval_block("training_plan"),
        Title("{{ training_plan.title | lines }}"),
        Heading("사전 검토항목", new_page=True),
        Outline(GUIDE),
        checklist("pre_review"),
        Chapter("Ⅰ. 추진 개요", new_page=True),
        Heading("1. 근거 및 배경"),
        Outline(_lines("○", "training_plan.grounds")),
        Heading("2. 추진 경과"),
        Outline(
            "{%p for row in training_plan.progress or [] %}\n"
            "- '{{ (row.on | kdate)[2:] }} {{ row.text }}\n{%p endfor %}"
        ),
        Heading("3. 비전 및 목표"),
        Grid(
            (30, 140),
            (
                Row((Label("비전"), Entry("{{ training_plan.vision }}", align="center"))),
                Row((Label("목표"), Entry("{{ training_plan.goals | lines }}"))),
            ),
        ),
        Heading("4. 교육훈련 과정개요"),
        table_of(
            "training_plan.system",
            Column("분 야", "{{ row.field }}", 30),
            Column("교육훈련목표", "{{ row.goal }}", 60, "left"),
            Column("주요과정", "{{ row.courses | lines }}", 80, "left"),
            numbered=False,
            blank=1,
        ),
        Unit("(단위: 개, 명)"),
        COMPARED,
        Chapter("Ⅱ. 성과 및 행정환경 변화", new_page=True),
        _said("training_plan.results"),
        *_photos("training_plan.results"),
        Chapter("Ⅲ. 실행계획", new_page=True),
        *each(
            "action in training_plan.actions or []",
            Heading('{{ loop.index | numbered("①") }} {{ action.title }}'),
            Grid((170,), (Row((Entry("{{ action.summary }}"),)),)),
            _said("action"),
            *_photos("action"),
            Outline(""),
        ),
        *when(
            "training_plan.notes",
            Outline("{%p for note in training_plan.notes %}\n{{ loop.index }}) {{ note }}\n{%p endfor %}"),
        ),
        _annex(1, "교육훈련 총괄표"),
        Unit("(단위: 개, 회, 명)"),
        table_of(
            "training_plan.summary",
            Column("분야", "{{ row.field }}", 50, "left"),
            Column("과정 수", "{{ row.courses | number }}", 25, "right", total=_sum("courses")),
            Column("횟수", "{{ row.times | number }}", 25, "right", total=_sum("times")),
            Column("집합", "{{ row.gathered | number }}", 25, "right", "인원", _sum("gathered")),
            Column("e-러닝", "{{ row.online | number }}", 25, "right", "인원", _sum("online")),
            Column(
                "계",
                "{{ (row.gathered + row.online) | number if row.field }}",
                25,
                "right",
                "인원",
                "{{ everybody | number }}",
            ),
            blank=1,
        ),
        _annex(2, "교육과정 개편 내역"),
        table_of(
            "training_plan.changed",
            Column("구분", "{% merge %}{{ row.kind }}", 22),
            Column("과정명", "{{ row.name }}", 60, "left"),
            Column("개편 내용", "{{ row.change }}", 76, "left"),
            blank=1,
        ),
        _annex(3, "주요 신설과정"),
        table_of(
            "training_plan.new_courses",
            Column("과정명", "{{ row.name }}", 50, "left"),
            Column("대상", "{{ row.audience }}", 30),
            Column("인원", "{{ row.people | number }}", 18, "right"),
            Column("주요 내용", "{{ row.content }}", 60, "left"),
            blank=1,
        ),
    ),
    numbered=True,
)
