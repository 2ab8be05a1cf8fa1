"""What many of the forms have in common, made of the vocabulary: blocks of fields, lists, whole sheets.

Widths are in millimetres: 170 is the text of an upright page, 257 of a landscape one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from docgen.catalogue.form.parts import (
    Approval,
    Contents,
    Cover,
    Entry,
    Form,
    Grid,
    Label,
    Outline,
    Part,
    Repeat,
    Row,
    Rule,
    Sender,
    Title,
    Together,
)

__all__ = [
    "Column",
    "author_block",
    "each",
    "fields",
    "letter",
    "photos",
    "report",
    "school_block",
    "sheet",
    "table_of",
    "when",
]

_LABEL = 28.0  # mm, of the labels of fields


def fields(*rows: Sequence[str], width: float = 170) -> Grid:
    """Labels and what they say: a row is `(label, text)`, or `(label, text, label, text)`.

    A text over the whole width may run over the page.
    """
    entry = width / 2 - _LABEL
    made = []
    for row in rows:
        wide = 3 if len(row) == 2 else 1
        pairs = zip(row[::2], row[1::2], strict=True)
        cells = tuple(cell for label, text in pairs for cell in (Label(label), Entry(text, wide)))
        made.append(Row(cells, long=wide > 1))
    return Grid((_LABEL, entry, _LABEL, entry), tuple(made))


def school_block(width: float = 170) -> Grid:
    """The school, and the institution that consults it."""
    return fields(
        ("학교명", "{{ school.name }}", "학교급", "{{ school.level }}"),
        (
            "시·도",
            "{{ school.province.word if school.province }}",
            "관할 교육청",
            "{{ school.education_office }}",
        ),
        ("운영기관", "{{ institution.name }}"),
        width=width,
    )


def author_block(record: str = "case", width: float = 170) -> Grid:
    """Who wrote it and when: the record's own author and day, those of the case where it has none.

    It never stands alone on the last page.
    """
    own = record != "case"
    author = f"{record}.author if {record}.author.name else case.author" if own else "case.author"
    name = (
        f"{{% set author = {author} %}}"
        "{{ [author.affiliation, author.position, author.name] | select | join(' ') }}"
    )
    day = f"{{{{ {record}.written_on{' or case.written_on' if own else ''} }}}}"
    who = Label("작성자", help="(소속·직위·성명)"), Entry(name)
    written = Label("작성일"), Entry(day, align="center")
    return Grid((_LABEL, width - 2 * _LABEL - 32, _LABEL, 32), (Row((*who, *written)),), tied=True)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its head, the text of its cell for an item called `row`, its share of the width.

    Neighbours with the same `group` stand under one head of that name. `total` is the text of the last
    row.
    """

    head: str
    text: str
    width: float = 20
    align: Literal["left", "center", "right"] = "center"
    group: str = ""
    total: str = ""


def table_of(
    items: str,
    *columns: Column,
    blank: int = 3,
    numbered: bool = True,
    long: bool = False,
    width: float = 170,
    ends: bool = False,
) -> Grid:
    """A list: a row for each of `items` (an expression), at least `blank` rows, its heads on every page.

    A `numbered` one counts its rows (연번). A total in any column adds the last row, 합계. `long` rows,
    which hold whole texts, may run over the page. One that `ends` the text of a letter says 이하 빈칸 in the
    row after the last entry.
    """
    if ends:
        after = f"loop.index == {items} | length + 1"
        first, *others = columns
        words = f"{{% if {after} %}}이하 빈칸{{% else %}}{first.text}{{% endif %}}"
        columns = (replace(first, text=words), *others)
    number = f"{{% if loop.index <= {items} | length %}}{{{{ loop.index }}}}{{% endif %}}"
    count = (Column("연번", number if ends else "{{ loop.index }}", 12),) if numbered else ()
    shown = (*count, *columns)
    share = (width - 12 * len(count)) / sum(column.width for column in columns)
    widths = (*(12.0 for _ in count), *(column.width * share for column in columns))
    cells = tuple(Entry(column.text, align=column.align) for column in shown)
    repeated = Repeat(f"row in {items} | rows({blank})", cells, long)
    full = f"{items} | length >= {blank}" if ends else ""
    return Grid(widths, (*_heads(shown), repeated, *_totals(shown)), full=full)


