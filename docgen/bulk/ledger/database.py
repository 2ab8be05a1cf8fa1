"""The database of a register, SQLite or PostgreSQL: opened, migrated, written by one at a time.

A writer locks out other writers, of this machine or another, until its transaction ends: by
`BEGIN IMMEDIATE` in SQLite (write-ahead log, so readers are not kept waiting; synced at every commit, so no
number is lost with the power), by an advisory lock in PostgreSQL.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError
from sqlalchemy.pool import NullPool

from docgen.errors import Diagnostic, MachineError, UsageError
from docgen.formats.files import cause

__all__ = ["Database"]

_MIGRATIONS: Final = Path(__file__).parent / "migrations"
_WAIT: Final = 60  # seconds for another writer to end
_LOCK: Final = 0x646F6367656E  # "docgen": PostgreSQL's lock of that number, which writers hold


class Database:
    """A register's database. `where` is a file, made where there is none (`create`), or a PostgreSQL URL.

    Raises UsageError where it cannot be opened or a newer docgen made it, MachineError without its driver.
    """

    def __init__(self, where: str, *, create: bool = True) -> None:
        self._url = _url(where)
        if self._sqlite:
            _prepare(Path(self._url.database or ""), create)
        self._engine = self._open()
        with self.reading() as connection:
            current = _revision(connection) == _head()
        if not current:
            with self.writing() as connection:
                _migrate(connection, self._name)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads, and sees one state of the register."""
        with self._said(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer runs beside; whole at its end or without effect."""
        with self._said(), self._engine.execution_options(writes=True).begin() as connection:
            if not self._sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection

    @property
    def _sqlite(self) -> bool:
        return self._url.get_backend_name() == "sqlite"

    @property
    def _name(self) -> str:
        """What messages call the database; without its password."""
        return str(self._url.database) if self._sqlite else self._url.render_as_string(hide_password=True)

    def _open(self) -> Engine:
        try:
            # No pool: a connection must not be shared with a process that is forked later.
            engine = create_engine(self._url, poolclass=NullPool)
        except ModuleNotFoundError as error:
            message = "PostgreSQL에 이을 라이브러리(psycopg)가 없습니다."
            raise MachineError(
                Diagnostic("machine.psycopg", message, hint="pip install 'docgen[postgres]'")
            ) from error
        if self._sqlite:
            event.listen(engine, "connect", _set_up)
            event.listen(engine, "begin", _begin)
        return engine

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Say in Korean that the database cannot be reached, is none, or is kept by another."""
        try:
            yield
        except UnicodeEncodeError as error:  # bytes of a command line that are no text
            message = "발급대장에 적을 수 없는 글자가 있습니다."
            raise UsageError(
                Diagnostic("ledger.sign", message, hint="그 글자를 지우고 다시 하세요.")
            ) from error
        except IntegrityError:  # a fault of ours: under the lock nothing may clash
            raise
        except DBAPIError as error:
            reason = str(error.orig).strip().partition("\n")[0]
            message = f"발급대장을 열 수 없습니다: {self._name} ({reason})"
            hint = "--ledger에 적은 파일이나 주소, 디스크에 남은 자리를 확인하세요."
            raise UsageError(Diagnostic("ledger.database", message, hint=hint)) from error


def _url(where: str) -> URL:
    """The database's address; UsageError for one that is neither a file nor PostgreSQL's."""
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):  # the latter for a port that is none
        raise UsageError(_no_address()) from None
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database:
        return url
    raise UsageError(_no_address())


def _no_address() -> Diagnostic:
    message = "발급대장의 주소가 바르지 않습니다."
    return Diagnostic(
        "ledger.address", message, hint="파일 이름이나 postgresql://사용자@서버/이름 을 적으세요."
    )


def _prepare(path: Path, create: bool) -> None:
    """See that the file is there; a new one is only its owner's to read, for it holds personal data."""
    if not create and not path.is_file():
        message = f"발급대장이 없습니다: {path}"
        hint = "--ledger에 발급할 때 쓴 파일이나 주소를 적으세요."
        raise UsageError(Diagnostic("ledger.missing", message, file=str(path), hint=hint))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        message = f"발급대장을 열 수 없습니다: {path} ({cause(error)})"
        hint = "--ledger에 다른 파일을 적으세요."
        raise UsageError(Diagnostic("ledger.database", message, file=str(path), hint=hint)) from error


def _set_up(connection: Any, _: object) -> None:
    """Take over the transactions from Python's sqlite3, which would begin them late."""
    connection.isolation_level = None
    for pragma in (f"busy_timeout={_WAIT * 1000}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


# --- migrations --------------------------------------------------------------------------------------


@cache
def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


@cache
def _head() -> str | None:
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config()).get_current_head()


def _revision(connection: Connection) -> str | None:
    """The migration that the database is at; None where it is empty."""
    from alembic.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def _migrate(connection: Connection, name: str) -> None:
    """Bring the tables up to date, in the connection's transaction."""
    from alembic import command
    from alembic.util import CommandError

    config = _config()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        message = f"더 새로운 docgen이 만든 발급대장입니다: {name}"
        hint = "pip install -U docgen"
        raise UsageError(Diagnostic("ledger.newer", message, hint=hint)) from error
