"""A designed certificate: a double frame, eight fields, a QR code and a seal over the name of its giver."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from docgen import WordTemplate
from docgen.document import (
    Border,
    Borders,
    Cell,
    CharacterFormat,
    Document,
    Page,
    Paragraph,
    ParagraphFormat,
    Row,
    Section,
    Sides,
    Table,
    Text,
)
from docgen.document.properties import Alignment
from docgen.formats.docx.write import write_docx

__all__ = ["certificate", "row", "seal"]

_FRAME = Border("double", 4.5, "1F3864")
_FIELDS = (
    ("성        명", "{{ name }} ({{ born | kdate }}생)"),
    ("소        속", "{{ school }} {{ position }}"),
    ("과  정  명", "{{ course }}"),
    ("연 수 기 간", "{{ first | krange(last) }} (이수 {{ hours }}시간)"),
)


def certificate() -> WordTemplate:
    """The template; it wants the picture of the seal beside it."""
    blocks = [
        _line("{{ number }}", "left", 12, before=12),
        _line("이 수 증", "center", 38, before=48, bold=True),
        *(
            _line(f"{label}  : {value}", "left", 14, before=18 if i else 60)
            for i, (label, value) in enumerate(_FIELDS)
        ),
        _line("위 사람은 위 과정을 이수하였으므로 이 증서를 수여합니다.", "center", 17, before=60),
        _line("{{ day | kdate }}", "center", 15, before=48),
        _line("{{ giver | seal('seal.png', width='20mm') }}", "center", 21, before=30, bold=True),
        _line("{{ check | qr(width='20mm') }}", "right", 10, before=24),
    ]
    cell = Cell(
        tuple(blocks), 0, borders=Borders(_FRAME, _FRAME, _FRAME, _FRAME), padding=Sides(18, 34, 18, 34)
    )
    table = Table((481.9,), (Row((cell,), height=750.0),))
    page = Page(595.3, 841.9, Sides(42.5, 56.7, 42.5, 56.7))
    return WordTemplate(write_docx(Document((Section((table, _line("", "left", 1)), page),), "이수증")))


def _line(text: str, align: Alignment, size: float, before: float = 0.0, bold: bool = False) -> Paragraph:
    look = CharacterFormat(size=size, bold=bold)
    inlines = (Text(text, look),) if text else ()
    return Paragraph(inlines, ParagraphFormat(align=align, before=before), look)


def row(number: int) -> dict[str, Any]:
    """The values of one certificate."""
    family, given = "김이박최정강조윤장임"[number % 10], "가나다라마바사아자차카타파하"
    return {
        "number": f"제2026-{number:05d}호",
        "name": f"{family}{given[number % 14]}{given[number * 5 % 14]}",
        "born": f"{1970 + number % 30}-03-02",
        "school": f"새별{number % 7 + 1}중학교",
        "position": "교사",
        "course": "우리 학교 한눈에 보기 (직무연수)",
        "first": "2026-06-22",
        "last": "2026-07-10",
        "hours": 15,
        "day": "2026-07-15",
        "giver": "한빛교육연수원장",
        "check": f"https://example.com/check/2026-{number:05d}",
    }


def seal(folder: Path) -> Path:
    """Put the picture of the seal into a folder: a red ring and cross on nothing."""
    picture = Image.new("RGBA", (240, 240), (255, 255, 255, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((8, 8, 232, 232), outline=(200, 30, 30, 255), width=14)
    draw.line((120, 40, 120, 200), fill=(200, 30, 30, 255), width=16)
    draw.line((40, 120, 200, 120), fill=(200, 30, 30, 255), width=16)
    picture.save(folder / "seal.png")
    return folder
