"""Hangul words kept whole where the layout engine has no `word-break: keep-all`.

A word joiner (U+2060) between two signs forbids a line to end there (UAX #14, class WJ). One is put
wherever UAX #14 would allow a break beside a Hangul sign and Word would not: everywhere but at spaces
and after a hyphen, dash or slash.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["JOINER", "by_script", "join_words", "joins"]

JOINER: Final = "\u2060"
_HANGUL: Final = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
_SPACE: Final = r"\s\u00ad\u200b\-/\u2010\u2012-\u2014"  # a line may end after these
_BETWEEN: Final = re.compile(rf"(?<=[{_HANGUL}])(?=[^\s])|(?<=[^{_SPACE}])(?=[{_HANGUL}])")
_EAST: Final = r"\u1100-\u11ff\u2460-\u27bf\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef"
_SCRIPTS: Final = re.compile(rf"[{_EAST}]+|[^{_EAST}]+")


def join_words(text: str) -> str:
    """The text with a joiner wherever a line must not end."""
    return _BETWEEN.sub(JOINER, text)


def joins(before: str, after: str) -> bool:
    """Whether a line must not end between two signs that stand in different elements."""
    return bool(_BETWEEN.search(before + after))


def by_script(text: str) -> list[str]:
    """The text in pieces of one script: East Asian, and all else."""
    return _SCRIPTS.findall(text)
