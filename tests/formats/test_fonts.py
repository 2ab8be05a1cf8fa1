"""Fonts: line heights are what Word itself gives (measured in PDFs that Word made)."""

from __future__ import annotations

import pytest

from docgen.document import CharacterFormat
from docgen.formats.fonts import face, families, natural_line, needs_split
from docgen.formats.widths import asked_widths


class DescribeLines:
    @pytest.mark.parametrize(
        ("font", "size", "height"),
        [
            ("맑은 고딕", 10.5, 18.15),  # Word: lines of a Korean letter advance 18.1 pt
            ("맑은 고딕", 9.5, 16.43),  # Word: two lines of a table cell are 16.4 pt apart
            ("Malgun Gothic", 10.0, 17.29),
            ("바탕", 10.0, 13.0),
            ("Arial", 10.5, 12.06),  # Word: lines of an English letter advance 12.07 pt
        ],
    )
    def they_have_the_height_of_the_asked_font(self, font: str, size: float, height: float) -> None:
        look = CharacterFormat(font=font, east_asian_font=font, size=size)
        assert natural_line(look) == pytest.approx(height, abs=0.02)

    def it_is_the_east_asian_height_even_where_the_text_is_latin(self) -> None:
        look = CharacterFormat(font="Arial", east_asian_font="맑은 고딕", size=10)
        assert natural_line(look) == pytest.approx(17.29)


class DescribeWidths:
    """Measured in PDFs that Word made: letters of 10.5 points advance so far."""

    @pytest.mark.parametrize(
        ("sign", "points"), [("가", 10.5), ("힣", 10.5), ("7", 5.79), (" ", 3.7), ("(", 3.2)]
    )
    def they_are_those_of_the_asked_font(self, sign: str, points: float) -> None:
        widths = asked_widths("맑은 고딕", "Malgun Gothic", bold=False)
        assert widths is not None
        assert (widths.of(sign) or 0.0) * 10.5 == pytest.approx(points, abs=0.02)

    def they_are_not_guessed(self) -> None:
        assert asked_widths("Arial", "바탕", bold=False) is None
        widths = asked_widths("Arial", "맑은 고딕", bold=True)
        assert widths is not None
        assert (widths.of("A"), widths.of("가")) == (None, 1.0)


class DescribeFaces:
    @pytest.mark.parametrize(
        ("asked", "drawn"),
        [
            ("맑은 고딕", "NanumGothic"),
            ("굴림", "NanumGothic"),
            ("바탕", "NanumMyeongjo"),
            ("함초롬바탕", "NanumMyeongjo"),
            ("HY견고딕", "NanumGothic"),
            ("Times New Roman", "Liberation Serif"),
            ("Courier New", "Liberation Mono"),
            ("한겨레결체", "NanumGothic"),
            ("어떤명조체", "NanumMyeongjo"),
            ("No Such Font", "Liberation Sans"),
        ],
    )
    def it_stands_in_for_the_asked_font(self, asked: str, drawn: str) -> None:
        assert face(asked).families[0] == drawn

    def it_names_latin_first_then_hangul_then_signs(self) -> None:
        names = families("Times New Roman", "바탕")
        assert names.index("Liberation Serif") < names.index("NanumMyeongjo") < names.index("DejaVu Sans")
        assert names[-1] == "serif"

    def it_never_takes_a_name_from_the_document(self) -> None:
        assert 'x";}' not in "".join(families('x";}', 'y";}'))

    def it_draws_scripts_apart_only_where_their_faces_differ(self) -> None:
        assert needs_split("Arial", "바탕")
        assert not needs_split("Times New Roman", "바탕")
        assert not needs_split("맑은 고딕", "맑은 고딕")
