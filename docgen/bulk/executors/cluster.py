"""A Dask cluster that runs already: its workers may be anywhere, come and go, and are given work as they are.

Needs `distributed`, on this machine and the workers', whose docgen is of the same version. A worker should
be a process with one thread: pieces of one process are done one after another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar

from docgen.bulk.executors import ATTEMPTS, gave_up
from docgen.errors import Diagnostic, MachineError, UsageError

__all__ = ["ClusterExecutor"]

Given = TypeVar("Given")
Made = TypeVar("Made")

_CONNECTING: Final = 10  # seconds to wait for a scheduler
_AHEAD: Final = 2  # pieces that are given out for every thread


class ClusterExecutor:
    """Does work on the cluster of a scheduler (`tcp://host:8786`).

    Raises MachineError without `distributed`, UsageError where no scheduler answers.
    """

    def __init__(self, job: bytes, address: str) -> None:
        try:
            import distributed
        except ImportError as error:
            hint = "pip install 'docgen[cluster]'"
            message = "여러 컴퓨터에서 만드는 데 필요한 라이브러리(distributed)가 없습니다."
            raise MachineError(Diagnostic("machine.cluster", message, hint=hint)) from error
        self._job = job
        self._dask: Any = distributed
        try:
            self._client = self._dask.Client(address, timeout=_CONNECTING, set_as_default=False)
        except (OSError, ValueError) as error:  # no one there (TimeoutError is an OSError); no address
            hint = "dask scheduler가 떠 있는지, 주소가 tcp://컴퓨터:8786 꼴인지 보세요."
            message = f"작업을 나눌 곳에 이어지지 않습니다: {address}"
            raise UsageError(Diagnostic("bulk.no-scheduler", message, hint=hint)) from error

    def map(self, task: Callable[[bytes, Given], Made], pieces: Iterable[Given]) -> Iterator[Made]:
        """The results as they come, in any order; see `Executor`."""
        todo = iter(pieces)
        running = self._dask.as_completed(loop=self._client.loop)
        self._submit(task, todo, running)
        for future in running:
            try:
                made = future.result()
            except (self._dask.KilledWorker, self._dask.client.FutureCancelledError) as error:
                raise gave_up(type(error).__name__) from error
            future.release()
            self._submit(task, todo, running)
            yield made

    def close(self) -> None:
        """Leave the cluster; what it still does is cancelled."""
        self._client.close()

    def _submit(self, task: Callable[..., Any], todo: Iterator[Any], running: Any) -> None:
        """Give out work for as many workers as there are now."""
        threads = sum(self._client.nthreads().values())
        while running.count() < max(_AHEAD * threads, _AHEAD):
            piece = next(todo, None)
            if piece is None:
                return
            running.add(self._client.submit(task, self._job, piece, pure=False, retries=ATTEMPTS))
