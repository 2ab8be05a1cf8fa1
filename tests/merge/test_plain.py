"""Pictures, codes, seals and rich text from plain data, by filters."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import segno
from docx.oxml.ns import qn
from docx.shared import Mm
from PIL import Image

from docgen import Diagnostic, TemplateError, WordTemplate
from docgen.merge.pictures import PictureError, read_picture
from tests.merge.test_docxtpl import png
from tests.merge.word_files import opened, texts, word_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    case = tmp_path / "case"
    case.mkdir()
    (case / "사진.png").write_bytes(png())
    (tmp_path / "밖.png").write_bytes(png())
    (case / "링크.png").symlink_to(tmp_path / "밖.png")
    (case / "글.png").write_text("그림 아님")
    return case


def extents(data: bytes) -> list[tuple[int, int]]:
    found = opened(data).element.iter(qn("wp:extent"))
    return [(int(extent.get("cx")), int(extent.get("cy"))) for extent in found]


def fault(text: str, folder: Path | None, **data: Any) -> Diagnostic:
    with pytest.raises(TemplateError) as caught:
        WordTemplate(word_file(text)).render(data, folder=folder)
    (found,) = caught.value.diagnostics
    return found


class DescribeImage:
    @pytest.mark.parametrize(
        ("options", "width"),
        [
            ("width='60mm'", Mm(60)),
            ("width='3cm'", Mm(30)),
            ("width='1in'", 914_400),
            ("height='72pt'", 914_400),
            ("width='50%'", 57_150),
            ("", 114_300),
        ],
    )
    def it_prints_in_the_asked_size(self, folder: Path, options: str, width: int) -> None:
        template = WordTemplate(word_file(f"{{{{ x | image({options}) }}}}"))
        assert extents(template.render({"x": "사진.png"}, folder=folder)) == [(width, width)]

    @pytest.mark.parametrize(("tag", "printed"), [("{{ x | image }}", ""), ("{{r x | image }}", "")])
    def it_prints_nothing_where_there_is_no_path(self, folder: Path, tag: str, printed: str) -> None:
        assert texts(WordTemplate(word_file(tag)).render({"x": None}, folder=folder)) == [printed]

    @pytest.mark.parametrize("path", ["../밖.png", "링크.png", "/etc/hostname"])
    def it_stays_inside_the_folder_of_the_case(self, folder: Path, path: str) -> None:
        assert fault("{{ x | image }}", folder, x=path).code == "value.outside-folder"

    def it_names_what_is_wrong_with_the_file_at_its_place(self, folder: Path) -> None:
        found = fault("{{ x | image }}", folder, x="사진.pn")
        assert (found.code, found.place, found.hint) == (
            "value.file",
            "본문 1번째 문단",
            "혹시 '사진.png'인가요?",
        )
        assert fault("{{ x | image }}", folder, x="글.png").code == "value.picture"
        assert fault("{{ x | image(width=60) }}", folder, x="사진.png").code == "value.picture"
        assert fault("{{ x | image(width='아주 큼') }}", folder, x="사진.png").code == "value.picture"
        assert fault("{{ x | image }}", None, x="사진.png").code == "value.no-folder"
        assert fault("{{ 없음 | image }}", folder).code == "template.missing-name"

    @pytest.mark.parametrize("path", ["없음&.png", "x" * 300])
    def it_prints_the_name_of_an_optional_one_that_is_not_there(self, folder: Path, path: str) -> None:
        template = WordTemplate(word_file("{{ x | image(optional=true) }}"))
        assert texts(template.render({"x": path}, folder=folder)) == [f"(사진 없음: {path})"]
        assert texts(template.render({"x": path})) == [f"(사진 없음: {path})"]  # there is no folder

    @pytest.mark.parametrize(("width", "height", "extent"), [(30, 20, (60, 40)), (20, 30, (40, 60))])
    def it_fits_between_a_width_and_a_height(
        self, tmp_path: Path, width: int, height: int, extent: tuple[int, int]
    ) -> None:
        Image.new("RGB", (width, height)).save(tmp_path / "a.png")
        template = WordTemplate(word_file("{{ x | image(width='60mm', height='60mm', fit=true) }}"))
        assert extents(template.render({"x": "a.png"}, folder=tmp_path)) == [(Mm(extent[0]), Mm(extent[1]))]

    def an_optional_one_is_drawn_where_it_is_and_stays_inside_the_folder(self, folder: Path) -> None:
        template = WordTemplate(word_file("{{ x | image(optional=true) }}"))
        assert extents(template.render({"x": "사진.png"}, folder=folder)) == [(114_300, 114_300)]
        assert (
            fault("{{ x | image(optional=true) }}", folder, x="../아무것.png").code == "value.outside-folder"
        )


class DescribePictures:
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
    def they_may_be_of_every_kind_that_python_docx_takes(self, kind: str) -> None:
        buffer = io.BytesIO()
        Image.new("RGB", (30, 20), "red").save(buffer, kind, dpi=(96, 96))
        document = opened(word_file())
        expected = document.add_picture(io.BytesIO(buffer.getvalue()))
        found = read_picture(buffer.getvalue())
        assert (found.width, found.height) == (expected.width, expected.height)
        assert found.content_type == document.part.package.image_parts._image_parts[0].content_type

    def a_metafile_has_the_size_of_its_frame(self) -> None:
        frame = b"".join(number.to_bytes(4, "little") for number in (0, 0, 2100, 1000))
        data = b"\x01\0\0\0" + bytes(20) + frame + b" EMF" + bytes(44)
        assert (read_picture(data).width, read_picture(data).height) == (Mm(21), Mm(10))

    @pytest.mark.parametrize("data", [b"", b"<svg/>", png()[:20], b"\x01\0\0\0" + bytes(36) + b" EMF"])
    def a_file_that_is_none_is_refused(self, data: bytes) -> None:
        with pytest.raises(PictureError):
            read_picture(data)


class DescribeQr:
    def it_is_a_picture_that_is_the_same_every_time(self) -> None:
        template = WordTemplate(word_file("{{ x | qr(width='25mm') }}"))
        first, second = (template.render({"x": "https://example.invalid/1"}) for _ in range(2))
        assert first == second
        assert extents(first) == [(Mm(25), Mm(25))]

    def it_holds_the_text(self) -> None:
        document = opened(WordTemplate(word_file("{{ x | qr }}")).render({"x": "가나다"}))
        (shape,) = document.inline_shapes
        blip = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
        image = Image.open(io.BytesIO(document.part.related_parts[blip].blob))
        assert image.size == ((21 + 8) * 8, (21 + 8) * 8)  # version 1: 21 modules, 4 of white on each side
        dark = [image.convert("L").getpixel(((4 + n) * 8 + 4, 4 * 8 + 4)) for n in range(8)]
        assert dark == [0] * 7 + [255]  # the upper edge of a finder pattern, then its separator

    def its_modules_are_those_of_a_code_of_the_text(self) -> None:
        text = "제2026-00001호 7K3M2-9QXYZ-04T5B-NW8AE"
        document = opened(WordTemplate(word_file("{{ x | qr }}")).render({"x": text}))
        blip = document.inline_shapes[0]._inline.graphic.graphicData.pic.blipFill.blip.embed
        image = Image.open(io.BytesIO(document.part.related_parts[blip].blob)).convert("L")
        side = image.width // 8
        dark = [[image.getpixel((x * 8 + 4, y * 8 + 4)) == 0 for x in range(side)] for y in range(side)]
        codes = [segno.make(text, error="m", micro=False, mask=mask) for mask in range(8)]  # read alike
        assert dark in [[[dot == 1 for dot in line] for line in code.matrix_iter(border=4)] for code in codes]

    def it_refuses_what_no_code_can_hold(self) -> None:
        assert fault("{{ x | qr }}", None, x="가" * 1500).code == "value.qr"


class DescribeSeal:
    def it_floats_over_the_end_of_the_text(self, folder: Path) -> None:
        template = WordTemplate(word_file("{{ name | seal('사진.png', width='18mm') }} (인)"))
        document = opened(template.render({"name": "가람 & 나"}, folder=folder))
        assert document.paragraphs[0].text == "가람 & 나 (인)"
        (anchor,) = document.element.iter(qn("wp:anchor"))
        assert anchor.find(qn("wp:wrapNone")) is not None
        horizontal = anchor.find(qn("wp:positionH"))
        assert horizontal.get("relativeFrom") == "character"
        assert int(horizontal[0].text) == -Mm(9)


class DescribeRich:
    @pytest.mark.parametrize(
        ("text", "runs"),
        [
            ("가 **나** 다", [("가 ", ""), ("나", "b"), (" 다", "")]),
            ("*가* __나__ ~~다~~", [("가", "i"), (" ", ""), ("나", "u"), (" ", ""), ("다", "strike")]),
            ("**가 *나* 다**", [("가 ", "b"), ("나", "b i"), (" 다", "b")]),
            ("*가 **나** 다*", [("가 ", "i"), ("나", "b i"), (" 다", "i")]),
            ("[가](#C00000) 나", [("가", "color"), (" 나", "")]),
            ("3 * 4 ** 5", [("3 * 4 ** 5", "")]),
            (r"\*가\*", [("*가*", "")]),
            ("첫째\n- 둘째", [("첫째\n- 둘째", "")]),
        ],
    )
    def it_reads_a_small_markdown(self, text: str, runs: list[tuple[str, str]]) -> None:
        paragraph = opened(WordTemplate(word_file("{{ x | rich }}")).render({"x": text})).paragraphs[0]
        found: list[tuple[str, str]] = []
        for run in paragraph.runs:
            look = " ".join(
                child.tag.split("}")[1] for child in (run._r.rPr if run._r.rPr is not None else [])
            )
            if found and found[-1][1] == look:
                found[-1] = (found[-1][0] + run.text, look)
            else:
                found.append((run.text, look))
        assert found == runs

    def it_keeps_the_look_of_the_tag(self) -> None:
        def fill(document: Any) -> None:
            document.add_paragraph().add_run("{{ x | rich }}").font.name = "바탕"

        runs = opened(WordTemplate(word_file(fill=fill)).render({"x": "가 **나**"})).paragraphs[0].runs
        assert [(run.text, run.font.name, run.bold) for run in runs] == [
            ("가 ", "바탕", None),
            ("나", "바탕", True),
        ]


class DescribeLines:
    def a_list_prints_an_item_a_line(self) -> None:
        assert texts(WordTemplate(word_file("{{ x | lines }}")).render({"x": ["가&", None, 1]})) == ["가&\n1"]
        assert texts(WordTemplate(word_file("{{ x | lines }}")).render({"x": "가"})) == ["가"]
