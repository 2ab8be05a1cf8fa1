"""Where files go: whole or not at all, in a folder; as objects, anywhere else."""

from __future__ import annotations

import errno
from pathlib import Path

import fsspec
import pytest

from docgen.bulk.store import Folder, Remote, Store, open_store, whole
from docgen.errors import MachineError, UsageError

FILES = {"새별/1_가.docx": b"one", "2_나.docx": b"two" * 1000}


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", ["folder", "file", "memory"])
class DescribeAStore:
    @pytest.fixture
    def store(self, kind: str, tmp_path: Path) -> Store:
        url = {"folder": str(tmp_path), "file": f"file://{tmp_path}", "memory": f"memory://{tmp_path}"}[kind]
        return open_store(url)

    def it_gives_back_what_was_written(self, store: Store) -> None:
        store.write(FILES)
        for name, data in FILES.items():
            assert store.size(name) == len(data)
            with store.open(name) as file:
                assert file.read() == data

    def it_writes_over_what_was_there(self, store: Store) -> None:
        store.write({"a": b"before"})
        store.write({"a": b"after"})
        assert store.size("a") == 5

    def it_knows_whether_it_holds_anything(self, store: Store) -> None:
        assert store.is_empty()
        store.write({"새별/1.docx": b"one"})
        assert not store.is_empty()

    def it_knows_what_is_not_there(self, store: Store) -> None:
        assert store.size("없다.pdf") is None
        with pytest.raises(UsageError, match="없다"):
            store.open("없다.pdf")

    def it_takes_a_file_piece_by_piece(self, store: Store) -> None:
        with store.create("목록.csv") as file:
            file.write(b"one,")
            file.write(b"two")
        assert store.size("목록.csv") == 7


class DescribeAFolder:
    def it_is_left_as_it_was_when_the_disk_is_full(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Folder(tmp_path).write({"1_가.docx": b"before"})
        written = Path.write_bytes

        def full(path: Path, data: bytes) -> int:
            if path.name == "1":
                raise OSError(errno.ENOSPC, "No space left on device")
            return written(path, data)

        monkeypatch.setattr(Path, "write_bytes", full)
        with pytest.raises(UsageError, match="남은 공간이 없습니다") as refused:
            Folder(tmp_path).write({"1_가.docx": b"after", "2_나.docx": b"after"})
        assert "--resume" in str(refused.value)
        assert names(tmp_path) == ["1_가.docx"]
        assert (tmp_path / "1_가.docx").read_bytes() == b"before"

    def it_does_without_the_call_that_only_linux_has(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("docgen.bulk.store._SYNCFS", None)
        Folder(tmp_path).write(FILES)
        assert names(tmp_path) == sorted(FILES)

    def it_takes_away_what_a_cut_has_left(self, tmp_path: Path) -> None:
        left = tmp_path / ".docgen" / "waiting" / "0123"
        left.mkdir(parents=True)
        (left / "0").write_bytes(b"half")
        Folder(tmp_path).tidy()
        assert list(tmp_path.iterdir()) == []

    def it_says_why_it_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(UsageError, match="폴더가 있어야 할 자리에 파일이"):
            Folder(tmp_path / "file").write(FILES)


class DescribeAFileWrittenPieceByPiece:
    def it_is_not_there_when_writing_stops(self, tmp_path: Path) -> None:
        def stopped() -> None:
            with whole(tmp_path / "all.pdf") as file:
                file.write(b"half")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            stopped()
        assert names(tmp_path) == []


class DescribeAnotherPlace:
    def it_is_one_that_fsspec_knows(self) -> None:
        assert isinstance(open_store("memory://a"), Remote)
        with pytest.raises(UsageError, match="알 수 없는 곳"):
            open_store("nowhere://a")

    def it_may_need_a_library(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing(url: str) -> None:
            raise ImportError("Install s3fs to access S3")

        monkeypatch.setattr(fsspec.core, "url_to_fs", missing)
        with pytest.raises(MachineError, match="pip install s3fs"):
            open_store("s3://bucket/a")
