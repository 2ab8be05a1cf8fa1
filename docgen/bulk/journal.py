"""The journal of a run: what is to be done, and what has been, in one SQLite file of the run's own.

Everything that goes on after a cut is in it: the rows as they were read, the documents that they give, names
and numbers, and which of them stand under their names. It is written ahead (WAL) and synced at every commit,
so that what it says is so, also after a power cut; what it does not say is done again, with the same bytes.

A second file is locked as long as a run lives, which the system ends with the process.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, NamedTuple

from docgen.bulk.store import unwritable
from docgen.bulk.work import Checked, File, Order, RowData, Written
from docgen.errors import Diagnostic, UsageError

__all__ = ["Document", "Journal", "Phase", "locked", "remove_journal"]

_TABLES: Final = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE rows (no INTEGER PRIMARY KEY, line INTEGER NOT NULL, data TEXT NOT NULL, bad TEXT);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, row INTEGER NOT NULL, item INTEGER NOT NULL, draft TEXT NOT NULL,
    request TEXT, claim TEXT, certificate TEXT, name TEXT, folded TEXT UNIQUE, folder TEXT, files TEXT,
    UNIQUE (row, item)
);
CREATE TABLE names (folded TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
"""
_JOURNAL: Final = "journal.sqlite"
_LOCK: Final = "lock"
_CACHE: Final = -2_000  # kilobytes of pages in memory
_BATCH: Final = 1_000


class Phase:
    """How far a run has come."""

    READING = "reading"
    PLANNING = "planning"
    WRITING = "writing"
    DONE = "done"


