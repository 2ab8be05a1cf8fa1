"""Every template that ships with a form.py is what its form.py builds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docgen.catalogue.form import build_form, load_form

ROOT = Path(__file__).parents[3]
FOLDERS = sorted(path.parent for path in ROOT.glob("templates/*/*/form.py"))


def it_finds_the_forms() -> None:
    names = {folder.name for folder in FOLDERS}
    assert names >= {"coordinator-application", "instructor-application", "meeting-minutes"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def it_ships_the_template_that_its_form_builds(folder: Path) -> None:
    assert build_form(load_form(folder)) == (folder / "template.docx").read_bytes(), (
        "form.py가 바뀌었습니다: python -m docgen.catalogue.form"
    )


def its_command_builds_the_named_folder(tmp_path: Path) -> None:
    folder = tmp_path / "instructor-application"
    folder.mkdir()
    shipped = ROOT / "templates/people/instructor-application"
    (folder / "form.py").write_bytes((shipped / "form.py").read_bytes())
    command = [sys.executable, "-m", "docgen.catalogue.form", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    assert (folder / "template.docx").read_bytes() == (shipped / "template.docx").read_bytes()
