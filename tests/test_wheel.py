"""The wheel holds everything: built, installed elsewhere, it lists, samples and renders."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def elsewhere(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the installed wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    subprocess.run([*pip, "wheel", root, "--no-deps", "--no-build-isolation", "-w", folder], check=True)
    (wheel,) = folder.glob("docgen-*.whl")
    subprocess.run([*pip, "install", wheel, "--no-deps", "--target", folder / "site"], check=True)
    return folder / "site"


def run(site: Path, folder: Path, *arguments: object) -> str:
    """Run the installed command in another folder, and see that it is the installed one."""
    code = (
        "import sys, docgen, docgen.cli;"
        f"assert docgen.__file__.startswith({str(site)!r}), docgen.__file__;"
        "docgen.cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class DescribeTheWheel:
    def it_lists_its_templates(self, elsewhere: Path, tmp_path: Path) -> None:
        assert "coordinator-application" in run(elsewhere, tmp_path, "list")

    def it_renders_its_own_sample(self, elsewhere: Path, tmp_path: Path) -> None:
        run(elsewhere, tmp_path, "new", "coordinator-application", "--sample", "-o", "case.yaml")
        run(elsewhere, tmp_path, "render", "coordinator-application", "case.yaml", "-f", "docx,pdf")
        suffixes = sorted(path.suffix for path in (tmp_path / "output").iterdir())
        assert suffixes == [".docx", ".pdf"]
        assert all(path.stat().st_size > 2000 for path in (tmp_path / "output").iterdir())

    def it_keeps_a_register(self, elsewhere: Path, tmp_path: Path) -> None:
        """Its tables are made by the migrations, which are in the wheel."""
        code = "from docgen.bulk.ledger import Ledger; print(list(Ledger('ledger.db').entries()))"
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(elsewhere)},
            capture_output=True,
            text=True,
        )
        assert (done.stdout.strip(), done.stderr) == ("[]", "")

    def it_reads_a_case_from_a_workbook(self, elsewhere: Path, tmp_path: Path) -> None:
        run(elsewhere, tmp_path, "new", "coordinator-application", "--sample", "-o", "case.xlsx")
        run(elsewhere, tmp_path, "case", "convert", "case.xlsx", "case.yaml")
        assert "한가람" in (tmp_path / "case.yaml").read_text(encoding="utf-8")

    def it_ships_no_tests(self, elsewhere: Path) -> None:
        assert not (elsewhere / "tests").exists()
        assert (elsewhere / "docgen" / "guideline" / "2026-06-01").is_dir()
