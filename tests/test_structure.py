"""The shape of the project: imports point down the pipeline, modules stay small, the API is stated."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import docgen
from docgen.machine import PACKAGES

PACKAGE = Path(docgen.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# A folder may import those to the right of it in the pipeline; `errors` and `korean` serve all.
ORDER = ["cli", "bulk", "catalogue", "rules", "case", "merge", "formats", "document"]
SERVANTS = {"errors", "korean", "machine", "guideline"}


def layer(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    """The folders of the package that a module imports from, wherever in it the import stands."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {name.split(".")[1] for name in names if name.startswith("docgen.")}
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
class DescribeAModule:
    def it_imports_only_from_below(self, module: Path) -> None:
        here = layer(module)
        if here == "__init__":
            return
        allowed = SERVANTS | set(ORDER[ORDER.index(here) :] if here in ORDER else [])
        if here in ("errors", "document"):
            allowed = {here}
        assert imported(module) <= allowed

    def it_says_what_it_is_for(self, module: Path) -> None:
        assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))

    def it_has_at_most_600_lines(self, module: Path) -> None:
        assert len(module.read_text(encoding="utf-8").splitlines()) <= 600


class DescribeTheTests:
    def they_all_bear_names_that_are_collected(self, root: Path, pytestconfig: pytest.Config) -> None:
        prefixes = tuple(pytestconfig.getini("python_functions"))
        classes = [
            node
            for module in (root / "tests").rglob("test_*.py")
            for node in ast.parse(module.read_text(encoding="utf-8")).body
            if isinstance(node, ast.ClassDef) and node.name.startswith("Describe")
        ]
        names = [
            f"{node.name}.{method.name}"
            for node in classes
            for method in node.body
            if isinstance(method, ast.FunctionDef) and not method.decorator_list
            if not method.name.startswith(("_", *prefixes))
        ]
        assert names == []


class DescribeTheApi:
    def its_names_are_all_there(self) -> None:
        assert all(getattr(docgen, name) is not None for name in docgen.__all__)

    def an_unknown_name_is_an_attribute_error(self) -> None:
        with pytest.raises(AttributeError, match="nothing"):
            _ = docgen.nothing


class DescribeStartUp:
    def the_catalogue_is_listed_without_the_heavy_libraries(self) -> None:
        heavy = ["weasyprint", "jsonschema", "jinja2", "lxml", "pypdf", "openpyxl"]
        code = f"import sys, docgen.cli.list; print([m for m in {heavy} if m in sys.modules])"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"


class DescribeTheMakefile:
    def it_installs_the_packages_that_doctor_names(self, root: Path) -> None:
        line = next(row for row in (root / "Makefile").read_text().splitlines() if row.startswith("APT :="))
        assert tuple(line.removeprefix("APT :=").split()) == PACKAGES

    def it_stops_without_root_with_the_one_line_to_run(self, root: Path, tmp_path: Path) -> None:
        for name, script in {"id": "echo 1000", "dpkg": "exit 1"}.items():
            (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
            (tmp_path / name).chmod(0o755)
        path = f"{tmp_path}:{os.environ['PATH']}"
        done = subprocess.run(
            ["make", "-C", root, "system"], env={**os.environ, "PATH": path}, capture_output=True, text=True
        )
        assert f"sudo apt-get install -y --no-install-recommends {' '.join(PACKAGES)}" in done.stdout
        assert "Error 3" in done.stderr
