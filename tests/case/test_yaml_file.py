from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from docgen.case import Case, parse_case
from docgen.errors import DataError, Diagnostic


def read(text: str) -> Case:
    return parse_case(text.encode(), "x.yaml")


def refused(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(DataError) as error:
        read(text)
    return error.value.diagnostics


class DescribeTheCoreSchema:
    """YAML 1.2.2, 10.3.2: what a plain scalar means."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("yes", "yes"),
            ("No", "No"),
            ("on", "on"),
            ("OFF", "OFF"),
            ("true", True),
            ("False", False),
            ("", None),
            ("~", None),
            ("null", None),
            ("12", 12),
            ("-7", -7),
            ("010", 10),
            ("0o17", 15),
            ("0x1F", 31),
            ("0b11", "0b11"),
            ("1_000", "1_000"),
            ("1.5", 1.5),
            ("1e3", 1000.0),
            (".5", 0.5),
            ("14:30", "14:30"),
            ("1:20:30", "1:20:30"),
            ("2026-06-01", "2026-06-01"),
            ("2026-06-01 15:30", "2026-06-01 15:30"),
            ("'12'", "12"),
            ('"true"', "true"),
            ("!!str 12", "12"),
            ("한글 #1", "한글"),
            ('"한글 #1"', "한글 #1"),
            ('"\\t\\u00e9"', "\té"),
            ("R&D <AI>", "R&D <AI>"),
        ],
    )
    def it_decides_the_type(self, text: str, value: Any) -> None:
        read_value = read(f"a: {text}\n").data["a"]
        assert read_value == value
        assert type(read_value) is type(value)

    def it_keeps_the_line_breaks_of_a_block(self) -> None:
        assert read("a: |\n  한 줄\n  두 줄\n").data == {"a": "한 줄\n두 줄\n"}

    def it_takes_a_key_that_yaml_1_1_would_turn_into_a_bool(self) -> None:
        assert read("no: 1\non: 2\n").data == {"no": 1, "on": 2}


class DescribePositions:
    def it_knows_the_place_of_every_key_and_value(self) -> None:
        case = read("가: 1\n나다:\n  - 이름: 홍\n    수: 2\n  - [x, 열]\n")
        assert {path: (tuple(at.value), at.key and tuple(at.key)) for path, at in case.positions.items()} == {
            (): ((1, 1), None),
            ("가",): ((1, 4), (1, 1)),
            ("나다",): ((3, 3), (2, 1)),
            ("나다", 0): ((3, 5), None),
            ("나다", 0, "이름"): ((3, 9), (3, 5)),
            ("나다", 0, "수"): ((4, 8), (4, 5)),
            ("나다", 1): ((5, 5), None),
            ("나다", 1, 0): ((5, 6), None),
            ("나다", 1, 1): ((5, 9), None),
        }

    def it_points_at_the_anchor_of_an_aliased_value(self) -> None:
        case = read("a: &x\n  b: 1\nc: *x\n")
        assert case.data == {"a": {"b": 1}, "c": {"b": 1}}
        assert case.positions[("c", "b")].value == (2, 6)

    def it_counts_a_byte_order_mark_as_nothing(self) -> None:
        assert parse_case(b"\xef\xbb\xbfa: 1\n", "x.yaml").positions[("a",)].key == (1, 1)

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def it_counts_lines_whatever_ends_them(self, end: str) -> None:
        assert read(f"a: 1{end}b: 2{end}").positions[("b",)].key == (2, 1)


class DescribeFindings:
    @pytest.mark.parametrize(
        ("text", "code", "line", "column", "says"),
        [
            ("a: 1\n\nb: 2\na: 3\n", "case.duplicate-key", 4, 1, "1행과 4행"),
            ("a:\n  - x: 1\n    x: 2\n", "case.duplicate-key", 3, 5, "'x'"),
            ("a: &x\n  b: *x\n", "case.recursive-alias", 1, 4, "자기 자신"),
            ("a: 1\n---\nb: 2\n", "case.several-documents", 3, 1, "여럿"),
            ("a: 1\n1: x\n", "case.key-not-text", 2, 1, "(1)"),
            ("true: x\n", "case.key-not-text", 1, 1, "(true)"),
            ("? [a]\n: x\n", "case.key-not-text", 1, 3, "키는 글"),
            ("a: {{ x }}\n", "case.key-not-text", 1, 5, "키는 글"),
            ("a: !!python/object:os.system x\n", "case.unknown-tag", 1, 4, "!!python/object:os.system"),
            ("a: !foo [1]\n", "case.unknown-tag", 1, 4, "!foo"),
            ("a: !!int abc\n", "case.unknown-tag", 1, 4, "!!int"),
            ("a: !!bool 3\n", "case.unknown-tag", 1, 4, "!!bool"),
            ("a: !!timestamp 2026-06-01\n", "case.unknown-tag", 1, 4, "!!timestamp"),
            ("a: .nan\n", "case.not-a-number", 1, 4, ".nan"),
            ("a: -.INF\n", "case.not-a-number", 1, 4, "-.INF"),
            ("a: 1e999\n", "case.number-too-large", 1, 4, "너무 큽니다"),
            (f"a: {'9' * 5000}\n", "case.number-too-large", 1, 4, "너무 큽니다"),
            ("a: {b: 1}\n<<: {c: 1}\n", "case.merge-key", 2, 1, "<<"),
            ('a: "x\\0"\n', "case.control-character", 1, 4, "U+0000"),
            ('"k\\e": 1\n', "case.control-character", 1, 1, "U+001B"),
            ("a: " + "[" * 70 + "]" * 70, "case.too-deep", 1, 68, "64겹"),
            ("[" * 100_000 + "]" * 100_000, "case.too-deep", 1, 66, "64겹"),
            ("a:\n" + "- 1\n" * 200_001, "case.too-many-values", 200_000, 3, "200,000개"),
        ],
    )
    def it_says_what_is_wrong_and_where(
        self, text: str, code: str, line: int, column: int, says: str
    ) -> None:
        (found,) = refused(text)
        assert (found.file, found.code, found.line, found.column) == ("x.yaml", code, line, column)
        assert says in found.message

    def it_stops_an_alias_bomb(self) -> None:
        names = "abcdefg"
        lines = [f"a: &a [{', '.join('x' * 10)}]"]
        lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]" for a, b in pairwise(names)]
        (found,) = refused("\n".join(lines))
        assert found.code == "case.too-many-values"
        assert found.hint is not None
        assert "별칭" in found.hint

    def it_reports_all_in_one_run_in_file_order(self) -> None:
        found = refused("a: .nan\nb: !x 1\na: 2\nc:\n  d: 1\n  d: .inf\n")
        assert [(each.code, each.line) for each in found] == [
            ("case.not-a-number", 1),
            ("case.unknown-tag", 2),
            ("case.duplicate-key", 3),
            ("case.duplicate-key", 6),
            ("case.not-a-number", 6),
        ]

    def but_stops_where_nobody_reads_on(self) -> None:
        found = refused("a: 1\n" * 5000)
        assert [each.code for each in found[199:]] == ["case.duplicate-key", "case.more"]
