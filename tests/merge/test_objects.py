"""Objects in any place, templates in any process: nothing of one render stays for the next."""

from __future__ import annotations

import io
import multiprocessing
import pickle
from typing import Any

import docxtpl
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from docgen import (
    InlineImage,
    Limits,
    Listing,
    RichText,
    RichTextParagraph,
    Subdoc,
    TemplateError,
    WordTemplate,
)
from docgen.merge import word
from tests.merge.test_docxtpl import png
from tests.merge.word_files import cells, opened, table_file, texts, word_file


class DescribePlaces:
    def an_object_may_come_out_of_a_macro_or_a_join(self) -> None:
        template = word_file("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(a) }}{{ a ~ '&' }}")
        assert texts(WordTemplate(template).render({"a": RichText("굵게", bold=True)})) == ["<굵게>굵게&"]

    def a_block_leaves_what_stands_beside_it_in_paragraphs_of_its_own(self) -> None:
        template = word_file("앞 {{ x }} 뒤")
        made = RichTextParagraph("가운데")
        assert texts(WordTemplate(template).render({"x": made})) == ["앞 ", "가운데", " 뒤"]

    def a_paragraph_value_that_is_none_leaves_no_paragraph(self) -> None:
        assert texts(WordTemplate(word_file("앞", "{{p x }}", "뒤")).render({"x": None})) == ["앞", "뒤"]
        assert texts(WordTemplate(word_file("앞", "{{p x }}", "뒤")).render({"x": "글"})) == [
            "앞",
            "글",
            "뒤",
        ]

    def a_cell_keeps_a_paragraph_at_its_end(self) -> None:
        inner = Subdoc(table_file(("안",)))
        data = WordTemplate(table_file(("{{p x }}", "{{p y }}"))).render({"x": inner, "y": None})
        for cell in opened(data).tables[0]._tbl.tr_lst[0].tc_lst:
            assert cell[-1].tag == qn("w:p")

    def a_header_keeps_a_paragraph_when_a_condition_takes_all(self) -> None:
        def fill(document: Document) -> None:
            header = document.sections[0].header
            header.paragraphs[0].text = "{% if x %}"
            for text in ("머리", "{% endif %}"):
                header.add_paragraph(text)

        template = WordTemplate(word_file(fill=fill))
        header = opened(template.render({"x": 0})).sections[0].header
        assert [paragraph.text for paragraph in header.paragraphs] == [""]

    def a_macro_of_paragraphs_may_print_objects(self) -> None:
        template = word_file(
            "{%p macro m(x) %}", "첫 {{ x }}", "{%p endmacro %}", "{{p m(a) }}", "{{p m(a) }}", "끝"
        )
        assert texts(WordTemplate(template).render({"a": RichText("굵게")})) == ["첫 굵게", "첫 굵게", "끝"]

    def a_text_cannot_stand_for_a_row(self) -> None:
        with pytest.raises(TemplateError) as caught:
            WordTemplate(table_file(("{{tr x }}",), ("가",))).render({"x": "글"})
        assert caught.value.diagnostics[0].code == "value.no-rows"

    def an_object_in_an_attribute_is_a_fault(self) -> None:
        def fill(document: Document) -> None:
            document.add_picture(io.BytesIO(png()))
            next(document.element.iter(qn("wp:docPr"))).set("descr", "{{ x }}")

        template = WordTemplate(word_file(fill=fill))
        described = next(opened(template.render({"x": 'R&D "가"\n나'})).element.iter(qn("wp:docPr")))
        assert described.get("descr") == 'R&D "가" 나'
        with pytest.raises(TemplateError) as caught:
            template.render({"x": RichText("가")})
        assert caught.value.diagnostics[0].code == "value.no-text"

    def a_template_cannot_change_an_object(self) -> None:
        made = RichText("가")
        for attack in ("{{ x.add('나') }}", "{{ x._pieces }}", "{{ x._place }}"):
            with pytest.raises(TemplateError):
                WordTemplate(word_file(attack)).render({"x": made})
        assert texts(WordTemplate(word_file("{{ x }}")).render({"x": made})) == ["가"]

    @pytest.mark.parametrize(
        "made", [InlineImage("없음.png"), InlineImage(b"x"), Subdoc(b"x"), Subdoc("없음.docx")]
    )
    def an_object_that_cannot_be_shown_is_named_at_its_tag(self, made: Any) -> None:
        with pytest.raises(TemplateError) as caught:
            WordTemplate(word_file("앞", "{{ x }}")).render({"x": made})
        (found,) = caught.value.diagnostics
        assert (found.place, found.tag) == ("본문 2번째 문단", "{{ x }}")

    @pytest.mark.parametrize("made", [RichText("가\x0b"), Listing("가\x0b"), docxtpl.RichText("가\x0b")])
    def no_object_writes_what_xml_cannot_carry(self, made: Any) -> None:
        with pytest.raises(TemplateError) as caught:
            WordTemplate(word_file("{{ x }}")).render({"x": made})
        assert caught.value.diagnostics[0].code == "template.forbidden-character"

    def the_drawings_that_a_loop_repeats_have_ids_that_differ(self) -> None:
        def fill(document: Document) -> None:
            document.add_paragraph("{%p for n in range(3) %}")
            document.add_picture(io.BytesIO(png()))
            document.add_paragraph("{%p endfor %}")

        document = opened(WordTemplate(word_file(fill=fill)).render({}))
        assert len({found.get("id") for found in document.element.iter(qn("wp:docPr"))}) == 3

    def the_text_boxes_are_filled_in_both_of_their_versions(self) -> None:
        space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        inner = "<w:txbxContent><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:txbxContent>"

        def fill(document: Document) -> None:
            from docx.oxml import parse_xml
            from docx.oxml.ns import nsdecls

            box = (
                "<mc:AlternateContent><mc:Choice Requires='wps'>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>"
            )
            xml = f"<w:r {nsdecls('w')} xmlns:mc='{space}'>{box.format(inner)}</mc:AlternateContent></w:r>"
            document.add_paragraph("앞")._p.append(parse_xml(xml))

        document = opened(WordTemplate(word_file(fill=fill)).render({"x": RichText("상자", bold=True)}))
        assert [text.text for text in document.element.iter(qn("w:t"))] == ["앞", "상자", "상자"]


