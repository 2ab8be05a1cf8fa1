"""Names that the data lack are told in the same run as tags that do not compile or do not compute."""

from __future__ import annotations

from docx.document import Document

from docgen.merge.word import missing_names
from tests.merge.test_faults import faults
from tests.merge.word_files import word_file


def names(template: bytes, **data: object) -> list[tuple[str | None, str | None]]:
    return [(found.tag, found.place) for found in missing_names(template, "양식.docx", data)]


class DescribeATemplateThatDoesNotCompile:
    def it_still_tells_which_names_the_data_lack(self) -> None:
        def fill(document: Document) -> None:
            document.sections[0].header.paragraphs[0].text = "{{ heder }}"

        template = word_file("{{ nmae }} {{ name }}", "{{ a b }}", "{% if name %}{{ titel }}", fill=fill)
        assert names(template, name="가람", title="제목", header="머리") == [
            ("{{ nmae }}", "본문 1번째 문단"),
            ("{{ titel }}", "본문 3번째 문단"),
            ("{{ heder }}", "머리글 1 1번째 문단"),
        ]

    def it_looks_into_lists(self) -> None:
        template = word_file("{% for r in rows %}{{ r.a }}{{ r.b }}{% endfor %}{% endif %}{{ c d }}")
        assert names(template, rows=[{"a": 1, "b": 2}, {"a": 1}]) == [("{{ r.b }}", "본문 1번째 문단")]

    def it_leaves_names_alone_that_are_only_asked_for(self) -> None:
        template = word_file("{% if x %}{{ x }}{% endif %}{{ y | default('') }}{{ a b }}")
        assert names(template) == []


class DescribeATagThatFails:
    def it_hides_no_missing_name_behind_it(self) -> None:
        found = faults(word_file("{{ before }}", "{{ 1 / 0 }}", "{{ behind }}", "{{ there }}"), there=1)
        assert [(each.code, each.tag) for each in found] == [
            ("template.missing-name", "{{ before }}"),
            ("template.failed", "{{ 1 / 0 }}"),
            ("template.missing-name", "{{ behind }}"),
        ]
