"""docxtpl's dialect: its templates give the same document, its objects work; where it is wrong we are not.

Every template here is rendered by docxtpl itself, too, and the two documents are compared part by part.
What differs on purpose stands in docs/docxtpl.md.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import docxtpl
import pytest
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from lxml import etree

import docgen
from docgen import WordTemplate
from tests.merge.outlines import outlines
from tests.merge.word_files import opened, saved, table_file, texts, word_file

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Data = dict[str, Any]
Make = Callable[[Any, Any], Data]  # of a library and its template


def png(colour: bytes = b"\xc0\x00\x00", size: int = 12, dpi: int | None = 96) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    density = b"" if dpi is None else chunk(b"pHYs", struct.pack(">IIB", *[round(dpi / 0.0254)] * 2, 1))
    pixels = zlib.compress((b"\0" + colour * size) * size)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + density + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def theirs(template: bytes, make: Make, **options: Any) -> bytes:
    """What docxtpl makes of a template."""
    document = docxtpl.DocxTemplate(io.BytesIO(template))
    document.render(make(docxtpl, document), autoescape=True, **options)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def ours(template: bytes, make: Make, library: Any = docxtpl) -> bytes:
    """What docgen makes of it, given docxtpl's objects or its own."""
    word = WordTemplate(template)
    return word.render(make(library, word))


def same(template: bytes, make: Make) -> None:
    expected = outlines(theirs(template, make))
    assert outlines(ours(template, make)) == expected
    assert outlines(ours(template, make, docgen)) == expected


def plain(**data: Any) -> Make:
    return lambda *_: data


# --- templates and data alone --------------------------------------------------------------------------


def _formatted(document: Document) -> None:
    paragraph = document.add_paragraph("앞 ")
    paragraph.add_run("{{ na").bold = True
    paragraph.add_run("me }}")
    paragraph.add_run(" 뒤").italic = True


def _everywhere(document: Document) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "머리 {{ x }}"
    section.footer.paragraphs[0].text = "바닥 {% if y %}{{ y }}{% endif %}"
    document.core_properties.title = "{{ x }} 보고서"
    document.core_properties.subject = "{% if y %}주제 {{ y }}{% endif %}"
    document.core_properties.author = "{{ x }}"
    document.core_properties.comments = "고정"


def _field(document: Document) -> None:
    run = document.add_paragraph("가 ").add_run()
    run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="begin"/>'))
    run._r.append(parse_xml(f'<w:instrText {nsdecls("w")}>HYPERLINK "{{{{ x }}}}"</w:instrText>'))
    run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="end"/>'))


def _lines(*lines: str) -> bytes:
    return word_file(*lines)


