"""The PDF, read back by pypdf and by pdffonts' view of it, which know nothing of ours."""

from __future__ import annotations

import builtins
import hashlib
import io
import itertools
import os
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PageObject, PdfReader

from docgen.document import (
    Block,
    Border,
    Borders,
    Break,
    Cell,
    CharacterFormat,
    Document,
    Field,
    Page,
    Paragraph,
    ParagraphFormat,
    Picture,
    Row,
    Running,
    Section,
    Sides,
    Table,
    Text,
)
from docgen.errors import MachineError, Severity
from docgen.formats.pdf import engine, weasy
from docgen.formats.pdf.write import write_pdf
from tests.formats.pdf.signs import signs

PROGRAM = """
import hashlib
from docgen.document import *
from docgen.formats.pdf.write import write_pdf
blocks = tuple(Paragraph((Text(f"학교 {i}", CharacterFormat(bold=i % 2 == 0)),)) for i in range(9))
print(hashlib.sha256(write_pdf(Document((Section(blocks),), "제목"))[0]).hexdigest())
"""

WITHOUT_HANGUL = """
from docgen.document import *
from docgen.errors import MachineError
from docgen.formats.pdf.write import write_pdf
try:
    write_pdf(Document((Section((Paragraph((Text("학교"),)),)),)))
except MachineError as error:
    print(error.exit_code, error.diagnostics[0].hint)
"""


def paragraph(*inlines: str | Field | Break | Text, **look: Any) -> Paragraph:
    made = tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)
    return Paragraph(made, ParagraphFormat(**look))


def document(*blocks: Block, **section: Any) -> Document:
    return Document((Section(blocks, **section),), "운영 계획서")


def pages(made: Document) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(made)[0])).pages]


