"""The parts of a package as they grow: members, relationships (ECMA-376 Part 2) and media.

A `Story` is one part with text in it (the document, a header, a footer): its own relationships, and what
all stories share: the styles, the media and the numbers of drawings and bookmarks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count

from docgen.document import CharacterFormat, ParagraphFormat, Picture, Style
from docgen.formats.docx.write_xml import Element, element, serialise

__all__ = ["OFFICE", "Parts", "Story", "relationships"]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PLAIN = Style("", ParagraphFormat(), CharacterFormat())
_EXTENSIONS = {
    "image/jpeg": "jpeg",
    "image/svg+xml": "svg",
    "image/x-emf": "emf",
    "image/x-wmf": "wmf",
    "image/tiff": "tiff",
}


def relationships(targets: Mapping[tuple[str, str, bool], str]) -> bytes:
    """A .rels part: (type, target, external) → id."""
    rows = []
    for (kind, target, external), name in targets.items():
        mode = {"TargetMode": "External"} if external else {}
        rows.append(element("rel:Relationship", {"Id": name, "Type": kind, "Target": target, **mode}))
    return serialise(element("rel:Relationships", children=rows))


@dataclass
class Parts:
    """The members of the package so far, and for each its content type: by name, or by extension."""

    styles: Mapping[str, Style]
    members: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    extensions: dict[str, str] = field(default_factory=dict)
    media: dict[bytes, str] = field(default_factory=dict)
    drawings: count[int] = field(default_factory=lambda: count(1))
    bookmarks: count[int] = field(default_factory=count)

    @cached_property
    def style_ids(self) -> dict[str, str]:
        """What each style is called inside the file: its key, or a number where that is no plain word."""
        return {
            key: key if key.isascii() and key.replace("-", "").isalnum() else f"style{number}"
            for number, key in enumerate(self.styles, 1)
        }

    def add(self, name: str, content_type: str, data: bytes) -> None:
        """Lay down a part under a content type of its own."""
        self.members[name] = data
        self.types[f"/{name}"] = content_type

    def image(self, picture: Picture) -> str:
        """The name of the picture's bytes below word/; the same bytes are kept once."""
        if picture.data not in self.media:
            extension = _EXTENSIONS.get(picture.media_type, picture.media_type.rpartition("/")[2])
            name = f"media/image{len(self.media) + 1}.{extension}"
            self.members[f"word/{name}"] = picture.data
            self.extensions[extension] = picture.media_type
            self.media[picture.data] = name
        return self.media[picture.data]


@dataclass
class Story:
    """A part with text in it, with the relationships that its text needs."""

    parts: Parts
    targets: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def relate(self, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship to `target`; the same one is kept once."""
        return self.targets.setdefault((f"{OFFICE}/{kind}", target, external), f"rId{len(self.targets) + 1}")

    def style(self, name: str) -> Style:
        """The style that a paragraph stands in; the document's defaults where it names none."""
        return self.parts.styles.get(name) or self.parts.styles.get("Normal", _PLAIN)

    def save(self, name: str, content_type: str, root: Element) -> None:
        """Lay down the part below word/, its relationships beside it."""
        self.parts.add(f"word/{name}", content_type, serialise(root))
        if self.targets:
            self.parts.members[f"word/_rels/{name}.rels"] = relationships(self.targets)
