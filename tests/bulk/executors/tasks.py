"""What the workers of these tests are given to do; in a module of its own, so that they can import it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def double(job: bytes, piece: int) -> tuple[str, int]:
    return job.decode(), 2 * piece


def process_of(job: bytes, piece: int) -> int:
    time.sleep(0.05)  # as work takes time: both workers get some
    return os.getpid()


def die_once(job: bytes, piece: int) -> int:
    """Kill the worker at every third piece, the first time that it comes."""
    mark = Path(job.decode()) / str(piece)
    if piece % 3 == 0 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return piece


def die(job: bytes, piece: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail(job: bytes, piece: int) -> None:
    raise ZeroDivisionError("a fault of ours")


def large(job: bytes, piece: bytes) -> bytes:
    return piece
