"""CSS values."""

from __future__ import annotations

__all__ = ["pt"]


def pt(points: float) -> str:
    """A length in points with at most two decimals, `0` without a unit."""
    text = f"{points:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("0", "-0") else f"{text}pt"
