"""What the typesetter sets, by places found by pypdfium2 and by hand; and what it leaves to WeasyPrint."""

from __future__ import annotations

import io
from typing import Any

import PIL.Image
import pypdfium2
import pytest
from pypdf import PdfReader

from docgen.document import (
    Anchor,
    Block,
    Border,
    Borders,
    Break,
    Cell,
    CharacterFormat,
    Document,
    Field,
    Inline,
    LineSpacing,
    Page,
    Paragraph,
    ParagraphFormat,
    Picture,
    Row,
    Running,
    Section,
    Sides,
    Tab,
    Table,
    TabStop,
    Text,
)
from docgen.formats.pdf.typeset import typeset
from docgen.formats.pdf.write import write_pdf
from tests.formats.pdf.signs import signs

PAGE = Page(width=300, height=200, margins=Sides(20, 50, 20, 50))
WIDE = 10.0  # a syllable of ten points in 맑은 고딕, as Word sets it
SIDE = 0.3  # the room on each side of 나눔고딕's, which is 9.4 wide
LINE = Border()
BOX = Borders(LINE, LINE, LINE, LINE)
WORDS = "학교 컨설팅은 수업을 중심으로 교사와 함께 문제를 찾고 풀어 가는 과정이다. "


def paragraph(*inlines: str | Inline, **look: Any) -> Paragraph:
    made = tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)
    return Paragraph(made, ParagraphFormat(**look))


def document(*blocks: Block, page: Page = PAGE, **section: Any) -> Document:
    return Document((Section(blocks, page, **section),), "운영 계획서")


def places(*blocks: Block, page: Page = PAGE) -> list[dict[str, tuple[float, float]]]:
    """Where each sign stands on each page; the last where one stands there twice."""
    assert typeset(document(*blocks, page=page)) is not None
    made = write_pdf(document(*blocks, page=page))[0]
    return [{sign.text: (sign.x, sign.y) for sign in found} for found in signs(made)]


def picture(mode: str = "RGB", kind: str = "PNG", **anchor: Any) -> Picture:
    out = io.BytesIO()
    PIL.Image.new(mode, (4, 4), (200, 30, 30, 128)[: len(mode)]).save(out, kind)
    return Picture(
        out.getvalue(), f"image/{kind.lower()}", 30, 30, anchor=Anchor(**anchor) if anchor else None
    )


def page_of(made: Document) -> pypdfium2.PdfPage:
    return pypdfium2.PdfDocument(write_pdf(made)[0])[0]


class DescribeLines:
    def they_are_as_high_as_word_makes_them(self) -> None:
        """맑은 고딕: 1.33 × 1.3 of its size; exactly, at least and twice that where it is asked."""
        natural = 10 * 1.33 * 1.3
        for line, step in (
            (LineSpacing(), natural),
            (LineSpacing("multiple", 2.0), 2 * natural),
            (LineSpacing("exact", 12.0), 12.0),
            (LineSpacing("least", 30.0), 30.0),
            (LineSpacing("least", 3.0), natural),
        ):
            (found,) = places(paragraph("가", Break(), "나", line=line))
            assert found["나"][1] - found["가"][1] == pytest.approx(step, abs=0.02)

    def they_begin_at_the_indents_of_the_paragraph(self) -> None:
        (found,) = places(paragraph("가", Break(), "나", left=30.0, first_line=-12.0))
        assert (found["가"][0], found["나"][0]) == pytest.approx((68 + SIDE, 80 + SIDE), abs=0.01)

    def they_stand_where_their_alignment_wants_them(self) -> None:
        (left,) = places(paragraph("가"))
        (center,), (right,) = (places(paragraph("가", align=align)) for align in ("center", "right"))
        assert left["가"][0] == pytest.approx(50 + SIDE, abs=0.01)
        assert center["가"][0] == pytest.approx(150 - WIDE / 2 + SIDE, abs=0.02)
        assert right["가"][0] == pytest.approx(250 - WIDE + SIDE, abs=0.02)

    def they_reach_the_right_edge_where_they_are_justified_but_the_last(self) -> None:
        lines: dict[float, float] = {}
        for sign in signs(write_pdf(document(paragraph(WORDS * 3, align="justify")))[0])[0]:
            lines[round(sign.y)] = max(sign.x, lines.get(round(sign.y), 0.0))
        *full, last = (lines[y] for y in sorted(lines))
        assert len(full) >= 3
        assert all(250 - 10 <= end <= 250 for end in full)
        assert last < 240

    def they_put_text_at_tab_stops(self) -> None:
        stops = (TabStop(60), TabStop(100, "center"), TabStop(200, "right", "dot"))
        (found,) = places(paragraph("가", Tab(), "나", Tab(), "다", Tab(), "라", tabs=stops))
        assert found["나"][0] == pytest.approx(110 + SIDE, abs=0.01)
        assert found["다"][0] == pytest.approx(150 - WIDE / 2 + SIDE, abs=0.02)
        assert found["라"][0] == pytest.approx(250 - WIDE + SIDE, abs=0.02)

    def they_hang_a_label_before_the_text(self) -> None:
        look = ParagraphFormat(left=36.0, first_line=-18.0)
        (found,) = places(Paragraph((Text("가"), Break(), Text("나")), look, label="○"))
        assert [found[sign][0] for sign in "○가나"] == pytest.approx([68, 86 + SIDE, 86 + SIDE], abs=0.01)

    def an_end_of_a_line_in_the_file_is_a_space(self) -> None:
        (found,), (same,) = places(paragraph("가\n나")), places(paragraph("가 나"))
        assert found == same

    def they_are_kept_together_over_pages(self) -> None:
        filler = [paragraph("가") for _ in range(8)]
        texts = places(
            *filler, paragraph("나", keep_next=True), paragraph("다", Break(), "라", Break(), "마")
        )
        assert [set(page) for page in texts] == [{"가"}, {"나", "다", "라", "마"}]


