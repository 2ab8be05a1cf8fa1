"""A real Dask cluster on loopback: a scheduler, two worker processes, one of which is killed."""

from __future__ import annotations

import builtins
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Self

import dask
import distributed
import pytest

from docgen.bulk.executors.cluster import ClusterExecutor
from docgen.errors import MachineError, UsageError
from tests.bulk.executors.tasks import double, fail, process_of
from tests.bulk.runs import files, made, people, sheet


@pytest.fixture(scope="module")
def cluster() -> Iterator[distributed.LocalCluster]:
    """What a killed worker held is asked for a second, not thirty."""
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
        ) as made,
    ):
        yield made


class _Killing:
    """Makes workers of a cluster, one of which is killed after the second result."""

    def __init__(self, make: Callable[[bytes], ClusterExecutor], cluster: Any) -> None:
        self.make, self.cluster, self.killed = make, cluster, False

    def __call__(self, job: bytes) -> Self:
        self.workers = self.make(job)
        return self

    def map(self, task: Any, pieces: Iterable[Any]) -> Iterator[Any]:
        for count, result in enumerate(self.workers.map(task, pieces), 1):
            if count == 2 and not self.killed:
                worker = next(iter(self.cluster.workers.values()))
                os.kill(worker.process.pid, signal.SIGKILL)
                self.killed = True
            yield result

    def close(self) -> None:
        self.workers.close()


class DescribeACluster:
    def it_does_every_piece_once_though_a_worker_is_killed(self, cluster: Any) -> None:
        with closing(ClusterExecutor(b"job", cluster.scheduler_address)) as workers:
            first, *rest = workers.map(process_of, range(4))
            made = workers.map(double, range(60))
            found = [next(made)]
            os.kill(first, signal.SIGKILL)
            found += made
            assert sorted(found) == [("job", 2 * piece) for piece in range(60)]
            assert rest

    def it_makes_a_run_with_the_same_bytes(self, cluster: Any, tmp_path: Path) -> None:
        rows = sheet(people(300))
        made(tmp_path / "here", rows, pattern="{school}/{no}")
        address = partial(ClusterExecutor, address=cluster.scheduler_address)
        place = f"file://{tmp_path / 'there'}"
        killing = _Killing(address, cluster)
        made(place, rows, executor=killing, pattern="{school}/{no}", journal=tmp_path / "run")
        assert killing.killed
        assert files(tmp_path / "there") == files(tmp_path / "here")

    def it_shows_the_faults_of_its_workers(self, cluster: Any) -> None:
        with (
            closing(ClusterExecutor(b"", cluster.scheduler_address)) as workers,
            pytest.raises(ZeroDivisionError),
        ):
            list(workers.map(fail, [1]))


class DescribeWhatIsMissing:
    def a_scheduler_that_does_not_answer_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("docgen.bulk.executors.cluster._CONNECTING", 0.2)
        with pytest.raises(UsageError, match="dask scheduler"):
            ClusterExecutor(b"", "tcp://127.0.0.1:9")

    def the_library_is_named_with_the_line_that_installs_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        found = builtins.__import__

        def without(name: str, *rest: Any) -> Any:
            if name == "distributed":
                raise ImportError(name)
            return found(name, *rest)

        monkeypatch.setattr(builtins, "__import__", without)
        with pytest.raises(MachineError, match=r"pip install 'docgen\[cluster\]'"):
            ClusterExecutor(b"", "tcp://127.0.0.1:8786")
