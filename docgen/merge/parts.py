"""One part of a Word file compiled to a Jinja template: literal XML and tags, each tag on its own line.

The line number that Jinja keeps for errors is thereby the number of the tag. The line breaks that make
it so are taken out of the data again by an extension, before they reach the output; line breaks of the
XML itself are written as character references beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from jinja2 import Template, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from lxml import etree

from docgen.errors import Diagnostic
from docgen.korean.dates import moment
from docgen.merge.emptiness import KEEPERS, guard
from docgen.merge.found import PlacedTag
from docgen.merge.grammar import check_tags
from docgen.merge.limits import MAX_TAGS
from docgen.merge.markers import MARK, unmark
from docgen.merge.notes import Missing
from docgen.merge.objects import adopt
from docgen.merge.official import FILTERS as OFFICIAL
from docgen.merge.places import part_label
from docgen.merge.plain import FILTERS
from docgen.merge.run import current
from docgen.merge.sandbox import PrintingGenerator, Sandbox
from docgen.merge.tree import Prepared, prepare
from docgen.merge.values import attribute, block, colour, finalize, key, printed, rows, span, switch

__all__ = ["MergeSandbox", "Part", "compile_part", "merge_environment"]

# What would read as a tag, and is text of the file: written so that XML reads the same and Jinja nothing.
# docxtpl's escapes come out as the brackets that they stand for.
_LITERAL: Final = (
    *(("{{", "&#123;{"), ("{%", "&#123;%"), ("{#", "&#123;#"), ("\n", "&#10;")),
    *(("{_{", "&#123;&#123;"), ("}_}", "}}"), ("{_%", "&#123;%"), ("%_}", "%}")),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A compiled part: its name in the package, its template, the tag on each line of the source.

    `settles` where the rendered part needs the last pass (docgen.merge.settle) whatever the data;
    `namespaces` are those that its root declares, by their prefixes.
    """

    name: str
    template: Template
    tags: tuple[PlacedTag, ...]
    settles: bool
    namespaces: Mapping[str, str]

    def tag(self, line: int) -> PlacedTag:
        """The tag that stands on a line of the source, counted from 1; the first line has none."""
        return self.tags[max(line - 2, 0)]


def compile_part(root: etree._Element, name: str, env: MergeSandbox) -> tuple[Part | None, list[Diagnostic]]:
    """Compile a part, whose tree is changed; None where it has no tags or faults that bar it."""
    _take_out_markers(root)
    prepared = prepare(root, name)
    if not prepared.tags:
        return None, prepared.findings
    if len(prepared.tags) > MAX_TAGS:
        message = f"태그가 너무 많습니다 (최대 {MAX_TAGS:,}개)."
        return None, [Diagnostic("template.too-many-tags", message, place=part_label(name))]
    guard(prepared)
    source, tags = _source(prepared)
    written = [placed for placed in tags if placed.place.part]  # not those that the engine wraps around
    findings = [*prepared.findings, *check_tags(written), *_inner_filters(written)]
    try:
        template = env.from_string(source)
    except TemplateSyntaxError:
        return None, [*prepared.findings, *check_tags(written, env)]
    namespaces = {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
    return Part(name, template, tags, prepared.settles, namespaces), findings


def _inner_filters(written: Iterable[PlacedTag]) -> Iterator[Diagnostic]:
    """A fault for each tag that names a filter of the engine's own: some let XML through as it is."""
    for placed in written:
        if "docgen_" in placed.tag.text:
            message = "'docgen_'로 시작하는 필터는 템플릿에서 쓸 수 없습니다."
            yield Diagnostic("template.barred", message, place=str(placed.place), tag=placed.tag.text)


def _take_out_markers(root: etree._Element) -> None:
    """A file that holds our noncharacters is no work of Word's: they go, so that none passes for a marker."""
    table = dict.fromkeys(map(ord, MARK))
    for element in root.iter():
        for name in ("text", "tail"):
            text = getattr(element, name)
            if text and any(character in text for character in MARK):
                setattr(element, name, text.translate(table))
        for attribute_name, value in element.attrib.items():
            if any(character in value for character in MARK):
                element.set(attribute_name, str(value).translate(table))


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


class MergeSandbox(Sandbox):
    """The sandbox of Word files: it counts what a render costs, and knows objects that print themselves."""

    code_generator_class = PrintingGenerator

    def turn(self, weight: int) -> None:
        """Called at every turn of a loop and every call of a macro."""
        current.get().turn(weight)

    def built(self, value: Any) -> Any:
        """A list or mapping that a template makes; LimitError where it holds too much or the time is over."""
        current.get().check_clock()
        return super().built(value)

    def joined(self, *values: Any) -> str:
        """The values of `a ~ b` as one text, objects and dates as they print."""
        return super().joined(*map(_piece, values))

    def is_safe_callable(self, obj: Any) -> bool:
        """No method of an object that prints itself: what the caller handed in stays as it is."""
        return adopt(getattr(obj, "__self__", None)) is None and super().is_safe_callable(obj)


def _piece(value: object) -> object:
    """A value as `~` joins it: not yet escaped, unless it is an object that stands in the text."""
    if value is None:
        return ""
    if isinstance(value, date | time):
        return moment(value)
    return value if adopt(value) is None else printed(value)


def merge_environment(
    filters: Iterable[tuple[str, Any]], tests: Iterable[tuple[str, Any]], names: Iterable[tuple[str, Any]]
) -> MergeSandbox:
    """A sandbox for Word files, with filters, tests and global names of the caller's own."""
    env = MergeSandbox(
        autoescape=True, undefined=Missing, finalize=finalize, extensions=[_Unbroken], cache_size=0
    )
    env.filters.update(FILTERS, **OFFICIAL, **dict(filters))
    env.tests.update(tests)
    env.globals.update(names)
    inner = {
        "attribute": attribute,
        "block": block,
        "colour": colour,
        "key": key,
        "whole": rows,
        "span": span,
        "switch": switch,
    }
    env.filters.update({f"docgen_{name}": function for name, function in inner.items()}, **KEEPERS)
    env.filters["docgen_id"] = lambda _: current.get().next_id()
    return env


class _Unbroken(Extension):
    """Takes the line breaks that number the tags out of the data."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, "data", token.value.replace("\n", ""))
            else:
                yield token