TEMPLATES: dict[str, tuple[bytes, Make]] = {
    "values": (
        word_file("{{ a }}와 {{b}} {{ c.d }}", "{{ e[1] }}"),
        plain(a="가", b=2, c={"d": "라"}, e=[1, 5]),
    ),
    "values split over runs": (word_file(fill=_formatted), plain(name="가람")),
    "escaped characters": (word_file("{{ a }}"), plain(a="<&>'\"")),
    "inline condition": (word_file("가{% if a %}나{% else %}다{% endif %}라"), plain(a=0)),
    "inline loop": (word_file("{% for x in xs %}{{ x }}, {% endfor %}끝"), plain(xs=[1, 2, 3])),
    "paragraph condition": (
        word_file("가", "{%p if a %}", "나", "{%p else %}", "다", "{%p endif %}", "라"),
        plain(a=1),
    ),
    "paragraph loop": (word_file("{%p for x in xs %}", "{{ x }}", "{%p endfor %}"), plain(xs=["가", "나"])),
    "run condition": (word_file(["가", "{%r if a %}", "나", "{%r endif %}", "다"]), plain(a=0)),
    "run condition in one run": (word_file("가 {%r if a %}나{%r endif %} 다"), plain(a=1)),
    "comments": (word_file("가{# 메모 #}나", "{#p 문단 #}", "다"), plain()),
    "a comment over paragraphs": (word_file("가 {# 하나", "둘", "셋 #} 나", "다"), plain()),
    "a statement over paragraphs": (word_file("{% set x = [1,", "2] %}{{ x | length }}", "다"), plain()),
    "row comments": (table_file(("가",), ("{#tr 메모 #}",), ("나",)), plain()),
    "merged lines": (
        word_file(
            "우리 집은 ", "{%- if a -%}", "시내에", "{%- else -%}", "시골에", "{%- endif -%}", " 있다", "끝"
        ),
        plain(a=True),
    ),
    "escapes": (word_file("{_{ 이름 }_} {_% if %_} {{ a }}"), plain(a="값")),
    "set": (word_file("가{% set x = a + 1 %}{{ x }}"), plain(a=1)),
    "filters": (
        word_file("{{ a | upper }} {{ xs | join(', ') }} {{ n | round(1) }}"),
        plain(a="ab", xs=[1, 2], n=1.25),
    ),
    "text with breaks": (word_file("{{ a }}"), plain(a="가\n나\t다\a라\f마")),
    "spaces": (word_file("  {{ a }}  {{ a }} "), plain(a=" 가 ")),
    "header, footer and properties": (word_file("본문 {{ x }}", fill=_everywhere), plain(x="가", y="나")),
    "a field code": (word_file(fill=_field), plain(x="http://example.invalid/")),
    "rows": (
        table_file(
            ("이름", "점수"),
            ("{%tr for r in rows %}", ""),
            ("{{ r.n }}", "{{ r.s }}"),
            ("{%tr endfor %}", ""),
        ),
        plain(rows=[{"n": "가", "s": 1}, {"n": "나", "s": 2}]),
    ),
    "row condition": (table_file(("가",), ("{%tr if a %}",), ("나",), ("{%tr endif %}",)), plain(a=0)),
    "more cells than the grid": (
        table_file(("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}")),
        plain(xs=list("가나다라마")),
    ),
    "fewer cells than the grid": (
        table_file(("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}")),
        plain(xs=["가"]),
    ),
    "a dynamic table": (
        table_file(
            ("과목", "{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"),
            ("{%tr for r in rows %}", "", "", ""),
            ("{{ r.label }}", "{%tc for c in r.cols %}", "{{ c }}", "{%tc endfor %}"),
            ("{%tr endfor %}", "", "", ""),
        ),
        plain(
            cols=["국", "영", "수"],
            rows=[{"label": "가", "cols": [1, 2, 3]}, {"label": "나", "cols": [4, 5, 6]}],
        ),
    ),
    "vertical merge": (
        table_file(("{%tr for x in xs %}", ""), ("갈래{% vm %}", "{{ x }}"), ("{%tr endfor %}", "")),
        plain(xs=list("가나다")),
    ),
    "horizontal merge": (
        table_file(("{%tc for x in xs %}", "모두{% hm %}", "{%tc endfor %}"), ("가", "나", "다")),
        plain(xs=[1, 2, 3]),
    ),
    "span and shading": (
        table_file(("{% colspan n %}{% cellbg c %}{{ a }}",), ("나",)),
        plain(n=1, c="FF0000", a="가"),
    ),
    "nested loops": (
        word_file(
            "{%p for g in gs %}",
            "{{ g.n }}",
            "{%p for x in g.xs %}",
            "- {{ x }}",
            "{%p endfor %}",
            "{%p endfor %}",
        ),
        plain(gs=[{"n": "가", "xs": [1, 2]}, {"n": "나", "xs": []}]),
    ),
    "a macro of paragraphs": (
        word_file("{%p macro m(x) %}", "첫 {{ x }}", "둘째", "{%p endmacro %}", "가", "{{p m(1) }}", "나"),
        plain(),
    ),
    "a macro of rows": (
        table_file(
            ("{%tr macro m(x) %}", ""),
            ("{{ x }}", "나"),
            ("{%tr endmacro %}", ""),
            ("{{tr m(1) }}", ""),
            ("{{tr m(2) }}", ""),
        ),
        plain(),
    ),
    "a macro of runs": (
        word_file(["{%r macro m(x) %}", "<{{ x }}>", "{%r endmacro %}"], ["가", "{{r m(1) }}"]),
        plain(),
    ),
    "macro": (word_file("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m('가') }}"), plain()),
}


