"""Where the files of a run go: a folder of this machine, or any place that fsspec knows (s3://, memory://).

In a folder a file gets its name only when its bytes are on the disk: a run that is cut off leaves whole
files, or none; that the name itself is there is looked at when a run goes on. An object store puts objects
whole by itself.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from docgen.errors import Diagnostic, MachineError, UsageError
from docgen.formats.files import cause

__all__ = ["HIDDEN", "Folder", "Remote", "Store", "open_store", "unwritable", "whole"]

HIDDEN: Final = ".docgen"
"""The folder, in that of the output, where a run keeps its journal and files that are not whole."""
_WAITING: Final = "waiting"
_SYNCFS: Final = getattr(ctypes.CDLL(None), "syncfs", None) if os.name == "posix" else None  # only Linux's
_EXTRAS: Final = {"s3": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "abfs": "adlfs", "az": "adlfs"}


class Store(Protocol):
    """A place for files, named by their path below it. What was written is surely there where it is `sure`;
    else it is to be looked at after a cut."""

    sure: bool

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write files for good: when it returns they outlive a power cut. UsageError where it cannot."""

    def is_empty(self) -> bool:
        """Whether there is no file at all."""

    def size(self, name: str) -> int | None:
        """The length of a file, None where there is none."""

    def open(self, name: str) -> BinaryIO:
        """A file to read; UsageError where it is gone."""

    def create(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A file to write piece by piece; it has its name when all is written."""

    def tidy(self) -> None:
        """Take away what writing that was cut off has left."""


def open_store(url: str) -> Store:
    """The store of a path or URL; UsageError for a kind that is not known, MachineError for one whose library
    is missing."""
    if "://" not in url:
        return Folder(Path(url))
    if url.startswith("file://"):
        return Folder(Path(url.removeprefix("file://")))
    return Remote(url)


class Folder:
    """A folder of this machine: a power cut may take back a name that was just given."""

    sure = False

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write files beside, see them on the disk, then give them their names."""
        waiting = self.path / HIDDEN / _WAITING / uuid.uuid4().hex
        beside = {waiting / str(n): self.path / name for n, name in enumerate(files)}
        try:
            waiting.mkdir(parents=True)
            for path, data in zip(beside, files.values(), strict=True):
                path.write_bytes(data)
            _all_to_disk(waiting, beside)
            for folder in {target.parent for target in beside.values()}:
                folder.mkdir(parents=True, exist_ok=True)
            for path, target in beside.items():
                os.replace(path, target)
        except OSError as error:
            raise UsageError(unwritable(str(self.path), error)) from error
        finally:
            shutil.rmtree(waiting, ignore_errors=True)

    def is_empty(self) -> bool:
        """Whether there is no file at all, but for what runs keep for themselves."""
        return not self.path.is_dir() or all(path.name == HIDDEN for path in self.path.iterdir())

    def size(self, name: str) -> int | None:
        """The length of a file, None where there is none."""
        try:
            return (self.path / name).stat().st_size
        except FileNotFoundError:
            return None

    def open(self, name: str) -> BinaryIO:
        """A file to read."""
        try:
            return (self.path / name).open("rb")
        except OSError as error:
            raise UsageError(_gone(name)) from error

    def create(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A file to write piece by piece; it has its name when all is written."""
        return whole(self.path / name)

    def tidy(self) -> None:
        """Take away what writing that was cut off has left."""
        shutil.rmtree(self.path / HIDDEN / _WAITING, ignore_errors=True)
        hidden = self.path / HIDDEN
        if hidden.is_dir() and not any(hidden.iterdir()):
            hidden.rmdir()


class Remote:
    """A place that fsspec reaches."""

    sure = True

    def __init__(self, url: str) -> None:
        from fsspec.core import url_to_fs

        kind = url.partition("://")[0]
        try:
            self._files, self._root = url_to_fs(url)
        except ImportError as error:
            hint = f"pip install {_EXTRAS.get(kind, 'fsspec[full]')}"
            message = f"{kind}:// 에 쓰는 데 필요한 라이브러리가 없습니다."
            raise MachineError(Diagnostic("machine.filesystem", message, hint=hint)) from error
        except ValueError as error:
            hint = "s3://, file:// 따위를 적으세요."
            raise UsageError(Diagnostic("output.url", f"알 수 없는 곳입니다: {url}", hint=hint)) from error

    def write(self, files: Mapping[str, bytes]) -> None:
        """Put every file as one object."""
        try:
            for name, data in files.items():
                path = self._path(name)
                self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
                self._files.pipe_file(path, data)
        except OSError as error:
            raise UsageError(unwritable(self._root, error)) from error

    def is_empty(self) -> bool:
        """Whether there is no object at all."""
        try:
            return not self._files.ls(self._root, detail=False)
        except FileNotFoundError:
            return True

    def size(self, name: str) -> int | None:
        """The length of a file, None where there is none."""
        try:
            return int(self._files.info(self._path(name))["size"])
        except FileNotFoundError:
            return None

    def open(self, name: str) -> BinaryIO:
        """A file to read."""
        try:
            opened: BinaryIO = self._files.open(self._path(name), "rb")
        except OSError as error:
            raise UsageError(_gone(name)) from error
        return opened

    def create(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A file to write piece by piece; it is there when all is written."""
        opened: AbstractContextManager[BinaryIO] = self._files.open(self._path(name), "wb")
        return opened

    def tidy(self) -> None:
        """Nothing: an object is there or not."""

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write piece by piece, which takes its name when all of it is on the disk."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
        _to_disk(path.parent)
    except OSError as error:
        raise UsageError(unwritable(str(path), error)) from error
    finally:
        beside.unlink(missing_ok=True)


def unwritable(where: str, error: OSError) -> Diagnostic:
    """The finding that files cannot be written, with the way on."""
    message = f"파일을 쓸 수 없습니다: {where} ({cause(error)})"
    hint = "자리를 비우거나 권한을 고친 뒤 같은 명령에 --resume을 붙이세요."
    return Diagnostic("output.unwritable", message, file=where, hint=hint)


def _gone(name: str) -> Diagnostic:
    hint = "옮기거나 지운 파일을 되돌리거나, --force로 처음부터 하세요."
    return Diagnostic("output.gone", f"만들어 둔 파일이 없습니다: {name}", hint=hint)


def _all_to_disk(folder: Path, paths: Iterable[Path]) -> None:
    """See files of a folder on the disk: where the system can, all at once, in a tenth of the time."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        synced = _SYNCFS is not None and _SYNCFS(handle) == 0
    finally:
        os.close(handle)
    if not synced:
        for path in paths:
            _to_disk(path)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
