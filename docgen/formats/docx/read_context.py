"""What every part of the DOCX reader needs at hand while it walks the document."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.formats.docx.read_numbering import Numbering
from docgen.formats.docx.read_parts import Findings, Part, Parts, Settings
from docgen.formats.docx.read_properties import Props
from docgen.formats.docx.read_styles import Styles

__all__ = ["Context", "OpenField", "Surroundings"]


@dataclass(slots=True)
class OpenField:
    """A complex field that has begun: its instruction so far and whether its result is being read.

    `shown` is set where a `Field` of the model stands for the result.
    """

    code: str = ""
    result: bool = False
    shown: bool = False


@dataclass(slots=True)
class Context:
    """The state of one reading: the document's parts and lists, open fields, notes and findings.

    `bookmarks` are those that began before the paragraph which is read next.
    """

    parts: Parts
    styles: Styles
    numbering: Numbering
    settings: Settings
    findings: Findings
    fields: list[OpenField] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # kind (footnote, endnote) and id, as met
    bookmarks: list[str] = field(default_factory=list)

    def taken_bookmarks(self) -> tuple[str, ...]:
        """The bookmarks that wait for a paragraph: they have it now."""
        taken = tuple(self.bookmarks)
        self.bookmarks.clear()
        return taken


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a block stands: part, place in words, the table style's properties, the room in points."""

    part: Part
    place: str
    width: float = 0.0
    table_paragraph: Props = field(default_factory=dict)
    table_run: Props = field(default_factory=dict)

    def at(self, place: str) -> Surroundings:
        """The same, at a nearer place."""
        return Surroundings(self.part, place, self.width, self.table_paragraph, self.table_run)

    def note(self, context: Context, names: list[str]) -> None:
        """Report what cannot be carried over at this place."""
        for name in names:
            context.findings.unsupported(name, self.place)
