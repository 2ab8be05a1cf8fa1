"""Objects of a PDF file, packed where they are streams (PDF 32000-1, 7.3)."""

from __future__ import annotations

import zlib
from typing import Any, Final

import pydyf

__all__ = ["added", "stream"]

_LEVEL: Final = 3  # of packing: 4 % larger than the best and three times as fast


def stream(pdf: pydyf.PDF, data: bytes, **entries: Any) -> bytes:
    """Add a packed stream; its reference."""
    packed = pydyf.Stream([zlib.compress(data, _LEVEL)], {**entries, "Filter": "/FlateDecode"})
    pdf.add_object(packed)
    reference: bytes = packed.reference
    return reference


def added(pdf: pydyf.PDF, entries: dict[str, Any]) -> Any:
    """Add a dictionary."""
    made = pydyf.Dictionary(entries)
    pdf.add_object(made)
    return made
