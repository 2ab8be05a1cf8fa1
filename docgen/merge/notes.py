"""What is noted of a value while a part is rendered, so that one run names every fault.

The render goes on: a name that does not exist prints as nothing, a character that XML 1.0 forbids
(production 2, Char) is left out, a picture that is none is not shown; docgen.merge.faults words them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import FrameType
from typing import Any, Final

from jinja2 import Template, TemplateRuntimeError, Undefined
from jinja2.exceptions import SecurityError

from docgen.errors import Severity
from docgen.merge.run import Note, current

__all__ = [
    "FORBIDDEN",
    "Fault",
    "Forbidden",
    "Missing",
    "forbidden_paths",
    "missing_barred",
    "missing_known",
    "missing_name",
    "take_note",
]

FORBIDDEN: Final = re.compile("[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufdd0\ufdd1\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a value other than a name or a character: what a diagnostic says of it."""

    code: str
    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A text that holds a character which XML cannot carry."""

    text: str

    @property
    def character(self) -> str:
        """The first such character as `U+000B`."""
        found = FORBIDDEN.search(self.text)
        return f"U+{ord(found[0]):04X}" if found else ""


class Missing(Undefined):
    """A name that does not exist. It may be tested (`if x`, `x is defined`, `default`); any other use
    is noted, and prints as nothing so that the render can go on to the next fault."""

    __slots__ = ()

    def _note(self, *_: object, **__: object) -> Missing:
        take_note(self)
        return Missing(name=self._undefined_name, exc=_SilentError)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._note()

    def __str__(self) -> str:
        self._note()
        return ""

    __repr__ = __str__

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __len__(self) -> int:
        self._note()
        return 0

    def __eq__(self, other: object) -> bool:
        self._note()
        return False

    def __ne__(self, other: object) -> bool:
        self._note()
        return True

    def __contains__(self, item: object) -> bool:
        self._note()
        return False

    def __hash__(self) -> int:
        return id(type(self))


_OPERATORS: Final = (
    "add radd sub rsub mul rmul truediv rtruediv floordiv rfloordiv mod rmod pow rpow neg pos "
    "lt le gt ge call getitem"
)
for _operator in _OPERATORS.split():
    setattr(Missing, f"__{_operator}__", Missing._note)


class _SilentError(TemplateRuntimeError):
    """Marks a Missing whose fault is already noted."""


def missing_name(what: Missing) -> str:
    """The name that was asked for. A function, since an attribute would be in reach of templates."""
    return str(what._undefined_name)


def missing_barred(what: Missing) -> bool:
    """Whether the sandbox refused the attribute, rather than that it does not exist."""
    return what._undefined_exception is SecurityError


def missing_known(what: Missing, data: Iterable[str]) -> list[str]:
    """The names that would have been there: the keys of the object, or else the top of the data."""
    owner = what._undefined_obj
    return [str(key) for key in (owner if isinstance(owner, Mapping) else data)]


def take_note(what: Missing | Forbidden | Fault) -> None:
    """Note a fault at the tag that is being rendered."""
    if isinstance(what, Missing) and what._undefined_exception is _SilentError:
        return
    current.get().notes.append(Note(_template_line(), what))


def _template_line() -> int:
    """The line of the template source that is being rendered: the nearest compiled template's frame."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            return template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return 1


def forbidden_paths(data: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the data that holds a character XML forbids: its dotted path and the character."""
    if isinstance(data, str):
        if FORBIDDEN.search(data):
            yield path, Forbidden(data).character
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from forbidden_paths(value, f"{path}.{key}" if path else str(key))
    elif isinstance(data, list | tuple):
        for n, value in enumerate(data):
            yield from forbidden_paths(value, f"{path}[{n}]")
