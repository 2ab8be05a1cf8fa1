"""How a value prints in a Word text: escaped, line breaks as line breaks, dates as Korean writes them.

What cannot be printed is *noted*, and the render goes on, so that one run names every fault: a name
that does not exist, a character that XML 1.0 forbids (production 2, Char). The notes of a render live
in a context variable: a compiled template is shared by threads.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, time
from types import FrameType
from typing import Any, Final

from jinja2 import Template, TemplateRuntimeError, Undefined
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from docgen.korean.dates import moment

__all__ = [
    "Forbidden",
    "Missing",
    "Note",
    "attribute",
    "colour",
    "finalize",
    "forbidden_paths",
    "missing_barred",
    "missing_known",
    "missing_name",
    "notes",
]

notes: ContextVar[list[Note]] = ContextVar("notes")

_SPECIAL: Final = re.compile("[&<>\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0\ufdd1\ufffe\uffff]")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0\ufdd1\ufffe\uffff]")
_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB: Final = '</w:t><w:tab/><w:t xml:space="preserve">'
_PRINTED: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": _BREAK, "\t": _TAB, "\r": None}
)
_COLOUR: Final = re.compile(r"#?([0-9A-Fa-f]{6})")


@dataclass(frozen=True, slots=True)
class Note:
    """A fault met while rendering: `line` is the line of the Jinja source, which has one tag a line."""

    line: int
    what: Missing | Forbidden


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A text that holds a character which XML cannot carry."""

    text: str

    @property
    def character(self) -> str:
        """The first such character as `U+000B`."""
        found = _FORBIDDEN.search(self.text)
        return f"U+{ord(found[0]):04X}" if found else ""


class Missing(Undefined):
    """A name that does not exist. It may be tested (`if x`, `x is defined`, `default`); any other use
    is noted, and prints as nothing so that the render can go on to the next fault."""

    __slots__ = ()

    def _note(self, *_: object, **__: object) -> Missing:
        _take_note(self)
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


def _take_note(what: Missing | Forbidden) -> None:
    if isinstance(what, Missing) and what._undefined_exception is _SilentError:
        return
    notes.get().append(Note(_template_line(), what))


def _template_line() -> int:
    """The line of the template source that is being rendered: the nearest compiled template's frame."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            return template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return 1


def finalize(value: object) -> object:
    """A value as it stands in the text of a run (`w:t`, ECMA-376 17.3.3.31)."""
    if value is None:
        return Markup()
    if isinstance(value, Markup):  # made by a macro or a filter: escaped already
        return Markup(str(value).replace("\n", _BREAK)) if "\n" in value else value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Undefined):
        return Markup(str(value))
    if isinstance(value, date | time):
        return Markup(moment(value))
    return _text(str(value))


def _text(value: str) -> Markup:
    if not _SPECIAL.search(value):
        return Markup(value)
    return Markup(_clean(value).replace("\r\n", "\n").translate(_PRINTED))


def _clean(value: str) -> str:
    if not _FORBIDDEN.search(value):
        return value
    _take_note(Forbidden(value))
    return _FORBIDDEN.sub("", value)


def attribute(value: object) -> Markup:
    """A value as it stands in an attribute: escaped, one line, nothing that closes the quotes."""
    text = " ".join(_clean(str(value)).split())
    return Markup(text.translate(_PRINTED).replace('"', "&quot;"))


def colour(value: object) -> Markup:
    """A colour as Word stores it: six hexadecimal digits, or `auto` for what is no such colour."""
    match = _COLOUR.fullmatch(str(value).strip())
    return Markup(match[1].upper() if match else "auto")


def forbidden_paths(data: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the data that holds a character XML forbids: its dotted path and the character."""
    if isinstance(data, str):
        if _FORBIDDEN.search(data):
            yield path, Forbidden(data).character
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from forbidden_paths(value, f"{path}.{key}" if path else str(key))
    elif isinstance(data, list | tuple):
        for n, value in enumerate(data):
            yield from forbidden_paths(value, f"{path}[{n}]")
