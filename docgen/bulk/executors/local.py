"""Worker processes of this machine, each at the end of a pipe of its own.

A pipe a worker, and no queue that they share, so that a worker may be killed at any moment without leaving a
lock held. A worker whose parent is gone reads the end of its pipe, and goes too.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, TypeVar

from docgen.bulk.executors import ATTEMPTS, gave_up

__all__ = ["LocalExecutor", "cores"]

Given = TypeVar("Given")
Made = TypeVar("Made")

_CONTEXT: Final = multiprocessing.get_context("spawn")  # a fork would copy the parent's threads and locks
_GONE: Final = (EOFError, OSError)  # the end of the pipe, between two messages or within one


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Worker:
    """A process and our end of its pipe; `piece` is what it works on."""

    def __init__(self, job: bytes) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.process: BaseProcess = _CONTEXT.Process(target=_work, args=(theirs, job), daemon=True)
        self.process.start()
        theirs.close()
        self.piece: tuple[int, Any] | None = None

    def give(self, task: Callable[..., Any], piece: tuple[int, Any]) -> None:
        """Have it do a piece; that it is dead already shows when the result is read."""
        self.piece = piece
        with contextlib.suppress(*_GONE):
            self.pipe.send((task, piece[1]))

    def end(self) -> None:
        """Let it go, now."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


class LocalExecutor:
    """Does work in at most `most` processes, started as there is work, which are told the job then."""

    def __init__(self, job: bytes, most: int) -> None:
        self._job, self._most = job, most
        self._workers: list[_Worker] = []

    def map(self, task: Callable[[bytes, Given], Made], pieces: Iterable[Given]) -> Iterator[Made]:
        """The results as they come, in any order; see `Executor`."""
        todo = ((0, piece) for piece in pieces)
        again: deque[tuple[int, Given]] = deque()
        self._feed(task, again, todo)
        while busy := {worker.pipe: worker for worker in self._workers if worker.piece is not None}:
            for pipe in wait(list(busy)):
                made = self._result(busy[pipe], again)  # type: ignore[index]  # what is waited for is given back
                self._feed(task, again, todo)
                if made is not None:
                    yield made[0]

    def close(self) -> None:
        """Let the workers go."""
        for worker in self._workers:
            worker.end()

    def _feed(
        self,
        task: Callable[..., Any],
        again: deque[tuple[int, Given]],
        todo: Iterator[tuple[int, Given]],
    ) -> None:
        """Give everyone who has nothing to do the next piece, those first whose worker died."""
        while len(idle := [worker for worker in self._workers if worker.piece is None]) or (
            len(self._workers) < self._most
        ):
            piece = again.popleft() if again else next(todo, None)
            if piece is None:
                return
            if not idle:
                idle = [_Worker(self._job)]
                self._workers += idle
            idle[0].give(task, piece)

    def _result(self, worker: _Worker, again: deque[tuple[int, Given]]) -> tuple[Any] | None:
        """What a worker made; None where it died, which puts its piece back and another in its place."""
        try:
            fault, made = worker.pipe.recv()
        except _GONE:
            attempts, piece = worker.piece or (0, None)
            if attempts + 1 >= ATTEMPTS:
                raise gave_up(f"마지막 끝남 코드 {worker.process.exitcode}") from None
            again.append((attempts + 1, piece))  # type: ignore[arg-type]  # a busy worker has a piece
            worker.end()
            self._workers[self._workers.index(worker)] = _Worker(self._job)
            return None
        worker.piece = None
        if fault is not None:
            raise RuntimeError(fault)
        return (made,)


def _work(pipe: Connection, job: bytes) -> None:
    """A worker: do what comes through the pipe until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then lets everyone go
    while True:
        try:
            task, piece = pipe.recv()
        except _GONE:
            return
        answer: tuple[str | None, Any]
        try:
            answer = (None, task(job, piece))
        except Exception:  # a fault of ours: the parent shows it as its own
            answer = (traceback.format_exc(), None)
        try:
            pipe.send(answer)
        except _GONE:
            return
