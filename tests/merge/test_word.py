"""A Word template: what each tag does to the document, read back by python-docx."""

from __future__ import annotations

import io
import threading
import zipfile
from datetime import date, datetime, time
from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from docgen import WordTemplate
from tests.merge.word_files import cells, opened, saved, shape, table_file, texts, word_file


def merged(template: bytes, **data: Any) -> bytes:
    return WordTemplate(template).render(data)


class DescribeValues:
    @pytest.mark.parametrize(
        ("value", "printed"),
        [
            ("홍길동", "홍길동"),
            ("R&D <AI> \"따옴표\" '작은'", "R&D <AI> \"따옴표\" '작은'"),
            ("{{ 중괄호 }} {% if %} {# #}", "{{ 중괄호 }} {% if %} {# #}"),
            ("첫 줄\n둘째 줄", "첫 줄\n둘째 줄"),
            ("첫 줄\r\n둘째 줄", "첫 줄\n둘째 줄"),
            ("왼쪽\t오른쪽", "왼쪽\t오른쪽"),
            ("  앞뒤 빈칸  ", "  앞뒤 빈칸  "),
            ("가" * 40, "가" * 40),
            ("😀𠀀", "😀𠀀"),
            ("", ""),
            (None, ""),
            (0, "0"),
            (12.5, "12.5"),
            (date(2026, 6, 1), "2026. 6. 1."),
            (datetime(2026, 6, 1, 9, 5), "2026. 6. 1. 09:05"),
            (time(15, 30), "15:30"),
        ],
    )
    def they_print_as_a_korean_document_writes_them(self, value: object, printed: str) -> None:
        assert texts(merged(word_file("값: {{ x }}."), x=value)) == [f"값: {printed}."]

    def they_may_stand_in_header_and_footer(self) -> None:
        def fill(document: Document) -> None:
            document.sections[0].header.paragraphs[0].text = "머리 {{ x }}"
            document.sections[0].footer.paragraphs[0].text = "바닥 {{ x }}"

        section = opened(merged(word_file("본문", fill=fill), x="A&B")).sections[0]
        assert section.header.paragraphs[0].text == "머리 A&B"
        assert section.footer.paragraphs[0].text == "바닥 A&B"

    def a_key_of_the_data_comes_before_a_method_of_python(self) -> None:
        data = {"change": {"items": ["가"], "keys": "열쇠"}}
        assert texts(merged(word_file("{{ change.items[0] }} {{ change.keys }}"), **data)) == ["가 열쇠"]

    def they_may_be_picked_and_filtered(self) -> None:
        template = word_file(
            "{{ who.name }} {{ list[1] }} {{ list | length }} {{ none | default('없음', true) }}"
        )
        assert texts(merged(template, who={"name": "가람"}, list=[1, 2], none=None)) == ["가람 2 2 없음"]


class DescribeSplitTags:
    @pytest.mark.parametrize(
        "runs",
        [
            ["{", "{ name }", "}"],
            ["{{", " na", "me ", "}}"],
            ["앞 {{ na", "me }} 뒤"],
            ["{{ name }}{{", " name }}"],
            ["{{ name }", "}{", "{ name }}"],
            ["", "{{ name", "", " }}"],
        ],
    )
    def they_are_joined_over_runs(self, runs: list[str]) -> None:
        expected = "".join(runs).replace("{{ name }}", "가람")
        assert texts(merged(word_file(runs), name="가람")) == [expected]

    def they_keep_the_look_of_the_run_in_which_they_begin(self) -> None:
        def fill(document: Document) -> None:
            paragraph = document.add_paragraph()
            paragraph.add_run("{{ na").bold = True
            paragraph.add_run("me }} 뒤")

        runs = opened(merged(word_file(fill=fill), name="가람")).paragraphs[0].runs
        assert [(run.text, run.bold) for run in runs] == [("가람", True), (" 뒤", None)]

    def they_are_joined_over_a_tab_or_a_line_break(self) -> None:
        assert texts(merged(word_file("{{ a\n+\tb }}"), a=1, b=2)) == ["3"]


