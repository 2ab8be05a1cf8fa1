"""The budget tree as a table: 비목, 세목 and 세세목 merged, what each holds beside them, and their sums."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.catalogue.form import Column, Entry, Grid, Label, Repeat, Row

__all__ = ["tree"]

_HEADS = (("비목", 15.0), ("세목", 28.0), ("세세목", 33.0))  # with their widths in mm
_BRANCHES = (("kind.id", "kind.id"), ("group.id", "group.id"), ("line.id", "line.name"))
_SHADE, _DARK = "F2F2F2", "DEE6F0"


def tree(
    of: str, *columns: Column, having: str = "", rows: str = "", every: bool = False, width: float = 257
) -> Grid:
    """The branches of `of` (an expression): a row for each 세세목 (`line`), or for each `row` of what it has
    under the key `rows`; only branches that have something under the key `having`.

    The `total` of a column is the text of its sum for a `branch`; the columns before the first total are
    covered by the name of the branch. A branch of one row has no sum of its own, unless `every` is set.
    """
    left = width - sum(size for _, size in _HEADS)
    share = left / sum(column.width for column in columns)
    widths = (*(size for _, size in _HEADS), *(column.width * share for column in columns))
    heads = (*(head for head, _ in _HEADS), *(column.head for column in columns))
    branches = (Entry(f"{{% merge {id_} %}}{{{{ {name} }}}}", align="center") for id_, name in _BRANCHES)
    item = Row((*branches, *(Entry(column.text, align=column.align) for column in columns)))
    held = f" | selectattr('{having}') | list" if having else ""

    def tag(text: str) -> Row:
        return Row((Entry(f"{{%tr {text} %}}", len(widths)),))

    def loop(name: str, items: str) -> Row:
        return tag(f"for {name} in {items}{held}")

    def summed(branch: str, name: str, several: str) -> tuple[Row, ...]:
        row = _sum(branch, name, columns)
        return (row,) if every else (tag(f"if {several} | length > 1"), row, tag("endif"))

    line = (
        tag(f"for row in line.{rows}"),
        item,
        tag("endfor"),
        *summed("line", "{{ line.name }} 소계", f"line.{rows}"),
    )
    return Grid(
        widths,
        (
            Row(tuple(map(Label, heads)), running=True),
            loop("kind", f"{of}.kinds"),
            loop("group", "kind.groups"),
            loop("line", "group.lines"),
            *(line if rows else (item,)),
            tag("endfor"),
            *summed("group", "{{ group.id }} 계", f"group.lines{held}"),
            tag("endfor"),
            _sum("kind", "{{ kind.id }} 합계", columns),
            tag("endfor"),
            *(
                [Repeat(f"empty in [0, 0, 0] if not {of}.{having}", (Entry(),) * len(widths))]
                if having
                else ()
            ),
            _sum(of, "총계", columns, _DARK),
        ),
    )


def _sum(branch: str, name: str, columns: Sequence[Column], shade: str = _SHADE) -> Row:
    """The row with the sums of a branch, shaded."""
    first = next(place for place, column in enumerate(columns) if column.total)
    fill = f'{{% cellbg "{shade}" %}}'
    sums = (
        Entry(fill + column.total.replace("branch.", f"{branch}."), align=column.align)
        for column in columns[first:]
    )
    return Row((Label(fill + name, len(_HEADS) + first), *sums))
