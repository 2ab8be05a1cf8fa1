"""docs/forms.md: every example is built, and opens."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import docx
import pytest

from docgen.catalogue import form
from docgen.catalogue.form import Form, build_form, load_form

PAGE = (Path(__file__).parents[3] / "docs/forms.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def they_build_a_word_file(example: str, tmp_path: Path) -> None:
    """An example is a whole form.py, or makes a form, a part or several."""
    code = example if "FORM =" in example else f"from docgen.catalogue.form import *\nFORM = ({example})"
    (tmp_path / "form.py").write_text(code, encoding="utf-8")
    made: Any = load_form(tmp_path)
    shown = made if isinstance(made, Form) else Form("보기", made if isinstance(made, tuple) else (made,))
    assert "".join(docx.Document(io.BytesIO(build_form(shown))).element.body.itertext()).strip()


@pytest.mark.parametrize("name", sorted({*form.__all__} - {"build_form", "load_form"}))
def they_show_every_piece(name: str) -> None:
    assert f"{name}(" in "\n".join(EXAMPLES) or f"`{name}(" in PAGE
