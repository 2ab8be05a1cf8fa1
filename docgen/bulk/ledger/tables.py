"""The tables of the register, as the newest migration leaves them: entries, issues, files.

An *entry* is a number and whose it is; an *issue* the act of handing it out (count 1 the first, 2 the first
re-issue); a *file* the bytes that were handed out. Nothing is ever deleted: a void entry keeps its number.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

__all__ = ["METADATA", "entries", "files", "issues"]

METADATA: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

entries: Final = Table(
    "entries",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("institution", String, nullable=False),
    Column("year", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("number", String, nullable=False),
    Column("check_value", String),
    Column("person", String, nullable=False),
    Column("course", String, nullable=False),
    Column("run", String, nullable=False),
    Column("name", String, nullable=False),
    Column("birth_date", String, nullable=False),
    Column("affiliation", String, nullable=False),
    Column("period", String, nullable=False),
    Column("hours", String, nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("voided_on", Date),
    Column("void_reason", String),
    UniqueConstraint("institution", "year", "seq"),
    UniqueConstraint("institution", "number"),
)
Index(None, entries.c.number)

# One number for a person, course and run; a void one makes room for another.
_VALID: Final = entries.c.voided_on.is_(None)
Index(
    "uq_entries_valid",
    entries.c.institution,
    entries.c.person,
    entries.c.course,
    entries.c.run,
    unique=True,
    sqlite_where=_VALID,
    postgresql_where=_VALID,
)

issues: Final = Table(
    "issues",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("entry_id", ForeignKey("entries.id"), nullable=False),
    Column("count", Integer, nullable=False),
    Column("batch", String, nullable=False),
    Column("row", String, nullable=False),
    Column("issued_on", Date, nullable=False),
    UniqueConstraint("entry_id", "count"),
    UniqueConstraint("batch", "row"),
)

files: Final = Table(
    "files",
    METADATA,
    Column("issue_id", ForeignKey("issues.id"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("sha256", String(64), primary_key=True),
)
Index(None, files.c.sha256)