def with_notes(kind: str, text: str) -> bytes:
    """A file with a part of footnotes, endnotes or comments that holds one note."""
    one = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}[kind]
    name = f"/word/{kind}.xml"
    note = f'<w:{one} w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{one}>'
    xml = f"<w:{kind} {nsdecls('w')}>{note}</w:{kind}>"

    def fill(document: Document) -> None:
        content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        part = OpcPart(PackURI(name), content_type, xml.encode(), document.part.package)
        document.part.relate_to(part, f"{RELATIONSHIPS}/{kind}")

    return word_file("본문 {{ x }}", fill=fill)


class DescribeNotes:
    def the_footnotes_are_the_same(self) -> None:
        same(with_notes("footnotes", "각주 {{ x }}"), plain(x="가"))

    @pytest.mark.parametrize("kind", ["footnotes", "endnotes", "comments"])
    def the_notes_are_all_filled_and_keep_a_paragraph(self, kind: str) -> None:
        for text, expected in (("가 {{ x }}", "가 나"), ("{{p y }}", "")):
            rendered = zipfile.ZipFile(io.BytesIO(ours(with_notes(kind, text), plain(x="나", y=None))))
            root = etree.fromstring(rendered.read(f"word/{kind}.xml"))
            assert ["".join(p.itertext()) for p in root.iter(qn("w:p"))] == [expected]


class DescribeTemplates:
    @pytest.mark.parametrize("name", TEMPLATES)
    def they_give_the_same_document(self, name: str) -> None:
        same(*TEMPLATES[name])


# --- objects ------------------------------------------------------------------------------------------


def rich(library: Any, _: Any) -> Data:
    text = library.RichText("굵은", bold=True)
    text.add(" 붉은 & <큰>", color="#C00000", size=28, italic=True)
    text.add("밑", underline="double", strike=True, font="eastAsia:나눔고딕")
    text.add("위", superscript=True, highlight="#FFFF00", style="Strong")
    text.add(library.RichText("\n새 줄\t칸"))
    return {"x": text, "y": library.RichText("문단\a나눔", bold=True)}


def linked(library: Any, template: Any) -> Data:
    address = "https://example.invalid/a?b=1"
    return {"x": library.RichText("누름", url_id=template.build_url_id(address), underline=True)}


def paragraphs(library: Any, _: Any) -> Data:
    made = library.RichTextParagraph()
    made.add("첫 문단", parastyle="Heading 1")
    made.add(library.RichText("둘째", bold=True))
    return {"x": made}


def picture(library: Any, template: Any) -> Data:
    return {
        "x": library.InlineImage(template, io.BytesIO(png())),
        "y": library.InlineImage(template, io.BytesIO(png(b"\0\0\xc0", dpi=None)), width=Mm(20)),
        "z": library.InlineImage(
            template, io.BytesIO(png()), height=Mm(7), anchor="https://example.invalid/"
        ),
    }


def listing(library: Any, _: Any) -> Data:
    return {"x": library.Listing("가 & <나>\n다\t라\a마\f바")}


def _in_header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "{{ x }}"
    document.sections[0].footer.paragraphs[0].text = "바닥 {{ y }}"


OBJECTS: dict[str, tuple[bytes, Make]] = {
    "rich text": (word_file("가 {{r x }} 나", "{{r y }}"), rich),
    "rich text in a cell": (table_file(("가 {{r x }}", "나")), rich),
    "a link": (word_file("가 {{r x }} 나"), linked),
    "rich paragraphs": (word_file("앞", "{{p x }}", "뒤"), paragraphs),
    "pictures": (word_file("앞 {{ x }} 뒤", "{{ y }}{{ z }}"), picture),
    "pictures in header and footer": (word_file("가", fill=_in_header), picture),
    "a listing": (word_file("앞 {{ x }} 뒤"), listing),
}


class DescribeObjects:
    @pytest.mark.parametrize("name", OBJECTS)
    def they_give_the_same_document(self, name: str) -> None:
        same(*OBJECTS[name])

    def a_rich_text_keeps_its_look_in_a_plain_tag(self) -> None:
        plain_tag, rich_tag = (ours(word_file(text), rich) for text in ("가 {{ x }} 나", "가 {{r x }} 나"))
        assert outlines(plain_tag) == outlines(rich_tag)

    def a_picture_is_stored_once_however_often_it_is_shown(self) -> None:
        template = word_file("{% for n in range(3) %}{{ x }}{% endfor %}", fill=_in_header)
        document = opened(ours(template, picture))
        drawings = list(document.element.iter(qn("wp:docPr")))
        assert len({drawing.get("id") for drawing in drawings}) == 3
        media = [part for part in document.part.package.iter_parts() if "/word/media/" in str(part.partname)]
        assert len(media) == 2

    def a_number_may_stand_in_a_tag_for_rich_text(self) -> None:
        assert texts(ours(word_file("{{r x }}"), plain(x=5))) == ["5"]


