"""What the two letters about a change of the agreement have in common (제2장 Ⅳ)."""

from __future__ import annotations

from docgen.catalogue.form import Column, Grid, checkboxes, table_of

__all__ = ["compare", "kinds"]


def kinds(*lines: tuple[str, ...]) -> str:
    """The boxes for the kind of a change, in lines."""
    return "\n".join(checkboxes("change.kind", {kind: kind for kind in line}) for line in lines)


def compare(*between: Column) -> Grid:
    """The table of what was and what is to be; `between` stand before the reasons."""
    return table_of(
        "change['items']",
        Column("항목", "{{ row.name }}", 46, "left"),
        Column("당초", "{{ row.before }}", 30, "left"),
        Column("변경", "{{ row.after }}", 30, "left"),
        *between,
        Column("사유", "{{ row.reason }}", 40, "left"),
        numbered=False,
        blank=1,
        long=True,
    )
