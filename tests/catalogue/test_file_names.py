"""File names that Windows, macOS and Linux all take."""

from __future__ import annotations

import pytest

from docgen.catalogue.file_names import file_name


class DescribeFileName:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("회의록_2026. 6. 1._사전 회의", "회의록_2026. 6. 1._사전 회의"),
            ('가/나\\다:라*마?바"사<아>자|차', "가_나_다_라_마_바_사_아_자_차"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("줄\n바꿈\t탭\x00", "줄 바꿈 탭"),
            ("  앞뒤  빈칸 . ", "앞뒤 빈칸"),
            ("", "문서"),
            ("...", "문서"),
            ("CON", "CON_"),
            ("학교", "학교"),  # decomposed Hangul, as macOS writes it
        ],
    )
    def it_is_safe(self, text: str, name: str) -> None:
        assert file_name(text, set()) == name

    def it_is_short_enough_for_every_system_and_whole_in_its_letters(self) -> None:
        name = file_name("가" * 400, set())
        assert len(name.encode()) <= 200
        assert set(name) == {"가"}

    def it_is_given_once_whatever_the_case_of_its_letters(self) -> None:
        taken: set[str] = set()
        assert [file_name(text, taken) for text in ("a", "A", "a")] == ["a", "A (2)", "a (3)"]
