"""Files that commands write: all of them whole, or none; an existing one only with --force."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from docgen.errors import Diagnostic, UsageError
from docgen.formats.files import cause

__all__ = ["write_files"]


def write_files(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Write all files or none. Raises UsageError when one exists (and not `force`) or cannot be written."""
    for path in files:
        if path.is_dir():
            raise UsageError(_unwritable(path, IsADirectoryError(errno.EISDIR, "")))
    existing = [path for path in files if path.exists()]
    if existing and not force:
        raise UsageError(
            *(
                Diagnostic(
                    "output.exists",
                    f"이미 있는 파일입니다: {path}",
                    hint="덮어쓰려면 --force를, 다른 곳에 쓰려면 -o를 붙이세요.",
                )
                for path in existing
            )
        )
    written: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            written.append((_beside(path, data), path))
        for temporary, path in written:
            os.replace(temporary, path)
    except OSError as error:
        raise UsageError(_unwritable(path, error)) from error
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)


def _beside(path: Path, data: bytes) -> Path:
    """Write the data to a temporary file in the same folder, so that it can take the name in one step."""
    handle, name = tempfile.mkstemp(prefix=".docgen-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _unwritable(path: Path, error: OSError) -> Diagnostic:
    message = f"파일을 쓸 수 없습니다: {path} ({cause(error)})"
    return Diagnostic("output.unwritable", message, file=str(path), hint="-o로 다른 폴더를 고르세요.")
