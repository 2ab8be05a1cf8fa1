"""docs/filters.md tells the truth of the filters that draw, too: each example is merged into a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from docx.shared import Emu
from PIL import Image

from docgen import WordTemplate, parse_case
from docgen.merge.official import FILTERS as OFFICIAL
from docgen.merge.plain import FILTERS as PLAIN
from tests.merge.word_files import opened, word_file

FILTERS = {**PLAIN, **OFFICIAL}
PAGE = Path(__file__).parents[2] / "docs/filters.md"


class Example(NamedTuple):
    filter: str
    tag: str
    data: str
    result: str


def examples() -> Iterator[Example]:
    name = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            name = cells[0].strip("`") or name
            if name in FILTERS:
                yield Example(name, cells[2].strip("`"), cells[3].strip("`"), cells[4])


EXAMPLES = list(examples())


@pytest.mark.parametrize(
    "example", [each for each in EXAMPLES if each.filter in OFFICIAL], ids=lambda example: str(example.tag)
)
def it_draws_what_the_page_says(example: Example) -> None:
    document = opened(
        WordTemplate(word_file(example.tag)).render(parse_case(example.data.encode(), "x.yaml").data)
    )
    shown = [paragraph.text.replace("\t", " ") for paragraph in document.paragraphs]
    for table in document.tables:
        shown = [
            " ".join(f"[{cell.text}]".replace("\n", " ") for cell in dict.fromkeys(row.cells))
            for row in table.rows
        ]
    assert shown == example.result.split(" / ")


@pytest.mark.parametrize(
    "example", [each for each in EXAMPLES if each.filter in PLAIN], ids=lambda example: str(example.tag)
)
def it_prints_what_the_page_says(example: Example, tmp_path: Path) -> None:
    for name in ("사진.png", "도장.png"):
        Image.new("RGB", (300, 200)).save(tmp_path / name)
    merged = WordTemplate(word_file(example.tag)).render(yaml.safe_load(example.data), folder=tmp_path)
    (paragraph, *_) = opened(merged).paragraphs
    drawn = [round(Emu(int(extent.get("cx"))).mm) for extent in paragraph._p.iter("{*}extent")]
    high = [round(Emu(int(extent.get("cy"))).mm) for extent in paragraph._p.iter("{*}extent")]
    text, _, size = example.result.rpartition("그림, ")
    expected = {"": [], "폭": drawn, "높이": high}[size.split(" ")[0] if drawn else ""]
    assert [f"{n}mm" for n in expected] == ([size.split(" ")[1]] if drawn else [])
    words = text.removesuffix(" + ") if drawn else example.result
    assert paragraph.text.strip() == words.replace(" / ", "\n")


@pytest.mark.parametrize("name", FILTERS)
def it_shows_every_filter(name: str) -> None:
    assert any(example.filter == name for example in EXAMPLES)
