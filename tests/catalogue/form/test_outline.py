"""Lines of text at the levels that their signs tell."""

from __future__ import annotations

import pytest

from docgen.catalogue.form.outline import outline
from docgen.document import Paragraph, Text


def read(line: str) -> tuple[str, str | None, str]:
    (paragraph,) = outline(line)
    words = "".join(inline.text for inline in paragraph.inlines if isinstance(inline, Text))
    return paragraph.style, paragraph.label, words


class DescribeSigns:
    @pytest.mark.parametrize(
        ("line", "style", "label", "text"),
        [
            ("□ 추진 배경", "outline-1", "□", "추진 배경"),
            ("○ {{ goal }}", "outline-2", "○", "{{ goal }}"),
            ("- 세부 - 내용", "outline-3", "-", "세부 - 내용"),
            ("▶ 결과", "outline-3", "▶", "결과"),
            ("■ 목표", "outline-1", "■", "목표"),
            ("※ 참고", "note", "※", "참고"),
            ("1. 관련", "number-1", "1.", "관련"),
            ("나. 일시", "number-2", "나.", "일시"),
            ("12) 장소", "number-3", "12)", "장소"),
            ("하) 대상", "number-4", "하)", "대상"),
        ],
    )
    def they_hang_before_the_text(self, line: str, style: str, label: str, text: str) -> None:
        assert read(line) == (style, label, text)

    def a_tag_that_numbers_stands_at_the_level_of_its_numbers(self) -> None:
        tag = '{{ loop.index | numbered("가.") }}'
        assert read(f"{tag} {{{{ item }}}}") == ("number-2", tag, "{{ item }}")

    def they_need_a_space_behind_them(self) -> None:
        assert read("-5도의 물") == ("body", None, "-5도의 물")

    def no_sign_makes_a_plain_paragraph(self) -> None:
        assert read("{{ text }} 끝.") == ("body", None, "{{ text }} 끝.")


def each_line_is_a_paragraph_and_a_tag_small_print() -> None:
    lines = "{%p for x in xs %}\n○ {{ x }}\n{%p endfor %}"
    assert [paragraph.style for paragraph in outline(lines)] == ["tag", "outline-2", "tag"]


def deeper_levels_stand_further_right() -> None:
    def sign_at(paragraph: Paragraph) -> float:
        return round(paragraph.format.left + paragraph.format.first_line, 1)

    levels = [sign_at(next(outline(f"{sign} 글"))) for sign in "□○-"]
    assert levels == sorted(set(levels))
