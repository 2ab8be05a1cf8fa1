"""Names of files that every system takes: no path, no forbidden sign, not too long, none twice."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["file_name"]

_MAX_BYTES: Final = 200  # file systems take 255; room for an extension and a number
_UNSAFE: Final = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))
_RESERVED: Final = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
}


def file_name(text: str, taken: set[str]) -> str:
    """A safe name without extension; one that is `taken` gets a number, and joins them."""
    clean = "".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in text)
    clean = _shortened(" ".join(clean.translate(_UNSAFE).split()).strip(". ")) or "문서"
    if clean.lower() in _RESERVED:
        clean += "_"
    name, number = clean, 1
    while name.casefold() in taken:
        number += 1
        name = f"{clean} ({number})"
    taken.add(name.casefold())
    return name


def _shortened(text: str) -> str:
    return unicodedata.normalize("NFC", text).encode()[:_MAX_BYTES].decode(errors="ignore").strip(". ")
