"""What expressions over a case may call besides Jinja's filters, in rules, `derived.yaml` and `derive:`.

Every function takes None for a value that is not there, and gives None, or leaves the item out of a sum:
a half-written case has half its derived values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from docgen.rules.amounts import AMOUNTS
from docgen.rules.evidence import papers

__all__ = ["FILTERS", "FUNCTIONS"]

Items = Iterable[Mapping[str, Any]]


def years_before(day: date, years: int) -> date:
    """The same day some years before; 28 February where there is no 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def day(moment: date | None) -> date | None:
    """The date of a date-time."""
    return moment.date() if isinstance(moment, datetime) else moment


def days_after(start: date | None, days: int) -> date | None:
    """The day that many days after, the first not counted: 14 days after 31 July is 14 August."""
    return None if start is None else start + timedelta(days=days)


def days(start: date | None, end: date | None) -> int | None:
    """The days from the first to the last, both counted; one day where no end is given."""
    return None if start is None else ((end or start) - start).days + 1


def next_month(start: date | None, number: int) -> date | None:
    """The day of that number in the month after: the 3rd of the next month."""
    return None if start is None else (start.replace(day=1) + timedelta(days=31)).replace(day=number)


def month_after(start: date | None) -> date | None:
    """The same day of the next month; its last day where there is none such (G-104)."""
    if start is None:
        return None
    last = (start.replace(day=1) + timedelta(days=62)).replace(day=1) - timedelta(days=1)
    return last.replace(day=min(start.day, last.day))


def minutes_before(moment: datetime | None, count: int) -> datetime | None:
    """The moment some minutes before."""
    return None if moment is None else moment - timedelta(minutes=count)


def minutes(start: datetime | None, end: datetime | None, pause: int | None = None) -> int | None:
    """The minutes from start to end without the pause."""
    if start is None or end is None:
        return None
    return int((end - start).total_seconds()) // 60 - (pause or 0)


def earliest(*moments: Any) -> Any:
    """The first of some days or moments."""
    return min((moment for moment in moments if moment is not None), default=None)


def percent_of(part: float | None, whole: float | None) -> float | None:
    """A share in percent, not rounded; None of nothing."""
    return part * 100 / whole if part is not None and whole else None


def minus(value: float | None, other: float | None) -> float | None:
    """A difference; of decimal figures (means) to the two places that they are given in."""
    return None if value is None or other is None else round(value - other, 2)


def mean(items: Items, key: str) -> float | None:
    """The mean of what the items have under a key; None of nothing."""
    values = [item[key] for item in items if item.get(key) is not None]
    return sum(values) / len(values) if values else None


def total(items: Items, key: str) -> Any:
    """The sum of what the items have under a key."""
    return sum(item[key] for item in items if item.get(key) is not None)


def first(items: Items, key: str) -> Any:
    """The least of what the items have under a key: the first day, the lowest number."""
    return min((item[key] for item in items if item.get(key) is not None), default=None)


def last(items: Items, key: str) -> Any:
    """The greatest of what the items have under a key: the last day, the highest number."""
    return max((item[key] for item in items if item.get(key) is not None), default=None)


def by(items: Items, *keys: str) -> dict[Any, list[Any]]:
    """The items under what they have in a key, or in several as a tuple: an index for long lists."""
    index: dict[Any, list[Any]] = {}
    for item in items:
        found = tuple(item[key] for key in keys)
        index.setdefault(found if len(keys) > 1 else found[0], []).append(item)
    return index


def of(items: Items, key: str, value: Any) -> list[Any]:
    """The items that have the value under a key; where a thing is referred to, its id is compared. Nothing
    has the value None."""
    return [] if value is None else [item for item in items if value in _ids(item[key])]


def distinct(items: Items, key: str) -> list[Any]:
    """What the items have under a key, each thing once, in their order."""
    found = [value for item in items if (value := item[key]) is not None]
    return [*{_ids(value)[0]: value for value in reversed(found)}.values()][::-1]


def each(items: Items, key: str, name: str) -> list[dict[str, Any]]:
    """What the items hold in a list under a key, one after another, each with its holder under a name."""
    return [{**inner, name: item} for item in items for inner in item[key]]


def grouped(items: Items, key: str, name: str) -> list[dict[str, Any]]:
    """The items together that have the same under a key: that as `id`, and the items under a name."""
    return [{"id": id_, name: held} for id_, held in by(items, key).items()]


def copies(items: Items) -> list[dict[str, Any]]:
    """The items as things of their own: of a table of the guideline, to derive values of its rows."""
    return [dict(item) for item in items]


def beside(items: Items, others: list[dict[str, Any]], key: str, name: str) -> list[dict[str, Any]]:
    """Each item with what the other has that names it: `item[key] == other[name]`; blank where none does."""
    index = {other[name]: other for other in others}
    names = {inner for other in others for inner in other}
    return [dict.fromkeys(names) | dict(item) | index.get(item[key], {}) for item in items]


def pairs(items: Items, key: str, many: str) -> frozenset[tuple[Any, Any]]:
    """What the items have under a key, with each of what they have in a list."""
    return frozenset((item[key], value) for item in items for value in item[many])


def replaced(people: list[dict[str, Any]], substitutes: Items) -> list[dict[str, Any]]:
    """The people who came: those who stood in for others (`for`, `by`) in the places of these."""
    by_whom = {each["for"]["id"]: each["by"] for each in substitutes}
    return [by_whom.get(person["id"], person) for person in people]


def answers(distribution: list[int | None]) -> int:
    """How many answered, of five counts (1 to 5 points)."""
    return sum(count or 0 for count in distribution)


def satisfied(distribution: list[int | None]) -> int:
    """How many of five counts (1 to 5 points) are answers of 4 or 5 points."""
    return sum(count or 0 for count in distribution[3:5])


def points(distribution: list[int | None]) -> int:
    """The sum of the points of the answers that five counts stand for."""
    return sum(score * (count or 0) for score, count in enumerate(distribution, 1))


def _ids(value: Any) -> list[Any]:
    """What a value is compared by: its id where it is a thing; a list by its items."""
    if isinstance(value, list):
        return [id_ for item in value for id_ in _ids(item)]
    return [value.get("id")] if isinstance(value, dict) else [value]


_OF_ITEMS: Final[tuple[Callable[..., Any], ...]] = (
    *(total, by, of, distinct, each, grouped, copies, beside, pairs, replaced),
    *(answers, satisfied, points),
)
FUNCTIONS: Final[Mapping[str, Callable[..., Any]]] = AMOUNTS | {
    function.__name__: function
    for function in (
        *(years_before, day, days, days_after, next_month, month_after, minutes, minutes_before),
        *(earliest, percent_of, minus, mean, papers),
    )
}
FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "first_of": first,
    "last_of": last,
    **{function.__name__: function for function in _OF_ITEMS},
}