class DescribeLooks:
    def they_raise_signs_smaller_and_higher(self) -> None:
        (found,) = places(paragraph("가", Text("2", CharacterFormat(position="super"))))
        assert found["2"][1] < found["가"][1] - 2

    def they_print_capitals_for_small_letters(self) -> None:
        (found,) = places(paragraph(Text("ab", CharacterFormat(capitals="all"))))
        assert set(found) == {"A", "B"}

    def they_draw_underlines_shading_and_colours(self) -> None:
        look = CharacterFormat(underline="double", strike=True, shading="FFFF00", color="0000FF")
        content = PdfReader(io.BytesIO(write_pdf(document(paragraph(Text("가나", look))))[0])).pages[0]
        said = content.get_contents().get_data().decode()  # type: ignore[union-attr]  # it has contents
        assert said.count(" l\n") == 3
        assert "1 1 0 rg" in said
        assert "0 0 1 rg" in said

    def a_link_leads_where_it_says(self) -> None:
        made = document(paragraph(Text("누름", link="https://example.com/가?a=1")))
        (note,) = PdfReader(io.BytesIO(write_pdf(made)[0]), strict=True).pages[0]["/Annots"]
        assert note["/A"]["/URI"] == "https://example.com/가?a=1"
        left, _, right, _ = note["/Rect"]
        assert (left, right) == pytest.approx((50, 50 + 2 * WIDE), abs=0.01)


