"""Who does the work of a run: processes of this machine, or a Dask cluster. One interface, `Executor`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, Protocol, TypeVar

from docgen.errors import Diagnostic, MachineError

__all__ = ["ATTEMPTS", "Executor", "gave_up"]

Given = TypeVar("Given")
Made = TypeVar("Made")

ATTEMPTS: Final = 4
"""How often a piece of work may take its worker along before the run gives up."""


class Executor(Protocol):
    """Does pieces of work, each a call of a function with the job and a piece."""

    def map(self, task: Callable[[bytes, Given], Made], pieces: Iterable[Given]) -> Iterator[Made]:
        """The results as they come, in any order. A piece whose worker died is done again.

        Only a few pieces are taken ahead. Raises MachineError when a piece keeps killing its workers.
        """

    def close(self) -> None:
        """Let the workers go."""


def gave_up(error: Any = None) -> MachineError:
    """The error for a piece of work that no worker survives."""
    message = f"일하는 프로세스가 {ATTEMPTS}번 죽었습니다" + (f" ({error})." if error else ".")
    hint = "메모리가 모자란지 보고, --workers를 줄여 같은 명령에 --resume을 붙이세요."
    return MachineError(Diagnostic("bulk.workers-die", message, hint=hint))
