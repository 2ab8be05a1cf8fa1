"""Particles by the sound before them; the expected words are as a Korean reader says them."""

from __future__ import annotations

import pytest

from docgen.korean.particles import josa, quoted


class DescribeJosa:
    @pytest.mark.parametrize(
        ("word", "pair", "expected"),
        [
            ("학교", "은/는", "학교는"),
            ("교육청", "은/는", "교육청은"),
            ("홍길동", "이/가", "홍길동이"),
            ("나래", "이/가", "나래가"),
            ("계획서", "을/를", "계획서를"),
            ("이수증", "과/와", "이수증과"),
            ("협약서", "이라는/라는", "협약서라는"),
        ],
    )
    def it_looks_at_the_final_consonant(self, word: str, pair: str, expected: str) -> None:
        assert josa(word, pair) == expected

    @pytest.mark.parametrize(
        ("word", "expected"), [("부산", "부산으로"), ("제주", "제주로"), ("서울", "서울로"), ("7", "7로")]
    )
    def it_counts_rieul_as_no_consonant_before_ro(self, word: str, expected: str) -> None:
        assert josa(word, "으로/로") == expected

    def and_before_its_longer_forms(self) -> None:
        assert josa("서울", "으로부터/로부터") == "서울로부터"
        assert josa("서울", "을/를") == "서울을"

    @pytest.mark.parametrize(
        ("pair", "expected"),
        [("는/은", "홍길동은"), ("가/이", "홍길동이"), ("와/과", "홍길동과"), ("로/으로", "홍길동으로")],
    )
    def it_takes_a_pair_written_the_other_way_round(self, pair: str, expected: str) -> None:
        assert josa("홍길동", pair) == expected

    @pytest.mark.parametrize(
        ("word", "expected"),
        [("3", "3은"), ("5", "5는"), ("10", "10은"), (1000, "1000은"), (2, "2는"), ("50%", "50%는")],
    )
    def it_reads_figures_as_korean_does(self, word: object, expected: str) -> None:
        assert josa(word, "은/는") == expected

    @pytest.mark.parametrize(
        ("word", "expected"), [("HTML", "HTML을"), ("PDF", "PDF를"), ("sample", "sample를"), ("N", "N을")]
    )
    def it_reads_latin_words_by_the_name_of_their_last_letter(self, word: str, expected: str) -> None:
        assert josa(word, "을/를") == expected

    @pytest.mark.parametrize(
        ("word", "expected"),
        [
            ("국립국어원(NIKL)", "국립국어원(NIKL)은"),
            ("한빛대학교 (본교)", "한빛대학교 (본교)는"),
            ("'성명'(name)", "'성명'(name)은"),
            ("(가)", "(가)는"),
            ("「협약서」", "「협약서」는"),
        ],
    )
    def it_does_not_read_a_bracket_behind_the_word(self, word: str, expected: str) -> None:
        assert josa(word, "은/는") == expected

    def it_takes_the_form_after_a_vowel_where_nothing_can_be_read(self) -> None:
        assert josa("※", "은/는") == "※는"

    @pytest.mark.parametrize("pair", ["은", "은/", "/는", ""])
    def it_refuses_what_is_no_pair(self, pair: str) -> None:
        with pytest.raises(ValueError, match="'은/는'처럼 둘을"):
            josa("학교", pair)


class DescribeQuoted:
    def it_reads_the_word_within_the_quotes(self) -> None:
        assert quoted("학교", "은/는") == "'학교'는"
        assert quoted("성명", "을/를") == "'성명'을"
