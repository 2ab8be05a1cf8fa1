"""Findings become comments that Word shows at their paragraph; python-docx reads them back."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn

from docgen.merge.annotate import annotate
from docgen.merge.lint import lint
from tests.merge.word_files import opened, texts, word_file


def comments(document: Document) -> list[str]:
    return [comment.text for comment in document.comments]


class DescribeAnnotate:
    def it_puts_every_finding_at_its_paragraph(self) -> None:
        template = word_file("바름", "{{ a b }}", "{ { x } }")
        findings = lint(template)
        document = opened(annotate(template, findings))
        assert [found.message in text for found, text in zip(findings, comments(document), strict=True)] == [
            True
        ] * 2
        marked = [bool(p._p.findall(qn("w:commentRangeStart"))) for p in document.paragraphs]
        assert marked == [False, True, True]

    def it_leaves_the_text_as_it_was(self) -> None:
        template = word_file("바름", "{{ a b }}")
        assert texts(annotate(template, lint(template))) == texts(template)

    def it_adds_to_comments_that_are_there(self) -> None:
        def fill(document: Document) -> None:
            run = document.add_paragraph("{{ a b }}").runs[0]
            document.add_comment([run], text="사람의 메모", author="가람")

        template = word_file(fill=fill)
        assert comments(opened(annotate(template, lint(template))))[0] == "사람의 메모"
        assert len(comments(opened(annotate(template, lint(template))))) == 2

    def a_finding_of_a_header_is_told_at_the_first_paragraph(self) -> None:
        def fill(document: Document) -> None:
            document.sections[0].header.paragraphs[0].text = "{{ a b }}"

        document = opened(annotate(template := word_file("첫 문단", fill=fill), lint(template)))
        assert document.paragraphs[0]._p.findall(qn("w:commentRangeStart"))
        assert "머리글" in comments(document)[0]
