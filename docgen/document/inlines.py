"""What stands in a line: text, breaks, tabs, fields and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.document.properties import CharacterFormat


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one look; `link` is the address they lead to ("#name": a bookmark), None for none."""

    text: str
    format: CharacterFormat = CharacterFormat()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line, of a page or of a column inside a paragraph."""

    kind: Literal["line", "page", "column"] = "line"
    format: CharacterFormat = CharacterFormat()


@dataclass(frozen=True, slots=True)
class Tab:
    """A jump to the next tab stop."""

    format: CharacterFormat = CharacterFormat()


@dataclass(frozen=True, slots=True)
class Field:
    """What only layout knows: the number of this page, of all pages, or of the page where the paragraph with
    the bookmark `target` begins (`reference`).

    `contents` stands in a template where the merge puts the list of headings, as paragraphs of their own.
    """

    kind: Literal["page", "pages", "reference", "contents"]
    format: CharacterFormat = CharacterFormat()
    target: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a floating picture stands: an offset in points from a reference, before or behind the text."""

    x: float = 0.0
    y: float = 0.0
    horizontal: Literal["page", "margin", "column", "character"] = "column"
    vertical: Literal["page", "margin", "paragraph", "line"] = "paragraph"
    behind: bool = False
    wrap: Literal["none", "square", "topAndBottom"] = "none"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image with its size on paper; `anchor` None means it stands in the line like a letter."""

    data: bytes
    media_type: str
    width: float
    height: float
    alt: str = ""
    anchor: Anchor | None = None


Inline = Text | Break | Tab | Field | Picture
