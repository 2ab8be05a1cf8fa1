"""Hangul words kept whole where the layout engine has no `word-break: keep-all`.

A word joiner (U+2060) between two signs forbids a line to end there (UAX #14, class WJ). One is put
wherever UAX #14 would allow a break beside a Hangul sign and Word would not: everywhere but at spaces
and after a hyphen, dash or slash.

Spaces that a page would merge into one are told apart (`by_spaces`), so that only they are set as `pre-wrap`:
WeasyPrint takes the space at a line's end for a part of it there, and ends lines early.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["JOINER", "by_script", "by_spaces", "by_words", "join_words", "joins"]

JOINER: Final = "\u2060"
_HANGUL: Final = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
_SPACE: Final = r"\s\u00ad\u200b\-/\u2010\u2012-\u2014"  # a line may end after these
_BETWEEN: Final = re.compile(rf"(?<=[{_HANGUL}])(?=[^\s])|(?<=[^{_SPACE}])(?=[{_HANGUL}])")
_MERGED: Final = re.compile("(?<= )( +)")
_WORDS: Final = re.compile("[^ ]{1,8}| +")
_EAST: Final = r"\u1100-\u11ff\u2460-\u27bf\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef"
_SCRIPTS: Final = re.compile(rf"{JOINER}*[{_EAST}][{_EAST}{JOINER}]*|[^{_EAST}]+")


def join_words(text: str) -> str:
    """The text with a joiner wherever a line must not end."""
    return _BETWEEN.sub(JOINER, text)


def joins(before: str, after: str) -> bool:
    """Whether a line must not end between two signs that stand in different elements."""
    return bool(_BETWEEN.search(before + after))


def by_script(text: str) -> list[str]:
    """The text in pieces of one script: East Asian, and all else; no joiner stands alone."""
    return _SCRIPTS.findall(text)


def by_spaces(before: str, text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is spaces after a space; `before` is the sign before it."""
    pieces = _MERGED.split(before + text)
    pieces[0] = pieces[0][len(before) :]
    return [(piece, i % 2 == 1) for i, piece in enumerate(pieces) if piece]


def by_words(text: str) -> list[str]:
    """The text in pieces: the spaces, and the words between them, long ones in parts of eight signs."""
    return _WORDS.findall(text)