def _heads(columns: Sequence[Column]) -> Iterator[Row]:
    """One row of heads, or two where some stand in groups."""
    if not any(column.group for column in columns):
        yield Row(tuple(Label(column.head) for column in columns), running=True)
        return
    upper: list[Label] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        heads = [member.head for member in members]
        upper += [Label(group, len(heads))] if group else [Label(head, rows=2) for head in heads]
    yield Row(tuple(upper), running=True)
    yield Row(tuple(Label(column.head) for column in columns if column.group), running=True)


def _totals(columns: Sequence[Column]) -> Iterator[Row]:
    """The last row: 합계 over the columns before the first total."""
    first = next((place for place, column in enumerate(columns) if column.total), 0)
    if first:
        sums = (Entry(column.total, align=column.align) for column in columns[first:])
        yield Row((Label("합계", first), *sums))


def each(loop: str, *parts: Part) -> tuple[Part, ...]:
    """Parts printed once for each item: `loop` is what stands after `for` ("run in result.runs")."""
    return (Outline(f"{{%p for {loop} %}}"), *parts, Outline("{%p endfor %}"))


def when(condition: str, *parts: Part) -> tuple[Part, ...]:
    """Parts printed where the expression holds."""
    return (Outline(f"{{%p if {condition} %}}"), *parts, Outline("{%p endif %}"))


def photos(items: str, width: float = 170) -> Grid:
    """Pictures two in a row, under a heading; `items` is an expression for a list of files."""
    size = f"{width / 2 - 7:g}mm"
    picture = f'image(width="{size}", height="58mm", fit=true, optional=true)'
    pictures = (Entry(f"{{{{ pair[{n}] | {picture} }}}}", align="center") for n in (0, 1))
    pairs = Repeat(f"pair in {items} | rows(1) | batch(2, '')", tuple(pictures))
    return Grid((width / 2, width / 2), (Row((Label("사진", 2),), running=True), pairs))


def sheet(
    title: str,
    *parts: Part,
    author: str | None = "case",
    approval: str | None = None,
    landscape: bool = False,
) -> Form:
    """The usual paper: boxes to approve, title, parts, who wrote it and when; numbered pages.

    `author` names the record whose author counts first, `approval` the list of who approves; None leaves
    the block out.
    """
    open_ = () if approval is None else (Approval(approval),)
    close = () if author is None else (author_block(author, 257 if landscape else 170),)
    return Form(title, (*open_, Title(title), *parts, *close), numbered=True, landscape=landscape)


def report(
    title: str, dated: str, *parts: Part, author: str | None = "case", of: str = "{{ school.name }}"
) -> Form:
    """A report with a cover (title, of whom, day, institution) and contents; `author` as in `sheet`."""
    cover = Cover(title, of, dated, "{{ institution.name }}")
    close = () if author is None else (author_block(author),)
    return Form(title, (cover, Contents(), *parts, *close), numbered=True)


def letter(
    title: str,
    record: str,
    *details: Part,
    head: str = "{{ institution.name }}",
    sender: str | None = None,
    address: str = "",
) -> Form:
    """A 공문 of the record that an expression names: head, its body, details (a table), 붙임, sender, foot.

    The items of the body are marked by level (`numbered_items`). 끝. closes the last of body, details and
    붙임 that is there, but where the rows of a table end before it does (`table_of` with `ends`)
    (행정업무의 운영 및 혁신에 관한 규정 시행규칙, 제4조). An internal paper (수신 내부결재) has no sender.
    `head` is the text of the 두문, which names the institution; `sender` that of the 발신명의 with its seal,
    None for the record's own sender, who is the head of the institution, and a place for the seal;
    `address` a text of the 결문.
    """
    text = (_letter_body(record, last=not details), *details, *_end_below(record, details))
    parts = (*_letter_head(record, head), *text, *_letter_foot(record, sender, address))
    return Form(title, parts, numbered=True)


def _letter_head(record: str, head: str) -> tuple[Part, ...]:
    several = f"{record}.receivers and {record}.receivers | length > 1"
    receiver = f"{{% if {several} %}}수신자 참조{{% else %}}{{{{ {record}.receiver }}}}{{% endif %}}"
    via = f"{{% if {record}.via %}}{{{{ {record}.via }}}}{{% endif %}}"
    lines = ("수신", receiver), ("(경유)", via), ("제목", f"{{{{ {record}.title }}}}")
    rows = tuple(Row((Label(label), Entry(text))) for label, text in lines)
    return (Grid((170,), (Title(head),), plain=True), Grid((18, 152), rows, plain=True), Rule())


