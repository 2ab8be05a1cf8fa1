"""A maker of a bare Word file: its tags say what a row holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from docgen.bulk.makers.data import held, laid_over, nested, with_dates
from docgen.bulk.makers.maker import Plain, merged, read_by
from docgen.bulk.targets import Target, Targets
from docgen.case.model import Path
from docgen.catalogue.template import Work
from docgen.errors import Diagnostic
from docgen.formats.convert import convert
from docgen.merge.word import WordTemplate

if TYPE_CHECKING:
    from docgen.bulk.ledger import Request

__all__ = ["WordMaker"]


@dataclass(frozen=True)
class WordMaker(Plain):
    """Rows for a bare Word file. In those of a `sheet` days are text, and empty cells are nothing."""

    docx: bytes
    name: str
    common: dict[str, Any]
    file: str
    folder: FilePath | None
    sheet: bool

    @property
    def stamp(self) -> str:
        """The file."""
        return hashlib.sha256(self.docx).hexdigest()

    def request(self, data: Mapping[str, Any], row: str) -> Request | None:
        """Nothing: a bare Word file gets no number."""
        return None

    @cached_property
    def word(self) -> WordTemplate:
        """The file, compiled."""
        return WordTemplate(self.docx, self.name)

    @cached_property
    def targets(self) -> Targets:
        """What the tags read."""
        return Targets(read_by(self.word))

    @property
    def named(self) -> Targets:
        """What the tags read."""
        return self.targets

    @property
    def wholes(self) -> Mapping[str, Path]:
        """The names that the tags use."""
        return {name: (name,) for name in self.word.fields().properties}

    @cached_property
    def required(self) -> tuple[Target, ...]:
        """What the tags print without asking whether it is there."""
        return tuple(target for target in self._printed if held(self.common, target) is None)

    def works(
        self, data: Mapping[str, Any], line: int, checked: bool = False
    ) -> tuple[list[Work], list[Diagnostic]]:
        """The one document of the row."""
        given = with_dates(data) if self.sheet else dict(data)
        return [Work("", laid_over(laid_over(self._blank, self.common), given), self.folder)], []

    @cached_property
    def _blank(self) -> dict[str, Any]:
        """Nothing for what the tags print; what they ask about stays away where its cell is empty."""
        blank: dict[str, Any] = {}
        for target in self._printed if self.sheet else ():
            blank = laid_over(blank, nested(target, None))
        return blank

    @cached_property
    def _printed(self) -> tuple[Target, ...]:
        optional = {path for path, shape in self.word.fields().paths() if shape.optional}
        return tuple(target for target in self.targets.known if target.key not in optional)

    def check(self, work: Work) -> list[Diagnostic]:
        """Merge the document to see whether it can be."""
        return merged(self.word, work, strict=False)[1]

    def make(self, work: Work, output: str, strict: bool) -> tuple[bytes, list[Diagnostic]]:
        """The document in a format, and warnings."""
        docx, noticed = merged(self.word, work, strict)
        made, lost = convert(docx, output, work.name, strict)
        return made, [*noticed, *lost]
