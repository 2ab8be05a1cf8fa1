"""Registers to test with: a file (SQLite), and a schema of a real PostgreSQL server."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from docgen.bulk.ledger import Ledger, Request

TODAY = date(2026, 7, 10)
INSTITUTION = "새벽교육연구원"


def request_of(row: int, person: str = "", name: str = "홍길동", **more: str) -> Request:
    given = {"institution": INSTITUTION, "course": "인공지능 수업 설계", "run": "1회 가반"} | more
    return Request(str(row), person=person or f"T{row:05d}", name=name, **given)


def _program(name: str) -> str:
    """A program of PostgreSQL; Debian keeps those of the server out of the path."""
    kept = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    found = shutil.which(name) or next((str(path) for path in kept), None)
    assert found, "these tests need a PostgreSQL server: apt-get install postgresql"
    return found


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """A server of its own on a socket in a temporary folder; each call gives the URL of an empty schema."""
    folder = Path(tempfile.mkdtemp(prefix="docgen-pg-"))  # short: a socket's path has at most 107 bytes
    user = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    if user:
        shutil.chown(folder, user)

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [_program(program), *arguments], check=True, user=user, cwd="/", stdout=subprocess.DEVNULL
        )

    data = str(folder / "data")
    run("initdb", "-D", data, "-U", "docgen", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C")
    settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "start", "-w", "-s", "-D", data, "-l", str(folder / "log"), "-o", settings)
    names = (f"test{number}" for number in itertools.count())

    def schema() -> str:
        import psycopg

        name = next(names)
        with psycopg.connect(host=str(folder), user="docgen", dbname="postgres") as connection:
            connection.execute(f"CREATE SCHEMA {name}".encode())
        return f"postgresql://docgen@/postgres?host={folder}&options=-csearch_path%3D{name}"

    yield schema
    run("pg_ctl", "stop", "-s", "-m", "immediate", "-D", data)
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty register may be made: every test that asks for it runs on both databases."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    url: str = request.getfixturevalue("postgres")()
    return url


@pytest.fixture
def ledger(where: str) -> Ledger:
    return Ledger(where)