def _rendered(template: WordTemplate) -> bytes:
    return template.render({"x": "가"})


class DescribeTemplatesAsValues:
    def they_are_pickled_with_their_options(self) -> None:
        template = WordTemplate(
            word_file("{{ x | shout }}"), "a.docx", filters={"shout": str.upper}, limits=Limits(turns=3)
        )
        copy = pickle.loads(pickle.dumps(template))  # noqa: S301 # our own bytes
        assert copy.name == "a.docx"
        assert copy.render({"x": "a"}) == template.render({"x": "a"})

    def they_work_in_another_process(self) -> None:
        template = WordTemplate(word_file("{{ x }}"))
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            assert pool.map(_rendered, [template]) == [_rendered(template)]

    def the_same_file_is_compiled_once(self) -> None:
        data = word_file("{{ x }} 한 번만")
        first, second = WordTemplate(data, "a"), WordTemplate(bytes(bytearray(data)), "b")
        assert first.parts is second.parts
        assert WordTemplate(data, filters={"own": str}).parts is not first.parts
        assert word._compile.cache_info().maxsize == 16

    def the_functions_that_cannot_be_keys_are_no_hindrance(self) -> None:
        template = WordTemplate(word_file("{{ units[0] }}"), globals={"units": ["원"]})
        assert texts(template.render({})) == ["원"]

    def a_render_with_objects_gives_the_same_bytes_again(self) -> None:
        template = WordTemplate(table_file(("{{ x }}", "{{ y }}")))
        values = {"x": InlineImage(png(), width="10mm"), "y": Listing("가\n나")}
        first = template.render(values)
        template.render({"x": 1, "y": 2})
        assert template.render(values) == first
        assert cells(template.render({"x": 1, "y": 2})) == [["1", "2"]]
