"""The theme's fonts: which face "minorHAnsi" or "majorEastAsia" stands for (ECMA-376 Part 1, 20.1.4.1)."""

from __future__ import annotations

from typing import Final

from docgen.formats.docx.names import qn
from docgen.formats.docx.read_parts import Part

__all__ = ["theme_fonts"]

_LATIN: Final = ("Ascii", "HAnsi")
_SCRIPTS: Final = {"ko": "Hang", "ja": "Jpan", "zh": "Hans"}


def theme_fonts(part: Part | None, east_asian: str) -> dict[str, str]:
    """Theme names (`minorHAnsi`, `majorEastAsia`, …) and their faces.

    `east_asian` is the language that the settings give for East Asian text (themeFontLang, 17.15.1.88).
    """
    faces: dict[str, str] = {}
    if part is None:
        return faces
    script = _SCRIPTS.get(east_asian[:2], "")
    for size in ("major", "minor"):
        fonts = next(part.root.iter(qn(f"a:{size}Font")), None)
        if fonts is None:
            continue
        by_script = {f.get("script", ""): f.get("typeface", "") for f in fonts.iterchildren(qn("a:font"))}
        latin, east = fonts.find(qn("a:latin")), fonts.find(qn("a:ea"))
        for name in _LATIN:
            faces[f"{size}{name}"] = latin.get("typeface", "") if latin is not None else ""
        named = east.get("typeface", "") if east is not None else ""
        faces[f"{size}EastAsia"] = named or by_script.get(script, "")
    return {name: face for name, face in faces.items() if face}
