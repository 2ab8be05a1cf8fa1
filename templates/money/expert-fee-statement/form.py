"""전문가 활용비 지급 내역서: everybody paid in one round, each amount with its working (제2장 Ⅲ-5, Ⅴ [참고]).

What belongs together stands in one cell, line below line, so that the wide table of the office fits a page.
Read together with the cases of the schools, a round holds the payments of them all.
"""

from __future__ import annotations

from docgen.catalogue.form import (
    Column,
    Entry,
    Grid,
    Heading,
    Label,
    Outline,
    Repeat,
    Row,
    Unit,
    fields,
    sheet,
    table_of,
)


def _won(*keys: str) -> str:
    """Amounts of a payment below one another, a dash for one that there is not."""
    shown = (f"(row.fee.{key} | number if row.fee.{key} is number else '-')" for key in keys)
    return "\n".join(f"{{{{ {text} if row.id }}}}" for text in shown)


_PERSON = (
    "{{ row.fee.person.name }}\n{{ row.fee.person.birth_date }}\n"
    "{{ [row.fee.person.affiliation, row.fee.person.position] | select | join(' ') if row.id }}"
)
_WORK = (
    "{{ row.fee['as'].word if row.id and row.fee['as'] }}\n"
    "{{ row.fee.activity.id if row.id }}\n{{ row.fee.served_on }}"
)
_RATE = (
    "{% if row.id %}{{ row.fee.the_rate.name if row.fee.the_rate }} ({{ row.fee.activity.pay }}){% endif %}\n"
    "{% if row.fee.count %}{{ row.fee.count | number }}{{ row.fee.the_rate.unit if row.fee.the_rate }}: "
    "{% endif %}{{ row.fee.working }}"
)
_BANK = "{{ row.fee.person.bank.bank }}\n{{ row.fee.person.bank.account }}\n{{ row.fee.person.bank.holder }}"
_CHECKS = (
    "{% if row.id %}{{ row.fee.paid_by_home | box }} 여비{% endif %}\n"
    "{% if row.id %}{{ (row.fee.person.consent.collect and row.fee.person.consent.provide) | box }} 동의"
    "{% endif %}"
)

COLUMNS = (
    Column("연번", "{% keep loop.last %}{{ loop.index }}", 10),
    Column("성명\n생년월일\n소속·직위", _PERSON, 31),
    Column("구분\n활동\n일자", _WORK, 27.5),
    Column("학교\n과정", "{{ row.school_name }}\n{{ row.course.name if row.id }}", 38),
    Column("등급 (지급 종류)\n시간·단가", _RATE, 34),
    Column("활용비\n교통비\n숙박비", _won("fee_won", "travel_won", "lodging_pay_won"), 18, "right"),
    Column(
        "지급 총액\n소득세\n지방소득세", _won("gross_won", "income_tax_won", "local_tax_won"), 20.5, "right"
    ),
    Column("실지급액", _won("net_won"), 20, "right"),
    Column("은행\n계좌번호\n예금주", _BANK, 27.5),
    Column("소속기관\n여비\n개인정보\n동의", _CHECKS, 16.5),
    Column("서명", "", 14),
)

SUMS = (  # head, name, columns: sums are wider than the amounts above them
    ("활용비", "fee_won", 1),
    ("교통비", "travel_won", 1),
    ("숙박비", "lodging_won", 1),
    ("지급 총액", "gross_won", 2),
    ("소득세", "income_tax_won", 1),
    ("지방소득세", "local_tax_won", 1),
    ("실지급액", "net_won", 2),
)

PAYMENTS = Grid(
    tuple(column.width for column in COLUMNS),
    (
        Row(tuple(Label(column.head) for column in COLUMNS), running=True),
        Repeat(
            "row in round.payments | rows(1)",
            tuple(Entry(column.text, align=column.align) for column in COLUMNS),
        ),
        Row((Label("합계", 2, rows=2), *(Label(head, columns) for head, _, columns in SUMS))),
        Row(tuple(Entry(f"{{{{ {name} | number }}}}", columns, "right") for _, name, columns in SUMS)),
    ),
)

_AUTHOR = (
    "{{ [case.author.affiliation, case.author.position, case.author.name] | select | join(' ') }}"
    "{% if case.written_on %} ({{ case.written_on }}){% endif %}"
)

DAYS = table_of(
    "days",
    Column("성명", "{{ row.person.name }}", 35),
    Column("소속", "{{ row.person.affiliation }}", 60),
    Column("일자", "{{ row.on }}", 30),
    Column("지급 건수", "{{ row.fees | length if row.id }}", 25, "right"),
    Column("활용비 합계\n(여비 제외)", "{{ row.won | number }}", 35, "right"),
    Column("1일 상한액", "{{ row.limit_won | number }}", 35, "right"),
    Column("점검", "{% if row.id %}{{ '이내' if row.within else '초과' }}{% endif %}", 25),
    blank=1,
    width=257,
)

FORM = sheet(
    "전문가 활용비 지급 내역서",
    fields(
        ("지급 건명", "{{ subject }}", "지급일", "{{ round.id }} ({{ round.payments | length }}건)"),
        ("지급 총액", "금{{ gross_won | won }}({{ gross_won | won_words }})", "작성자", _AUTHOR),
        width=257,
    ),
    Heading("■ 지급 내역"),
    Unit("(단위: 원)"),
    PAYMENTS,
    Heading("■ 1일 상한 점검"),
    Unit("(단위: 건, 원)"),
    DAYS,
    Outline(
        "※ 원천세는 활용비에서만 떼고 여비에는 매기지 않습니다. 세금은 각각 10원 미만을 버립니다.\n"
        "※ 본 소속기관에서 여비를 받은 사람에게는 교통비와 숙박비를 지급하지 않습니다."
    ),
    author=None,
    approval="approval",
    landscape=True,
)
