"""Korean as documents write it: dates, money, names, boxes. `FILTERS` names each for templates.

A filter gives a blank value back as it is, and raises ValueError with a Korean sentence for one that it
cannot read; docs/filters.md shows each to who keeps the templates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from docgen.korean.boxes import box, check, leaving_blank, rows
from docgen.korean.dates import age, kdate, kmonth, krange, ktime, weekday
from docgen.korean.items import numbered
from docgen.korean.numbers import hours, number, percent, won, won_words
from docgen.korean.particles import josa
from docgen.korean.people import mask_email, mask_id, mask_name, mask_phone, phone

__all__ = ["FILTERS"]

_OF_VALUES: Final[tuple[Callable[..., object], ...]] = (
    *(kdate, kmonth, ktime, weekday, age),
    *(number, percent, won, won_words, hours),
    *(phone, mask_email, mask_id, mask_name, mask_phone),
    *(josa, numbered),
)

FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "box": box,
    "check": check,
    "krange": krange,  # knows an open start from a blank period by itself
    "rows": rows,
    **{write.__name__: leaving_blank(write) for write in _OF_VALUES},
}
