"""Many processes at one register, and processes that are killed at it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from docgen.bulk.ledger import Issued, Ledger, Number
from tests.bulk.ledger.conftest import TODAY, request_of

SPAWN = multiprocessing.get_context("forkserver")
SPAWN.set_forkserver_preload(
    ["docgen.bulk.ledger", "tests.bulk.ledger.conftest", "alembic.command", "psycopg"]
)
PROCESSES, ROWS, CHUNK = 20, 30, 10


def reserve(where: str, batch: str, people: list[int], told: Connection | None = None) -> None:
    """Reserve numbers for people, a few at a time, and print for those who get one; tell each time."""
    ledger = Ledger(where)
    for start in range(0, len(people), CHUNK):
        chunk = people[start : start + CHUNK]
        answers = ledger.reserve([request_of(person) for person in chunk], batch=batch, today=TODAY)
        printed = [who for who, answer in zip(chunk, answers, strict=True) if isinstance(answer, Number)]
        ledger.issued(batch, [Issued(str(person), "pdf", f"{person:064}") for person in printed])
        if told:
            told.send(len(chunk))


@pytest.fixture(autouse=True)
def _children() -> Iterator[None]:
    """Nothing that a test started outlives it."""
    yield
    for child in multiprocessing.active_children():
        child.kill()
        child.join()


class DescribeTwentyProcesses:
    def they_give_every_number_once_and_leave_no_gap(self, where: str) -> None:
        """Every person is asked for by two processes; nobody makes the register before."""
        shares = [[*range(n // 2 * ROWS, (n // 2 + 1) * ROWS)] for n in range(PROCESSES)]
        children = [
            SPAWN.Process(target=reserve, args=(where, f"batch {n}", people))
            for n, people in enumerate(shares)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join(60)
        assert [child.exitcode for child in children] == [0] * PROCESSES
        entries = [*Ledger(where).entries()]
        assert [entry.number for entry in entries] == [
            f"제2026-{seq:05}호" for seq in range(1, PROCESSES // 2 * ROWS + 1)
        ]
        assert all(entry.printed for entry in entries)


class DescribeAKilledProcess:
    @pytest.mark.parametrize("chunks", [1, 2, 5, 8])
    def it_is_resumed_as_if_nothing_had_been(self, where: str, chunks: int) -> None:
        people = [*range(100)]
        here, there = SPAWN.Pipe(duplex=False)
        child = SPAWN.Process(target=reserve, args=(where, "batch", people, there))
        child.start()
        there.close()
        for _ in range(chunks):
            here.recv()
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        ledger = Ledger(where)
        reserved = [*ledger.entries()]
        assert CHUNK * chunks <= len(reserved) <= len(people)
        assert len(reserved) % CHUNK == 0, "a chunk is reserved whole or not at all"
        answers = ledger.reserve([request_of(person) for person in people], batch="batch", today=TODAY)
        numbers = [answer.number for answer in answers if isinstance(answer, Number)]
        assert numbers == [f"제2026-{seq:05}호" for seq in range(1, len(people) + 1)]
        assert Counter(entry.number for entry in ledger.entries()) == Counter(numbers)
