from __future__ import annotations

import pytest

from docgen.case import parse_case
from docgen.errors import DataError, Diagnostic


def refused(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(DataError) as error:
        parse_case(text.encode(), "x.yaml")
    return error.value.diagnostics


class DescribeSyntaxFindings:
    @pytest.mark.parametrize(
        ("text", "line", "column", "says", "advice"),
        [
            ("a: 1\nname:홍길동\nb: 2\n", 2, 1, "쌍점(:) 뒤에 빈칸", "name: 값"),
            ("a: 1\nname： 홍길동\nb: 2\n", 2, 5, "쌍점이 전각", "반각"),
            ("name:홍길동\nb: 2\n", 1, 1, "쌍점(:) 뒤에 빈칸", "name: 값"),
            ("a: 주제: 소음 지도\n", 1, 4, "값 안에 쌍점", "따옴표"),
            ("a: @교사\n", 1, 4, "'@'로 시작", "따옴표"),
            ("a: %비율\n", 1, 4, "'%'로 시작", "따옴표"),
            ("a:\n  - `값\n", 2, 5, "'`'로 시작", "따옴표"),
            ("a: {이름\nb: 1\n", 2, 2, "중괄호", "따옴표"),
            ("a: [하나, 둘\nb: 1\n", 2, 2, "대괄호", "따옴표"),
            ("a: }\n", 1, 4, "값이 와야", "따옴표"),
            ("가: '닫지 않음\nb: 1\n", 1, 4, "닫히지 않았습니다", "짝"),
            ("a: '강조'한 글\n", 1, 4, "닫는 따옴표 뒤", "한 쌍"),
            ('a: "C:\\새"\n', 1, 7, "역슬래시", "두 번"),
            ("a: *별표\n", 1, 5, "이름이 없습니다", "따옴표"),
            ("a: *none\n", 1, 4, "별칭", "따옴표"),
            ("a: !x!y 값\n", 1, 4, "태그", "따옴표"),
            ("a: &x 1\nb: &x 2\n", 2, 4, "두 번", "따옴표"),
            ("a:\n  x: 1\n y: 2\n", 3, 2, "들여쓰기", "같은 칸"),
            ("- a\nb: 1\n", 2, 1, "목록", "같은 칸"),
            ("a: - b\n", 1, 4, "목록", "아랫줄"),
            ("a: 1\n  b: 2\n", 2, 4, "쌍점", "들여쓰기"),
            ("a: {b:, c: 1}\n", 1, 6, "쌍점(:)이 올 수 없는", "한 칸"),
            (" a: 1\nb: 2\n", 2, 1, "들여쓰기", "첫 칸"),
            ("a: |\n 글\n이어진 글\n", 3, 6, "쌍점(:)이 없습니다", "'키: |'"),
            ("a: > 글\n", 1, 6, "이어져", "다음 줄"),
            ("%YAML 3.0\n---\na: 1\n", 1, 1, "YAML 1.1과 1.2", "%YAML"),
        ],
    )
    def it_names_the_likely_cause(self, text: str, line: int, column: int, says: str, advice: str) -> None:
        (found,) = refused(text)
        assert (found.code, found.line, found.column) == ("case.yaml-syntax", line, column)
        assert says in found.message
        assert found.hint is not None
        assert advice in found.hint

    def it_reports_every_line_indented_by_a_tab(self) -> None:
        found = refused("a:\n\tb: 1\n\tc: 2\nd:\n  \te: 3\n")
        assert [(each.code, each.line, each.column) for each in found] == [
            ("case.tab-indent", 2, 1),
            ("case.tab-indent", 3, 1),
            ("case.tab-indent", 5, 3),
        ]
        assert "탭" in found[0].message

    def it_leaves_tabs_that_do_no_harm(self) -> None:
        case = parse_case("a: |\n  하나\n  \t둘\nb: 1\t# 설명\n".encode(), "x.yaml")
        assert case.data == {"a": "하나\n\t둘\n", "b": 1}
