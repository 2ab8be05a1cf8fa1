"""The installed font files, and what a typesetter asks of one: metrics, shaped words, a subset.

Fontconfig's own `fc-list` names the files once a process; HarfBuzz shapes and cuts them. Variable fonts, and
those with PostScript outlines, are left to WeasyPrint: all free faces of the table of fonts are neither.
"""

from __future__ import annotations

import shutil
import subprocess  # runs fontconfig's own fc-list, with fixed arguments
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

import uharfbuzz as hb

from docgen.formats.widths import Widths

__all__ = ["Face", "Shaped", "find_face"]

_LIST: Final = "%{family}|%{weight}|%{slant}|%{width}|%{variable}|%{file}\n"
_BOLD: Final = 200  # fontconfig's numbers: 80 regular, 200 bold
_REGULAR: Final = 80
_NORMAL_WIDTH: Final = 100
_TOO_MANY: Final = 2_000  # shaped words that one face remembers
_OFTEN: Final = 20  # subsets after which a face cut faster is worth the 15 ms that making it takes
# What a PDF does not read; the outlines, widths and metrics stay.
_DROPPED: Final = ("BASE", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "JSTF", "OS/2", "TSI0", "TSI1", "TSI2",
                   "TSI3", "TSI5", "cmap", "gasp", "kern", "name", "post")  # fmt: skip


class Shaped(NamedTuple):
    """A word in one face: width in ems, content of a TJ array, glyphs with what they say, their number."""

    width: float
    body: str
    glyphs: dict[int, str]
    signs: int


class _Entry(NamedTuple):
    weight: int
    slant: int
    file: str


class Face:
    """One font file. `ascent` and `descent` (both positive) and the line under text are in ems."""

    def __init__(self, entry: _Entry, bold: bool, italic: bool) -> None:
        self._entry = entry
        self._face = hb.Face(hb.Blob.from_file_path(entry.file))
        self._font = hb.Font(self._face)
        self.units = self._face.upem
        extents = self._font.get_font_extents("ltr")
        self.ascent, self.descent = extents.ascender / self.units, -extents.descender / self.units
        self.underline = self._metric(hb.OTMetricsTag.UNDERLINE_OFFSET, -0.1)
        self.thickness = max(self._metric(hb.OTMetricsTag.UNDERLINE_SIZE, 0.05), 0.02)
        self.strike = self._metric(hb.OTMetricsTag.STRIKEOUT_OFFSET, 0.3)
        self.embolden = bold and entry.weight < (_REGULAR + _BOLD) // 2
        self.skewed = italic and entry.slant == 0
        self._words: dict[tuple[str, Widths | None], Shaped] = {}
        self._source, self._cuts = self._face, 0

    @property
    def name(self) -> str:
        """The PostScript name, as a PDF wants it: no spaces or delimiters."""
        found = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
        return "".join(sign for sign in found if sign.isalnum() or sign in "-_")

    def _metric(self, tag: hb.OTMetricsTag, default: float) -> float:
        found = self._font.get_metric_position(tag)
        return default if found is None else found / self.units

    def has(self, sign: str) -> bool:
        """Whether the face draws a sign."""
        return self._font.get_nominal_glyph(ord(sign)) is not None

    def advance(self, glyph: int) -> float:
        """The width of a glyph in thousandths of an em."""
        width: float = self._font.get_glyph_h_advance(glyph) * 1000 / self.units
        return width

    def shape(self, word: str, widths: Widths | None) -> Shaped:
        """A word as glyphs, kerned; a sign whose width is given stands in the middle of that."""
        key = (word, widths)
        found = self._words.get(key)
        if found is None:
            if len(self._words) > _TOO_MANY:
                self._words.clear()
            found = self._words[key] = self._shaped(word, widths)
        return found

    def _shaped(self, word: str, widths: Widths | None) -> Shaped:
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(word)], strict=True))
        glyphs: dict[int, str] = {}
        body: list[str] = []
        run: list[str] = []
        wanted = drawn = 0.0  # where a glyph must stand, and where the widths of those before it put it
        seen: set[int] = set()
        for info, place in zip(infos, positions, strict=True):
            glyph, own = info.codepoint, place.x_advance
            given = widths.of(word[info.cluster]) if widths is not None else None
            width = own if given is None else given * self.units
            at = wanted + place.x_offset + (width - own) / 2
            if at != drawn:
                body += _close(run)
                body.append(f"{(drawn - at) * 1000 / self.units:.0f} ")
            run.append(f"{glyph:04x}")
            said = "" if info.cluster in seen else word[info.cluster : ends[info.cluster]]
            seen.add(info.cluster)
            glyphs.setdefault(glyph, said)
            drawn = at + self._font.get_glyph_h_advance(glyph)
            wanted += width
        body += _close(run)
        if drawn != wanted:
            body.append(f"{(drawn - wanted) * 1000 / self.units:.0f} ")
        return Shaped(wanted / self.units, "".join(body), glyphs, len(infos))

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """The font file with these glyphs alone, under the numbers that they have."""
        self._cuts += 1
        if self._cuts == _OFTEN:
            self._source = hb.subset_preprocess(self._face)
        asked = hb.SubsetInput()
        asked.flags = (
            hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        )
        asked.glyph_set.update(glyphs)
        dropped = asked.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        dropped.update(int.from_bytes(tag.encode().ljust(4), "big") for tag in _DROPPED)
        made: bytes = hb.subset(self._source, asked).blob.data
        return made


def _close(run: list[str]) -> list[str]:
    if not run:
        return []
    said = f"<{''.join(run)}>"
    run.clear()
    return [said]


def _folded(family: str) -> str:
    return family.lower().replace(" ", "")


@cache
def _installed() -> dict[str, list[_Entry]]:
    """The files of each family (folded name), in the order of their names; none without fontconfig."""
    program = shutil.which("fc-list")
    if program is None:
        return {}
    listed = subprocess.run([program, "--format", _LIST], capture_output=True, text=True, check=False)  # noqa: S603 # its arguments are fixed
    found: dict[str, list[_Entry]] = {}
    for line in sorted(set(listed.stdout.splitlines())):
        names, weight, slant, width, variable, file = line.split("|", 5)
        if variable != "False" or width != str(_NORMAL_WIDTH) or not file.endswith(".ttf"):
            continue
        for name in names.split(","):
            found.setdefault(_folded(name), []).append(_Entry(int(weight), int(slant), file))
    return found


@cache
def _face(entry: _Entry, bold: bool, italic: bool) -> Face:
    return Face(entry, bold, italic)


@cache
def find_face(family: str, bold: bool, italic: bool) -> Face | None:
    """The face of a family that is nearest to what is asked; None where the family is not installed."""
    entries = _installed().get(_folded(family))
    if not entries:
        return None
    weight = _BOLD if bold else _REGULAR
    nearest = min(entries, key=lambda e: ((e.slant > 0) != italic, abs(e.weight - weight), e.file))
    return _face(nearest, bold, italic)
