"""Where a line may end in Hangul: at spaces and after hyphens only, as in Word."""

from __future__ import annotations

import pytest

from docgen.formats.html.words import JOINER, by_script, by_spaces, by_words, join_words, joins


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("학교 컨설팅", "학|교 컨|설|팅"),
        ("2026년 6월", "2026|년 6|월"),
        ("갑(이하", "갑|(|이|하"),
        ("가-나", "가|-나"),
        ("수업/평가", "수|업|/평|가"),
        ("plain text 2026", "plain text 2026"),
        ("가\u00a0나", "가\u00a0나"),
    ],
)
def it_joins_what_word_keeps_together(text: str, expected: str) -> None:
    assert join_words(text).replace("\u2060", "|") == expected


def it_joins_across_elements() -> None:
    assert joins("교", "에")
    assert joins("A", "를")
    assert not joins(" ", "에")


def it_parts_scripts() -> None:
    assert by_script("2026년 AI 교육") == ["2026", "년", " AI ", "교육"]
    assert by_script(join_words("가나 A를")) == ["가\u2060나", " A\u2060", "를"]
    assert by_script(f"{JOINER}에") == [f"{JOINER}에"]  # alone it would be drawn from a font of its own


def it_tells_spaces_that_a_page_would_merge_from_others() -> None:
    assert by_spaces("가", "나 다") == [("나 다", False)]
    assert by_spaces("가", " 나   다") == [(" 나 ", False), ("  ", True), ("다", False)]
    assert by_spaces(" ", " 나") == [(" ", True), ("나", False)]
    assert by_spaces("", "  ") == [(" ", False), (" ", True)]


def it_parts_words_from_the_spaces_between_them() -> None:
    assert by_words("가나  다 ") == ["가나", "  ", "다", " "]
    assert by_words("가나다라마바사아자차") == [
        "가나다라마바사아",
        "자차",
    ]  # a line may end in a word longer than it
