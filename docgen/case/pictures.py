"""The pictures that a case names (`picture: true` in a schema) lie in the folder of its file, or below.

Only what is sure before a document is made: that the file is there. What it holds is read when it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from docgen.case.messages import label
from docgen.case.model import Case, Path
from docgen.case.schemas import Schema, Sources, load_schemas, walk
from docgen.errors import Diagnostic, Severity, nearest

__all__ = ["check_pictures", "picture_names"]


def picture_names(data: Mapping[str, Any], sources: Sources) -> list[str]:
    """The pictures that a case names, each once, in the order of the case."""
    schemas = load_schemas(sources)
    named = ((name, schemas[name]) for name in data if name in schemas)
    found = (value for name, schema in named for _, value in _pictures(data[name], name, schema))
    return list(dict.fromkeys(found))


def check_pictures(case: Case, name: str, schema: Schema) -> Iterator[Diagnostic]:
    """A warning for every picture of a section that is not there: its name is printed in its place.

    Nothing is said of a case that came as bytes: it has no folder.
    """
    file = FilePath(case.name)
    if file.is_file():
        for path, value in _pictures(case.data[name], name, schema):
            if _is_missing(file.parent, value):
                yield _missing(case, path, schema, file.parent / value)


def _pictures(section: object, name: str, schema: Schema) -> Iterator[tuple[Path, str]]:
    """Every picture of a section, with its place in the case."""
    for path, sub, value in walk(schema, section, (name,)):
        if sub.get("picture") and isinstance(value, str):
            yield path, value


def _missing(case: Case, path: Path, schema: Schema, file: FilePath) -> Diagnostic:
    message = f"{label(path, schema)}의 그림 파일이 없습니다: {case.at(path)}"
    names = [found.name for found in file.parent.iterdir()] if file.parent.is_dir() else []
    near = nearest(file.name, names)
    hint = f"혹시 '{near}'인가요?" if near else "그 이름으로 그림을 넣으세요. 없으면 이름만 찍습니다."
    return case.diagnostic(path, "schema.no-picture", message, hint=hint, severity=Severity.WARNING)


def _is_missing(folder: FilePath, name: str) -> bool:
    """Whether a folder has no such file; one outside of it is not asked for, and refused when printed."""
    try:
        file = (folder / name).resolve()
        return file.is_relative_to(folder.resolve()) and not file.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return True