def _letter_body(record: str, last: bool) -> Outline:
    end = f"end=not {record}.annexes" if last else ""
    return Outline(f"{{{{p {record}.body | numbered_items({end}) }}}}")


def _end_below(record: str, details: tuple[Part, ...]) -> tuple[Part, ...]:
    """The line under a table that ends the text, one letter in from the left."""
    if not details:
        return ()
    table = details[-1]
    full = f" and {table.full}" if isinstance(table, Grid) and table.full else ""
    return (Outline(f"{{%p if not {record}.annexes{full} %}}\n  끝.\n{{%p endif %}}"),)


def _letter_foot(record: str, sender: str | None, address: str) -> tuple[Part, ...]:
    annexes = Grid(
        (11.5, 158.5),
        (
            Repeat(
                f"annex in {record}.annexes or []",
                (
                    Entry("{% if loop.first %}붙임{% endif %}"),
                    Entry(
                        "{% if loop.length > 1 %}{{ loop.index }}. {% endif %}{{ annex.title }}"
                        "{% if annex.copies %} {{ annex.copies }}부{% endif %}."
                        "{% if loop.last %}  끝.{% endif %}"
                    ),
                ),
            ),
        ),
        plain=True,
    )
    name = Sender(f"{{{{ {record}.sender }}}}  (직인)" if sender is None else sender)
    received = f"{{% if {record}.received %}}  {{{{ {record}.received }}}}{{% endif %}}"
    number = f"{{% if {record}.doc_no %}}{{{{ {record}.doc_no }}}} {{% endif %}}"
    sent = f"시행  {number}({{{{ {record}.dated_on }}}})          접수{received}"
    foot = "\n".join((_letter_signed(record), sent, *([address] if address else []), _letter_contact(record)))
    several = f"{record}.receivers and {record}.receivers | length > 1"
    parts = (
        *when(f'{record}.receiver != "내부결재"', name),
        *when(several, _letter_receivers(record)),
        Rule(),
        Outline(foot),
    )
    return (annexes, Together(parts))


def _letter_receivers(record: str) -> Grid:
    """To whom a letter goes that several receive, under its sender."""
    listed = f"{{{{ {record}.receivers | join(', ') }}}}"
    return Grid((18, 152), (Row((Label("수신자"), Entry(listed))),), plain=True)


def _letter_signed(record: str) -> str:
    """Who has drafted, reviewed and decided, and below who has helped to."""
    role = (
        '{{ {"기안": "기안자", "검토": "검토자", "결재": "결재권자"}[line.role or ('
        '"결재" if loop.last else "기안" if loop.first else "검토")] }}'
    )
    how = '["" if line.decision == "결재" else line.decision, line.on | kdate, line.absence, line.name]'
    who = f"{{{{ line.mark }}}}{{{{ line.position }}}} {{{{ {how} | select | join(' ') }}}}"
    gap = "{% if not loop.last %}     {% endif %}"
    deciding = f'{record}.approval | rejectattr("role", "equalto", "협조") | list'
    helping = f'{record}.approval | selectattr("role", "equalto", "협조") | list'
    return (
        f"{{%p if {record}.approval %}}\n"
        f"{{% for line in {deciding} %}}{role} {who}{gap}{{% endfor %}}\n"
        f"{{%p if {helping} %}}\n"
        f"협조자 {{% for line in {helping} %}}{who}{gap}{{% endfor %}}\n"
        "{%p endif %}\n{%p endif %}"
    )


def _letter_contact(record: str) -> str:
    """Who answers questions, and whether the letter is open to all; no line where neither is known."""
    contact, disclosure = f"{record}.contact", f"{record}.disclosure"
    known = f"[{contact}.name, ({contact}.phone | phone if {contact}.phone), {contact}.email]"
    clause = f"{{% if {record}.disclosure_clause %}}({{{{ {record}.disclosure_clause }}}}){{% endif %}}"
    return (
        f"{{%p if {contact}.name or {disclosure} %}}\n"
        f"{{% if {contact}.name %}}담당  {{{{ {known} | select | join('  ') }}}}"
        f"{{% if {disclosure} %}} / {{% endif %}}{{% endif %}}{{{{ {disclosure} }}}}{clause}\n"
        "{%p endif %}"
    )
