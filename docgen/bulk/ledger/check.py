"""The check value of a number: shows without the register that whoever keeps the key gave it out.

Twenty signs in four groups, `7K3M2-9QXYZ-04T5B-NW8AE`, in Crockford's base 32 (no I, L, O, U; case and
hyphens do not matter): the day of issue (15 bits), a digest of the institution (20 bits) and the first 65
bits of an HMAC-SHA-256 (RFC 2104) over both and the number. Nothing in it tells of a person.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from docgen.errors import Diagnostic, UsageError
from docgen.formats.files import cause, read_file

__all__ = ["Key", "is_check", "of_institution", "same_check"]

_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES: Final = {sign: value for value, sign in enumerate(_SIGNS)} | {"I": 1, "L": 1, "O": 0}
_LENGTH, _GROUP = 20, 5
_DAY_BITS, _PLACE_BITS, _MAC_BITS = 15, 20, 65
_FIRST_DAY: Final = date(2020, 1, 1)
_HEAD: Final = "docgen-key-1 "
_SECRET_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Key:
    """The secret that check values are made with; `made` where it was new."""

    secret: bytes
    made: bool = False

    def check(self, number: str, institution: str, issued_on: date) -> str:
        """The check value of a number; UsageError for a day before 2020 or after 2109."""
        days = (issued_on - _FIRST_DAY).days
        if not 0 <= days < 1 << _DAY_BITS:
            message = f"발급일은 2020년부터 2109년까지입니다: {issued_on}"
            raise UsageError(Diagnostic("ledger.day", message, hint="날짜를 확인하세요."))
        head = days << _PLACE_BITS | _place(institution)
        return _written(head << _MAC_BITS | self._mac(head, number))

    def issued_on(self, number: str, check: str) -> date | None:
        """The day when a number with this check value was issued; None where the two do not belong together.

        So it is for a number or check value that was made up or mistyped, and for the key of another.
        """
        value = _read(check)
        if value is None:
            return None
        head, mac = value >> _MAC_BITS, value & (1 << _MAC_BITS) - 1
        width = (_MAC_BITS + 7) // 8
        if not hmac.compare_digest(mac.to_bytes(width), self._mac(head, number).to_bytes(width)):
            return None
        return _FIRST_DAY + timedelta(days=head >> _PLACE_BITS)

    def _mac(self, head: int, number: str) -> int:
        digest = hmac.digest(self.secret, head.to_bytes(5) + number.encode(), "sha256")
        return int.from_bytes(digest) >> 256 - _MAC_BITS

    @classmethod
    def open(cls, path: Path) -> Key:
        """The key of a file, made where there is none. Raises UsageError where it is no key."""
        try:
            return cls.create(path)
        except FileExistsError:
            return cls.load(path)

    @classmethod
    def create(cls, path: Path) -> Key:
        """A new key in a new file that only its owner may read. Raises FileExistsError, and UsageError."""
        secret = secrets.token_bytes(_SECRET_BYTES)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(f"{_HEAD}{secret.hex()}\n")
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            raise
        except OSError as error:
            message = f"열쇠 파일을 쓸 수 없습니다: {path} ({cause(error)})"
            raise UsageError(Diagnostic("key.unwritable", message, file=str(path))) from error
        return cls(secret, made=True)

    @classmethod
    def load(cls, path: Path) -> Key:
        """The key of an existing file. Raises UsageError where it is missing or no key."""
        head, _, digits = read_file(path).decode("ascii", "replace").strip().partition(" ")
        try:
            secret = bytes.fromhex(digits)
        except ValueError:
            secret = b""
        if f"{head} " != _HEAD or len(secret) != _SECRET_BYTES:
            hint = "'docgen ledger key'로 만든 파일을 적으세요."
            raise UsageError(
                Diagnostic("key.none", f"열쇠 파일이 아닙니다: {path}", file=str(path), hint=hint)
            )
        return cls(secret)


def of_institution(check: str, institution: str) -> bool:
    """Whether a check value is one of this institution's, going by what it says without the key."""
    value = _read(check)
    return value is not None and value >> _MAC_BITS & (1 << _PLACE_BITS) - 1 == _place(institution)


def is_check(text: str) -> bool:
    """Whether a text has the form of a check value."""
    return _read(text) is not None


def same_check(one: str, other: str) -> bool:
    """Whether two texts are the same check value, however it was typed."""
    return is_check(one) and _read(one) == _read(other)


def _place(institution: str) -> int:
    """What stands for the institution."""
    return int.from_bytes(hashlib.sha256(institution.encode()).digest()) >> 256 - _PLACE_BITS


def _written(value: int) -> str:
    signs = "".join(_SIGNS[value >> 5 * place & 31] for place in reversed(range(_LENGTH)))
    return "-".join(signs[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def _read(text: str) -> int | None:
    signs = [_VALUES.get(sign) for sign in text.upper() if sign not in "- "]
    if len(signs) != _LENGTH:
        return None
    value = 0
    for sign in signs:
        if sign is None:
            return None
        value = value << 5 | sign
    return value
