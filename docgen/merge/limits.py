"""What a template from a stranger may cost, and the guards that keep it there.

Two kinds of bound. A render counts its turns of loops, calls of macros, characters and seconds
(`Limits`, checked at every turn and every value). An expression may not make a giant at one stroke:
products, powers, widths, joins and formats are measured before they are carried out (the constants).
Not covered: the time of one call of a filter or method of the caller's own.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final

__all__ = [
    "LimitError",
    "Limits",
    "check_call",
    "check_format",
    "check_operation",
    "check_printed",
    "guarded",
]

MAX_TEXT: Final = 1_000_000  # characters of a text that an expression makes
MAX_ITEMS: Final = 300_000  # items of a list that an expression makes, or of one that it prints
MAX_WIDTH: Final = 10_000  # width of a format, of `center`, `ljust`, `batch` …
MAX_BITS: Final = 100_000  # of a whole number
MAX_TAGS: Final = 20_000  # in one part
SHORT: Final = 64  # characters of a value that its turn of a loop counts beforehand

_TEXTS: Final = (str, bytes)
_CONTAINERS: Final = (list, tuple, dict)
_LONG: Final = (str, bytes, list, tuple)
_SCREENFUL: Final = 5_000
_NUMBERS: Final = re.compile(r"\d+")


class LimitError(Exception):
    """A template asked for more than a limit allows; the text says which."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one render may cost: `seconds` by the clock, `turns` of loops and calls of macros together,
    `characters` of all the XML that it writes."""

    seconds: float = 10.0
    turns: int = 1_000_000
    characters: int = 100_000_000


def _refuse_over(size: int, most: int, what: str) -> None:
    if size > most:
        raise LimitError(f"{what} (최대 {most:,})")


def _refuse_size(size: int, like: object) -> None:
    if isinstance(like, _TEXTS):
        _refuse_over(size, MAX_TEXT, "글이 너무 깁니다")
    else:
        _refuse_over(size, MAX_ITEMS, "목록이 너무 깁니다")


# --- operators -------------------------------------------------------------------------------------


def check_operation(operator: str, left: Any, right: Any) -> None:
    """Raise LimitError where `left operator right` would be a giant; for `*`, `**`, `+` and `%`."""
    if operator == "*":
        _check_product(left, right)
    elif operator == "**" and isinstance(left, int) and isinstance(right, int):
        _refuse_over(left.bit_length() * max(right, 0), MAX_BITS, "수가 너무 큽니다")
    elif operator == "%" and isinstance(left, _TEXTS):
        pattern = left if isinstance(left, str) else left.decode("latin-1")
        check_format(pattern)
        _check_filled(pattern.count("%"), right)
    elif operator == "+" and isinstance(left, _LONG) and isinstance(right, _LONG):
        _refuse_size(len(left) + len(right), left)
        if any(isinstance(item, _CONTAINERS) for side in (left, right) for item in side):
            size_of([left, right], whole=False)


def _check_product(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        _refuse_over(left.bit_length() + right.bit_length(), MAX_BITS, "수가 너무 큽니다")
        return
    for times, repeated in ((left, right), (right, left)):
        if isinstance(times, int) and isinstance(repeated, Sized):
            _refuse_size(times * (size_of(repeated) if times > 1 else 1), repeated)


# --- printing --------------------------------------------------------------------------------------


def check_format(pattern: str) -> None:
    """Raise LimitError where a `%` or `{}` pattern asks for a giant width, or takes one from the values."""
    for number in _NUMBERS.findall(pattern):
        _refuse_over(int(number[:12]), MAX_WIDTH, "서식의 너비가 너무 큽니다")
    if re.search(r"%[^a-zA-Z%]*\*", pattern):
        raise LimitError("서식의 너비를 값에서 가져올 수 없습니다")


def check_fields(pattern: str) -> None:
    """The same for `str.format`, where a specification may hold fields of its own."""
    check_format(pattern)
    for _, _, specification, _ in string.Formatter().parse(pattern):
        if specification and "{" in specification:
            raise LimitError("서식의 너비를 값에서 가져올 수 없습니다")


def check_printed(value: object) -> None:
    """Raise LimitError where the text of nested lists would be a giant."""
    size_of(value)


class Made(dict[Any, Any]):
    """An object that a template has made, told from the objects of the data."""


def built(value: Any) -> Any:
    """A list or mapping that a template has made; LimitError where all that it holds is too much:
    comparing or hashing it would take as long as printing it."""
    made = Made(value) if type(value) is dict else value
    size_of(made, whole=False)
    return made


def _check_filled(fields: int, values: object) -> None:
    """A field may take a value again and again; up to a screenful of values that is no matter."""
    size = size_of(values)
    if size > _SCREENFUL:
        _refuse_over(fields * size, MAX_TEXT, "글이 너무 깁니다")


def size_of(value: object, *, whole: bool = True) -> int:
    """Characters and items of nested lists, what is held twice counted twice; LimitError over the limit.

    Objects (mappings) count with all that they hold. Where not `whole`, those of the data count as one
    item each: the objects of a case refer to one another, and a list of them is no larger for that.
    """
    if isinstance(value, _TEXTS):
        return len(value)
    waiting, seen = [value], 0
    while waiting:
        item = waiting.pop()
        if isinstance(item, Made) or (whole and isinstance(item, Mapping)):
            waiting += [*item, *item.values()]
        elif isinstance(item, list | tuple | set | frozenset):
            waiting += item
        seen += len(item) if isinstance(item, _TEXTS) else 1
        _refuse_over(seen + len(waiting), MAX_ITEMS, "목록이 너무 깁니다")
    return seen


# --- filters and methods ---------------------------------------------------------------------------

# Filter → what its arguments may come to, as a number or as the length of a text.
_WIDTHS: Final[Mapping[str, int]] = {
    "batch": MAX_WIDTH,
    "center": MAX_WIDTH,
    "indent": 100,
    "round": 100,
    "slice": MAX_WIDTH,
    "sum": 100,
    "tojson": 16,
    "wordwrap": 10_000,
}
# They make one text of whatever they are given.
_PRINTING: Final = frozenset(
    (
        "capitalize",
        "center",
        "e",
        "escape",
        "forceescape",
        "format",
        "indent",
        "join",
        "list",
        "lower",
        "replace",
        "string",
        "striptags",
        "title",
        "tojson",
        "trim",
        "truncate",
        "upper",
        "urlencode",
        "wordcount",
        "wordwrap",
    )
)


# They make lists of lists, or one list of many.
_BUILDING: Final = frozenset(("batch", "slice", "groupby", "sum"))
_LISTING: Final = _BUILDING | {"join", "list"}


def guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that measures what it is asked for first; the filter itself where it cannot grow."""
    width = _WIDTHS.get(name)
    if width is None and name not in _PRINTING and name not in _BUILDING:
        return function
    skipped = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def measured(*arguments: Any, **options: Any) -> Any:
        value, *others = arguments[skipped:]
        size_of(value, whole=name not in _LISTING)
        if width is not None:
            _check_widths([*others, *options.values()], width)
        if name == "replace":
            _check_replace(str(value), *map(str, [*others, *options.values()][:2]))
        elif name == "format":
            check_format(str(value))
            _check_filled(str(value).count("%"), [*others, *options.values()])
        elif name in _LISTING and not isinstance(value, str):
            value = list(value)
            size_of(value, whole=False)
            arguments = (*arguments[:skipped], value, *others)
        if name == "join":
            _check_join(str(next(iter([*others, *options.values()]), "")), value)
        elif name == "indent":
            sizes = [len(a) if isinstance(a, Sized) else int(a) for a in [*others[:1], *options.values()]]
            _refuse_over(len(str(value)) * max(sizes, default=1), 10 * MAX_TEXT, "글이 너무 깁니다")
        return function(*arguments, **options)

    return measured


