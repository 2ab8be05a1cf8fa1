"""What is wrong with a template or its data is named: all of it in one run, each with its place."""

from __future__ import annotations

from typing import Any

import pytest
from docx.document import Document

from docgen import DataError, Diagnostic, TemplateError, UsageError, WordTemplate
from docgen.errors import Severity
from tests.merge.word_files import table_file, texts, word_file


def faults(template: bytes, **data: Any) -> list[Diagnostic]:
    with pytest.raises(TemplateError) as caught:
        WordTemplate(template, "양식.docx").render(data)
    return list(caught.value.diagnostics)


class DescribeMissingNames:
    def they_are_all_named_in_one_run_with_place_and_nearest_name(self) -> None:
        def fill(document: Document) -> None:
            document.add_heading("2. 운영", 1)
            document.add_paragraph("{{ applicant.nmae }}")
            document.add_table(2, 2).cell(1, 1).text = "{{ titel }}"
            document.sections[0].header.paragraphs[0].text = "{{ absent }}"

        found = faults(word_file("앞", fill=fill), applicant={"name": "가람"}, title="제목")
        assert [(f.code, f.place, f.tag, f.hint) for f in found] == [
            (
                "template.missing-name",
                "본문 3번째 문단 (제목 '2. 운영' 아래)",
                "{{ applicant.nmae }}",
                "혹시 'name'인가요?",
            ),
            (
                "template.missing-name",
                "본문 표 1, 2행 2칸 (제목 '2. 운영' 아래)",
                "{{ titel }}",
                "혹시 'title'인가요?",
            ),
            (
                "template.missing-name",
                "머리글 1 1번째 문단",
                "{{ absent }}",
                "데이터에 값을 적거나 태그를 지우세요.",
            ),
        ]
        assert {f.file for f in found} == {"양식.docx"}

    @pytest.mark.parametrize(
        "text",
        [
            "{{ x.y.z }}",
            "{{ x + 1 }}",
            "{{ -x }}",
            "{{ x() }}",
            "{{ x['a'] }}",
            "{% for a in x %}{% endfor %}",
            "{% if x == 1 %}{% endif %}",
            "{% if x < 1 %}{% endif %}",
            "{% if 1 in x %}{% endif %}",
            "{{ x | length }}",
            "{{ x | kdate }}",
        ],
    )
    def they_are_faults_in_any_use_of_their_value(self, text: str) -> None:
        (fault,) = faults(word_file(text))
        assert fault.code == "template.missing-name"
        assert "'x'" in fault.message

    @pytest.mark.parametrize(
        ("text", "printed"),
        [
            ("{% if x %}있음{% else %}없음{% endif %}", "없음"),
            ("{% if x is defined %}있음{% else %}없음{% endif %}", "없음"),
            ("{{ x | default('기본') }}", "기본"),
            ("{{ who.x or '기본' }}", "기본"),
        ],
    )
    def they_may_be_asked_for_without_being_there(self, text: str, printed: str) -> None:
        assert texts(WordTemplate(word_file(text)).render({"who": {}})) == [printed]

    def they_are_named_once_however_often_a_loop_meets_them(self) -> None:
        template = table_file(("{%tr for r in rows %}",), ("{{ r.nmae }}",), ("{%tr endfor %}",))
        assert len(faults(template, rows=[{"name": str(n)} for n in range(300)])) == 1


class DescribeForbiddenCharacters:
    def they_are_named_with_the_path_of_the_value(self) -> None:
        template = word_file("{% for r in rows %}{{ r.text }}{% endfor %}")
        (fault,) = faults(template, rows=[{"text": "바름"}, {"text": "틀\x0b림"}])
        assert (fault.code, fault.path) == ("template.forbidden-character", "rows[1].text")
        assert "U+000B" in fault.message

    @pytest.mark.parametrize("character", ["\x00", "\x08", "\x1f", "\ufffe", "\ud800", "\ufdd0"])
    def they_are_all_that_xml_cannot_carry(self, character: str) -> None:
        (fault,) = faults(word_file("{{ x }}"), x=f"가{character}나")
        assert f"U+{ord(character):04X}" in fault.message


