from __future__ import annotations

from pathlib import Path

from docgen.rules.__main__ import rules_page


def it_is_the_page_in_the_docs(root: Path) -> None:
    assert (root / "docs/rules.md").read_text(encoding="utf-8") == rules_page()
