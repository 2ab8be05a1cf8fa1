"""Numbers and money as official papers print them: thousands separated, △ before what is below zero.

Text that holds a number is taken too (`1,234,567`, `10,000원`), as spreadsheets give it. Text without a
digit (`실비`, `-`) is printed as it is; other text raises ValueError, so that no amount is guessed, and
so does a number from 10,000경 (10 to the 20th) up.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from docgen.korean.particles import josa

__all__ = ["hours", "number", "percent", "won", "won_words"]

_NUMBER: Final = re.compile(r"([-−△]?)\s*([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(\.[0-9]+)?\s*[원%]?")
_DIGITS: Final = "영일이삼사오육칠팔구"
_PLACES: Final = ("천", "백", "십", "")
_MYRIADS: Final = ("", "만", "억", "조", "경")
_LIMIT: Final = 10 ** (4 * len(_MYRIADS))


def number(value: object, decimals: int | None = None) -> str:
    """A number as `1,234,567`, below zero as `△1,234`; rounded half up to `decimals`, None: as it is."""
    figure = _figure(value)
    return figure if isinstance(figure, str) else _grouped(figure, decimals)


def percent(value: object, decimals: int = 1) -> str:
    """A share of a hundred as `83.3%`, rounded half up; below zero as `△2.5%`."""
    figure = _figure(value)
    return figure if isinstance(figure, str) else f"{_grouped(figure, decimals)}%"


def won(value: object) -> str:
    """An amount as `1,234,567원`, below zero as `△1,234원`; ValueError for a part of a won."""
    figure = _figure(value)
    return figure if isinstance(figure, str) else f"{_grouped(Decimal(_whole(figure)))}원"


def won_words(value: object) -> str:
    """An amount as letters write it in brackets: 113560 is `금일십일만삼천오백육십원` (시행규칙 제2조).

    일 stands before 십, 백 and 천 too, so that no stroke can be added. Below zero: `금마이너스일천원`.
    Raises ValueError for a part of a won.
    """
    figure = _figure(value)
    if isinstance(figure, str):
        return figure
    amount = _whole(figure)
    return f"금{'마이너스' if amount < 0 else ''}{_words(abs(amount))}원"


def hours(minutes: object) -> str:
    """A number of minutes as `1시간 30분`."""
    figure = _figure(minutes)
    if isinstance(figure, str):
        return figure
    if figure < 0 or figure % 1:
        raise ValueError(f"{josa(_grouped(figure), '은/는')} 분의 수가 아닙니다. 0 이상의 정수를 적으세요.")
    whole, rest = divmod(int(figure), 60)
    return " ".join(
        part for part, there in ((f"{whole}시간", whole), (f"{rest}분", rest or not whole)) if there
    )


def _figure(value: object) -> Decimal | str:
    """The number that a value is or says, or the word that stands for one."""
    if isinstance(value, str) and not any(sign.isdigit() for sign in value):
        return value.strip()
    figure = _read(value)
    if figure is None or not figure.is_finite():
        raise ValueError(f"'{value!s:.30}'에서 수를 읽을 수 없습니다. 1234567처럼 수만 적으세요.")
    if abs(figure) >= _LIMIT:
        raise ValueError("수가 너무 큽니다. 10,000경보다 작아야 합니다.")
    return figure


def _read(value: object) -> Decimal | None:
    if isinstance(value, float):
        return Decimal(str(round(value, 9)))  # what binary fractions leave behind is no part of the number
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    match = _NUMBER.fullmatch(str(value).strip())
    if match is None:
        return None
    sign, whole, part = match.groups()
    return Decimal(("-" if sign else "") + whole.replace(",", "") + (part or ""))


def _grouped(figure: Decimal, decimals: int | None = None) -> str:
    if decimals is not None:
        if decimals not in range(10):
            raise ValueError(f"소수 자리는 0부터 9까지 적습니다 (지금 {decimals}).")
        figure = figure.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    elif figure == figure.to_integral_value():
        figure = figure.to_integral_value()
    return f"{'△' if figure < 0 else ''}{abs(figure):,f}"


def _whole(figure: Decimal) -> int:
    if figure % 1:
        raise ValueError(f"{_grouped(figure)}원에 1원보다 작은 자리가 있습니다. round로 먼저 맞추세요.")
    return int(figure)


def _words(amount: int) -> str:
    """The reading of an amount, in groups of four digits from the right: 만, 억, 조, 경."""
    groups = []
    for myriad in _MYRIADS:
        amount, group = divmod(amount, 10_000)
        if group:
            groups.append(_group(group) + myriad)
    return "".join(reversed(groups)) or _DIGITS[0]


def _group(group: int) -> str:
    digits = zip(f"{group:04}", _PLACES, strict=True)
    return "".join(_DIGITS[int(digit)] + place for digit, place in digits if digit != "0")
