"""docs/docxtpl.md names what there is: its tags read as tags, its filters and limits are the real ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen import Limits, TemplateError, WordTemplate
from docgen.merge import limits
from docgen.merge.cells import CELL_TAGS
from docgen.merge.plain import FILTERS
from docgen.merge.tags import Tag, scan
from tests.merge.word_files import table_file

PAGE = Path("docs/docxtpl.md").read_text(encoding="utf-8")
SECTION = PAGE.split("## 태그")[1].split("## 값")[0]
CELLS = [line.split("|")[1] for line in SECTION.splitlines() if line.startswith("| `{")]
TAGS = [code for cell in CELLS for code in re.findall(r"`([^`]+)`", cell)]


class DescribeThePage:
    @pytest.mark.parametrize("code", [code for code in TAGS if "_" not in code])
    def its_tags_read_as_tags_that_exist(self, code: str) -> None:
        (tag,) = scan(code)
        assert isinstance(tag, Tag)
        assert tag.text == code
        try:
            WordTemplate(table_file((code,)))
        except TemplateError as error:  # a block alone is not closed; nothing else is wrong
            codes = {each.code for each in error.diagnostics}
            assert codes <= {"template.unclosed-block", "template.stray"}

    def it_names_every_cell_tag_and_filter(self) -> None:
        assert all(f"{{% {name}" in PAGE for name in CELL_TAGS)
        assert all(f"| {name}" in PAGE.replace("\\|", "|") for name in FILTERS)

    def it_states_the_limits_as_they_are(self) -> None:
        stated = Limits()
        assert f"seconds={stated.seconds:g}, turns={stated.turns:_}, characters={stated.characters:_}" in PAGE
        for number in (limits.MAX_TEXT, limits.MAX_ITEMS, limits.MAX_WIDTH, limits.MAX_BITS, limits.MAX_TAGS):
            assert f"{number:,}" in PAGE
