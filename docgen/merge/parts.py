"""One part of a Word file compiled to a Jinja template: literal XML and tags, each tag on its own line.

The line number that Jinja keeps for errors is thereby the number of the tag. The line breaks that make
it so are taken out of the data again by an extension, before they reach the output; line breaks of the
XML itself are written as character references beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from jinja2 import Template, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from lxml import etree

from docgen.errors import Diagnostic
from docgen.merge.emptiness import KEEPERS, guard
from docgen.merge.grammar import check_tags
from docgen.merge.sandbox import Sandbox, environment
from docgen.merge.tree import PlacedTag, Prepared, prepare, unmark
from docgen.merge.values import Missing, attribute, colour, finalize

__all__ = ["Part", "compile_part"]

# What would read as a tag, and is text of the file: written so that XML reads the same and Jinja nothing.
_LITERAL: Final = (("{{", "&#123;{"), ("{%", "&#123;%"), ("{#", "&#123;#"), ("\n", "&#10;"))


@dataclass(frozen=True, slots=True)
class Part:
    """A compiled part: its name in the package, its template, the tag on each line of the source."""

    name: str
    template: Template
    tags: tuple[PlacedTag, ...]

    def tag(self, line: int) -> PlacedTag:
        """The tag that stands on a line of the source, counted from 1; the first line has none."""
        return self.tags[max(line - 2, 0)]


def compile_part(root: etree._Element, name: str) -> tuple[Part | None, list[Diagnostic]]:
    """Compile a part, whose tree is changed; None where it has no tags or faults that bar it."""
    prepared = prepare(root, name)
    if not prepared.tags:
        return None, prepared.findings
    guard(prepared)
    source, tags = _source(prepared)
    findings = [*prepared.findings, *check_tags(tags)]
    try:
        template = _environment().from_string(source)
    except TemplateSyntaxError:
        return None, [*prepared.findings, *check_tags(tags, _environment())]
    return Part(name, template, tags), findings


def _source(prepared: Prepared) -> tuple[str, tuple[PlacedTag, ...]]:
    text = etree.tostring(prepared.root, encoding="unicode")
    pieces, tags = [], []
    for literal, number in unmark(text):
        for raw, written in _LITERAL:
            literal = literal.replace(raw, written)
        pieces.append(literal)
        if number is not None:
            tags.append(prepared.tags[number])
            pieces.append("\n" + prepared.tags[number].tag.source)
    return "".join(pieces), tuple(tags)


@cache
def _environment() -> Sandbox:
    env = environment(
        autoescape=True, undefined=Missing, finalize=finalize, extensions=[_Unbroken], cache_size=0
    )
    env.filters.update({"docgen_attribute": attribute, "docgen_colour": colour}, **KEEPERS)
    return env


class _Unbroken(Extension):
    """Takes the line breaks that number the tags out of the data."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, "data", token.value.replace("\n", ""))
            else:
                yield token
