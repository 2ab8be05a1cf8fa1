"""Particles that follow the sound of the word before them: 은/는, 이/가, 을/를, 과/와, 으로/로."""

from __future__ import annotations

from typing import Final

__all__ = ["josa", "quoted"]

_BASE, _FINALS = 0xAC00, 28
_RIEUL: Final = 8  # the final ㄹ, after which 로 stands and not 으로
_DIGITS: Final = {"0": 21, "1": _RIEUL, "3": 16, "6": 1, "7": _RIEUL, "8": _RIEUL}  # 영 일 삼 육 칠 팔
_LETTERS: Final = {"l": _RIEUL, "m": 16, "n": 4, "r": _RIEUL}  # how Korean reads a final letter: 엘 엠 엔 알


def josa(word: object, pair: str) -> str:
    """The word with the fitting particle of a pair: `josa("학교", "은/는")` is `학교는`.

    The first of the pair follows a final consonant. Signs behind the word (a quote, a bracket) are looked
    past; `으로/로` counts ㄹ as no consonant. A word that ends in anything else takes the second.
    """
    text = str(word)
    with_final, without = pair.split("/")
    final = _final(text)
    if final == _RIEUL and with_final == "으로":
        final = 0
    return text + (with_final if final else without)


def quoted(word: object, pair: str) -> str:
    """The word in quotes with the fitting particle behind: `'학교'는`."""
    return josa(f"'{word}'", pair)


def _final(text: str) -> int:
    """The final consonant of the last sound: its index in the Unicode syllable block, 0 for none."""
    last = next((c for c in reversed(text) if c.isalnum()), "")
    if "가" <= last <= "힣":
        return (ord(last) - _BASE) % _FINALS
    return _DIGITS.get(last) or _LETTERS.get(last.lower(), 0)
