"""Outline text: lines whose signs hang before them, each in the named style of its level.

Reports write □ (■ ▣) ○ - (▶) ※, letters 1. 가. 1) 가) (행정업무의 운영 및 혁신에 관한 규정 시행규칙, 제2조).
The further lines of an item align with its first letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.catalogue.form.looks import STYLES
from docgen.document import Paragraph, Text

__all__ = ["outline"]

_LEVELS: Final = (
    ("[□■▣]", "outline-1"),
    ("○", "outline-2"),
    ("[-▶]", "outline-3"),
    ("※", "note"),
    (r"\d+\.", "number-1"),
    (r"[가-하]\.", "number-2"),
    (r"\d+\)", "number-3"),
    (r"[가-하]\)", "number-4"),
)
# The tag that prints a number says its level by its first one: {{ loop.index | numbered("가.") }}
_NUMBERING: Final = re.compile(r"""\{\{[^{}]*\bnumbered\(["'](?P<first>[^"']+)["']\)\s*\}\}""")


def outline(text: str) -> Iterator[Paragraph]:
    """A paragraph for each line, its sign a label; a line without one is plain, a `{%p … %}` a tag."""
    for line in text.split("\n"):
        label, style = _level(line)
        rest = line[len(label) :].lstrip() if label else line
        look = STYLES[style]
        inlines = (Text(rest, look.character),) if rest else ()
        yield Paragraph(inlines, look.paragraph, look.character, label, look.character, style)


def _level(line: str) -> tuple[str | None, str]:
    """The sign that a line opens with, None for none, and its style."""
    if line.startswith("{%p"):
        return None, "tag"
    tag = _NUMBERING.match(line)
    sign = tag[0] if tag else line.split(" ", 1)[0]
    for pattern, style in _LEVELS:
        if re.fullmatch(pattern, tag["first"] if tag else sign):
            return sign, style
    return None, "body"
