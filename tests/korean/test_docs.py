"""docs/filters.md tells the truth: every example is run, and every filter has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from jinja2 import StrictUndefined

from docgen.korean import FILTERS
from docgen.merge.sandbox import environment

PAGE = Path(__file__).parents[2] / "docs/filters.md"


class Example(NamedTuple):
    filter: str
    tag: str
    data: str
    result: str


def examples() -> Iterator[Example]:
    """The rows of the page's tables that show filters of ours; one without a name shows the last again."""
    name = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            continue
        first, _, tag, data, result = (
            cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]
        )
        name = first.strip("`") or name
        if name in FILTERS:
            yield Example(name, tag.strip("`"), data.strip("`"), result.replace("\\*", "*"))


EXAMPLES = list(examples())


class DescribeThePage:
    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.tag} {example.data}")
    def its_examples_print_what_it_says(self, example: Example) -> None:
        template = environment(undefined=StrictUndefined).from_string(example.tag)
        printed = template.render(yaml.safe_load(example.data)).strip()
        assert printed.replace("\u00a0", " ") == example.result

    @pytest.mark.parametrize("name", FILTERS)
    def it_shows_every_filter_by_its_name(self, name: str) -> None:
        assert any(re.search(rf"\| {name}\b", each.tag) for each in EXAMPLES if each.filter == name)
