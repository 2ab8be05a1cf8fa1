"""Korean as documents write it: dates, ranges, boxes. `FILTERS` names each for templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from docgen.korean.boxes import box, check, rows
from docgen.korean.dates import kdate, krange, ktime, weekday
from docgen.korean.particles import josa

__all__ = ["FILTERS"]

FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "box": box,
    "check": check,
    "josa": josa,
    "kdate": kdate,
    "krange": krange,
    "ktime": ktime,
    "rows": rows,
    "weekday": weekday,
}