class DescribeTables:
    def a_row_is_as_high_as_it_asks_or_its_text(self) -> None:
        def rows(**first: Any) -> Table:
            cells = [Cell((paragraph(sign),), 0) for sign in "가나"]
            return Table((100.0,), (Row((cells[0],), **first), Row((cells[1],))))

        for first, height in (({}, 17.29), ({"height": 50.0}, 50.0), ({"height": 8.0, "exact": True}, 8.0)):
            (found,) = places(rows(**first))
            assert found["나"][1] - found["가"][1] == pytest.approx(height, abs=0.05)

    def a_cell_stands_its_text_up_down_or_in_the_middle(self) -> None:
        cells = [
            Cell((paragraph(sign),), i, vertical_align=align)  # type: ignore[arg-type]  # from the row below
            for i, (sign, align) in enumerate(zip("가나다", ("top", "center", "bottom"), strict=True))
        ]
        (found,) = places(Table((50.0, 50.0, 50.0), (Row(tuple(cells), height=60.0),)))
        down = [found[sign][1] - found["가"][1] for sign in "가나다"]
        assert down == pytest.approx([0, (60 - 17.29) / 2, 60 - 17.29], abs=0.05)

    def a_merged_cell_makes_its_last_row_high_enough(self) -> None:
        tall = Cell(tuple(paragraph("긴") for _ in range(5)), 0, rows=2)
        rows = (
            Row((tall, Cell((paragraph("가"),), 1))),
            Row((Cell((paragraph("나"),), 1),)),
            Row((Cell((paragraph("다"),), 0), Cell((paragraph("라"),), 1))),
        )
        (found,) = places(Table((50.0, 50.0), rows))
        assert found["나"][1] - found["가"][1] == pytest.approx(17.29, abs=0.05)
        assert found["라"][1] - found["나"][1] == pytest.approx(4 * 17.29, abs=0.2)

    def a_row_runs_on_to_the_next_page_unless_it_must_not(self) -> None:
        def pages(splittable: bool) -> list[int]:
            cell = Cell(tuple(paragraph("가") for _ in range(6)), 0)
            table = Table((100.0,), (Row((cell,), splittable=splittable),))
            made = document(*(paragraph("나") for _ in range(5)), table)
            return [sum(sign.text == "가" for sign in page) for page in signs(write_pdf(made)[0])]

        assert pages(splittable=True) == [4, 2]
        assert pages(splittable=False) == [0, 6]

    def a_cell_holds_tables(self) -> None:
        inner = Table((40.0, 40.0), (Row((Cell((paragraph("안"),), 0), Cell((paragraph("속"),), 1))),))
        (found,) = places(Table((200.0,), (Row((Cell((inner, paragraph("뒤")), 0),)),)))
        assert found["속"][0] - found["안"][0] == pytest.approx(40, abs=0.01)
        assert found["뒤"][1] > found["안"][1]

    def it_stands_where_it_is_aligned(self) -> None:
        cells = (Cell((paragraph("가"),), 0, padding=Sides()),)
        for align, x in (("left", 60.0), ("center", 100.0), ("right", 150.0)):
            indent = 10.0 if align == "left" else 0.0
            (found,) = places(Table((100.0,), (Row(cells),), align, indent))  # type: ignore[arg-type]  # as above
            assert found["가"][0] == pytest.approx(x + SIDE, abs=0.01)

    def the_lines_that_cells_share_are_drawn_once(self) -> None:
        cells = tuple(Cell((paragraph("가"),), i, borders=BOX) for i in range(3))
        made = document(Table((50.0,) * 3, (Row(cells), Row(cells))))
        said = PdfReader(io.BytesIO(write_pdf(made)[0])).pages[0].get_contents().get_data()  # type: ignore[union-attr]  # it has contents
        assert said.count(b" l\n") == 3 + 4

    def the_two_lines_of_a_double_one_meet_at_corners(self) -> None:
        frame = Border("double", 6.0)
        cell = Cell((paragraph("가"),), 0, borders=Borders(frame, frame, frame, frame))
        image = page_of(document(Table((100.0,), (Row((cell,), height=60.0),)))).render(scale=4).to_pil()
        # The frame's upper left corner is at (50, 23), its lines 2 wide: ink, gap and ink along the diagonal.
        dark = [image.getpixel((round(4 * (50 + d)), round(4 * (23 + d))))[0] < 128 for d in (-2, 0, 2, 4)]
        assert dark == [True, False, True, False]


