"""Worker processes of this machine: work is spread, done once each, and survives the death of workers."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from docgen.bulk.executors.local import LocalExecutor, cores
from docgen.errors import MachineError
from tests.bulk.executors.tasks import die, die_once, double, fail, large, process_of


class DescribeLocalWorkers:
    def they_do_every_piece_once(self) -> None:
        with closing(LocalExecutor(b"job", 2)) as workers:
            for _ in range(2):  # the same workers again
                made = sorted(workers.map(double, range(50)))
                assert made == [("job", 2 * piece) for piece in range(50)]

    def they_work_side_by_side(self) -> None:
        with closing(LocalExecutor(b"", 2)) as workers:
            assert len(set(workers.map(process_of, range(20)))) == 2

    def they_are_started_as_there_is_work(self) -> None:
        with closing(LocalExecutor(b"", 8)) as workers:
            assert list(workers.map(double, [1])) == [("", 2)]
            assert len(multiprocessing.active_children()) == 1

    def they_are_replaced_when_they_die_and_their_work_done_again(self, tmp_path: Path) -> None:
        with closing(LocalExecutor(str(tmp_path).encode(), 2)) as workers:
            assert sorted(workers.map(die_once, range(10))) == list(range(10))

    def they_are_not_replaced_for_ever(self) -> None:
        with closing(LocalExecutor(b"", 1)) as workers, pytest.raises(MachineError, match="4번 죽었습니다"):
            list(workers.map(die, [1]))

    def they_show_their_faults_with_their_place(self) -> None:
        with closing(LocalExecutor(b"", 1)) as workers, pytest.raises(RuntimeError, match=r"tasks\.py"):
            list(workers.map(fail, [1]))

    def they_take_and_give_more_than_a_pipe_holds(self) -> None:
        with closing(LocalExecutor(b"", 2)) as workers:
            assert sum(map(len, workers.map(large, [b"x" * 2**20] * 6))) == 6 * 2**20

    def they_take_little_ahead(self) -> None:
        taken = []

        def pieces() -> Iterator[int]:
            for piece in range(100):
                taken.append(piece)
                yield piece

        with closing(LocalExecutor(b"", 2)) as workers:
            next(workers.map(double, pieces()))
            assert len(taken) <= 4

    def they_are_gone_when_they_are_let_go(self) -> None:
        with closing(LocalExecutor(b"", 2)) as workers:
            list(workers.map(double, range(4)))
        assert multiprocessing.active_children() == []


def it_knows_the_cores() -> None:
    assert cores() >= 1
