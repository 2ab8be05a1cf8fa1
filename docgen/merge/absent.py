"""Names that the data lack, found by reading the tags: for a template, or the rest of one, that cannot run.

A render names every missing value that it meets. Where the tags do not compile, or one of them fails, the
others are read instead, so that one run still tells them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import Environment

from docgen.errors import Diagnostic
from docgen.formats.package import Package
from docgen.merge.faults import missing_finding
from docgen.merge.fields import Shape, Tagged, read_fields
from docgen.merge.found import PlacedTag
from docgen.merge.grammar import check_tags, closer_of, depth_change, opener_of
from docgen.merge.tags import generated
from docgen.merge.tree import prepare

__all__ = ["absent", "sound"]


@dataclass(frozen=True)
class _Sound:
    """The tags of a part that can be read."""

    tags: Sequence[PlacedTag]


def absent(parts: Iterable[Tagged], data: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """A finding for each tag that reads a name which the data lack, and does not only ask for it."""
    found = _absent(read_fields(parts), [data])
    return iter(dict.fromkeys(found))


def sound(package: Package, parts: Iterable[str], environment: Environment) -> Iterator[Tagged]:
    """The parts of a package with the tags that are at fault left out and their blocks closed."""
    for name in parts:
        prepared = prepare(package.xml(name), name)
        written = [placed for placed in prepared.tags if placed.place.part]
        bad = {(found.place, found.tag) for found in check_tags(written, environment)}
        good = [placed for placed in written if (str(placed.place), placed.tag.text) not in bad]
        yield _Sound(_closed(good))


def _closed(tags: Iterable[PlacedTag]) -> list[PlacedTag]:
    """The tags with every block closed and no closer without its block."""
    closed: list[PlacedTag] = []
    opened: list[PlacedTag] = []
    for placed in tags:
        keyword = placed.tag.keyword
        if depth_change(placed.tag) < 0:
            if opener_of(keyword) not in [block.tag.keyword for block in opened]:
                continue
            while opened[-1].tag.keyword != opener_of(keyword):
                closed.append(_closer(opened.pop()))
            opened.pop()
        elif depth_change(placed.tag) > 0:
            opened.append(placed)
        elif keyword in ("else", "elif") and (not opened or opened[-1].tag.keyword not in ("if", "for")):
            continue
        closed.append(placed)
    return closed + [_closer(block) for block in reversed(opened)]


def _closer(block: PlacedTag) -> PlacedTag:
    return PlacedTag(generated(f"{{% {closer_of(block.tag.keyword)} %}}"), block.place, block.path)


def _absent(shape: Shape, values: Sequence[Any]) -> Iterator[Diagnostic]:
    """What a shape reads that some of the values, all of them standing in its place, do not have."""
    holders = [value for value in values if isinstance(value, Mapping)]
    for name, inner in shape.properties.items():
        if any(name not in holder for holder in holders) and not inner.optional:
            known = next(holder for holder in holders if name not in holder)
            for use in inner.uses:
                placed = use.part.tags[use.line - 1]
                finding = missing_finding(name, known)
                yield replace(finding, place=str(placed.place), tag=placed.tag.text)
        yield from _absent(inner, [holder[name] for holder in holders if name in holder])
    if shape.items is not None:
        lists = [value for value in values if isinstance(value, list | tuple)]
        yield from _absent(shape.items, [item for value in lists for item in value])
