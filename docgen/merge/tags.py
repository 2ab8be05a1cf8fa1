"""Tags in the text of a paragraph: where each begins and ends, its kind, and what it governs.

A tag is docxtpl's: `{{ value }}`, `{% statement %}` or `{# comment #}`; a letter right behind the
bracket (`{%tr …`, `{%p …`, `{{r …`) says that the whole row, paragraph, cell or run stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["SCOPES", "Kind", "Scope", "Tag", "Unclosed", "generated", "scan"]

Kind = Literal["{{", "{%", "{#"]
Scope = Literal["", "r", "p", "tc", "tr"]

SCOPES: Final = ("tr", "tc", "p", "r")

_CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENER: Final = re.compile(r"\{[{%#]")
_SCOPE: Final = re.compile(r"(tr|tc|p|r)\s+(?=\S)")
# Inside a tag a closing bracket counts only outside quotes.
_INSIDE: Final = {
    closer: re.compile(rf""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?P<end>{re.escape(closer)})""")
    for closer in ("}}", "%}")
}
# Word's autocorrection turns the quotes of an expression into typographic ones, and spaces into hard ones.
_STRAIGHT: Final = str.maketrans("“”„‟‘’‚‛\u00a0\u3000\n\t\r", "\"\"\"\"''''     ")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: `start` and `end` in the paragraph's text, `inner` what stands between the brackets.

    `inner` has straight quotes and plain spaces, and its scope letter is cut off.
    """

    kind: Kind
    scope: Scope
    inner: str
    start: int
    end: int
    text: str

    @property
    def source(self) -> str:
        """The tag as Jinja reads it."""
        return f"{self.kind}{self.inner}{_CLOSERS[self.kind]}"

    @property
    def words(self) -> list[str]:
        """The words of a statement without the marks of white space control: `for`, `x`, `in`, …"""
        return self.inner.strip("-+ ").split()

    @property
    def keyword(self) -> str:
        """The first word of a statement, empty for values and comments."""
        return self.words[0] if self.kind == "{%" and self.words else ""


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A bracket that opens a tag which the paragraph does not close."""

    start: int
    text: str


def scan(text: str) -> Iterator[Tag | Unclosed]:
    """The tags of a paragraph's text from left to right; the scan goes on behind an unclosed bracket."""
    straight = text.translate(_STRAIGHT)
    position = 0
    while opener := _OPENER.search(straight, position):
        end = _end(straight, opener)
        if end is None:
            yield Unclosed(opener.start(), text[opener.start() : opener.start() + 40])
            position = opener.end()
        else:
            yield _tag(opener[0], straight[opener.end() : end - 2], opener.start(), end, text)
            position = end


def generated(source: str) -> Tag:
    """A tag that the engine itself puts into a template."""
    return _tag(source[:2], source[2:-2], 0, len(source), source)


def _end(text: str, opener: re.Match[str]) -> int | None:
    closer = _CLOSERS[opener[0]]
    if opener[0] != "{#":
        for match in _INSIDE[closer].finditer(text, opener.end()):
            if match["end"]:
                return match.end()
    # A comment, or quotes that do not pair up: the next bracket closes, and Jinja judges the rest.
    found = text.find(closer, opener.end())
    return None if found < 0 else found + len(closer)


def _tag(kind: str, inner: str, start: int, end: int, text: str) -> Tag:
    scope: Scope = ""
    if match := _SCOPE.match(inner):
        scope, inner = match[1], " " + inner[match.end() :]  # type: ignore[assignment] # the pattern's words are the scopes
    return Tag(kind, scope, inner, start, end, text[start:end])  # type: ignore[arg-type] # as are the kinds