def _inner(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_heading("속 제목", 1)
    document.add_paragraph("하나", style="List Number")
    table = document.add_table(1, 2)
    table.cell(0, 1).text = "칸"
    document.add_picture(io.BytesIO(png()), width=Mm(10))
    document.add_paragraph("끝")
    document.save(str(tmp_path / "inner.docx"))
    return tmp_path / "inner.docx"


class DescribeSubdocuments:
    def a_file_comes_in_whole(self, tmp_path: Path) -> None:
        path = _inner(tmp_path)
        template = word_file("앞", "{{p x }}", "뒤")
        expected = outlines(theirs(template, lambda _, tpl: {"x": tpl.new_subdoc(str(path))}))
        word = WordTemplate(template)
        assert outlines(word.render({"x": word.new_subdoc(path)})) == expected
        assert outlines(word.render({"x": docgen.Subdoc(path.read_bytes())})) == expected

    def an_object_of_docxtpl_comes_in_whole(self, tmp_path: Path) -> None:
        path, template = _inner(tmp_path), word_file("앞", "{{p x }}", "뒤")

        def built(tpl: docxtpl.DocxTemplate) -> Any:
            made = tpl.new_subdoc()
            made.add_paragraph("만든 문단").add_run("굵게").bold = True
            made.add_picture(io.BytesIO(png()), width=Mm(10))
            made.add_table(1, 1).cell(0, 0).text = "칸"
            return made

        for make in (built, lambda tpl: tpl.new_subdoc(str(path))):
            expected = outlines(theirs(template, lambda _, tpl, make=make: {"x": make(tpl)}))
            master = docxtpl.DocxTemplate(io.BytesIO(template))
            master.init_docx()
            assert outlines(WordTemplate(template).render({"x": make(master)})) == expected

    def its_lists_are_lists_of_their_own(self, tmp_path: Path) -> None:
        def numbered(document: Document) -> None:
            document.add_paragraph("바깥", style="List Number")

        data = WordTemplate(word_file("{{p x }}", fill=numbered)).render(
            {"x": docgen.Subdoc(_inner(tmp_path))}
        )
        numbering = opened(data).part.numbering_part.element
        ids = [number.get(qn("w:numId")) for number in numbering.iter(qn("w:num"))]
        assert len(ids) == len(set(ids))

    def the_rest_that_cannot_come_along_is_a_warning(self) -> None:
        inner = word_file("글")
        document = opened(inner)
        reference = f'<w:r {nsdecls("w")}><w:commentReference w:id="1"/></w:r>'
        document.paragraphs[0]._p.append(parse_xml(reference))
        found: list[docgen.Diagnostic] = []
        WordTemplate(word_file("{{p x }}")).render({"x": docgen.Subdoc(saved(document))}, findings=found)
        assert [(each.code, each.severity) for each in found] == [("value.lost", docgen.Severity.WARNING)]


# --- replacements ----------------------------------------------------------------------------------------


def _with_picture(document: Document) -> None:
    document.add_picture(io.BytesIO(png()))
    drawing = document.inline_shapes[0]._inline
    drawing.graphic.graphicData.pic.nvPicPr.cNvPr.set("name", "자리.png")


class DescribeReplacements:
    TEMPLATE = word_file("{{ x }}", fill=_with_picture)
    NEW = png(b"\0\xc0\0")

    def _expected(self, method: str, *arguments: Any) -> dict[str, Any]:
        document = docxtpl.DocxTemplate(io.BytesIO(self.TEMPLATE))
        getattr(document, method)(*arguments)
        document.render({"x": 1})
        buffer = io.BytesIO()
        document.save(buffer)
        return outlines(buffer.getvalue())

    def a_picture_is_replaced_by_its_name(self) -> None:
        rendered = WordTemplate(self.TEMPLATE).render({"x": 1}, replace_pic={"자리.png": self.NEW})
        assert outlines(rendered) == self._expected("replace_pic", "자리.png", io.BytesIO(self.NEW))

    def a_picture_is_replaced_by_the_old_file(self) -> None:
        rendered = WordTemplate(self.TEMPLATE).render({"x": 1}, replace_media={png(): self.NEW})
        assert outlines(rendered) == self._expected("replace_media", io.BytesIO(png()), io.BytesIO(self.NEW))

    def a_file_is_replaced_by_its_name_in_the_package(self, tmp_path: Path) -> None:
        (tmp_path / "new.png").write_bytes(self.NEW)
        name = "word/media/image1.png"
        rendered = WordTemplate(self.TEMPLATE).render({"x": 1}, replace_zipname={name: tmp_path / "new.png"})
        assert outlines(rendered) == self._expected("replace_zipname", name, str(tmp_path / "new.png"))

    @pytest.mark.parametrize("kind", ["replace_pic", "replace_media", "replace_embedded", "replace_zipname"])
    def a_thing_that_is_not_there_is_named(self, kind: str) -> None:
        options: Any = {kind: {"없음.png": self.NEW}}
        with pytest.raises(docgen.TemplateError) as caught:
            WordTemplate(self.TEMPLATE).render({"x": 1}, **options)
        assert caught.value.diagnostics[0].code == "template.nothing-to-replace"


class DescribeFunctions:
    def a_template_may_use_filters_tests_and_names_of_the_caller(self) -> None:
        template = WordTemplate(
            word_file("{{ x | twice }} {{ 3 is odd_one }} {{ unit }}"),
            filters={"twice": lambda value: value * 2},
            tests={"odd_one": lambda value: value % 2 == 1},
            globals={"unit": "원"},
        )
        assert texts(template.render({"x": "가"})) == ["가가 True 원"]


# --- where docxtpl is wrong --------------------------------------------------------------------------------


class DescribeDifferences:
    def a_line_of_statements_leaves_no_blank_line(self) -> None:
        template = word_file("가", "{% if a %}", "나", "{% endif %}", "{# 메모 #}", "다")
        assert texts(ours(template, plain(a=1))) == ["가", "나", "다"]
        assert texts(theirs(template, plain(a=1))) == ["가", "", "나", "", "", "다"]

    def a_second_render_gives_what_the_first_gave(self) -> None:
        template = TEMPLATES["rows"]
        word = WordTemplate(template[0])
        assert word.render(template[1](0, 0)) == word.render(template[1](0, 0))

    def the_special_characters_are_escaped_without_being_asked(self) -> None:
        template = word_file("{{ a }}")
        document = docxtpl.DocxTemplate(io.BytesIO(template))
        document.render({"a": "R&D <b>"})
        assert document.paragraphs[0].text != "R&D <b>"
        assert texts(ours(template, plain(a="R&D <b>"))) == ["R&D <b>"]

    def a_condition_that_empties_a_cell_leaves_a_paragraph(self) -> None:
        def fill(document: Document) -> None:
            cell = document.add_table(1, 1).cell(0, 0)
            for text in ("{%p if a %}", "있음", "{%p endif %}"):
                cell.add_paragraph(text)
            cell._tc.remove(cell.paragraphs[0]._p)

        template = word_file(fill=fill)
        broken, right = (
            opened(make(template, plain(a=0))).tables[0]._tbl.tr_lst[0].tc_lst[0] for make in (theirs, ours)
        )
        assert broken.findall(qn("w:p")) == []
        assert len(right.findall(qn("w:p"))) == 1

    def a_picture_leaves_the_look_of_the_text_behind_it(self) -> None:
        def bold(document: Document) -> None:
            document.add_paragraph().add_run("앞 {{ x }} 뒤").bold = True

        template = word_file(fill=bold)
        runs = opened(ours(template, picture)).paragraphs[0].runs
        assert [run.bold for run in runs if run.text.strip()] == [True, True]
        runs = opened(theirs(template, picture)).paragraphs[0].runs
        assert [run.bold for run in runs if run.text.strip()] == [True, None]

    def the_text_before_a_merging_statement_stays(self) -> None:
        template = word_file("가", "나 {%- if a %}다{% endif %}")
        assert texts(ours(template, plain(a=1))) == ["가", "나다"]
        assert texts(theirs(template, plain(a=1))) == ["가다"]