class DescribeSyntax:
    def it_names_every_fault_of_a_template_in_one_run(self) -> None:
        template = word_file(
            "{{ a b }}",
            "{{ x | kdat }}",
            "{% fro x in y %}",
            "{% endfor %}",
            "{% if x %}",
            "{{ 열린",
            "{{ }}",
        )
        found = faults(template)
        assert {(f.code, f.place) for f in found} == {
            ("template.syntax", "본문 1번째 문단"),
            ("template.syntax", "본문 2번째 문단"),
            ("template.unknown-statement", "본문 3번째 문단"),
            ("template.stray", "본문 4번째 문단"),
            ("template.unclosed-block", "본문 5번째 문단"),
            ("template.unclosed-tag", "본문 6번째 문단"),
            ("template.syntax", "본문 7번째 문단"),
        }
        hints = {f.place: f.hint for f in found}
        assert hints["본문 2번째 문단"] == "혹시 'kdate'인가요?"
        assert hints["본문 3번째 문단"] == "혹시 'for'인가요?"

    def it_names_a_block_that_another_closes(self) -> None:
        found = faults(word_file("{% for x in y %}{% if x %}{% endfor %}"))
        assert [(f.code, f.tag) for f in found] == [("template.unclosed-block", "{% if x %}")]

    def it_speaks_of_no_tag_that_nobody_wrote(self) -> None:
        (found,) = faults(table_file(("{% if x %}",), ("가",)))
        assert (found.code, found.hint) == (
            "template.unclosed-block",
            "끝나는 자리에 {% endif %}를 적으세요.",
        )

    def it_refuses_a_block_that_begins_in_a_row_and_ends_in_text(self) -> None:
        found = faults(table_file(("{%tr for x in y %}",), ("{{ x }}{% endfor %}",)))
        assert [f.code for f in found] == ["template.crossing"]

    @pytest.mark.parametrize("tag", ["{%tr if x %}", "{%tc if x %}"])
    def it_refuses_a_row_or_cell_tag_outside_a_table(self, tag: str) -> None:
        assert "template.nothing-to-govern" in [f.code for f in faults(word_file(tag))]

    @pytest.mark.parametrize("statement", ["include 'x'", "import 'x' as x", "extends 'x'", "block x"])
    def it_refuses_other_files(self, statement: str) -> None:
        assert "template.barred" in [f.code for f in faults(word_file(f"{{% {statement} %}}"))]

    def it_warns_of_text_that_a_row_tag_swallows(self) -> None:
        template = WordTemplate(table_file(("{%tr if x %}", "사라질 글"), ("{%tr endif %}", "")))
        (warning,) = template.warnings
        assert (warning.code, warning.severity) == ("template.dropped-text", Severity.WARNING)
        assert "사라질 글" in warning.message


class DescribeRunTime:
    @pytest.mark.parametrize(
        ("text", "word"),
        [("{{ 1 // 0 }}", "0으로"), ("{{ 'a' + 1 }}", "종류"), ("{{ 'x' | int + none }}", "종류")],
    )
    def a_failing_expression_is_a_finding_with_its_tag(self, text: str, word: str) -> None:
        (fault,) = faults(word_file("앞", f"가 {text}"))
        assert (fault.code, fault.place, fault.tag) == ("template.failed", "본문 2번째 문단", text)
        assert word in fault.message


class DescribeFiles:
    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"", "package.not-a-zip"),
            (b"hello", "package.not-a-zip"),
            (b"\xd0\xcf\x11\xe0" + bytes(600), "package.not-a-zip"),
            (word_file("{{ x }}")[:-30], "package.not-a-zip"),
        ],
    )
    def it_names_what_is_no_docx_is_a_data_error(self, data: bytes, code: str) -> None:
        with pytest.raises(DataError) as caught:
            WordTemplate(data, "양식.docx")
        assert caught.value.diagnostics[0].code == code

    def it_names_a_file_that_is_not_there(self) -> None:
        with pytest.raises(UsageError) as caught:
            WordTemplate("없는 양식.docx")
        assert caught.value.diagnostics[0].code == "file.unreadable"