class DescribePictures:
    def a_picture_that_stands_twice_is_held_once(self) -> None:
        made = write_pdf(document(Paragraph((picture(), Text(" "), picture()))))[0]
        assert made.count(b"/Subtype /Image") == 1

    @pytest.mark.parametrize(
        ("mode", "kind"), [("RGB", "PNG"), ("L", "PNG"), ("RGBA", "PNG"), ("RGB", "JPEG")]
    )
    def they_look_as_they_do(self, mode: str, kind: str) -> None:
        image = page_of(document(Paragraph((picture(mode, kind),)))).render(scale=1).to_pil()
        shown = image.getpixel((60, 35))
        own = PIL.Image.open(io.BytesIO(picture(mode, kind).data)).convert("RGBA")
        paper = PIL.Image.new("RGBA", own.size, "white")
        expected = PIL.Image.alpha_composite(paper, own).getpixel((1, 1))
        assert shown[:3] == pytest.approx(expected[:3], abs=4)

    def a_floating_one_takes_no_room(self) -> None:
        floating = picture(x=100.0, y=-10.0, horizontal="column", vertical="paragraph")
        (found,) = places(paragraph("가", floating, Break(), "나"))
        assert found["나"][1] - found["가"][1] == pytest.approx(17.29, abs=0.02)
        image = page_of(document(paragraph("가", floating))).render(scale=1).to_pil()
        assert image.getpixel((50 + 115, 25))[0] == pytest.approx(200, abs=4)
        assert image.getpixel((50 + 115, 45))[:3] == (255, 255, 255)

    @pytest.mark.parametrize(
        ("horizontal", "body", "cell"),
        [("page", 5.0, 175.0), ("margin", 55.0, 175.0), ("column", 55.0, 175.0), ("character", 65.0, 185.0)],
    )
    def one_that_floats_counts_its_place_from_what_it_says(
        self, horizontal: str, body: float, cell: float
    ) -> None:
        block = paragraph("가", picture(x=5.0, y=3.0, horizontal=horizontal, vertical="line"))
        table = Table(
            (120.0, 80.0),
            (Row((Cell((paragraph(),), 0), Cell((block,), 1, padding=Sides()))),),
        )
        for made, left in ((block, body), (table, cell)):
            page = page_of(document(made))
            (image,) = page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
            x, _, _, top = image.get_bounds()
            assert (x, page.get_height() - top) == pytest.approx((left, 23.0), abs=0.02)


class DescribeTheOutline:
    def it_has_the_headings_by_level(self) -> None:
        blocks = [
            paragraph("1장", outline=0),
            paragraph("가. 절", outline=1),
            paragraph("나. 절", outline=1, page_break_before=True),
            paragraph("2장", outline=0),
        ]
        reader = PdfReader(io.BytesIO(write_pdf(document(*blocks))[0]), strict=True)
        first, below, second = reader.outline
        assert [first.title, [item.title for item in below], second.title] == [
            "1장",
            ["가. 절", "나. 절"],
            "2장",
        ]  # type: ignore[union-attr]  # pypdf's nested list
        assert reader.get_destination_page_number(second) == 1  # type: ignore[arg-type]  # pypdf's nested list


class DescribeNumbers:
    def a_number_of_pages_in_the_text_is_right(self) -> None:
        body = paragraph("모두 ", Field("pages"), "쪽", Break("page"), Field("page"))
        texts = [page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(document(body))[0])).pages]
        assert [text.strip() for text in texts] == ["모두 2쪽", "2"]

    def they_go_on_in_sections_and_begin_on_odd_pages(self) -> None:
        footer = Running((paragraph("쪽 ", Field("page")),))
        first, second = (Section((paragraph(sign),), PAGE, footer=footer) for sign in "가나")
        odd = Section((paragraph("다"),), PAGE, footer=footer, start="odd")
        reader = PdfReader(io.BytesIO(write_pdf(Document((first, second, odd)))[0]))
        assert ["".join(page.extract_text().split()) for page in reader.pages] == ["가쪽1", "나쪽2", "다쪽3"]
        reader = PdfReader(io.BytesIO(write_pdf(Document((first, odd)))[0]))
        assert ["".join(page.extract_text().split()) for page in reader.pages] == ["가쪽1", "", "다쪽3"]


class DescribeWhatIsLeft:
    @pytest.mark.parametrize(
        "block",
        [
            paragraph("가", picture(wrap="square")),
            paragraph("שלום"),
            paragraph("ภาษาไทย"),
            paragraph("가\U0010fffd"),
            paragraph(Text("abc", CharacterFormat(capitals="small"))),
            paragraph(Picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", 10, 10)),
            paragraph(Picture(b"no picture", "image/png", 10, 10)),
        ],
        ids=["text around", "right to left", "Thai", "no glyph", "small capitals", "drawing", "damaged"],
    )
    def it_is_set_by_weasyprint(self, block: Block) -> None:
        for made in (document(block), document(Table((100.0,), (Row((Cell((block,), 0),)),)))):
            assert typeset(made) is None
            assert write_pdf(made)[0].startswith(b"%PDF")