@pytest.fixture(params=[write_pdf, weasy.write_pdf], ids=["ours", "weasyprint"])
def made_by_both(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a PDF is like does not depend on which of the two made it."""
    monkeypatch.setattr(sys.modules[__name__], "write_pdf", request.param)


@pytest.mark.usefixtures("made_by_both")
class DescribeText:
    def it_can_be_searched_and_holds_no_joiners(self) -> None:
        (text,) = pages(document(paragraph("찾아가는 학교 컨설팅(2026년)에서 배웁니다.")))
        assert text.strip() == "찾아가는 학교 컨설팅(2026년)에서 배웁니다."

    def it_keeps_hangul_words_whole_and_breaks_what_is_too_long_for_a_line(self) -> None:
        narrow = Page(width=100, height=400, margins=Sides(10, 10, 10, 10))
        (text,) = pages(document(paragraph("우리학교가 배우는공동체"), page=narrow))
        assert text.split() == ["우리학교가", "배우는공동체"]
        (text,) = pages(document(paragraph("가나다라마바사아자차카타파하"), page=narrow))
        assert len(text.split()) == 2
        (text,) = pages(document(paragraph("우리학교가 배우는공동체", break_words=True), page=narrow))
        assert text.split()[0] == "우리학교가"
        assert len(text.split()) == 3

    def it_fills_lines_up_to_a_space_at_their_end(self) -> None:
        """Among words of many widths some fill a line to the point: it still ends at its last word."""
        words = "학교 컨설팅은 수업을 중심으로 교사와 함께 문제를 찾고 풀어 가는 과정이다. 자료를 모은다."
        bold = CharacterFormat(bold=True)
        items = (Paragraph((Text("나 다 ", bold), Text(f"{'i' * n} {words * 3}"))) for n in range(40))
        lines = [line.strip() for text in pages(document(*items)) for line in text.splitlines()]
        assert len(lines) == 80 + 40
        assert not {"나", "나 다"} & set(lines)

    def it_begins_on_the_line_of_its_label(self) -> None:
        words = "학교 컨설팅은 수업을 중심으로 교사와 함께 문제를 찾고 풀어 가는 과정이다. 자료를 모은다."
        look = ParagraphFormat(left=36.0, first_line=-18.0)
        items = (Paragraph((Text(f"{'i' * n} {words * 3}"),), look, label="○") for n in range(40))
        assert not any(line.strip() == "○" for text in pages(document(*items)) for line in text.splitlines())

    def it_holds_no_font_for_joiners_alone(self) -> None:
        look = CharacterFormat(font="Cambria", east_asian_font="바탕")
        assert len(write_pdf(document(Paragraph((Text("가나 A를", look),))))[0]) < 20_000

    @pytest.mark.parametrize("scale", [50.0, 70.0, 95.0, 100.0, 150.0])
    def it_is_as_wide_as_asked(self, scale: float) -> None:
        """What follows stands where the stretched text ends, and its letters do not overlap."""
        words, following = "장평 백 퍼센트", Text("뒤", CharacterFormat(color="FF0000"))
        stretched = Paragraph((Text(words, CharacterFormat(scale=scale)), following))
        asked, plain = (
            _starts(document(made))[-1] for made in (stretched, Paragraph((Text(words), following)))
        )
        margin = Page().margins.left
        assert asked - margin == pytest.approx((plain - margin) * scale / 100, rel=0.05)

    def it_is_spread_over_the_line_where_it_is_distributed(self) -> None:
        """균등 배분: the letters stand evenly between the edges of the text."""
        page = Page(width=300, height=200, margins=Sides(50, 50, 50, 50))
        across = _starts(document(paragraph("가나다라마", align="distribute"), page=page))
        assert len(across) == 5
        steps = [after - before for before, after in itertools.pairwise(across)]
        assert across[0] == pytest.approx(50, abs=0.5)
        assert steps == pytest.approx([(200 - 9.4) / 4] * 4, abs=0.5)

    def it_embeds_every_font(self) -> None:
        reader = PdfReader(io.BytesIO(write_pdf(document(paragraph("학교 school ☑")))[0]))
        fonts = reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]  # pypdf's own mapping
        assert fonts
        for font in fonts:
            (below,) = font.get_object()["/DescendantFonts"]
            descriptor = below.get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)

    def it_names_signs_that_no_font_has(self) -> None:
        _, (found,) = write_pdf(document(paragraph("가\U0010fffd나\U0010fffd")))
        assert found.severity is Severity.WARNING
        assert "U+10FFFD" in found.message
        assert write_pdf(document(paragraph("학교 school ☑")))[1] == []

    def it_needs_a_font_for_hangul(self, tmp_path: Path) -> None:
        """With the fonts of Latin text alone, and with none at all, told so by fontconfig's own settings."""
        listed = subprocess.run(
            ["fc-list", "DejaVu Sans", "file"], capture_output=True, check=True, text=True
        ).stdout
        for folder in (Path(listed.split(":")[0]).parent, tmp_path):
            settings = f"<fontconfig><dir>{folder}</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
            (tmp_path / "fonts.conf").write_text(settings)
            found = subprocess.run(
                [sys.executable, "-W", "error", "-c", WITHOUT_HANGUL],
                env=os.environ | {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")},
                capture_output=True,
                check=True,
                text=True,
            ).stdout
            assert found.startswith("3 sudo apt-get install")
            assert "fonts-nanum" in found


@pytest.mark.usefixtures("made_by_both")
class DescribePages:
    def it_has_the_size_and_the_breaks_of_the_document(self) -> None:
        wide = Section((paragraph("셋"),), Page(width=841.9, height=595.3))
        made = Document((Section((paragraph("하나", Break("page"), "둘"),)), wide))
        reader = PdfReader(io.BytesIO(write_pdf(made)[0]))
        assert [page.extract_text().strip() for page in reader.pages] == ["하나", "둘", "셋"]
        sizes = [
            (round(float(p.mediabox.width), 1), round(float(p.mediabox.height), 1)) for p in reader.pages
        ]
        assert sizes == [(595.3, 841.9), (595.3, 841.9), (841.9, 595.3)]

    def it_counts_pages_in_headers_and_footers(self) -> None:
        number = paragraph(Field("page"), " / ", Field("pages"))
        footer = Running((number,), first=(paragraph("첫 쪽"),))
        texts = pages(document(paragraph("가", Break("page"), "나", Break("page"), "다"), footer=footer))
        assert [text.split("\n")[-1].strip() for text in texts] == ["첫 쪽", "2 / 3", "3 / 3"]

    def it_begins_to_count_where_the_section_says(self) -> None:
        footer = Running((paragraph("쪽 ", Field("page")),))
        texts = pages(document(paragraph("가", Break("page"), "나"), footer=footer, first_number=5))
        assert [text.split("\n")[-1].strip() for text in texts] == ["쪽 5", "쪽 6"]

    def it_makes_room_for_a_header_higher_than_the_margin(self) -> None:
        header = Running(tuple(paragraph(f"머리 {i}") for i in range(8)))
        found: dict[str, float] = {}
        reader = PdfReader(io.BytesIO(write_pdf(document(paragraph("본문"), header=header))[0]))
        reader.pages[0].extract_text(
            visitor_text=lambda text, cm, tm, *_: found.update({text.strip(): tm[5] * cm[3] + cm[5]})
        )
        assert found["머리 7"] > found["본문"]  # PDF counts upwards

    def it_makes_room_for_a_header_with_a_picture_in_a_table(self) -> None:
        line = Border()
        logo = Cell(
            (Paragraph((Picture(_png(), "image/png", 85, 85),)),), 0, borders=Borders(line, line, line)
        )
        header = Running((Table((200.0,), (Row((logo,)),)),))
        made = write_pdf(document(paragraph("본문"), header=header))[0]
        page = pypdfium2.PdfDocument(made)[0]
        (bottom,) = (item.get_bounds()[1] for item in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
        first = signs(made)[0][0]
        assert first.text == "본"
        assert first.y - 10 > page.get_height() - bottom

    def it_repeats_header_rows_and_shows_a_merged_cell_on_both_sides_of_a_page_end(self) -> None:
        rows = [Row((Cell((paragraph("머리 행"),), 0, columns=2),), header=True)]
        for i in range(60):
            first = (Cell((paragraph("묶음"),), 0, rows=60, shading="C0FFEE"),) if i == 0 else ()
            rows.append(Row((*first, Cell((paragraph(f"{i}줄"),), 1)), height=30.0))
        reader = PdfReader(io.BytesIO(write_pdf(document(Table((80.0, 200.0), tuple(rows))))[0]))
        assert len(reader.pages) >= 3
        for page in reader.pages:
            assert "머리 행" in page.extract_text()
            assert b"0.752941" in page.get_contents().get_data()  # type: ignore[union-attr]  # C0 of the shading
        assert "".join(page.extract_text() for page in reader.pages).count("묶음") == 1

    def it_closes_the_box_of_a_row_on_each_page_that_it_runs_over(self) -> None:
        line = Border()
        lines = Borders(line, line, line, line)
        cell = Cell(tuple(paragraph(f"{i}줄") for i in range(60)), 0, borders=lines)
        reader = PdfReader(io.BytesIO(write_pdf(document(Table((200.0,), (Row((cell,)),))))[0]))
        assert len(reader.pages) == 2
        for page in reader.pages:
            assert len(_level_lines(page)) == 2


@pytest.mark.usefixtures("made_by_both")
class DescribePageReferences:
    def they_say_the_number_that_is_printed_on_the_page_and_lead_there(self) -> None:
        names = [f"{i} 장" for i in range(1, 12)]
        contents = [paragraph(Text(name, link=f"#{name}"), Field("reference", target=name)) for name in names]
        chapter = ParagraphFormat(page_break_before=True)
        chapters = [Paragraph((Text(name),), chapter, bookmarks=(name, f"{name}-2")) for name in names]
        footer = Running((Paragraph((Text("쪽 "), Field("page"))),))
        made = Document((Section((*contents,)), Section((*chapters,), footer=footer, first_number=5)))
        first, *others = pages(made)
        printed = {page.split("\n")[0]: page.rpartition("쪽 ")[2].strip() for page in others}
        assert first.split("\n") == [f"{name}{printed[name]}" for name in names]
        assert printed["11 장"] == "15"
        annotations = PdfReader(io.BytesIO(write_pdf(made)[0])).pages[0]["/Annots"]
        assert {annotation["/Dest"] for annotation in annotations} == set(names)


class DescribeTheFile:
    def it_has_a_title_and_a_language_and_no_date(self) -> None:
        made, _ = write_pdf(document(paragraph("가")))
        reader = PdfReader(io.BytesIO(made))
        assert reader.metadata is not None
        assert reader.metadata.title == "운영 계획서"
        assert reader.trailer["/Root"]["/Lang"] == "ko-KR"
        assert b"CreationDate" not in made
        assert b"ModDate" not in made

    def it_is_the_same_in_every_process(self) -> None:
        found = {
            subprocess.run(
                [sys.executable, "-c", PROGRAM],
                env=os.environ | {"PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
                text=True,
            ).stdout
            for seed in ("1", "2")
        }
        assert len(found) == 1
        assert len(found.pop().strip()) == len(hashlib.sha256().hexdigest())

    def it_shows_pictures_that_the_document_holds(self) -> None:
        reader = PdfReader(
            io.BytesIO(write_pdf(document(Paragraph((Picture(_png(), "image/png", 30, 30),))))[0])
        )
        assert len(reader.pages[0].images) == 1


class DescribeTrust:
    @pytest.mark.parametrize("address", ["http://127.0.0.1/x.png", "file:///etc/hostname", "ftp://a/b"])
    def it_fetches_nothing_but_what_the_page_holds(self, address: str) -> None:
        with pytest.raises(ValueError, match="disallowed protocol"):
            engine._fetcher().fetch(address)

    def it_says_how_to_mend_a_machine_without_pango(self, monkeypatch: pytest.MonkeyPatch) -> None:
        real = builtins.__import__

        def missing(name: str, *rest: Any) -> Any:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")
            return real(name, *rest)

        monkeypatch.setattr(builtins, "__import__", missing)
        with pytest.raises(MachineError) as caught:
            engine._engine.__wrapped__()
        assert "apt-get install" in (caught.value.diagnostics[0].hint or "")


def _starts(made: Document) -> list[float]:
    """Where the signs on the first page begin, in points from its left edge, ascending."""
    return sorted(sign.x for sign in signs(write_pdf(made)[0])[0])


def _level_lines(page: PageObject) -> list[str]:
    """The level lines drawn on a page (PDF 32000-1, 8.5.2: two points, `x y m` and `x y l`)."""
    words = [line.split() for line in page.get_contents().get_data().decode("latin-1").splitlines()]  # type: ignore[union-attr]  # a page of ours has contents
    pairs = itertools.pairwise(word for word in words if word[-1:] in (["m"], ["l"]))
    return [a[1] for a, b in pairs if (a[-1], b[-1]) == ("m", "l") and a[1] == b[1]]


def _png() -> bytes:
    """A picture of one red dot (PNG, 11.2)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + check

    head = (1).to_bytes(4, "big") * 2 + bytes((8, 2, 0, 0, 0))
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body
