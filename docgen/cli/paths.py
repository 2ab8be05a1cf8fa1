"""Where a command that makes one document writes it: a named file, or a folder and the usual name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docgen.cli.options import OUTPUT
from docgen.errors import Diagnostic, UsageError
from docgen.formats.convert import OUTPUTS

__all__ = ["outputs"]


def outputs(wanted: Path | None, stem: str, formats: Sequence[str]) -> dict[str, Path]:
    """The path of each format: `wanted` is a folder, or a file whose ending is the one format's.

    Raises UsageError when a file name is given for another format, for several, or with an ending that
    is no format.
    """
    folder = wanted or OUTPUT
    ending = folder.suffix.removeprefix(".").lower()
    if folder.is_dir() or not ending or folder.name.startswith(".") or wanted is None:
        return {output: folder / f"{stem}.{output}" for output in formats}
    if list(formats) != [ending]:
        message = f"-o {folder}의 끝이 만들 형식({', '.join(formats)})과 다릅니다."
        hint = f"-f {ending}를 붙이거나 " if ending in OUTPUTS else ""
        hint += "-o에 있는 폴더나 점이 없는 폴더 이름을 적으세요."
        raise UsageError(Diagnostic("output.format", message, hint=hint))
    return {ending: folder}
