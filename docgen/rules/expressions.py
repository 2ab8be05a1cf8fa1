"""The sandbox that rules and derived values are asked in: Jinja expressions over completed data."""

from __future__ import annotations

from functools import cache, lru_cache

from jinja2 import ChainableUndefined, StrictUndefined, Undefined
from jinja2.environment import TemplateExpression

from docgen.merge.sandbox import Sandbox, environment
from docgen.rules.functions import FILTERS, FUNCTIONS

__all__ = ["expression", "sandbox"]


@cache
def sandbox(undefined: type[Undefined] = Undefined) -> Sandbox:
    """The sandbox with our functions; `undefined` says what a name is that the data lack, as Jinja's."""
    made = environment(undefined=undefined)
    made.globals |= FUNCTIONS
    made.filters |= FILTERS
    return made


@lru_cache(maxsize=2000)
def expression(text: str, strict: bool = False) -> TemplateExpression:
    """An expression, compiled; called with the names that it may use, it gives None for what is nothing.

    A name that the data lack is nothing too, and so is what is in it; an error where `strict`.
    """
    return sandbox(StrictUndefined if strict else ChainableUndefined).compile_expression(text)
