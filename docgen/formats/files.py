"""Reading a file that someone named, and what keeps a system from reading or writing one, in Korean."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from docgen.errors import Diagnostic, UsageError

__all__ = ["cause", "read_file"]

_CAUSES: Final = {
    errno.EACCES: "권한이 없습니다",
    errno.EPERM: "권한이 없습니다",
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
        message, hint = f"파일을 읽을 수 없습니다: {path} ({cause(error)})", "파일의 권한을 확인하세요."
    raise UsageError(Diagnostic("file.unreadable", message, file=str(path), hint=hint))


def cause(error: OSError) -> str:
    """Why a file could not be read or written, in a few Korean words."""
    return _CAUSES.get(error.errno or 0, error.strerror or str(error))