class DescribeBlocks:
    def an_inline_condition_shows_or_hides_text(self) -> None:
        template = word_file("가{% if a %}나{% elif b %}다{% else %}라{% endif %}마")
        assert texts(merged(template, a=1, b=0)) == ["가나마"]
        assert texts(merged(template, a=0, b=1)) == ["가다마"]
        assert texts(merged(template, a=0, b=0)) == ["가라마"]

    def an_inline_loop_repeats_text(self) -> None:
        template = word_file("{% for x in xs %}{{ loop.index }}.{{ x }} {% endfor %}끝")
        assert texts(merged(template, xs=["가", "나"])) == ["1.가 2.나 끝"]

    def a_set_gives_a_name_to_a_value(self) -> None:
        assert texts(merged(word_file("{% set n = a + 1 %}{{ n }}"), a=1)) == ["2"]

    def the_paragraph_tags_vanish_and_leave_no_blank_line(self) -> None:
        template = word_file("앞", "{%p for x in xs %}", "- {{ x }}", "{%p endfor %}", "뒤")
        assert texts(merged(template, xs=["가", "나"])) == ["앞", "- 가", "- 나", "뒤"]
        assert texts(merged(template, xs=[])) == ["앞", "뒤"]

    def the_run_tags_take_their_run(self) -> None:
        template = word_file(["가", "{%r if x %}", "나", "{%r endif %}", "다"])
        assert texts(merged(template, x=True)) == ["가나다"]
        assert texts(merged(template, x=False)) == ["가다"]

    def the_comments_vanish(self) -> None:
        template = word_file("가{# 메모 #}나", "{#p 문단 메모 #}", "다")
        assert texts(merged(template)) == ["가나", "다"]

    def a_block_may_hold_whole_paragraphs_from_text_to_text(self) -> None:
        template = word_file("가{% if x %}나", "다{% endif %}라")
        assert texts(merged(template, x=True)) == ["가나", "다라"]
        assert texts(merged(template, x=False)) == ["가라"]

    def the_white_space_control_strips_the_text_beside(self) -> None:
        assert texts(merged(word_file("가  {%- if x %} 나 {% endif -%}  다"), x=1)) == ["가 나 다"]

    def the_raw_text_is_left_as_it_is(self) -> None:
        assert texts(merged(word_file("{% raw %}{{ x }}{% endraw %}"))) == ["{{ x }}"]

    def a_macro_may_be_called_again_and_again(self) -> None:
        template = word_file("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m('가') }}{{ m('나&') }}")
        assert texts(merged(template)) == ["<가><나&>"]


