"""List labels: the examples of ECMA-376 Part 1, 17.18.59, and counting as Word does it."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from docgen.document import Paragraph, Text
from docgen.formats.docx.read import read_docx
from docgen.formats.docx.read_numbering import format_number

LEVELS = (("decimal", "제%1장"), ("decimal", "%1.%2"), ("ganada", "%3."), ("decimalEnclosedCircle", "%4"))


def numbered(*items: tuple[int, int], extra: str = "") -> docx.document.Document:
    """A document of paragraphs in list `numId` at `level`: (numId, level)…"""
    made = docx.Document()
    numbering = made.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{400 * (i + 1)}" w:hanging="400"/></w:pPr></w:lvl>'
        for i, (style, text) in enumerate(LEVELS)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    for number in (90, 91):
        override = extra if number == 91 else ""
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="90"/>{override}</w:num>'
            )
        )
    for num, level in items:
        paragraph = made.add_paragraph("글")
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')
        )
    return made


def paragraphs(made: docx.document.Document) -> list[Paragraph]:
    out = io.BytesIO()
    made.save(out)
    document, findings = read_docx(out.getvalue())
    assert findings == ()
    return [block for block in document.sections[0].blocks if isinstance(block, Paragraph)]


class DescribeNumbers:
    @pytest.mark.parametrize(
        ("style", "number", "expected"),
        [
            ("decimal", 12, "12"),
            ("decimalZero", 7, "07"),
            ("ganada", 14, "하"),
            ("ganada", 15, "가가"),
            ("chosung", 3, "ㄷ"),
            ("koreanDigital", 10, "일영"),
            ("koreanCounting", 21, "이십일"),
            ("koreanCounting", 110, "백십"),
            ("koreanLegal", 11, "열하나"),
            ("koreanDigital2", 3, "三"),
            ("upperRoman", 1999, "MCMXCIX"),
            ("lowerRoman", 4, "iv"),
            ("upperLetter", 27, "AA"),
            ("lowerLetter", 2, "b"),
            ("decimalEnclosedCircle", 11, "⑪"),
            ("ordinal", 12, "12th"),
            ("ordinal", 22, "22nd"),
            ("none", 3, ""),
        ],
    )
    def it_writes_them_in_a_style(self, style: str, number: int, expected: str) -> None:
        assert format_number(number, style) == expected

    def it_knows_when_it_does_not_know_a_style(self) -> None:
        assert format_number(1, "bahtText") is None


class DescribeLabels:
    def it_counts_levels_and_begins_lower_ones_anew(self) -> None:
        made = numbered((90, 0), (90, 1), (90, 1), (90, 2), (90, 0), (90, 1), (90, 2), (90, 3))
        labels = [found.label for found in paragraphs(made)]
        assert labels == ["제1장", "1.1", "1.2", "가.", "제2장", "2.1", "가.", "①"]

    def it_goes_on_counting_in_another_list_of_the_same_kind_unless_that_starts_itself(self) -> None:
        assert [p.label for p in paragraphs(numbered((90, 0), (91, 0)))] == ["제1장", "제2장"]
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
        found = paragraphs(numbered((90, 0), (91, 0), (91, 0), extra=start))
        assert [p.label for p in found] == ["제1장", "제5장", "제6장"]

    def it_hangs_them_at_the_indent_of_the_level(self) -> None:
        (found,) = paragraphs(numbered((90, 1)))
        assert (found.format.left, found.format.first_line) == (40.0, -20.0)

    def it_writes_a_label_without_a_tab_into_the_text(self) -> None:
        made = numbered((90, 0))
        for level in made.part.numbering_part.element.iter(f"{{{made.element.nsmap['w']}}}lvl"):
            level.insert(2, parse_xml(f'<w:suff {nsdecls("w")} w:val="space"/>'))
        (found,) = paragraphs(made)
        assert found.label is None
        assert next(i.text for i in found.inlines if isinstance(i, Text)).startswith("제1장 ")

    def it_shows_the_sign_of_a_symbol_font(self) -> None:
        made = docx.Document()
        made.add_paragraph("글", style="List Bullet")
        (found,) = paragraphs(made)
        assert found.label == "•"
