"""Files that commands write: all of them whole, or none; an existing one only with --force."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from docgen.errors import Diagnostic, UsageError

__all__ = ["read_file", "write_files"]

_CAUSES: Final = {
    errno.EACCES: "쓸 권한이 없습니다",
    errno.EPERM: "쓸 권한이 없습니다",
    errno.EROFS: "읽기만 되는 곳입니다",
    errno.ENOSPC: "남은 공간이 없습니다",
    errno.ENOTDIR: "폴더가 있어야 할 자리에 파일이 있습니다",
    errno.EEXIST: "폴더가 있어야 할 자리에 파일이 있습니다",
    errno.EISDIR: "파일을 쓸 자리에 폴더가 있습니다",
    errno.ENAMETOOLONG: "파일 이름이 너무 깁니다",
}


def read_file(path: Path) -> bytes:
    """The bytes of a file; UsageError when it is missing, a folder or not readable."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        message, hint = f"파일이 없습니다: {path}", "파일 이름과 폴더를 확인하세요."
    except IsADirectoryError:
        message, hint = f"폴더입니다: {path}", "폴더가 아니라 파일의 이름을 적으세요."
    except OSError as error:
        message, hint = f"파일을 읽을 수 없습니다: {path} ({_cause(error)})", "파일의 권한을 확인하세요."
    raise UsageError(Diagnostic("file.unreadable", message, file=str(path), hint=hint))


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


def _cause(error: OSError) -> str:
    return _CAUSES.get(error.errno or 0, error.strerror or str(error))


def _unwritable(path: Path, error: OSError) -> Diagnostic:
    message = f"파일을 쓸 수 없습니다: {path} ({_cause(error)})"
    return Diagnostic("output.unwritable", message, file=str(path), hint="-o로 다른 폴더를 고르세요.")
