"""Particles that follow the sound of the word before them: 은/는, 이/가, 을/를, 과/와, 으로/로."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["josa", "quoted"]

_BASE, _FINALS = 0xAC00, 28
_RIEUL: Final = 8  # the final ㄹ, after which 로 stands and not 으로
_DIGITS: Final = {"0": 21, "1": _RIEUL, "3": 16, "6": 1, "7": _RIEUL, "8": _RIEUL}  # 영 일 삼 육 칠 팔
_LETTERS: Final = {"l": _RIEUL, "m": 16, "n": 4, "r": _RIEUL}  # how Korean reads a final letter: 엘 엠 엔 알
_AFTER_FINAL: Final = ("은", "을", "과", "아", "이", "으")  # how the form after a final consonant begins
_BRACKETS: Final = re.compile(r"(?<=[^\s(])\s*\([^()]*\)(['\"’”]*)$")


def josa(word: object, pair: str) -> str:
    """The word with the fitting particle of a pair: `josa("학교", "은/는")` is `학교는`.

    The pair may be written either way round. A bracket behind the word is not read: `국어원(NIKL)은`; other
    signs (a quote) are looked past, but % is read 퍼센트. `으로/로` counts ㄹ as no consonant. A word that
    ends in anything else takes the form after a vowel. Raises ValueError for what is no pair.
    """
    text = str(word)
    with_final, without = _pair(pair)
    final = _final(text)
    if final == _RIEUL and with_final.startswith("으"):
        final = 0
    return text + (with_final if final else without)


def quoted(word: object, pair: str) -> str:
    """The word in quotes with the fitting particle behind: `'학교'는`."""
    return josa(f"'{word}'", pair)


def _pair(pair: str) -> tuple[str, str]:
    """The form after a final consonant, and the one after a vowel."""
    first, slash, second = (part.strip() for part in str(pair).partition("/"))
    if not (first and slash and second):
        raise ValueError(f"조사는 '은/는'처럼 둘을 적습니다: '{pair}'")
    if second.startswith(_AFTER_FINAL) and not first.startswith(_AFTER_FINAL):
        return second, first
    return first, second


def _final(text: str) -> int:
    """The final consonant of the last sound: its index in the Unicode syllable block, 0 for none."""
    read = _BRACKETS.sub(r"\1", text)
    last = next((c for c in reversed(read) if c.isalnum() or c == "%"), "")
    if "가" <= last <= "힣":
        return (ord(last) - _BASE) % _FINALS
    return _DIGITS.get(last) or _LETTERS.get(last.lower(), 0)
