"""The gallery draws each page of each document once, and shows what it could not draw."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import docx
import pytest
from PIL import Image

from tests.gallery import DOCUMENTS, Drawn, draw, index


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Drawn]:
    folder = tmp_path_factory.mktemp("gallery")
    return folder, draw("completion-certificate", folder)


class DescribeDraw:
    def it_draws_the_first_documents_of_a_template_a_picture_a_page(self, drawn: tuple[Path, Drawn]) -> None:
        folder, found = drawn
        pictures = {path.name for path in (folder / found.id).glob("*.png")}
        assert pictures == {f"{number}-1.png" for number in range(1, DOCUMENTS + 1)}
        assert [pages for _, pages in found.documents] == [1] * DOCUMENTS
        assert found.total > DOCUMENTS
        with Image.open(folder / found.id / "1-1.png") as picture:
            assert picture.size == (910, 1287)  # A4, 210 x 297 mm, at 110 dots an inch

    def it_does_not_draw_again_what_has_not_changed(self, drawn: tuple[Path, Drawn]) -> None:
        folder, found = drawn
        (folder / found.id / "1-1.png").write_bytes(b"untouched")
        assert draw(found.id, folder) == found
        assert (folder / found.id / "1-1.png").read_bytes() == b"untouched"

    def it_leaves_no_page_of_an_earlier_state(self, drawn: tuple[Path, Drawn]) -> None:
        folder, found = drawn
        here = folder / found.id
        note = json.loads((here / "drawn.json").read_text())
        (here / "drawn.json").write_text(json.dumps(note | {"state": "earlier"}))
        (here / "1-2.png").write_bytes(b"earlier")
        assert draw(found.id, folder) == found
        assert not (here / "1-2.png").exists()

    def it_says_which_template_cannot_be_rendered(
        self, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shutil.copytree(root / "templates/people/coordinator-application", tmp_path / "mine")
        word = docx.Document()
        word.add_paragraph("{{ application.nmae }}")
        word.save(str(tmp_path / "mine/template.docx"))
        monkeypatch.setenv("DOCGEN_TEMPLATES", str(tmp_path))
        found = draw("coordinator-application", tmp_path / "gallery")
        assert "nmae" in (found.fault or "")
        assert "nmae" in index([found])


class DescribeTheIndex:
    def it_groups_the_documents_by_step_and_links_each_page(self) -> None:
        page = index(
            [
                Drawn("institution-profile", [("기관정보", 1)], 1),
                Drawn("completion-certificate", [("이수증 1", 1), ("이수증 2", 2)], 38),
            ]
        )
        assert re.findall("<h2>(.*?)</h2>", page) == ["준비", "운영 후"]
        assert re.findall("<img src='(.*?)'", page) == [
            "institution-profile/1-1.png",
            "completion-certificate/1-1.png",
            "completion-certificate/2-1.png",
            "completion-certificate/2-2.png",
        ]
        assert "외 36건" in page

    def its_links_stay_in_the_folder(self) -> None:
        page = index([Drawn("institution-profile", [("<기관> & 정보", 1)], 1)])
        links = re.findall("(?:src|href)='(.*?)'", page)
        assert links
        assert not [link for link in links if re.match("[a-z]+:|/", link)]
        assert "&lt;기관&gt; &amp; 정보" in page
