"""The sandbox in which every expression runs: templates and rules are data from strangers.

Jinja's immutable sandbox keeps underscored attributes, code objects and changes of the data out of
reach and bounds `range`. On top of it the filters that make markup of their own or differ from run to
run are taken away, and a key of the data comes before a method of the same name: `change.items` is the
list that the case holds, not Python's `dict.items`.
"""

from __future__ import annotations

from typing import Any, Final

from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.korean import FILTERS

__all__ = ["Sandbox", "environment"]

_BARRED_FILTERS: Final = ("pprint", "random", "safe", "urlize", "xmlattr")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with our filters and nothing that reaches outside the data."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        del self.globals["lipsum"]
        for name in _BARRED_FILTERS:
            del self.filters[name]
        self.filters.update(FILTERS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute` of an expression: the key of a mapping first, then what Jinja does."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def environment(**options: Any) -> Sandbox:
    """A fresh sandbox; `options` are Jinja's (extensions, undefined, finalize, autoescape …)."""
    return Sandbox(**options)
