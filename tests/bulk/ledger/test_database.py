from __future__ import annotations

import sqlite3
import stat
import sys
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError

from docgen.bulk.ledger.database import Database
from docgen.bulk.ledger.tables import METADATA, entries
from docgen.errors import MachineError, UsageError


class DescribeMigrations:
    def they_end_at_the_tables_that_the_code_knows(self, where: str) -> None:
        with Database(where).reading() as connection:
            assert compare_metadata(MigrationContext.configure(connection), METADATA) == []

    def they_do_not_touch_one_of_the_future(self, where: str) -> None:
        with Database(where).writing() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(UsageError, match="더 새로운 docgen"):
            Database(where)


class DescribeTheTables:
    """What the code looks for under a lock, the database refuses by itself."""

    ROW: ClassVar = {
        **dict.fromkeys(("institution", "person", "course", "run", "name"), "가"),
        **dict.fromkeys(("birth_date", "affiliation", "period", "hours"), ""),
        "year": 2026,
        "seq": 1,
        "number": "1",
        "issued_on": date(2026, 7, 10),
    }
    OTHER: ClassVar = {"seq": 2, "number": "2", "person": "나"}

    @pytest.mark.parametrize("same", ["seq", "number", "person"])
    def they_hold_no_number_and_no_person_twice(self, where: str, same: str) -> None:
        other = self.ROW | {name: value for name, value in self.OTHER.items() if name != same}
        database = Database(where)
        with pytest.raises(IntegrityError), database.writing() as connection:
            connection.execute(insert(entries), [self.ROW, other])

    def they_hold_a_person_again_whose_number_is_void(self, where: str) -> None:
        again = self.ROW | self.OTHER | {"person": "가"}
        with Database(where).writing() as connection:
            connection.execute(insert(entries), self.ROW | {"voided_on": date(2026, 8, 1)})
            connection.execute(insert(entries), again)


class DescribeAFile:
    def it_is_its_owners_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "new" / "ledger.db"
        Database(str(path))
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def it_is_written_ahead_and_synced_at_every_commit(self, tmp_path: Path) -> None:
        with Database(str(tmp_path / "ledger.db")).writing() as connection:
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
            assert connection.execute(text("PRAGMA synchronous")).scalar() == 2  # FULL

    def it_is_not_made_where_one_is_only_looked_for(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="발급대장이 없습니다"):
            Database(str(tmp_path / "ledger.db"), create=False)
        assert not (tmp_path / "ledger.db").exists()

    @pytest.mark.parametrize("content", [b"no database at all" * 100, b"PK\x03\x04"])
    def it_is_left_alone_where_it_is_no_register(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "ledger.db"
        path.write_bytes(content)
        with pytest.raises(UsageError, match="발급대장을 열 수 없습니다"):
            Database(str(path))
        assert path.read_bytes() == content

    def it_may_be_another_programs(self, tmp_path: Path) -> None:
        path = tmp_path / "other.db"
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE entries (x)")
        other.close()
        with pytest.raises(UsageError, match="발급대장을 열 수 없습니다"):
            Database(str(path))

    def its_folder_may_be_no_folder(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(UsageError, match="폴더가 있어야 할 자리에 파일이 있습니다"):
            Database(str(tmp_path / "file" / "ledger.db"))


class DescribeAnAddress:
    @pytest.mark.parametrize(
        "where", ["mysql://host/ledger", "postgresql://host:port/x", "sqlite://", "http://x"]
    )
    def it_is_a_file_or_postgresql(self, where: str) -> None:
        with pytest.raises(UsageError, match="주소가 바르지 않습니다"):
            Database(where)

    def it_needs_a_driver(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "psycopg", None)
        with pytest.raises(MachineError, match=r"pip install 'docgen\[postgres\]'"):
            Database("postgresql://docgen@127.0.0.1/ledger")

    def it_may_lead_nowhere_and_its_password_is_not_told(self) -> None:
        with pytest.raises(UsageError, match="발급대장을 열 수 없습니다") as caught:
            Database("postgresql://docgen:hush@127.0.0.1:1/ledger")
        assert "hush" not in str(caught.value)
