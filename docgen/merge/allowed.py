"""What an expression may use, by name: Jinja's filters, and the attributes of built-in values.

Text, numbers, lists, objects and dates give what is listed here. Functions, classes, modules and
generators give nothing. What the caller of the Python API hands in of classes of its own gives its public
attributes, as docxtpl's users expect; the sandbox still bars what begins with an underscore.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from types import (
    BuiltinFunctionType,
    CodeType,
    FrameType,
    FunctionType,
    GeneratorType,
    MethodType,
    ModuleType,
)
from typing import Final

from docgen.korean.boxes import Blank

__all__ = ["FILTERS_OF_JINJA", "may_read"]

# Left out: pprint and random (other text in other runs), safe, urlize and xmlattr (markup of their own).
_FILTERS: Final = """
    abs attr batch capitalize center count d default dictsort e escape filesizeformat first float
    forceescape format groupby indent int items join last length list lower map max min reject rejectattr
    replace reverse round select selectattr slice sort string striptags sum title tojson trim truncate
    unique upper urlencode wordcount wordwrap
"""
FILTERS_OF_JINJA: Final = tuple(_FILTERS.split())

_TEXT: Final = """
    capitalize casefold center count endswith expandtabs find format index isalnum isalpha isdecimal isdigit
    islower isnumeric isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix
    replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title
    upper word zfill
"""
_MOMENT: Final = """
    date day fold hour isocalendar isoformat isoweekday microsecond minute month second strftime time
    timetuple toordinal weekday year
"""
_ATTRIBUTES: Final[Mapping[type | tuple[type, ...], frozenset[str]]] = {
    str: frozenset(_TEXT.split()),
    (int, float, complex): frozenset(["is_integer"]),
    bytes: frozenset(),
    (list, tuple): frozenset(["count", "grouper", "index", "list"]),  # groupby gives named tuples
    (set, frozenset): frozenset(),
    Mapping: frozenset(["get", "items", "keys", "values"]),
    (date, time): frozenset(_MOMENT.split()),
    timedelta: frozenset(["days", "seconds", "total_seconds"]),
}
_CLOSED: Final = (
    BuiltinFunctionType,
    CodeType,
    FrameType,
    FunctionType,
    GeneratorType,
    MethodType,
    ModuleType,
    type,
)


def may_read(value: object, name: str) -> bool:
    """Whether an expression may read an attribute of a value."""
    if isinstance(value, Blank):
        return True
    for kind, names in _ATTRIBUTES.items():
        if isinstance(value, kind):
            return name in names
    return not isinstance(value, _CLOSED)
