"""Personal data as papers print it: telephone numbers, and masks for what a reader need not see.

No message here quotes the value: it is what the mask is to hide.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from docgen.korean.particles import josa

__all__ = ["mask_email", "mask_id", "mask_name", "mask_phone", "phone"]

_NUMBERS: Final = tuple(
    re.compile(parts)
    for parts in (
        r"(02)([0-9]{3,4})([0-9]{4})",
        r"(0[3-6][1-5]|01[16789]|0[68]0)([0-9]{3,4})([0-9]{4})",
        r"(010|070|050[0-9])([0-9]{4})([0-9]{4})",
        r"(1[5-9][0-9]{2})([0-9]{4})",  # nationwide
    )
)
_COUNTRY: Final = re.compile(r"\+?820?(?=[1-9])")
_SIGNS: Final = re.compile(r"[\s.()-]")
_RESIDENT: Final = re.compile(r"([0-9]{6})\s*-?\s*[0-9]{7}")
_EMAIL: Final = re.compile(r"([^@\s]+)(@[^@\s]+)")
_SURNAMES: Final = ("남궁", "독고", "동방", "사공", "서문", "선우", "제갈", "황보")  # of two letters
_WORD: Final = re.compile(r"\S+")


def phone(value: object) -> str:
    """A Korean telephone number with its hyphens: `010-1234-5678`, `02-123-4567`, `1588-1234`.

    Takes +82 and the number whose leading 0 a spreadsheet dropped. What is no such number (a foreign one,
    an extension) is printed as it is.
    """
    return "-".join(_parts(value)) or str(value)


def mask_phone(value: object) -> str:
    """A telephone number with its middle hidden: `010-****-5678`."""
    if not (parts := _parts(value)):
        raise _unread("전화번호", "010-1234-5678")
    *area, middle, last = parts
    return "-".join([*area, "*" * len(middle), last])


def mask_name(value: object) -> str:
    """A name with its inner letters hidden: `홍*동`, `홍*`; a surname of two letters is kept whole: `남궁**`.

    Of a name in other letters the first of each word is left: `J*** S****`.
    """
    name = unicodedata.normalize("NFC", str(value)).strip()
    letters = "".join(name.split())
    if not all("가" <= letter <= "힣" for letter in letters):
        return _WORD.sub(lambda word: word[0][0] + "*" * (len(word[0]) - 1), name)
    if letters[:2] in _SURNAMES and len(letters) > 2:
        return letters[:2] + "*" * (len(letters) - 2)
    if len(letters) < 3:
        return letters[:1] + "*" * (len(letters) - 1)
    return letters[0] + "*" * (len(letters) - 2) + letters[-1]


def mask_id(value: object) -> str:
    """A resident registration number without what follows the birthday: `800101-*******`."""
    match = _RESIDENT.fullmatch(str(value).strip())
    if match is None:
        raise _unread("주민등록번호", "800101-1234567")
    return f"{match[1]}-*******"


def mask_email(value: object) -> str:
    """An e-mail address with at most two letters of its name left: `ho**@example.com`."""
    match = _EMAIL.fullmatch(str(value).strip())
    if match is None:
        raise _unread("전자우편 주소", "name@example.com")
    name, domain = match.groups()
    shown = min(2, len(name) - 1)
    return name[:shown] + "*" * (len(name) - shown) + domain


def _parts(value: object) -> tuple[str, ...]:
    """The parts of a Korean telephone number, none where it is no such number."""
    digits = _COUNTRY.sub("0", _SIGNS.sub("", str(value)), count=1)
    tries = (pattern.fullmatch(text) for text in (digits, f"0{digits}") for pattern in _NUMBERS)
    return next((match.groups() for match in tries if match), ())


def _unread(what: str, sample: str) -> ValueError:
    return ValueError(f"{josa(what, '이/가')} 아니어서 가릴 수 없습니다. {sample}처럼 적으세요.")
