"""Derived values: computed from the case by expressions that are data, never typed.

`docgen/guideline/<edition>/derived.yaml` maps paths to expressions, evaluated in order over the completed
data, each seeing those before:

    sessions[].minutes: minutes(it.start, it.end, it.break_minutes)
    runs: …                          # a name of its own at the top
    index.sessions: …                # scratch, gone at the end

An expression sees every section, `it` (what gets the value), `up` (what holds the list that `it` is in),
`n` (the place of `it` in that list, from 1) and `guideline` (its tables). A template's own `derive:` maps
names to expressions over what the template reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Final

from jinja2 import TemplateError as JinjaError

from docgen.case import Case
from docgen.case.complete import complete
from docgen.case.guideline import derived, tables
from docgen.case.references import edition_of
from docgen.case.schemas import Sources, load_schemas
from docgen.errors import Diagnostic, TemplateError
from docgen.korean.particles import quoted
from docgen.merge.limits import LimitError
from docgen.rules.expressions import expression
from docgen.rules.paths import Step, parse

__all__ = ["computing", "derive", "derive_case", "derived_data"]

_SCRATCH = "index"
_OF_OTHERS: Final = (
    *("case", "school", "institution", "staff_counts", "expenses", "fee_days", "courses", "runs"),
    *("diagnosis", "satisfaction", "instructors", "sessions", "cancellation", "good_cases"),
)
"""What is kept of each of many cases; the rest (answers, attendance, photos) would fill the memory."""


@lru_cache(maxsize=2)
def derived_data(case: Case, sources: Sources) -> Mapping[str, Any]:
    """Every section of a case, completed, with the derived values of its edition; not to be changed.

    `cases` is a list with what papers over many schools sum up, of each case beside this one. Kept for the
    next template that asks: all papers of a school read the same data.
    """
    data = complete(case, load_schemas(sources), sources)
    derive_case(data, edition_of(case), [_summed(other, sources) for other in case.others])
    return data


def _summed(case: Case, sources: Sources) -> dict[str, Any]:
    data = complete(case, load_schemas(sources), sources)
    derive_case(data, edition_of(case))
    return {name: data[name] for name in _OF_OTHERS}


def derive_case(data: dict[str, Any], edition: str, others: Iterable[Mapping[str, Any]] = ()) -> None:
    """Put the derived values of an edition into completed data, which hold every section; `others` are what
    cases read together with it give, as `cases`."""
    data[_SCRATCH] = {}
    data["cases"] = list(others)
    names = data | {"guideline": tables(edition)}
    for path, text in derived(edition).items():
        *holder, key = parse(path)
        compiled = expression(text)
        name = str(key)
        for it, up, n in _holders(data, holder):
            it[name] = compiled({**names, "it": it, "up": up, "n": n})
            if it is data:
                names[name] = it[name]
    del data[_SCRATCH]


def derive(expressions: Mapping[str, str], data: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a template's own names, each from the data and the names before it.

    Raises TemplateError naming the one that cannot be computed.
    """
    found: dict[str, Any] = {}
    for name, text in expressions.items():
        with computing(name, text):
            found[name] = expression(text, strict=True)({**data, **found})
    return found


@contextmanager
def computing(name: str, text: str) -> Iterator[None]:
    """Make TemplateError of what keeps an expression of a template.yaml from being computed."""
    try:
        yield
    except (JinjaError, LimitError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        message = f"{quoted(name, '을/를')} 계산하지 못했습니다: {error}"
        hint = f"template.yaml에서 고치세요: {text}"
        raise TemplateError(Diagnostic("derive.failed", message, hint=hint)) from None


def _holders(value: Any, steps: list[Step], up: Any = None, n: int = 1) -> Iterator[tuple[Any, Any, int]]:
    """The objects that a path leads to, each with what holds its list and its place there."""
    if not steps:
        yield value, up, n
    elif steps[0] not in value:  # a section that the schemas do not have
        return
    elif len(steps) > 1 and steps[1] is None:
        for place, item in enumerate(value[steps[0]] or (), 1):
            yield from _holders(item, steps[2:], value, place)
    else:
        yield from _holders(value[steps[0]], steps[1:], up, n)