class DescribeTables:
    ROWS = (
        ("이름", "점수"),
        ("{%tr for r in rows %}", ""),
        ("{{ r.name }}", "{{ r.score }}"),
        ("{%tr endfor %}", ""),
    )

    def the_row_tags_repeat_the_rows_between_them(self) -> None:
        rows = [{"name": f"이름 {n}", "score": n} for n in range(300)]
        expected = [["이름", "점수"], *([f"이름 {n}", str(n)] for n in range(300))]
        assert cells(merged(table_file(*self.ROWS), rows=rows)) == expected

    def an_empty_list_leaves_the_other_rows(self) -> None:
        assert cells(merged(table_file(*self.ROWS), rows=[])) == [["이름", "점수"]]

    def a_table_that_loses_every_row_is_left_out(self) -> None:
        document = opened(merged(table_file(*self.ROWS[1:]), rows=[]))
        assert document.tables == []

    def the_cell_tags_repeat_cells(self) -> None:
        template = table_file(("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"))
        row = opened(merged(template, xs=["가", "나", "다", "라"])).tables[0]._tbl.tr_lst[0]
        assert ["".join(t.text for t in cell.iter(qn("w:t"))) for cell in row.tc_lst] == [
            "가",
            "나",
            "다",
            "라",
        ]

    def a_cell_that_loses_every_paragraph_keeps_an_empty_one(self) -> None:
        def fill(document: Document) -> None:
            cell = document.add_table(1, 1).cell(0, 0)
            for text in ("{%p if x %}", "있음", "{%p endif %}"):
                cell.add_paragraph(text)
            cell._tc.remove(cell.paragraphs[0]._p)

        template = word_file(fill=fill)
        assert cells(merged(template, x=True)) == [["있음"]]
        cell = opened(merged(template, x=False)).tables[0].cell(0, 0)
        assert [paragraph.text for paragraph in cell.paragraphs] == [""]

    def the_vm_tag_merges_a_column_down_over_the_turns_of_the_loop(self) -> None:
        template = table_file(
            ("{%tr for x in xs %}", ""), ("{% vm %}갈래", "{{ x }}"), ("{%tr endfor %}", "")
        )
        table = opened(merged(template, xs=["가", "나", "다"])).tables[0]
        assert shape(table) == [
            [(1, "restart", "갈래"), (1, "", "가")],
            [(1, "continue", ""), (1, "", "나")],
            [(1, "continue", ""), (1, "", "다")],
        ]

    def the_hm_tag_merges_a_row_across_over_the_turns_of_the_loop(self) -> None:
        template = table_file(("{%tc for x in xs %}", "{% hm %}{{ x }}", "{%tc endfor %}"))
        assert shape(opened(merged(template, xs=["가", "나", "다"])).tables[0]) == [[(3, "", "가")]]

    def the_colspan_and_cellbg_take_their_value_from_the_data(self) -> None:
        template = table_file(("{% colspan n %}{% cellbg colour %}가",))
        cell = opened(merged(template, n=2, colour="#ff0000")).tables[0]._tbl.tr_lst[0].tc_lst[0]
        assert cell.grid_span == 2
        shading = cell.tcPr.find(qn("w:shd"))
        assert shading is not None
        assert shading.get(qn("w:fill")) == "FF0000"

    def the_keep_tag_ties_a_paragraph_of_the_body_too(self) -> None:
        made = merged(
            word_file("{%p for x in xs %}", "{% keep loop.last %}{{ x }}", "{%p endfor %}"), xs="가나"
        )
        paragraphs = opened(made).paragraphs
        assert [(p.text, p.paragraph_format.keep_with_next) for p in paragraphs] == [
            ("가", False),
            ("나", True),
        ]

    def the_keep_tag_ties_a_row_to_what_comes_next_where_its_condition_holds(self) -> None:
        loop = ("{%tr for x in xs %}", ""), ("{% keep loop.last %}{{ x }}", "{{ x }}"), ("{%tr endfor %}", "")
        table = opened(merged(table_file(*loop), xs=["가", "나"])).tables[0]
        kept = [
            [cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells] for row in table.rows
        ]
        assert kept == [[False, None], [True, None]]
        assert [row.cells[0].text for row in table.rows] == ["가", "나"]


class DescribeRendering:
    def it_leaves_every_other_member_of_the_package_as_it_was(self) -> None:
        template = word_file("{{ x }}")
        before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (template, merged(template, x=1)))
        assert sorted(before.namelist()) == after.namelist()
        for name in before.namelist():
            assert name == "word/document.xml" or before.read(name) == after.read(name)

    def it_gives_the_same_bytes_again_after_other_data(self) -> None:
        template = WordTemplate(word_file("{{ x }}"))
        first, _, again = (template.render({"x": x}) for x in ("A", "B", "A"))
        assert first == again

    def it_may_be_shared_by_threads(self) -> None:
        template = WordTemplate(table_file(*DescribeTables.ROWS))
        results: dict[int, list[list[str]]] = {}

        def work(n: int) -> None:
            for _ in range(5):
                data = template.render({"rows": [{"name": str(n), "score": k} for k in range(20)]})
                results[n] = cells(data)

        threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert all([row[0] for row in results[n][1:]] == [str(n)] * 20 for n in range(8))

    def it_does_not_change_the_data(self) -> None:
        data = {"rows": [{"name": "가", "score": 1}]}
        WordTemplate(table_file(*DescribeTables.ROWS)).render(data)
        assert data == {"rows": [{"name": "가", "score": 1}]}

    def it_keeps_a_file_without_tags_as_it_is(self) -> None:
        document = opened(word_file("태그 없음"))
        assert texts(merged(saved(document))) == ["태그 없음"]
