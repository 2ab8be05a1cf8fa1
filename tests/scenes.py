"""Draw the pictures of the sample schools, plain scenes without a real person: `python -m tests.scenes`.

The files under fixtures/school/사진 are what this draws; a test holds the two together.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image, ImageDraw

__all__ = ["FOLDER", "SCENES", "SEAL", "Scene", "picture"]

FOLDER: Final = Path(__file__).parents[1] / "fixtures/school/사진"
_SIZE: Final = (480, 320)
_SHIRTS: Final = ("#4d6fa8", "#a85b4d", "#5d8f63", "#8a6ba3", "#b08d3c", "#4f8f96")


class Scene(NamedTuple):
    """A room: its wall, what is in front, how many people sit at each of how many tables."""

    wall: str
    front: str  # board, screen or window
    tables: int
    people: int
    upright: bool = False


SCENES: Final = {
    "사전회의.jpg": Scene("#dfe6ea", "screen", 1, 5),
    "면담-1차.jpg": Scene("#ece4d6", "window", 1, 6),
    "리뷰회의-1.jpg": Scene("#e3e8dc", "board", 1, 6),
    "리뷰회의-2.jpg": Scene("#e3e8dc", "window", 2, 3),
    "점검-1.jpg": Scene("#dcdfe8", "screen", 3, 3),
    "점검-2.jpg": Scene("#e8dfdc", "board", 2, 2, upright=True),
    "문제해결-1.jpg": Scene("#dcdfe8", "screen", 3, 4),
    "문제해결-2.jpg": Scene("#dcdfe8", "window", 3, 2),
    "교과-1.jpg": Scene("#e6e0ea", "board", 3, 4),
    "변화-1.jpg": Scene("#e0eae4", "board", 2, 5),
    "해오름-면담.png": Scene("#f0e6d2", "window", 1, 5),
    "해오름-회의.png": Scene("#e7e2d8", "board", 1, 4),
    "해오름-학부모.png": Scene("#e9dfd9", "screen", 4, 4),
    "해오름-학생.png": Scene("#dfeae9", "board", 3, 4),
    "해오름-점검.png": Scene("#dfe3ea", "screen", 2, 3),
    "누리봄-면담.jpg": Scene("#e8e4dd", "window", 1, 4),
    "누리봄-회의.jpg": Scene("#dde5e8", "screen", 1, 6),
    "누리봄-수업.jpg": Scene("#e4e9dd", "board", 2, 2, upright=True),
    "누리봄-점검.jpg": Scene("#e6dfe4", "screen", 2, 3),
    "누리봄-변화.jpg": Scene("#dfe8e0", "window", 3, 3),
}
"""The scene of every picture, by its file name."""
SEAL: Final = "직인.png"


def picture(name: str) -> bytes:
    """The file of a picture: PNG with few colours, or JPEG, as its name says."""
    buffer = io.BytesIO()
    if name == SEAL:
        _seal().save(buffer, "PNG", optimize=True, dpi=(150, 150))
        return buffer.getvalue()
    image = _draw(SCENES[name])
    if name.endswith(".png"):
        image.quantize(32).save(buffer, "PNG", optimize=True, dpi=(150, 150))
    else:
        image.save(buffer, "JPEG", quality=72, dpi=(150, 150))
    return buffer.getvalue()


def _seal() -> Image.Image:
    """A square seal (직인) on nothing: its border and strokes that are no letters."""
    image = Image.new("RGBA", (120, 120), "#ffffff00")
    canvas = ImageDraw.Draw(image)
    canvas.rectangle((3, 3, 116, 116), outline="#c8102e", width=6)
    for x in (22, 66):
        for y in (18, 66):
            canvas.rectangle((x, y, x + 32, y + 36), outline="#c8102e", width=5)
            canvas.line((x, y + 18, x + 32, y + 18), fill="#c8102e", width=5)
    return image


def _draw(scene: Scene) -> Image.Image:
    width, height = reversed(_SIZE) if scene.upright else _SIZE
    image = Image.new("RGB", (width, height), scene.wall)
    canvas = ImageDraw.Draw(image)
    canvas.rectangle((0, height * 3 // 5, width, height), fill="#b9a78f")
    _front(canvas, scene.front, width, height)
    for row in range(scene.tables):
        _table(canvas, row, scene, width, height)
    return image


def _front(canvas: ImageDraw.ImageDraw, kind: str, width: int, height: int) -> None:
    """What hangs on the wall."""
    left, top, right, bottom = width // 4, height // 12, width * 3 // 4, height * 5 // 12
    fill, line = {
        "board": ("#3f5f4c", "#dfe8df"),
        "screen": ("#fbfbf7", "#8fa3b5"),
        "window": ("#bcd7e8", "#ffffff"),
    }[kind]
    canvas.rectangle((left - 4, top - 4, right + 4, bottom + 4), fill="#7a6a58")
    canvas.rectangle((left, top, right, bottom), fill=fill)
    if kind == "window":
        canvas.line((width // 2, top, width // 2, bottom), fill=line, width=4)
        canvas.line((left, (top + bottom) // 2, right, (top + bottom) // 2), fill=line, width=4)
        return
    for number in range(4):
        y = top + 18 + number * (bottom - top - 24) // 4
        canvas.line((left + 16, y, right - 30 - 24 * (number % 3), y), fill=line, width=4)


def _table(canvas: ImageDraw.ImageDraw, row: int, scene: Scene, width: int, height: int) -> None:
    """A table with people behind it; the later the row the nearer and larger."""
    near = (row + 1) / scene.tables
    y = round(height * (0.52 + 0.4 * near))
    half = round(width * (0.3 + 0.16 * near))
    radius = round(11 + 7 * near)
    middle = width // 2
    for seat in range(scene.people):
        x = middle - half + round(2 * half * (seat + 0.5) / scene.people)
        shirt = _SHIRTS[(row * 2 + seat) % len(_SHIRTS)]
        canvas.ellipse((x - 2 * radius, y - 2 * radius, x + 2 * radius, y + 2 * radius), fill=shirt)
        canvas.ellipse((x - radius, y - 4 * radius, x + radius, y - 2 * radius), fill="#e2bd9a")
        canvas.pieslice((x - radius, y - 4 * radius, x + radius, y - 2 * radius), 180, 360, fill="#3a322c")
    canvas.rectangle((middle - half, y, middle + half, y + round(26 * near)), fill="#d8c5a3")
    for seat in range(scene.people):
        x = middle - half + round(2 * half * (seat + 0.5) / scene.people)
        canvas.rectangle((x - radius, y - radius // 2, x + radius, y + 3), fill="#50565e")


def main() -> None:
    """Write every picture into the folder of the samples."""
    FOLDER.mkdir(exist_ok=True)
    for name in (*SCENES, SEAL):
        (FOLDER / name).write_bytes(picture(name))


if __name__ == "__main__":
    main()
