from __future__ import annotations

import json

import pytest

from docgen.case import Case, parse_case
from docgen.errors import DataError, Diagnostic


def read(text: str) -> Case:
    return parse_case(text.encode(), "x.json")


def refused(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(DataError) as error:
        read(text)
    return error.value.diagnostics


class DescribeValues:
    @pytest.mark.parametrize(
        "text",
        [
            '{"a": {"b": [1, -2.5e3, 0, true, false, null, "x", [], {}]}}',
            '{"이모지": "\\ud83d\\ude00", "raw": "😀"}',
            '\n\t{ "a" : "\\n\\t\\"\\\\\\/" }\r\n',
            '{"a": 12345678901234567890, "b": 1E-2, "": 0}',
            "{}",
        ],
    )
    def they_are_what_the_standard_library_reads(self, text: str) -> None:
        assert read(text).data == json.loads(text)

    def they_have_places(self) -> None:
        case = read('{\n  "가나": [1,\n    {"b": "x"}]\n}')
        assert {path: (tuple(at.value), at.key and tuple(at.key)) for path, at in case.positions.items()} == {
            (): ((1, 1), None),
            ("가나",): ((2, 9), (2, 3)),
            ("가나", 0): ((2, 10), None),
            ("가나", 1): ((3, 5), None),
            ("가나", 1, "b"): ((3, 11), (3, 6)),
        }


class DescribeFindings:
    @pytest.mark.parametrize(
        ("text", "code", "line", "column", "says"),
        [
            ('{"a": 1,}', "case.json-syntax", 1, 9, "쉼표 뒤에 값이 없이"),
            ('{"a": [1,\n]}', "case.json-syntax", 2, 1, "쉼표 뒤에 값이 없이"),
            ("{'a': 1}", "case.json-syntax", 1, 2, "키가 와야"),
            ("{\"a\": 'x'}", "case.json-syntax", 1, 7, "작은따옴표"),
            ('{"a": 1\n "b": 2}', "case.json-syntax", 2, 2, "쉼표(,)나 '}'"),
            ('{"a" 1}', "case.json-syntax", 1, 6, "쌍점"),
            ('{"a": "한\n글"}', "case.json-syntax", 1, 9, "큰따옴표로 감싼 글"),
            ('{"a": "한글', "case.json-syntax", 1, 7, "큰따옴표로 감싼 글"),
            ('{"a": 01}', "case.json-syntax", 1, 7, "값이 와야"),
            ('{"a": tru}', "case.json-syntax", 1, 7, "값이 와야"),
            ('{"a": 1} x', "case.json-syntax", 1, 10, "끝난 뒤"),
            ('{"a": // 설명\n1}', "case.json-syntax", 1, 7, "주석"),
            ('{"a": [1, 2', "case.json-syntax", 1, 12, "끊겼습니다"),
            ('{"a": ', "case.json-syntax", 1, 7, "끊겼습니다"),
            ('{"a": NaN}', "case.not-a-number", 1, 7, "NaN"),
            ('{"a": -Infinity}', "case.not-a-number", 1, 7, "-Infinity"),
            ('{"a": 1e400}', "case.number-too-large", 1, 7, "너무 큽니다"),
            ('{"a": ' + "9" * 5000 + "}", "case.number-too-large", 1, 7, "너무 큽니다"),
            ('{"a": 1,\n"a": 2}', "case.duplicate-key", 2, 1, "1행과 2행"),
            ('{"a": "\\u0000"}', "case.control-character", 1, 7, "U+0000"),
            ('{"a": "\\ud83d"}', "case.control-character", 1, 7, "U+D83D"),
            ('{"a": ' + "[" * 100_000, "case.too-deep", 1, 71, "64겹"),
            ('{"a": [' + "1," * 200_000 + "1]}", "case.too-many-values", 1, 400_004, "200,000개"),
        ],
    )
    def it_says_what_is_wrong_and_where(
        self, text: str, code: str, line: int, column: int, says: str
    ) -> None:
        (found,) = refused(text)
        assert (found.code, found.line, found.column) == (code, line, column)
        assert says in found.message

    def it_goes_on_after_what_is_no_matter_of_syntax(self) -> None:
        found = refused('{"a": NaN, "a": {"b": 1, "b": 2}}')
        assert [(each.code, each.column) for each in found] == [
            ("case.not-a-number", 7),
            ("case.duplicate-key", 12),
            ("case.duplicate-key", 26),
        ]
