"""일별 업무일지: each day of a worker in a month, signed by who saw it (제2장 Ⅲ-6; Ⅴ [참고])."""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Row,
    Together,
    fields,
    sheet,
    table_of,
)
from templates.money.workings import SHIFT

_HOURS = "{{ month.minutes | hours }}"

FORM = sheet(
    "일별 업무일지 ({{ month.id | kmonth }})",
    fields(
        ("성명", "{{ labour.worker.name }}", "소속", "{{ labour.worker.affiliation }}"),
        ("업무", "{{ labour.job }}", "결의번호", "{{ month.expense.number }}"),
        ("월 누계 시간", f"{_HOURS} (한도 {{{{ month.limit_hours }}}}시간, {{{{ bounds }}}})"),
        (
            "지급액",
            f"{{{{ labour.hourly_won | number }}}}원 × {_HOURS} = {{{{ month.won | won }}}} (원 미만 버림)",
        ),
        width=257,
    ),
    Heading("■ 일자별 업무수행 내역"),
    table_of(
        "month.days | sort(attribute='start')",
        Column("일자", "{{ row.start | kdate(weekday=true) }}", 36),
        Column("시작~종료", SHIFT, 30),
        Column("휴게", "{% if row.break_minutes %}{{ row.break_minutes }}분{% endif %}", 11, "right"),
        Column("시간", "{{ row.minutes | hours }}", 18, "right", total=_HOURS),
        Column("업무 내용", "{{ row.work }}", 78, "left"),
        Column("장소·행사", "{{ row.place }}", 44, "left"),
        Column("확인 서명", "", 24),
        blank=1,
        width=257,
    ),
    Together(
        (
            Outline("위와 같이 업무를 수행하였음을 확인합니다."),
            Grid(
                (28, 189, 40),
                (
                    Row(
                        (Label("근로자"), Entry("{{ labour.worker.name }}"), Entry("(서명)", align="center")),
                    ),
                    Row((Label("확인자"), Entry("{{ checker }}"), Entry("(서명)", align="center"))),
                ),
            ),
        )
    ),
    author=None,
    landscape=True,
)
