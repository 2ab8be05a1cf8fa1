"""The parts of a DOCX package and how they refer to one another (ECMA-376 Part 2, 9; Part 1, 11).

`Parts` opens the package; `Findings` collects what the model cannot carry; `Context` is what every
part of the reader needs: parts, styles, numbering, settings and the findings.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from docgen.errors import DataError, Diagnostic, Severity
from docgen.formats.docx.names import NAMESPACES, qn
from docgen.formats.docx.read_values import Element, flag, length, number, value
from docgen.formats.package import Package, Packed

__all__ = ["Findings", "Part", "Parts", "Settings", "effective"]

_DEFAULT_TAB: Final = 40.0  # what Word's Korean edition takes where the file names none
_TRANSITIONAL: Final = NAMESPACES["r"]
_DOCUMENT: Final = f"{_TRANSITIONAL}/officeDocument"


@dataclass(frozen=True, slots=True)
class Part:
    """One XML part: its name, its root and the targets of its relationships by id (external ones apart)."""

    name: str
    root: Element
    targets: dict[str, str]
    external: dict[str, str]


class Parts:
    """The package of a Word document. Raises DataError when it is no such package."""

    def __init__(self, data: bytes, name: str) -> None:
        self.package = Package(data, name)
        if "[Content_Types].xml" not in self.package:
            raise self._fault()
        mains = [target for kind, target in self._related("") if kind == _DOCUMENT]
        if not mains or mains[0] not in self.package:
            raise self._fault()
        self.main = self.part(mains[0])
        if self.main.root.tag != qn("w:document"):
            raise self._fault()
        self._kinds = {kind: target for kind, target in self._related(mains[0]) if target in self.package}

    def _fault(self) -> DataError:
        message = "Word 문서(.docx)가 아닙니다: 본문(word/document.xml)이 없습니다."
        hint = "Word에서 문서를 열어 'Word 문서(.docx)'로 다시 저장하세요."
        return DataError(Diagnostic("docx.not-word", message, file=self.package.name or None, hint=hint))

    def _relationships(self, name: str) -> Iterator[Element]:
        folder, _, base = name.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels in self.package:
            yield from self.package.xml(rels).iterchildren(qn("rel:Relationship"))

    def _related(self, name: str) -> Iterator[tuple[str, str]]:
        for relation in self._relationships(name):
            if relation.get("TargetMode") != "External":
                yield relation.get("Type", ""), _resolve(name, relation.get("Target", ""))

    def part(self, name: str) -> Part:
        """A part by its name; DataError when it is missing or damaged."""
        targets, external = {}, {}
        for relation in self._relationships(name):
            key, target = relation.get("Id", ""), relation.get("Target", "")
            if relation.get("TargetMode") == "External":
                external[key] = target
            else:
                targets[key] = _resolve(name, target)
        return Part(name, self.package.xml(name), targets, external)

    @cached_property
    def bookmarks(self) -> frozenset[str]:
        """The names of all places of the body that a link or a page reference may lead to (17.13.6)."""
        return frozenset(start.get(qn("w:name"), "") for start in self.main.root.iter(qn("w:bookmarkStart")))

    def related(self, kind: str) -> Part | None:
        """The part that the main document names for a purpose ("styles", "numbering"), None without one."""
        target = self._kinds.get(f"{_TRANSITIONAL}/{kind}")
        return None if target is None else self.part(target)

    def packed(self, kind: str) -> Packed | None:
        """The same part as it lies in the package."""
        target = self._kinds.get(f"{_TRANSITIONAL}/{kind}")
        return None if target is None else self.package.packed(target)


def _resolve(source: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


@dataclass(slots=True)
class Findings:
    """Warnings of one reading, each said once for each place."""

    file: str
    found: dict[tuple[str, str], Diagnostic] = field(default_factory=dict)

    def unsupported(self, what: str, place: str, hint: str | None = None) -> None:
        """Note that `what` stands at `place` and cannot be shown as it is."""
        message = f"{what}: 그대로 옮길 수 없습니다."
        self.found.setdefault(
            (what, place),
            Diagnostic(
                "docx.unsupported", message, Severity.WARNING, self.file or None, place=place, hint=hint
            ),
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """What `word/settings.xml` says of the whole document."""

    even_and_odd: bool = False
    default_tab: float = _DEFAULT_TAB
    compatibility: int = 12
    east_asian: str = ""

    @classmethod
    def read(cls, part: Part | None) -> Settings:
        """The settings; without the part or the element, what Word assumes (17.15)."""
        if part is None:
            return cls()
        root = part.root
        even, tab = root.find(qn("w:evenAndOddHeaders")), root.find(qn("w:defaultTabStop"))
        modes = [
            number(value(setting))
            for setting in root.iter(qn("w:compatSetting"))
            if setting.get(qn("w:name")) == "compatibilityMode"
        ]
        return cls(
            even is not None and flag(even),
            (length(tab, "w:val") if tab is not None else None) or _DEFAULT_TAB,
            modes[0] if modes else 12,
            value(root.find(qn("w:themeFontLang")), qn("w:eastAsia")) or "",
        )


_TRANSPARENT: Final = {
    qn(name) for name in ("w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdtContent", "w:dir", "w:bdo")
}
_SDT, _SDT_CONTENT = qn("w:sdt"), qn("w:sdtContent")
_ALTERNATE, _CHOICE, _FALLBACK = qn("mc:AlternateContent"), qn("mc:Choice"), qn("mc:Fallback")
_DELETED: Final = {qn("w:del"), qn("w:moveFrom")}
_UNDERSTOOD: Final = {"wps", "wpg", "wp14", "w14", "w15", "a14", "pic14"}


def effective(parent: Element) -> Iterator[Element]:
    """The children that count: inside content controls and insertions, without deletions, one alternative."""
    for child in parent.iterchildren(tag="*"):
        if child.tag in _TRANSPARENT:
            yield from effective(child)
        elif child.tag == _SDT:
            content = child.find(_SDT_CONTENT)
            if content is not None:
                yield from effective(content)
        elif child.tag == _ALTERNATE:
            chosen = _choice(child)
            if chosen is not None:
                yield from effective(chosen)
        elif child.tag not in _DELETED:
            yield child


def _choice(alternate: Element) -> Element | None:
    for choice in alternate.iterchildren(_CHOICE):
        if set((choice.get("Requires") or "").split()) <= _UNDERSTOOD:
            return choice
    return alternate.find(_FALLBACK)
