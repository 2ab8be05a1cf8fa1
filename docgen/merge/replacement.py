"""Files of a finished package replaced by others: pictures, media, embedded files, any file by its name.

docxtpl's `replace_pic`, `replace_media`, `replace_embedded` and `replace_zipname`. The new file takes the
old one's name, place and size on the page, so it should be of the same kind.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from docgen.errors import Diagnostic
from docgen.formats.docx.names import qn
from docgen.formats.package import Package, Packed, pack
from docgen.merge.members import relation_targets
from docgen.merge.objects import Source, read_source
from docgen.merge.run import ObjectFault

__all__ = ["Replacements"]

_NAMES: Final = ("name", "title", "descr")
_SHOWING: Final = ("document", "header", "footer")


@dataclass(frozen=True, slots=True)
class Replacements:
    """Old to new: `pictures` by name, title or description; `media` and `embedded` by the old file;
    `files` by the name in the package."""

    pictures: Mapping[str, Source]
    media: Mapping[Source, Source]
    embedded: Mapping[Source, Source]
    files: Mapping[str, Source]

    def apply(self, packed: dict[str, Packed], package: Package) -> Iterator[Diagnostic]:
        """Put the new files in place of the old; a finding for each that cannot be."""
        for folder, wanted in (("word/media/", self.media), ("word/embeddings/", self.embedded)):
            for old, new in wanted.items():
                yield from _swap(packed, _same(packed, folder, old), str(old)[:80], new)
        for name, new in self.files.items():
            yield from _swap(packed, [name] if name in packed else [], name, new)
        shown = dict[str, set[str]]() if not self.pictures else _shown(package)
        for name, new in self.pictures.items():
            yield from _swap(packed, sorted(shown.get(name, ())), name, new)


def _same(packed: Mapping[str, Packed], folder: str, old: Source) -> list[str]:
    try:
        data = read_source(old)
    except ObjectFault:
        return []
    crc = zlib.crc32(data)
    return [name for name, member in packed.items() if name.startswith(folder) and member.crc == crc]


def _swap(packed: dict[str, Packed], names: list[str], old: str, new: Source) -> Iterator[Diagnostic]:
    if not names:
        hint = "그림 이름(대체 텍스트)이나 파일 이름이 템플릿에 있는 것과 같은지 확인하세요."
        yield Diagnostic("template.nothing-to-replace", f"바꿀 것이 템플릿에 없습니다: {old}", hint=hint)
        return
    try:
        member = pack(read_source(new))
    except ObjectFault as fault:
        yield Diagnostic(fault.code, str(fault), hint=fault.hint)
        return
    packed.update(dict.fromkeys(names, member))


def _shown(package: Package) -> dict[str, set[str]]:
    """The members that pictures show, by what the pictures are called."""
    found: dict[str, set[str]] = {}
    for part in package.names:
        stem = part.rpartition("/")[2].rstrip("0123456789.xml")
        if not part.startswith("word/") or not part.endswith(".xml") or not stem.startswith(_SHOWING):
            continue
        relations = relation_targets(package, part)
        for picture in package.xml(part).iter(qn("pic:pic")):
            named, blip = picture.find(f".//{qn('pic:cNvPr')}"), picture.find(f".//{qn('a:blip')}")
            relation = None if blip is None else relations.get(blip.get(qn("r:embed"), ""))
            if named is not None and relation is not None and not relation.external:
                for attribute in _NAMES:
                    found.setdefault(named.get(attribute, ""), set()).add(relation.target)
    found.pop("", None)
    return found
