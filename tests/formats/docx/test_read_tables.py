"""Reading tables: python-docx makes them; what is drawn follows ECMA-376 Part 1, 17.4 and 17.7.6."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from docgen.document import Border, Borders, Cell, Paragraph, Table
from docgen.formats.docx.read import read_docx
from docgen.formats.docx.read_values import fill

LINE = Border("single", 0.5, "000000")


def table(made: docx.document.Document) -> Table:
    """The first table of a document."""
    out = io.BytesIO()
    made.save(out)
    document, findings = read_docx(out.getvalue())
    assert findings == ()
    return next(block for block in document.sections[0].blocks if isinstance(block, Table))


def squares(found: Table) -> list[list[tuple[int, int, int]]]:
    return [[(cell.column, cell.columns, cell.rows) for cell in row.cells] for row in found.rows]


def words(cell: Cell) -> list[str]:
    return [
        "".join(getattr(i, "text", "") for i in b.inlines) for b in cell.blocks if isinstance(b, Paragraph)
    ]


class DescribeTheGrid:
    def it_places_merged_cells_once(self) -> None:
        made = docx.Document()
        drawn = made.add_table(3, 3)
        drawn.cell(0, 0).merge(drawn.cell(0, 1))
        drawn.cell(1, 1).merge(drawn.cell(2, 2))
        assert squares(table(made)) == [
            [(0, 2, 1), (2, 1, 1)],
            [(0, 1, 1), (1, 2, 2)],
            [(0, 1, 1)],
        ]

    def it_leaves_room_before_a_row_that_begins_late(self) -> None:
        made = docx.Document()
        drawn = made.add_table(2, 2)
        row = drawn.rows[1]._tr
        row.remove(row.tc_lst[0])
        row.get_or_add_trPr().append(parse_xml(f'<w:gridBefore {nsdecls("w")} w:val="1"/>'))
        assert squares(table(made)) == [[(0, 1, 1), (1, 1, 1)], [(1, 1, 1)]]

    def it_has_no_cell_of_more_columns_than_word_has(self) -> None:
        made = docx.Document()
        made.add_table(1, 1).cell(0, 0)._tc.get_or_add_tcPr().append(
            parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="99999"/>')
        )
        assert squares(table(made)) == [[(0, 63, 1)]]

    def it_takes_widths_from_cells_then_from_the_grid(self) -> None:
        made = docx.Document()
        drawn = made.add_table(1, 2)
        drawn.columns[0].width = drawn.columns[1].width = Mm(50)
        drawn.cell(0, 0).width = Mm(20)
        second = drawn.cell(0, 1)._tc
        second.remove(second.tcPr)
        assert [round(width, 1) for width in table(made).widths] == [56.7, 141.8]

    def it_scales_to_a_width_in_percent(self) -> None:
        made = docx.Document()
        drawn = made.add_table(1, 2)
        width = drawn._tbl.tblPr.find(f"{{{drawn._tbl.nsmap['w']}}}tblW")
        width.set(f"{{{drawn._tbl.nsmap['w']}}}type", "pct")
        width.set(f"{{{drawn._tbl.nsmap['w']}}}w", "2500")
        assert round(sum(table(made).widths), 1) == 216.0  # half of the 432 pt between the margins

    def it_reads_heights_headers_and_rows_that_stay_whole(self) -> None:
        made = docx.Document()
        drawn = made.add_table(3, 1)
        for height, row in zip(("400", "600"), drawn.rows, strict=False):
            rule = "exact" if height == "600" else "atLeast"
            row._tr.get_or_add_trPr().append(
                parse_xml(f'<w:trHeight {nsdecls("w")} w:val="{height}" w:hRule="{rule}"/>')
            )
        for name in ("cantSplit", "tblHeader"):
            drawn.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:{name} {nsdecls('w')}/>"))
        found = [(row.height, row.exact, row.header, row.splittable) for row in table(made).rows]
        assert found == [(20.0, False, True, False), (30.0, True, False, True), (None, False, False, True)]

    def it_stands_at_its_indent_by_edge_or_before_word_2013_by_text(self) -> None:
        made = docx.Document()
        made.add_table(1, 1)
        setting = (
            f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="{}"/></w:compat>'
        )
        for old in made.settings.element.findall(f"{{{made.settings.element.nsmap['w']}}}compat"):
            made.settings.element.remove(old)
        assert table(made).indent == -5.4
        made.settings.element.append(parse_xml(setting.format(15)))
        assert table(made).indent == 0.0


class DescribeLines:
    def it_draws_the_lines_of_the_style(self) -> None:
        made = docx.Document()
        made.add_table(2, 2, style="Table Grid")
        for row in table(made).rows:
            for cell in row.cells:
                assert cell.borders == Borders(LINE, LINE, LINE, LINE)

    def it_gives_both_neighbours_the_heavier_line(self) -> None:
        made = docx.Document()
        drawn = made.add_table(1, 2, style="Table Grid")
        thick = (
            f'<w:tcBorders {nsdecls("w")}><w:right w:val="single" w:sz="12" w:color="FF0000"/></w:tcBorders>'
        )
        drawn.cell(0, 0)._tc.get_or_add_tcPr().append(parse_xml(thick))
        left, right = table(made).rows[0].cells
        assert left.borders.right == right.borders.left == Border("single", 1.5, "FF0000")

    def it_draws_a_line_that_only_one_neighbour_asks_for(self) -> None:
        made = docx.Document()
        drawn = made.add_table(2, 1)
        lower = f'<w:tcBorders {nsdecls("w")}><w:top w:val="dashed" w:sz="4"/></w:tcBorders>'
        drawn.cell(1, 0)._tc.get_or_add_tcPr().append(parse_xml(lower))
        upper, under = (row.cells[0] for row in table(made).rows)
        assert upper.borders.bottom == under.borders.top == Border("dashed", 0.5)
        assert upper.borders.top is None

    def it_puts_nothing_where_a_cell_says_nil_and_its_edge_is_outer(self) -> None:
        made = docx.Document()
        drawn = made.add_table(1, 1, style="Table Grid")
        none = f'<w:tcBorders {nsdecls("w")}><w:left w:val="nil"/></w:tcBorders>'
        drawn.cell(0, 0)._tc.get_or_add_tcPr().append(parse_xml(none))
        assert table(made).rows[0].cells[0].borders == Borders(LINE, LINE, LINE, None)


class DescribeLooks:
    def it_follows_the_conditional_formats_that_the_table_asks_for(self) -> None:
        made = docx.Document()
        drawn = made.add_table(3, 2, style="Light List Accent 1")
        for i, row in enumerate(drawn.rows):
            row.cells[1].text = f"{i}행"
        found = table(made)
        head, body = found.rows[0].cells[1], found.rows[1].cells[1]
        assert head.shading == "4F81BD"
        assert body.shading is None
        assert isinstance(head.blocks[0], Paragraph)
        assert isinstance(body.blocks[0], Paragraph)
        assert head.blocks[0].inlines[0].format.bold  # type: ignore[union-attr]  # a Text, as written above
        assert head.blocks[0].inlines[0].format.color == "FFFFFF"  # type: ignore[union-attr]  # as above
        assert not body.blocks[0].inlines[0].format.bold  # type: ignore[union-attr]  # as above

    @pytest.mark.parametrize(
        ("value", "expected"), [("center", "center"), ("bottom", "bottom"), ("top", "top")]
    )
    def it_aligns_vertically(self, value: str, expected: str) -> None:
        made = docx.Document()
        cell = made.add_table(1, 1).cell(0, 0)
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:vAlign {nsdecls("w")} w:val="{value}"/>'))
        assert table(made).rows[0].cells[0].vertical_align == expected

    def it_reads_nested_tables_and_cell_margins(self) -> None:
        made = docx.Document()
        cell = made.add_table(1, 1).cell(0, 0)
        cell.text = "밖"
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        cell.add_table(1, 1).cell(0, 0).text = "안"
        margins = f'<w:tcMar {nsdecls("w")}><w:left w:w="200" w:type="dxa"/></w:tcMar>'
        cell._tc.get_or_add_tcPr().append(parse_xml(margins))
        outer = table(made).rows[0].cells[0]
        assert outer.padding.left == 10.0
        assert outer.padding.right == 5.4
        (inner,) = (block for block in outer.blocks if isinstance(block, Table))
        assert words(inner.rows[0].cells[0]) == ["안"]
        assert words(outer)[0] == "밖"


class DescribeWhatItCannotDraw:
    @pytest.mark.parametrize(
        ("property_", "named"),
        [
            ('<w:tcBorders><w:tl2br w:val="single" w:sz="4"/></w:tcBorders>', "칸의 대각선"),
            ('<w:tcBorders><w:tr2bl w:val="dashed" w:sz="4"/></w:tcBorders>', "칸의 대각선"),
            ('<w:shd w:val="diagStripe" w:color="FF0000" w:fill="FFFFFF"/>', "무늬 채우기"),
        ],
    )
    def it_is_named_with_its_place(self, property_: str, named: str) -> None:
        made = docx.Document()
        cell = made.add_table(2, 2).cell(1, 0)
        wrapped = f"<w:tcPr {nsdecls('w')}>{property_}</w:tcPr>"
        cell._tc.get_or_add_tcPr().append(parse_xml(wrapped)[0])
        out = io.BytesIO()
        made.save(out)
        _, (found,) = read_docx(out.getvalue())
        assert found.message.startswith(named)
        assert found.place is not None
        assert found.place.endswith("2행 1칸")

    @pytest.mark.parametrize(
        ("shade", "color"),
        [
            ('w:val="clear" w:fill="EEEEEE"', "EEEEEE"),
            ('w:val="pct50" w:color="000000" w:fill="FFFFFF"', "808080"),
            ('w:val="solid" w:color="123456" w:fill="FFFFFF"', "123456"),
        ],
    )
    def it_draws_plain_shading_and_a_percentage_as_the_colour_that_one_sees(
        self, shade: str, color: str
    ) -> None:
        made = docx.Document()
        cell = made.add_table(1, 1).cell(0, 0)
        cell._tc.get_or_add_tcPr().append(parse_xml(f"<w:shd {nsdecls('w')} {shade}/>"))
        assert table(made).rows[0].cells[0].shading == color

    def it_has_a_pattern_as_the_mixture_of_its_colours(self) -> None:
        shd = parse_xml(f'<w:shd {nsdecls("w")} w:val="horzStripe" w:color="FF0000" w:fill="FFFFFF"/>')
        assert fill(shd) == "FF8080"
