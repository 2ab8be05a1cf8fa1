"""Bar charts: merged with data, and measured in the columns that LibreOffice, Word and our PDF go by."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf import PdfReader

from docgen.catalogue.form import Chart, Form, Series, build_form
from docgen.formats.convert import convert
from docgen.merge.word import WordTemplate

PRE, POST = Series("사전", "row.pre", light=True), Series("사후", "row.post")
AREAS = [{"name": "기기 & 활용", "pre": 2.5, "post": 5}, {"name": "문화", "pre": 0, "post": None}]


def drawn(chart: Chart, **data: Any) -> tuple[bytes, Table]:
    made = WordTemplate(build_form(Form("보고서", (chart,)))).render(data)
    (table,) = docx.Document(io.BytesIO(made)).tables
    return made, table


def bars(table: Table) -> list[tuple[str, int, str]]:
    """Of each row of bars: the colour of the bar, the columns that it covers, the figure beside it."""
    found = []
    for row in table.rows[1:-1]:
        bar, figure = row._tr.tc_lst[-2:]
        style = Paragraph(bar.p_lst[0], table).style
        text = "".join(Paragraph(p, table).text for p in figure.p_lst)
        found.append((style.name or "" if style else "", bar.grid_span, text))
    return found


class DescribeCharts:
    def they_draw_a_bar_as_long_as_its_value_and_say_it(self) -> None:
        assert bars(drawn(Chart("변화", "areas", "{{ row.name }}", (PRE, POST)), areas=AREAS)[1]) == [
            ("막대 옅게", 25, "2.50"),
            ("막대 짙게", 50, "5.00"),
            ("막대 값", 1, "0.00"),
            ("막대 값", 1, ""),
        ]

    @pytest.mark.parametrize(("value", "columns"), [(100, 50), (140, 50), (33.3, 17), (0.4, 1)])
    def they_end_at_the_end_of_the_scale(self, value: float, columns: int) -> None:
        chart = Chart("이수율", "xs", "{{ row.x }}", (Series("이수율", "row.x", "percent"),), 100, "%")
        assert bars(drawn(chart, xs=[{"x": value}])[1]) == [("막대 짙게", columns, f"{value:.1f}%")]

    def they_have_rows_that_cover_the_same_columns(self) -> None:
        _, table = drawn(Chart("변화", "areas", "{{ row.name }}", (PRE, POST)), areas=AREAS)
        columns = len(table._tbl.tblGrid.findall(qn("w:gridCol")))
        assert columns <= 63  # Word's most
        assert {sum(cell.grid_span for cell in row._tr.tc_lst) for row in table.rows} == {columns}

    def they_say_in_their_cells_the_width_of_the_columns_covered(self) -> None:
        _, table = drawn(Chart("변화", "areas", "{{ row.name }}", (PRE, POST)), areas=AREAS)
        widths = {
            sum(int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) for cell in row._tr.tc_lst)
            for row in table.rows
        }
        (whole,) = {round(width / 20) for width in widths}
        assert whole == round(170 * 72 / 25.4)

    def they_name_their_series_their_unit_and_their_scale(self) -> None:
        made, _ = drawn(Chart("변화", "areas", "{{ row.name }}", (PRE, POST)), areas=AREAS)
        (page,) = PdfReader(io.BytesIO(convert(made, "pdf")[0])).pages
        words = page.extract_text().split()
        assert {"변화", "사전", "사후", "점)", "기기", "2.50", "5.00"} <= {*words}
        assert words[-6:] == ["0", "1", "2", "3", "4", "5"]

    def they_stay_on_one_page(self) -> None:
        _, table = drawn(Chart("변화", "areas", "{{ row.name }}", (PRE, POST)), areas=AREAS)
        *rows, last = table.rows
        for row in rows:
            assert row._tr.trPr is not None
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None
            cell = row._tr.tc_lst[-1]
            paragraph = Paragraph(cell.p_lst[0], table)
            own, style = paragraph.paragraph_format.keep_with_next, paragraph.style
            assert own or (style is not None and style.paragraph_format.keep_with_next)
        assert not Paragraph(last._tr.tc_lst[-1].p_lst[0], table).paragraph_format.keep_with_next
