"""Telephone numbers and masks. All numbers, names and addresses are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docgen.korean.people import mask_email, mask_id, mask_name, mask_phone, phone


class DescribePhone:
    @pytest.mark.parametrize(
        ("written", "printed"),
        [
            ("01012345678", "010-1234-5678"),
            ("010 1234 5678", "010-1234-5678"),
            ("010.1234.5678", "010-1234-5678"),
            ("0111234567", "011-123-4567"),
            ("021234567", "02-123-4567"),
            ("02)1234-5678", "02-1234-5678"),
            ("(031) 123-4567", "031-123-4567"),
            ("06412345678", "064-1234-5678"),
            ("07012345678", "070-1234-5678"),
            ("0801234567", "080-123-4567"),
            ("050712345678", "0507-1234-5678"),
            ("15881234", "1588-1234"),
            ("+82 10-1234-5678", "010-1234-5678"),
            ("+82-2-123-4567", "02-123-4567"),
            ("+82 (0)10 1234 5678", "010-1234-5678"),
        ],
    )
    def it_puts_the_hyphens(self, written: str, printed: str) -> None:
        assert phone(written) == printed

    @pytest.mark.parametrize(
        ("read", "printed"),
        [
            (1012345678, "010-1234-5678"),
            (212345678, "02-1234-5678"),
            ("1012345678", "010-1234-5678"),
            (15881234, "1588-1234"),
        ],
    )
    def it_gives_back_the_zero_that_a_spreadsheet_dropped(self, read: object, printed: str) -> None:
        assert phone(read) == printed

    @pytest.mark.parametrize(
        "written",
        ["+1 212 555 0100", "02-123-4567(내선 3)", "031-123-4567~9", "0101234567", "추후 안내", "119"],
    )
    def it_prints_any_other_as_it_is(self, written: str) -> None:
        assert phone(written) == written


class DescribeMaskName:
    @pytest.mark.parametrize(
        ("name", "masked"),
        [
            ("홍길동", "홍*동"),
            ("홍길", "홍*"),
            ("홍", "홍"),
            ("김수한무", "김**무"),
            ("남궁민수", "남궁**"),
            ("제갈량", "제갈*"),
            ("황보", "황*"),
            ("홍 길 동", "홍*동"),
            ("\u1112\u1169\u11bc\u1100\u1175\u11af\u1103\u1169\u11bc", "홍*동"),  # as a Mac stores it
            ("John Smith", "J*** S****"),
            ("Lý Thị O'An", "L* T** O***"),
            ("王小明", "王**"),
        ],
    )
    def it_hides_the_inner_letters(self, name: str, masked: str) -> None:
        assert mask_name(name) == masked


class DescribeMaskId:
    @pytest.mark.parametrize("number", ["800101-1234567", "8001011234567", "800101 - 1234567", 8001011234567])
    def it_leaves_the_birthday(self, number: object) -> None:
        assert mask_id(number) == "800101-*******"


class DescribeMaskPhone:
    @pytest.mark.parametrize(
        ("number", "masked"),
        [("01012345678", "010-****-5678"), ("02-123-4567", "02-***-4567"), (1012345678, "010-****-5678")],
    )
    def it_hides_the_middle(self, number: object, masked: str) -> None:
        assert mask_phone(number) == masked


class DescribeMaskEmail:
    @pytest.mark.parametrize(
        ("address", "masked"),
        [
            ("hong@example.com", "ho**@example.com"),
            ("abc@x.kr", "ab*@x.kr"),
            ("ab@x.kr", "a*@x.kr"),
            ("a@x.kr", "*@x.kr"),
        ],
    )
    def it_hides_the_name_and_leaves_the_domain(self, address: str, masked: str) -> None:
        assert mask_email(address) == masked


class DescribeRefusal:
    @pytest.mark.parametrize("write", [mask_id, mask_phone, mask_email])
    def it_stops_and_does_not_tell_the_value(self, write: Callable[[object], str]) -> None:
        with pytest.raises(ValueError, match="아니어서 가릴 수 없습니다") as caught:
            write("80010112345")
        assert "80010112345" not in str(caught.value)
