"""Lint finds what renders wrong in silence, and nothing in a template that is right."""

from __future__ import annotations

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from docgen import DataError
from docgen.errors import Severity
from docgen.merge.lint import lint
from tests.merge.word_files import table_file, word_file

SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "rows": {"type": "array", "items": {"type": "object", "properties": {"title": {"type": "string"}}}},
    },
}


def codes(template: bytes, **options: object) -> list[str]:
    return [found.code for found in lint(template, "양식.docx", **options)]  # type: ignore[arg-type] # schema only


class DescribeLint:
    @pytest.mark.parametrize(
        "text",
        [
            "{ { name } }",
            "{“{ name }}",
            "｛｛ name ｝｝",
            "｛% if x %｝",
            "{{ name }} }}",
            "이름 }}",
            "끝 %}",
        ],
    )
    def it_finds_brackets_that_were_meant_for_a_tag(self, text: str) -> None:
        assert "lint.broken-tag" in codes(word_file(text))

    def it_finds_a_tag_in_a_deletion_that_is_still_tracked(self) -> None:
        def fill(document: Document) -> None:
            run = "<w:r><w:delText>{{ old }}</w:delText></w:r>"
            deletion = parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a">{run}</w:del>')
            document.add_paragraph("새 글")._p.append(deletion)

        (found,) = lint(word_file(fill=fill))
        assert (found.code, found.tag, found.place) == ("lint.deleted-tag", "{{ old }}", "본문 1번째 문단")

    def it_finds_a_loop_variable_outside_its_loop(self) -> None:
        template = table_file(
            ("{%tr for row in rows %}",), ("{{ row.title }}",), ("{%tr endfor %}",), ("{{ row.no }}",)
        )
        (found,) = lint(template)
        assert (found.code, found.place, found.tag) == (
            "lint.outside-loop",
            "본문 표 1, 4행 1칸",
            "{{ row.no }}",
        )

    def it_finds_text_that_a_row_tag_swallows(self) -> None:
        assert codes(table_file(("{%tr if x %}", "사라짐"), ("{%tr endif %}", ""))) == [
            "template.dropped-text"
        ]

    def it_names_faults_that_bar_the_template_too(self) -> None:
        assert codes(word_file("{{ x | kdat }}", "{ { y } }")) == ["template.syntax", "lint.broken-tag"]

    def it_finds_a_field_that_the_schema_lacks(self) -> None:
        template = word_file(
            "{{ nmae }} {{ name }} {% for r in rows %}{{ r.titel }}{{ r.title }}{% endfor %}"
        )
        found = lint(template, "양식.docx", SCHEMA)
        assert [(f.path, f.hint) for f in found] == [
            ("nmae", "혹시 'name'인가요?"),
            ("rows[].titel", "혹시 'title'인가요?"),
        ]

    def it_notes_what_the_data_have_and_the_template_does_not_use(self) -> None:
        template = word_file("{% for r in rows %}{{ r.title }}{% endfor %}")
        schema = {"properties": {"rows": {"items": {"properties": {"title": {}, "score": {}}}}}}
        (found,) = lint(template, "양식.docx", schema, unused=True)
        assert (found.code, found.severity, found.path) == ("lint.unused-fields", Severity.NOTE, "rows[]")
        assert "score" in found.message
        assert "title" not in found.message

    @pytest.mark.parametrize(
        "text",
        [
            "보통 글 { 괄호 } 100% [1] {}",
            "{{ x | default(“없음”) }}",
            "{% raw %}{{ x }}{% endraw %}",
            "{% for r in rows %}{{ r.title }}{% endfor %} {{ name }}",
            "{# 메모 #}",
        ],
    )
    def it_raises_no_false_alarm(self, text: str) -> None:
        assert codes(word_file(text)) == []

    def it_refuses_what_is_no_docx(self) -> None:
        with pytest.raises(DataError):
            lint(b"text")
