"""Nothing lost, nothing twice: a run cut off anywhere that goes on gives what an undisturbed one gives."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import psutil
import pytest

from docgen.bulk.executors.local import LocalExecutor
from docgen.bulk.journal import Journal, locked
from docgen.bulk.store import HIDDEN
from docgen.errors import DataError, UsageError
from tests.bulk.runs import CERTIFICATE, Inline, files, made, people, prepared, sheet

ROWS = sheet(people(60))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of an undisturbed run."""
    folder = tmp_path_factory.mktemp("whole")
    made(folder, ROWS, pattern="{school}/{name}")
    return files(folder)


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six pieces to check and seven to write for the sixty rows."""
    monkeypatch.setattr("docgen.bulk.reading._PIECE", 10)
    monkeypatch.setattr("docgen.bulk.writing._MOST", 10)


class DescribeACutRun:
    @pytest.mark.parametrize("results", [0, 1, 5, 6, 7, 8, 10, 12])
    def it_goes_on_with_the_same_bytes(self, tmp_path: Path, whole: dict[str, bytes], results: int) -> None:
        cut = partial(Inline, most=results)
        with pytest.raises(KeyboardInterrupt):
            made(tmp_path, ROWS, executor=cut, pattern="{school}/{name}")
        assert "manifest.csv" not in files(tmp_path)
        made(tmp_path, ROWS, resume=True, pattern="{school}/{name}")
        assert files(tmp_path) == whole

    def it_makes_again_what_is_not_there_or_half(self, tmp_path: Path, whole: dict[str, bytes]) -> None:
        with pytest.raises(KeyboardInterrupt):
            made(tmp_path, ROWS, executor=partial(Inline, most=8), pattern="{school}/{name}")
        first, second, *_ = sorted(tmp_path.rglob("*.docx"))
        first.unlink()
        second.write_bytes(second.read_bytes()[:100])
        made(tmp_path, ROWS, resume=True, pattern="{school}/{name}")
        assert files(tmp_path) == whole

    def it_does_not_make_again_what_is_there(self, tmp_path: Path) -> None:
        with pytest.raises(KeyboardInterrupt):
            made(tmp_path, ROWS, executor=partial(Inline, most=8))
        before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.docx")}
        made(tmp_path, ROWS, resume=True)
        assert before
        assert before == {path: path.stat().st_mtime_ns for path in before}

    def it_must_be_resumed_or_begun_anew(self, tmp_path: Path) -> None:
        with pytest.raises(KeyboardInterrupt):
            made(tmp_path, ROWS, executor=partial(Inline, most=8))
        with pytest.raises(UsageError, match="끝나지 않은 실행"):
            made(tmp_path, ROWS)
        made(tmp_path, ROWS, force=True)
        assert len(files(tmp_path)) == 61

    @pytest.mark.parametrize(
        ("change", "named"),
        [
            ({"rows": sheet(people(61))}, "행"),
            ({"formats": ("docx", "html")}, "옵션"),
            ({"pattern": "{name}"}, "옵션"),
            ({"template": "meeting-minutes"}, "서식"),
        ],
    )
    def it_does_not_go_on_with_something_else(
        self, tmp_path: Path, change: dict[str, object], named: str
    ) -> None:
        with pytest.raises(KeyboardInterrupt):
            made(tmp_path, ROWS, executor=partial(Inline, most=8))
        other = {"rows": ROWS, **change}
        rows = other.pop("rows")
        assert isinstance(rows, bytes)
        with pytest.raises(UsageError, match=f"이을 수 없습니다: .*{named}"):
            made(tmp_path, rows, resume=True, **other)

    def it_may_have_been_done(self, tmp_path: Path, whole: dict[str, bytes]) -> None:
        for resume in (False, True, True):
            made(tmp_path, ROWS, resume=resume, pattern="{school}/{name}")
            assert files(tmp_path) == whole

    def it_keeps_nothing_of_the_rows_when_it_is_done(self, tmp_path: Path) -> None:
        made(tmp_path, ROWS)
        kept = b"".join(path.read_bytes() for path in (tmp_path / HIDDEN).iterdir())
        assert "한가람".encode() not in kept


class DescribeAFullDisk:
    def it_stops_the_run_which_goes_on_when_there_is_room(
        self, tmp_path: Path, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        written = Path.write_bytes
        left = [25]

        def full(path: Path, data: bytes) -> int:
            left[0] -= 1
            if left[0] < 0:
                raise OSError(28, "No space left on device")
            return written(path, data)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "write_bytes", full)
            with pytest.raises(UsageError, match="남은 공간이 없습니다"):
                made(tmp_path, ROWS, pattern="{school}/{name}")
        made(tmp_path, ROWS, resume=True, pattern="{school}/{name}")
        assert files(tmp_path) == whole

    def it_stops_the_journal_too(self, tmp_path: Path) -> None:
        journal = Journal(tmp_path)
        journal._base.execute("PRAGMA max_page_count=12")
        with pytest.raises(UsageError, match="실행의 기록을 쓸 수 없습니다"):
            journal.note(**{f"n{n}": "x" * 1000 for n in range(100)})
        journal.close()


class DescribeTheJournal:
    def its_folder_keeps_what_else_is_in_it(self, tmp_path: Path) -> None:
        (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
        with pytest.raises(DataError):
            made(tmp_path / "out", sheet([("", *people(1)[0][1:])]), journal=tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]

    def it_says_where_it_cannot_be(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(UsageError, match="폴더가 있어야 할 자리에 파일이"):
            made(tmp_path / "file", ROWS)

    def it_says_when_it_is_damaged(self, tmp_path: Path) -> None:
        (tmp_path / HIDDEN).mkdir()
        (tmp_path / HIDDEN / "journal.sqlite").write_bytes(b"no database" * 1000)
        with pytest.raises(UsageError, match="기록을 읽을 수 없습니다"):
            made(tmp_path, ROWS)


class DescribeTwoRuns:
    def they_do_not_share_a_folder(self, tmp_path: Path) -> None:
        run = prepared(tmp_path, ROWS)
        with locked(tmp_path / HIDDEN), pytest.raises(UsageError, match="다른 실행이 돌고 있습니다"):
            run.go()
        run.go()


def start(rows: Path, out: Path) -> subprocess.Popen[str]:
    code = "from docgen.cli import main; main()"
    words = ["bulk", CERTIFICATE, rows, "-f", "docx", "-o", out, "--name", "{school}/{name}"]
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words), "--resume", "--quiet"],
        start_new_session=True,
        stderr=subprocess.PIPE,
        text=True,
    )


class DescribeAKilledRun:
    def it_goes_on_wherever_it_was_killed(self, tmp_path: Path) -> None:
        """The whole process group, at eight moments of a run of about a second."""
        rows = tmp_path / "명단.csv"
        rows.write_bytes(sheet(people(600)))
        made(tmp_path / "whole", rows.read_bytes(), pattern="{school}/{name}")
        moments = random.Random(7)  # noqa: S311 # no secret
        out = tmp_path / "cut"
        for _ in range(8):
            run = start(rows, out)
            try:
                said = run.communicate(timeout=moments.uniform(0.2, 1.2))[1]
                assert (said, run.returncode) == ("", 0)
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                run.communicate()
        last = start(rows, out)
        assert (last.communicate()[1], last.returncode) == ("", 0)
        assert files(out) == files(tmp_path / "whole")

    def its_workers_may_be_killed_while_it_runs(self, tmp_path: Path) -> None:
        made(tmp_path / "whole", sheet(people(400)), pattern="{school}/{name}")
        over = threading.Event()
        killed = []

        def kill_now_and_then() -> None:
            while not over.wait(0.25) and len(killed) < 3:
                for child in psutil.Process().children():
                    with contextlib.suppress(psutil.NoSuchProcess):
                        if "spawn_main" in " ".join(child.cmdline()):
                            child.kill()
                            killed.append(child.pid)
                            break

        killer = threading.Thread(target=kill_now_and_then)
        killer.start()
        try:
            two = partial(LocalExecutor, most=2)
            made(tmp_path / "cut", sheet(people(400)), executor=two, pattern="{school}/{name}")
        finally:
            over.set()
            killer.join()
        assert killed
        assert files(tmp_path / "cut") == files(tmp_path / "whole")

    def its_workers_go_with_it(self, tmp_path: Path) -> None:
        rows = tmp_path / "명단.csv"
        rows.write_bytes(sheet(people(600)))
        run = start(rows, tmp_path / "out")
        parent = psutil.Process(run.pid)
        workers: list[psutil.Process] = []
        while not workers and run.poll() is None:
            threading.Event().wait(0.02)
            workers = parent.children(recursive=True)
        os.kill(run.pid, signal.SIGKILL)
        run.communicate()
        _, alive = psutil.wait_procs(workers, timeout=10)
        assert workers
        assert alive == []
