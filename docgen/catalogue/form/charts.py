"""Bar charts as tables: shaded cells and figures, which every program prints and every format keeps.

A bar goes over as many of fifty columns as its share asks for (`{% colspan %}`); what is left of the row
holds the figure. The merge fills in both, so that a chart cannot say what the case does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal

from docgen.catalogue.form.grid import paragraphs
from docgen.catalogue.form.looks import INNER, STYLES, millimetres
from docgen.catalogue.form.parts import Chart, Series
from docgen.document import Border, Borders, Cell, Paragraph, Row, Sides, Table, Text

__all__ = ["chart"]

_STEPS: Final = 50  # Word has no table of more than 63 columns
_TICKS: Final = 5
_STEP: Final = 6.5  # points; in whole twentieths, so that the columns add up to the width of the page
_LABEL, _ROOM = millimetres(38, 170)
_WIDTHS: Final = (_LABEL, *(_STEP,) * _STEPS, _ROOM - _LABEL - _STEP * _STEPS)
_LAST: Final = len(_WIDTHS) - 1
_FRAME: Final = Border(color="A6A6A6")
_TITLE: Final = 24  # columns
_ALONE, _GROUPED = 17.0, 15.0  # the height of a row, in points
_CLOSE: Final = Sides(0.75, 0.0, 0.75, 0.0)
_Place = Literal["top", "center", "bottom"]


def chart(part: Chart) -> Table:
    """Legend, a group of bars for each item, scale; on one page where it fits."""
    rows = (_legend(part), _tags(f"for row in {part.items}"), *_bars(part), _tags("endfor"), _scale(part))
    return Table(_WIDTHS, rows)


def _row(*cells: Cell, height: float | None = None) -> Row:
    return Row(tuple(map(_framed, cells)), height, splittable=False)


def _framed(cell: Cell) -> Cell:
    """The cell with the frame of the chart where it stands at its edge."""
    left = _FRAME if cell.column == 0 else cell.borders.left
    right = _FRAME if cell.column + cell.columns > _LAST else cell.borders.right
    return replace(cell, borders=replace(cell.borders, left=left, right=right))


def _tags(tag: str) -> Row:
    return _row(Cell(paragraphs(f"{{%tr {tag} %}}", "tag"), 0, _LAST + 1))


def _legend(part: Chart) -> Row:
    """The title; the names of the series, each after a square of its colour, and the unit."""
    look = STYLES["unit"]
    inlines = []
    for series in part.series:
        inlines += [Text("■", replace(look.character, color=STYLES[_style(series)].paragraph.shading))]
        inlines += [Text(f" {series.name}     ", look.character)]
    inlines.append(Text(f"(단위: {part.unit})", look.character))
    line = Paragraph(tuple(inlines), look.paragraph, look.character, style="unit")
    title = paragraphs(part.title, "bar-title", keep_next=True)
    edge, padding = Borders(top=_FRAME), Sides(4.0, 6.0, 4.0, 6.0)
    return _row(
        Cell(title, 0, _TITLE, borders=edge, padding=padding),
        Cell((line,), _TITLE, _LAST + 1 - _TITLE, borders=edge, padding=padding),
    )


def _style(series: Series) -> str:
    return "bar-light" if series.light else "bar-dark"


def _bars(part: Chart) -> Iterator[Row]:
    """A row for each series; the name of the item stands before them all."""
    count = len(part.series)
    name = Cell(
        paragraphs(part.label, "bar-label", keep_next=True),
        0,
        rows=count,
        borders=Borders(right=INNER),
        vertical_align="center",
        padding=Sides(1.0, 5.0, 1.0, 4.0),
    )
    for number, series in enumerate(part.series):
        align: _Place = "center" if count == 1 else "bottom" if number == 0 else "top"
        bar, figure = _bar(series, part.most, align)
        heads = (name,) if number == 0 else ()
        yield _row(*heads, bar, figure, height=_ALONE if count == 1 else _GROUPED)


def _bar(series: Series, most: float, align: _Place) -> tuple[Cell, Cell]:
    """The cell of the bar, drawn where there is anything to draw, and that of the figure beside it."""
    steps = f"[[({series.value} or 0) / {most:g} * {_STEPS}, 1] | max, {_STEPS}] | min | round | int"
    drawn = (
        *paragraphs(f"{{%p if ({series.value} or 0) > 0 %}}", "tag"),
        *paragraphs(f"{{% colspan {steps} %}}", _style(series), keep_next=True),
        *paragraphs("{%p else %}", "tag"),
        *paragraphs("", "bar-value", keep_next=True),
        *paragraphs("{%p endif %}", "tag"),
    )
    half = _STEPS // 2
    figure = paragraphs(
        f"{{% colspan {_STEPS} + 1 - ({steps}) %}}{{{{ ({series.value}) | {series.show} }}}}",
        "bar-value",
        keep_next=True,
    )
    return (
        Cell(drawn, 1, half, vertical_align=align, padding=_CLOSE),
        Cell(figure, 1 + half, _LAST - half, vertical_align=align, padding=replace(_CLOSE, left=4.0)),
    )


def _scale(part: Chart) -> Row:
    """The values at the ticks, each at the left end of its step."""
    wide = _STEPS // _TICKS
    ticks = [f"{part.most / _TICKS * number:g}" for number in range(_TICKS + 1)]
    cells = [
        Cell(
            paragraphs(tick, "bar-value"),
            1 + wide * number,
            1 if number == _TICKS else wide,
            borders=Borders(top=INNER, bottom=_FRAME),
            padding=Sides(1.0, 0.0, 3.0, 0.0),
        )
        for number, tick in enumerate(ticks)
    ]
    return _row(Cell(paragraphs("", "bar-value"), 0, borders=Borders(bottom=_FRAME)), *cells)
