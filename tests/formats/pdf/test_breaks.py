"""Where lines may end: by UAX #14, but no Hangul word is broken, as in Word."""

from __future__ import annotations

import itertools

import pytest

from docgen.formats.pdf.breaks import OBJECT, break_places


def split(text: str, inside: bool = False) -> list[str]:
    places = [0, *break_places(text, inside), len(text)]
    return [text[a:b] for a, b in itertools.pairwise(places)]


class DescribeBreaks:
    @pytest.mark.parametrize(
        "pieces",
        [
            "찾아가는 |학교 |컨설팅(2026년)에서",
            "교사와 |함께, |‘수업’을",
            "가-|나",
            "방문/|온라인",
            "약 |15,000원",
            "10:00~12:00",
            "well-|known |and/|or",
            "3-4 |12.5% |$100 |(a) |b",
            "漢|字|文|章",
            "「가」 |나",
            "「漢」|字",
            "끝. |다음",
            "A / |B",
            f"글|{OBJECT}|글",
        ],
    )
    def they_leave_hangul_words_whole(self, pieces: str) -> None:
        assert split(pieces.replace("|", "")) == pieces.split("|")

    def they_may_stand_beside_any_syllable_where_the_paragraph_says_so(self) -> None:
        assert split("우리(가) 학교", inside=True) == ["우", "리", "(가) ", "학", "교"]

    def a_glue_sign_forbids_them(self) -> None:
        assert split("A\u00a0B\u2060漢 C") == ["A\u00a0B\u2060漢 ", "C"]
