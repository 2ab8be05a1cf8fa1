"""The register: entries, issues and files."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of an empty database."""
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("institution", sa.String, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("check_value", sa.String),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("course", sa.String, nullable=False),
        sa.Column("run", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("birth_date", sa.String, nullable=False),
        sa.Column("affiliation", sa.String, nullable=False),
        sa.Column("period", sa.String, nullable=False),
        sa.Column("hours", sa.String, nullable=False),
        sa.Column("issued_on", sa.Date, nullable=False),
        sa.Column("voided_on", sa.Date),
        sa.Column("void_reason", sa.String),
        sa.UniqueConstraint("institution", "year", "seq", name="uq_entries_institution_year_seq"),
        sa.UniqueConstraint("institution", "number", name="uq_entries_institution_number"),
    )
    op.create_index("ix_entries_number", "entries", ["number"])
    valid = sa.text("voided_on IS NULL")
    op.create_index(
        "uq_entries_valid",
        "entries",
        ["institution", "person", "course", "run"],
        unique=True,
        sqlite_where=valid,
        postgresql_where=valid,
    )
    op.create_table(
        "issues",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("entry_id", sa.Integer, sa.ForeignKey("entries.id"), nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("batch", sa.String, nullable=False),
        sa.Column("row", sa.String, nullable=False),
        sa.Column("issued_on", sa.Date, nullable=False),
        sa.UniqueConstraint("entry_id", "count", name="uq_issues_entry_id_count"),
        sa.UniqueConstraint("batch", "row", name="uq_issues_batch_row"),
    )
    op.create_table(
        "files",
        sa.Column("issue_id", sa.Integer, sa.ForeignKey("issues.id"), primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("sha256", sa.String(64), primary_key=True),
    )
    op.create_index("ix_files_sha256", "files", ["sha256"])
