"""Amounts by the tables of the guideline: a fee by its rate, a share, what is cut to the won.

A rate is a row of `fees.yaml`: up to `base_count` units (hours, papers, pages) it pays `base_won`, for each
further one `further_won`, at most `cap_won`; an amount that is not printed is None. Every function takes None
for a value that is not there and gives None, as those of docgen.rules.functions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from math import floor
from typing import Any, Final

from docgen.korean.numbers import number

__all__ = ["AMOUNTS", "amount", "band", "cut", "difference", "plus", "times", "working"]

Rate = Mapping[str, Any]
_FIGURE: Final = re.compile(r"(\d[\d,]{0,20}(?:\.\d{1,9})?)(\D{0,20})")


def band(rates: Mapping[str, Rate], group: str, count: float | None) -> Rate | None:
    """The row of a group that a count falls into: the first whose `up_to` is not exceeded (붙임)."""
    rows = (rate for rate in rates.values() if rate["group"] == group)
    if count is None:
        return None
    return next((rate for rate in rows if rate["up_to"] is None or count <= rate["up_to"]), None)


def amount(rate: Rate | None, count: float | None) -> int | None:
    """What a rate pays for a count; None where a part of it is not printed, or a unit is broken (G-89)."""
    won = _uncapped(rate, count)
    cap = rate["cap_won"] if rate else None
    return won if won is None or cap is None else min(won, cap)


def working(rate: Rate | None, count: float | None) -> str | None:
    """How an amount comes about, as a statement prints it: "120,000 + 100,000 × 2시간"."""
    won = _uncapped(rate, count)
    if rate is None or count is None or won is None:
        return None
    further = _further(rate, count)
    parts = [f"{rate['base_won']:,}"] if rate["base_won"] else []
    if further:
        parts.append(f"{rate['further_won']:,} × {further:g}{rate['unit']}")
    capped = rate["cap_won"] is not None and won > rate["cap_won"]
    return " + ".join(parts or ["0"]) + (f" → 상한 {rate['cap_won']:,}" if capped else "")


def _uncapped(rate: Rate | None, count: float | None) -> int | None:
    if rate is None or count is None or count <= 0:
        return None
    further = _further(rate, count)
    if not further:
        won: int | None = rate["base_won"]
        return won
    if rate["further_won"] is None or further % 1:
        return None
    return int(rate["base_won"] + rate["further_won"] * further)


def _further(rate: Rate, count: float) -> float:
    """The units beyond those that the base pays for; none where the rate pays one sum."""
    return max(count - rate["base_count"], 0) if rate["base_count"] is not None else 0


def times(*factors: float | None) -> float | int | None:
    """A product; None where a factor is not there. Of whole numbers a whole number; no binary fractions."""
    if any(factor is None for factor in factors):
        return None
    product = Decimal(1)
    for factor in factors:
        product *= Decimal(str(factor))
    return int(product) if product == product.to_integral_value() else float(product)


def plus(*summands: float | None) -> float | int | None:
    """A sum of what is there; None where nothing is."""
    there = [summand for summand in summands if summand is not None]
    return sum(there) if there else None


def cut(value: float | None, unit: int = 1) -> int | None:
    """An amount cut down to whole units of won (G-111): 원 미만, or 10원 미만, is dropped; so `-cut(-x)` is
    the least amount of whole won that is not below x."""
    return None if value is None else floor(Decimal(str(value)) / unit) * unit


def difference(before: str | None, after: str | None) -> str | None:
    """What a written figure grows by, as a change is told (80% → 100%: 20%p); None where the two texts are
    no figures of one unit."""
    figures = [_FIGURE.fullmatch(text.strip()) for text in (before or "", after or "")]
    if not all(figures):
        return None
    (old, unit), (new, other) = (found.groups() for found in figures if found)
    grown = number(Decimal(new.replace(",", "")) - Decimal(old.replace(",", "")))
    return f"{grown}{'%p' if unit == '%' else unit}" if unit == other else None


AMOUNTS: Final = {
    function.__name__: function for function in (band, amount, working, times, plus, cut, difference)
}
