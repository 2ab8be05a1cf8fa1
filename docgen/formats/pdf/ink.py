"""How characters of one look are drawn: faces by preference, size, width, lines under or through them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from docgen.document import CharacterFormat
from docgen.formats.fonts import families
from docgen.formats.pdf.faces import Face, Shaped, find_face
from docgen.formats.widths import asked_widths

__all__ = ["Ink", "NotCarriedError", "ink"]

_SMALL: Final = 0.65  # Word draws raised and lowered signs at about two thirds
_RAISED: Final = {"baseline": 0.0, "super": 0.33, "sub": -0.14}  # ems of the full size
_TOO_MANY: Final = 2_000  # measured words that one look remembers
_UNSEEN: Final = frozenset("\u00ad\u200b\u2060\ufeff")


class NotCarriedError(Exception):
    """What the typesetter does not set; WeasyPrint does."""


class Set(NamedTuple):
    """A word set in an ink: its parts by face, its width in points and how many glyphs it has."""

    parts: tuple[tuple[Face, Shaped], ...]
    width: float
    signs: int


class Ink:
    """One look as it is drawn. `ascent` and `descent` are those of the first face in points."""

    def __init__(self, look: CharacterFormat) -> None:
        names = families(look.font, look.east_asian_font)
        found = (find_face(name, look.bold, look.italic) for name in names)
        self.faces = [face for face in dict.fromkeys(found) if face is not None]
        if not self.faces:
            raise NotCarriedError
        self.size = look.size * (_SMALL if look.position != "baseline" else 1.0)
        self.rise = look.size * _RAISED[look.position]
        self.rate, self.spacing = look.scale / 100, look.spacing
        self.color = look.color or "000000"
        self.look = look
        self.widths = asked_widths(look.font, look.east_asian_font, look.bold)
        self.lined = look.strike or look.underline != "none"
        plain = self.rate == 1.0 and not self.spacing
        # What a content stream says before and after text of this width.
        self.state = None if plain else (f"{look.scale:g} Tz {self.spacing / self.rate:g} Tc", "100 Tz 0 Tc")
        self.ascent, self.descent = (
            edge * self.size for edge in (self.faces[0].ascent, self.faces[0].descent)
        )
        self._words: dict[str, Set] = {}

    def set(self, word: str) -> Set:
        """A word in this ink; raises NotCarriedError where no face has one of its signs."""
        made = self._words.get(word)
        if made is None:
            if len(self._words) > _TOO_MANY:
                self._words.clear()
            made = self._words[word] = self._set(word.upper() if self.look.capitals == "all" else word)
        return made

    def _set(self, word: str) -> Set:
        parts = tuple((face, face.shape(piece, self.widths)) for face, piece in self._by_face(word))
        signs = sum(part.signs for _, part in parts)
        width = sum(part.width for _, part in parts) * self.size * self.rate + self.spacing * signs
        return Set(parts, width, signs)

    def _by_face(self, word: str) -> list[tuple[Face, str]]:
        pieces: list[tuple[Face, str]] = []
        for sign in word:
            face = self._face(sign, pieces[-1][0] if pieces else self.faces[0])
            if pieces and pieces[-1][0] is face:
                pieces[-1] = (face, pieces[-1][1] + sign)
            else:
                pieces.append((face, sign))
        return pieces

    def _face(self, sign: str, before: Face) -> Face:
        if sign in _UNSEEN:
            return before
        for face in self.faces:
            if face.has(sign):
                return face
        raise NotCarriedError


@lru_cache(maxsize=500)
def ink(look: CharacterFormat) -> Ink:
    """The ink of a look."""
    return Ink(look)
