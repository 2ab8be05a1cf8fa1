"""The documents for readers tell the truth: every command is there, and every command in them exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.cli import COMMANDS
from docgen.cli.template import COMMANDS as TEMPLATE_COMMANDS

PAGES = [
    "README.md",
    "docs/bulk.md",
    "docs/guide.md",
    "docs/excel.md",
    "docs/templates.md",
    "docs/tutorial.md",
]
EVERY = [*COMMANDS, *(f"template {name}" for name in TEMPLATE_COMMANDS)]


@pytest.mark.parametrize("name", [name for name in EVERY if name != "template"])
def it_explains_every_command(root: Path, name: str) -> None:
    assert f"`docgen {name}" in (root / "docs/guide.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def its_commands_all_exist(root: Path, page: str) -> None:
    text = (root / page).read_text(encoding="utf-8")
    written = re.findall(r"(?:^|`|bin/)docgen (template [a-z]+|[a-z]+)", text, re.MULTILINE)
    assert written
    assert set(written) <= set(EVERY)


@pytest.mark.parametrize("page", [*PAGES, "docs/architecture.md", "docs/filters.md", "CHANGELOG.md"])
def its_links_lead_somewhere(root: Path, page: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", (root / page).read_text(encoding="utf-8")):
        assert ((root / page).parent / target).exists(), target
