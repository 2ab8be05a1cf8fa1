"""Tags as they are met in the tree of a part, and as they are compiled."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from docgen.merge.places import Place
from docgen.merge.tags import Tag

__all__ = ["Found", "PlacedTag", "ancestor"]


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag and where it stands. `path` is the chain of elements around it once hoisted: a block whose
    tags have the same path leaves well-formed XML whether it is skipped or repeated."""

    tag: Tag
    place: Place
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A tag met in the tree; `element` None for one that the engine itself puts in, and for one in the
    attribute `home` of an element or in a text that is no run's."""

    tag: Tag
    place: Place
    element: etree._Element | None
    home: str = ""


def ancestor(element: etree._Element | None, name: str) -> etree._Element | None:
    """The nearest element of a name around another, None where there is none."""
    return None if element is None else next(element.iterancestors(name), None)
