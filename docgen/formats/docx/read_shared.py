"""What documents of one template share: styles, lists and settings, read once, kept by their packed bytes."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Final

from docgen.document import Style
from docgen.formats.docx.names import qn
from docgen.formats.docx.read_numbering import Numbering
from docgen.formats.docx.read_parts import Parts, Settings
from docgen.formats.docx.read_styles import Styles
from docgen.formats.docx.read_theme import theme_fonts
from docgen.formats.package import Packed

__all__ = ["Shared", "shared"]

_KEPT: Final = 16  # documents of so many templates in turn
_NAMES: Final = ("settings", "numbering", "styles", "theme")


@dataclass(frozen=True, slots=True)
class Shared:
    """The parts that say how a document looks. They only remember, so that documents may use them together;
    `numbering` counts, so that each needs its own (`Numbering.anew`)."""

    settings: Settings
    numbering: Numbering
    styles: Styles
    named: dict[str, Style]
    language: str


_Key = tuple[Packed | None, ...]
_shared: OrderedDict[_Key, Shared] = OrderedDict()
_lock = Lock()


def shared(parts: Parts) -> Shared:
    """What a document shares with others; DataError when a part is damaged."""
    key = tuple(parts.packed(name) for name in _NAMES)
    with _lock:
        found = _shared.get(key)
        if found is None:
            found = _shared[key] = _read(parts)
        _shared.move_to_end(key)
        if len(_shared) > _KEPT:
            _shared.popitem(last=False)
    return found


def _read(parts: Parts) -> Shared:
    settings = Settings.read(parts.related("settings"))
    numbering = Numbering(parts.related("numbering"))
    fonts = theme_fonts(parts.related("theme"), settings.east_asian)
    styles = Styles(parts.related("styles"), fonts, numbering.indents())
    return Shared(settings, numbering, styles, dict(styles.named()), _language(parts))


def _language(parts: Parts) -> str:
    """The language of the text by the document defaults: the East Asian one where one is set; else Korean."""
    styles = parts.related("styles")
    lang = None if styles is None else styles.root.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    if lang is None:
        return "ko-KR"
    east, latin = lang.get(qn("w:eastAsia")) or "", lang.get(qn("w:val"))
    return east if east[:2] in ("ko", "ja", "zh") else latin or "ko-KR"
