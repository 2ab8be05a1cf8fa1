"""What holds of every filter in a Word file: blanks stay blank, mistyped names and values are told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docgen import TemplateError, WordTemplate
from docgen.korean import FILTERS
from tests.merge.word_files import texts, word_file

ARGUMENTS = {"age": '("2026-06-01")', "josa": '("은/는")'}
OF_VALUES = [f"{name}{ARGUMENTS.get(name, '')}" for name in FILTERS if name not in ("box", "check", "rows")]


def render(tag: str, **data: Any) -> str:
    (text,) = texts(WordTemplate(word_file(tag)).render(data))
    return text


@pytest.mark.parametrize("filter_", OF_VALUES)
class DescribeAFilter:
    @pytest.mark.parametrize("nothing", [None, "", "  "])
    def it_leaves_a_blank_value_blank(self, filter_: str, nothing: object) -> None:
        assert render(f"[{{{{ x | {filter_} }}}}]", x=nothing).strip("[ ]") == ""

    def it_leaves_a_blank_row_blank(self, filter_: str) -> None:
        tag = f"{{% for row in x | rows(2) %}}[{{{{ row.y | {filter_} }}}}]{{% endfor %}}"
        assert render(tag, x=None) == "[][]"

    def it_tells_of_a_name_that_does_not_exist(self, filter_: str) -> None:
        with pytest.raises(TemplateError, match="'nmae'라는 값이 없습니다") as caught:
            render(f"{{{{ row.nmae | {filter_} }}}}", row={"name": "홍길동"})
        assert [finding.code for finding in caught.value.diagnostics] == ["template.missing-name"]

    def it_may_be_followed_by_a_default(self, filter_: str) -> None:
        assert render(f'{{{{ x | {filter_} | default("없음") }}}}') == "없음"


class DescribeABoxOrAList:
    @pytest.mark.parametrize(
        "tag", ["{{ agred | box }}", "{{ agred | check }}", "{% for x in agred | rows(2) %}{% endfor %}"]
    )
    def it_tells_of_a_name_that_does_not_exist(self, tag: str) -> None:
        with pytest.raises(TemplateError, match="'agred'라는 값이 없습니다"):
            render(tag, agreed=True)


class DescribeAnotherValue:
    @pytest.mark.parametrize("tag", ["{{ start | krange(nmae) }}", "{{ start | age(nmae) }}"])
    def it_is_told_of_where_its_name_does_not_exist(self, tag: str) -> None:
        with pytest.raises(TemplateError, match="'nmae'라는 값이 없습니다"):
            render(tag, start="2026-06-01")


class DescribeAValueThatCannotBeRead:
    def it_is_told_with_its_tag(self) -> None:
        with pytest.raises(TemplateError) as caught:
            render("작성일 {{ written_on | kdate }}", written_on="2026-02-30")
        (finding,) = caught.value.diagnostics
        assert finding.tag == "{{ written_on | kdate }}"
        assert finding.place == "본문 1번째 문단"
        assert "'2026-02-30'에서 날짜나 시각을 읽을 수 없습니다. 2026-06-01" in finding.message


class DescribeStartUp:
    def it_needs_no_heavy_library(self, root: Path) -> None:
        code = "import sys, docgen.korean; print(*{name.split('.')[0] for name in sys.modules})"
        done = subprocess.run(
            [sys.executable, "-S", "-c", code], cwd=root, capture_output=True, text=True, check=True
        )
        assert set(done.stdout.split()) - sys.stdlib_module_names == {"__main__", "docgen"}