class Document(NamedTuple):
    """A document of the run; `certificate` as the ledger gave it, `files` None until they are written."""

    id: int
    row: int
    line: int
    item: int
    name: str
    certificate: Mapping[str, Any] | None
    files: tuple[File, ...] | None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a run's folder; UsageError where a run that lives holds it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _LOCK).touch()
    except OSError as error:
        raise UsageError(unwritable(str(folder), error)) from error
    with closing(sqlite3.connect(folder / _LOCK, isolation_level=None, timeout=0)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            message = f"이 폴더에 쓰는 다른 실행이 돌고 있습니다: {folder.parent}"
            hint = "끝나기를 기다리거나 -o로 다른 폴더를 고르세요."
            raise UsageError(Diagnostic("bulk.running", message, hint=hint)) from error
        yield


def remove_journal(folder: Path) -> None:
    """Take away the files of a journal and its lock, and nothing else."""
    for name in (_LOCK, f"{_LOCK}-journal", _JOURNAL, f"{_JOURNAL}-wal", f"{_JOURNAL}-shm"):
        (folder / name).unlink(missing_ok=True)


class Journal:
    """The journal in a folder. Raises UsageError where the disk does not take what is written."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / _JOURNAL
        self._base = sqlite3.connect(self.path, isolation_level=None)
        try:
            self._base.execute(f"PRAGMA cache_size={_CACHE}")
            self._base.execute("PRAGMA journal_mode=WAL")
            with self._change():
                if not self._base.execute("SELECT 1 FROM sqlite_master").fetchone():
                    for statement in _TABLES.split(";"):
                        self._base.execute(statement)
        except sqlite3.DatabaseError as error:
            self.close()
            message = f"실행의 기록을 읽을 수 없습니다: {self.path} ({error})"
            hint = "그 파일을 지우고 --force로 처음부터 하세요."
            raise UsageError(Diagnostic("bulk.journal", message, hint=hint)) from error

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def clear(self) -> None:
        """Forget everything: the run begins anew."""
        with self._change():
            for table in ("facts", "rows", "documents", "names"):
                self._base.execute(f"DELETE FROM {table}")  # noqa: S608 # names of our own

    # --- what the run is -----------------------------------------------------------------------------

    def fact(self, name: str) -> Any:
        """Something that was noted of the run, None where it was not."""
        found = self._base.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return None if found is None else json.loads(found[0])

    def note(self, **facts: Any) -> None:
        """Note something of the run, for good."""
        self._base.execute("PRAGMA synchronous=FULL")
        with self._change():
            self._base.executemany(
                "INSERT OR REPLACE INTO facts VALUES (?, ?)",
                [(name, json.dumps(value)) for name, value in facts.items()],
            )

    # --- reading -------------------------------------------------------------------------------------

    def begin_reading(self) -> None:
        """Do not wait for the disk for the rows: reading that is cut off begins anew."""
        self._base.execute("PRAGMA synchronous=NORMAL")

    def add_rows(self, rows: Iterable[RowData]) -> None:
        """Keep rows as they were read."""
        with self._change():
            self._base.executemany("INSERT INTO rows VALUES (?, ?, ?, NULL)", rows)

    def add_checked(self, checked: Iterable[Checked]) -> None:
        """Keep the documents that rows give; a row whose findings are errors gives none."""
        with self._change():
            for each in checked:
                self._base.executemany(
                    "INSERT INTO documents (row, item, draft, request, claim) VALUES (?, ?, ?, ?, ?)",
                    [(each.no, draft.item, draft.name, *_asked(draft.request)) for draft in each.drafts],
                )

    def claimed_before(self) -> Iterator[int]:
        """The rows that ask for what a row before them asks the ledger for."""
        place = "row_number() OVER (PARTITION BY claim ORDER BY row, item) AS place"
        query = f"SELECT row, {place} FROM documents WHERE claim IS NOT NULL"  # noqa: S608 # our words
        yield from (
            row
            for (row,) in self._base.execute(f"SELECT DISTINCT row FROM ({query}) WHERE place > 1")  # noqa: S608 # our words
        )

    def requests(self) -> Iterator[list[tuple[int, Mapping[str, str]]]]:
        """What the ledger is asked for each document, with its row; in the order of the rows, by batches."""
        last = (0, 0)
        query = (
            "SELECT row, item, request FROM documents WHERE request IS NOT NULL AND (row, item) > (?, ?)"
            " ORDER BY row, item LIMIT ?"
        )
        while batch := self._base.execute(query, (*last, _BATCH)).fetchall():
            yield [(row, json.loads(request)) for row, _, request in batch]
            last = batch[-1][:2]

    def refuse(self, reasons: Mapping[int, str]) -> None:
        """Mark rows as bad, each with why; they give no documents."""
        if not reasons:
            return
        with self._change():
            given = [(reason, no) for no, reason in reasons.items()]
            self._base.executemany("UPDATE rows SET bad = ? WHERE no = ?", given)
            self._base.executemany("DELETE FROM documents WHERE row = ?", [(no,) for no in reasons])

    def bad(self) -> Iterator[tuple[int, str]]:
        """The bad rows: number in the run, why."""
        yield from self._base.execute("SELECT no, bad FROM rows WHERE bad IS NOT NULL ORDER BY no")

    def count(self) -> dict[str, int]:
        """How many rows, bad rows, documents, documents written."""
        rows, bad = self._base.execute("SELECT count(*), count(bad) FROM rows").fetchone()
        documents, written = self._base.execute("SELECT count(*), count(files) FROM documents").fetchone()
        return {"rows": rows, "bad": bad, "documents": documents, "written": written}

    # --- planning ------------------------------------------------------------------------------------

    def unplanned(self) -> Iterator[list[tuple[int, str, Mapping[str, str] | None]]]:
        """Documents without a name yet, in the order of the rows, by batches: id, draft, request."""
        query = "SELECT id, draft, request FROM documents WHERE name IS NULL ORDER BY row, item LIMIT ?"
        while batch := self._base.execute(query, (_BATCH,)).fetchall():
            yield [(id_, draft, request and json.loads(request)) for id_, draft, request in batch]

    def plan(self, planned: Iterable[tuple[int, str, Mapping[str, Any] | None]]) -> None:
        """Give documents their names, each its own, and their certificates."""
        with self._change():
            for id_, wanted, certificate in planned:
                name = self._own_name(wanted)
                self._base.execute(
                    "UPDATE documents SET name = ?, folded = ?, folder = ?, certificate = ? WHERE id = ?",
                    (
                        name,
                        name.casefold(),
                        name.rpartition("/")[0],
                        None if certificate is None else json.dumps(certificate, ensure_ascii=False),
                        id_,
                    ),
                )

    def _own_name(self, wanted: str) -> str:
        """The name, with a number behind it where another document of the run has it."""
        folded = wanted.casefold()
        found = self._base.execute("SELECT last FROM names WHERE folded = ?", (folded,)).fetchone()
        number = 1 if found is None else found[0] + 1
        name = wanted if found is None else f"{wanted} ({number})"
        while self._base.execute("SELECT 1 FROM documents WHERE folded = ?", (name.casefold(),)).fetchone():
            number += 1
            name = f"{wanted} ({number})"
        self._base.execute("INSERT OR REPLACE INTO names VALUES (?, ?)", (folded, number))
        return name

    # --- writing -------------------------------------------------------------------------------------

    def orders(self) -> Iterator[Order]:
        """The documents that are not written yet, in the order of the rows."""
        query = (
            "SELECT id, row, line, data, item, name, certificate FROM documents JOIN rows ON no = row"
            " WHERE files IS NULL AND (row, item) > (?, ?) ORDER BY row, item LIMIT ?"
        )
        last = (0, 0)
        while batch := self._base.execute(query, (*last, _BATCH)).fetchall():
            for id_, row, line, data, item, name, certificate in batch:
                held = None if certificate is None else json.loads(certificate)
                yield Order(id_, RowData(row, line, data), item, name, held)
                last = (row, item)

    def add_written(self, written: Iterable[Written]) -> None:
        """Note documents whose files stand under their names."""
        with self._change():
            self._base.executemany(
                "UPDATE documents SET files = ? WHERE id = ?",
                [(json.dumps(each.files), each.id) for each in written],
            )

    def forget(self, ids: Iterable[int]) -> None:
        """Take documents for not written: their files are not there."""
        with self._change():
            self._base.executemany("UPDATE documents SET files = NULL WHERE id = ?", [(id_,) for id_ in ids])

    def documents(self, by_folder: bool = False) -> Iterator[Document]:
        """All documents in the order of the rows; or folder by folder, as the folders first come."""
        order = "first, row, item" if by_folder else "row, item"
        first = "min(row) OVER (PARTITION BY folder)" if by_folder else "0"
        query = (
            f"SELECT id, row, line, item, name, certificate, files, {first} AS first"  # noqa: S608 # our words
            f" FROM documents JOIN rows ON no = row ORDER BY {order}"
        )
        for id_, row, line, item, name, certificate, files, _ in self._base.execute(query):
            held = None if certificate is None else json.loads(certificate)
            made = None if files is None else tuple(File(*file) for file in json.loads(files))
            yield Document(id_, row, line, item, name, held, made)

    def finish(self) -> None:
        """Note that all is done, and forget what the rows said."""
        with self._change():
            self._base.execute("UPDATE rows SET data = ''")
            self._base.execute("UPDATE documents SET request = NULL")
        self.note(phase=Phase.DONE)
        self._base.execute("VACUUM")

    def first_names(self) -> list[str]:
        """The names of the first documents, or what they are going to be."""
        query = "SELECT coalesce(name, draft) FROM documents ORDER BY row, item LIMIT 3"
        return [name for (name,) in self._base.execute(query)]

    def line(self, no: int) -> int:
        """The line of a row in its file."""
        line: int = self._base.execute("SELECT line FROM rows WHERE no = ?", (no,)).fetchone()[0]
        return line

    @contextmanager
    def _change(self) -> Iterator[None]:
        """A transaction."""
        try:
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")
        except sqlite3.OperationalError as error:
            message = f"실행의 기록을 쓸 수 없습니다: {self.path} ({error})"
            hint = "자리를 비우거나 권한을 고친 뒤 같은 명령에 --resume을 붙이세요."
            raise UsageError(Diagnostic("bulk.journal", message, hint=hint)) from error


def _asked(request: Any) -> tuple[str | None, str | None]:
    """What a document asks the ledger for, to be kept, and what only one document may ask for."""
    if request is None:
        return None, None
    return json.dumps(asdict(request), ensure_ascii=False), json.dumps(request.certificate)
