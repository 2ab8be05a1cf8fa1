"""Rows as objects: JSON lines, JSON lists longer than any buffer, YAML lists."""

from __future__ import annotations

import io
import json

import pytest

from docgen.bulk.rows.objects import read_json_lines, read_json_list, read_yaml_list
from docgen.errors import DataError

ROWS = [{"성명": f"김{n}", "점수": n, "주소": {"시": "새별\n시"}} for n in range(3_000)]


class DescribeJsonLines:
    def they_are_rows_with_the_numbers_of_their_lines(self) -> None:
        data = '{"성명": "한가람"}\n\n{"성명": "도담", "목록": [1, 2]}\n'.encode()
        rows = list(read_json_lines(io.BytesIO(data), "명단.jsonl").rows)
        assert [(row.number, row.values) for row in rows] == [
            (1, {"성명": "한가람"}),
            (3, {"성명": "도담", "목록": [1, 2]}),
        ]

    @pytest.mark.parametrize(
        "line",
        ["{", "[1]", '{"가": NaN}', '{"가": 1, "가": 2}', "[" * 100_000, '{"가": 1' + "0" * 5000 + "}"],
    )
    def a_line_that_is_no_object_is_a_fault_of_its_own(self, line: str) -> None:
        data = f'{{"가": 1}}\n{line}\n{{"가": 3}}\n'.encode()
        rows = list(read_json_lines(io.BytesIO(data), "명단.jsonl").rows)
        assert [row.fault and row.fault.line for row in rows] == [None, 2, None]

    def they_are_read_as_utf_8(self) -> None:
        with pytest.raises(DataError, match="UTF-8이 아닌"):
            list(read_json_lines(io.BytesIO('{"성명": "한가람"}'.encode("cp949")), "명단.jsonl").rows)


class DescribeAJsonList:
    @pytest.mark.parametrize("indent", [None, 2])
    def its_items_are_rows(self, indent: int | None) -> None:
        data = json.dumps(ROWS, ensure_ascii=False, indent=indent).encode()
        assert len(data) > 2 * 2**16
        rows = list(read_json_list(io.BytesIO(data), "명단.json").rows)
        assert [row.values for row in rows] == ROWS

    def its_items_have_the_lines_where_they_begin(self) -> None:
        rows = read_json_list(io.BytesIO(b'\n[\n {"a": 1},\n\n {"a":\n 2}, {"a": 3}]\n'), "a.json").rows
        assert [row.number for row in rows] == [3, 5, 6]

    def it_may_be_empty(self) -> None:
        assert list(read_json_list(io.BytesIO(b" [ ] "), "a.json").rows) == []

    @pytest.mark.parametrize("data", [b'[{"a": 1}', b'[{"a": 1} x]', b"[{'a': 1}]", b'[{"a"', b"[{}, 3"])
    def it_must_end_and_be_json(self, data: bytes) -> None:
        with pytest.raises(DataError, match="JSON으로 읽을 수 없습니다"):
            list(read_json_list(io.BytesIO(data), "a.json").rows)

    def it_must_be_a_list(self) -> None:
        with pytest.raises(DataError, match="행의 목록이 아닙니다"):
            list(read_json_list(io.BytesIO(b'{"a": 1}'), "a.json").rows)


class DescribeAYamlList:
    def its_items_are_rows(self) -> None:
        data = "- 성명: 한가람\n  점수: 3\n- 성명: 도담\n".encode()
        rows = list(read_yaml_list(io.BytesIO(data), "명단.yaml").rows)
        assert [(row.number, row.values) for row in rows] == [
            (1, {"성명": "한가람", "점수": 3}),
            (3, {"성명": "도담"}),
        ]

    def it_must_be_a_list(self) -> None:
        with pytest.raises(DataError, match="행의 목록이 아닙니다"):
            read_yaml_list(io.BytesIO(b"a: 1\n"), "a.yaml")

    def an_item_must_be_a_mapping(self) -> None:
        (row,) = read_yaml_list(io.BytesIO(b"- 3\n"), "a.yaml").rows
        assert row.fault is not None

    def its_faults_are_those_of_a_case_file(self) -> None:
        with pytest.raises(DataError, match="두 번 적혀"):
            read_yaml_list(io.BytesIO(b"- {a: 1, a: 2}\n"), "a.yaml")