def _check_widths(arguments: Iterable[object], most: int) -> None:
    for argument in arguments:
        if isinstance(argument, Sized):
            _refuse_over(len(argument), most, "인자가 너무 깁니다")
        elif isinstance(argument, int):
            _refuse_over(argument, most, "너비가 너무 큽니다")


def _check_replace(text: str, old: str = "", new: str = "") -> None:
    _refuse_over(len(text) + text.count(old) * len(new), MAX_TEXT, "글이 너무 깁니다")


def _check_join(separator: str, items: Iterable[object]) -> None:
    lengths = [len(item) if isinstance(item, _TEXTS) else 1 for item in items]
    _refuse_over(sum(lengths) + len(separator) * len(lengths), MAX_TEXT, "글이 너무 깁니다")


def check_call(function: object, arguments: tuple[Any, ...], options: Mapping[str, Any]) -> None:
    """Raise LimitError where a method of a text or number would make a giant."""
    function = getattr(function, "__wrapped__", function)  # Jinja wraps str.format
    owner, name = getattr(function, "__self__", None), getattr(function, "__name__", "")
    if isinstance(owner, int) and name == "to_bytes":
        raise LimitError("to_bytes는 쓸 수 없습니다")
    if isinstance(function, type):  # dict, namespace, cycler: they hold what they are given
        size_of([*arguments, *options.values()], whole=False)
    if not isinstance(owner, _TEXTS):
        return
    if name in ("center", "ljust", "rjust", "zfill"):
        _check_widths([a for a in arguments if isinstance(a, int)], MAX_WIDTH)
    elif name == "expandtabs":
        _check_widths(arguments, 100)
    elif name == "replace":
        _check_replace(str(owner), *map(str, arguments[:2]))
    elif name == "join":
        _check_join(
            str(owner), *(argument for argument in arguments if isinstance(argument, list | tuple | str))
        )
    elif name in ("format", "format_map"):
        check_fields(str(owner))
        _check_filled(str(owner).count("{"), [*arguments, *options.values()])
    elif name == "translate":
        raise LimitError("translate는 쓸 수 없습니다")
