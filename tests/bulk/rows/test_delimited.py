"""CSV as programs write it: the encoding and the separator are found out, lines are counted as editors do."""

from __future__ import annotations

import csv
import io

import pytest

from docgen.bulk.rows.delimited import read_delimited
from docgen.bulk.rows.row import Table
from docgen.errors import DataError

TEXT = "성명,학교\r\n한가람,새별중학교\r\n도담,뾡고등학교\r\n"  # 뾡 is in CP949 and not in EUC-KR


def read(data: bytes) -> Table:
    return read_delimited(io.BytesIO(data), "명단.csv")


def values(data: bytes) -> list[dict[str, str]]:
    return [dict(row.values) for row in read(data).rows]


class DescribeTheEncoding:
    @pytest.mark.parametrize(
        ("encoding", "said"),
        [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8(BOM)"), ("cp949", "CP949"), ("utf-16", "UTF-16")],
    )
    def it_is_found_out_and_said(self, encoding: str, said: str) -> None:
        table = read(TEXT.encode(encoding))
        assert table.about == f"CSV, {said}, 쉼표"
        assert [row.values["성명"] for row in table.rows] == ["한가람", "도담"]

    def it_is_that_of_the_whole_file(self) -> None:
        late = ("성명\n" + "kim\n" * 400_000 + "한가람\n").encode("cp949")
        assert "CP949" in read(late).about

    def it_is_refused_where_nothing_reads_it(self) -> None:
        with pytest.raises(DataError, match="인코딩"):
            read(b"a,b\n\xff\xff\xff,1\n")


class DescribeTheSeparator:
    @pytest.mark.parametrize(("sign", "said"), [(",", "쉼표"), (";", "쌍반점"), ("\t", "탭")])
    def it_is_what_the_heading_has_most_of(self, sign: str, said: str) -> None:
        table = read(f'성명{sign}"학교, 반"{sign}비고\n한가람{sign}새별{sign}\n'.encode())
        assert table.about.endswith(said)
        assert list(table.columns or ()) == ["성명", "학교, 반", "비고"]


class DescribeRows:
    def they_are_what_the_standard_library_wrote(self) -> None:
        file = io.StringIO()
        cells = ['따옴표 "안"', "쉼표, 줄\n바꿈", ""]
        csv.writer(file).writerows([["가", "나", "다"], cells])
        assert values(file.getvalue().encode()) == [dict(zip("가나다", cells, strict=True))]

    def they_have_the_number_of_the_line_where_they_begin(self) -> None:
        rows = read('가,나\n"두\n줄",1\n\n끝,2\n'.encode()).rows
        assert [row.number for row in rows] == [2, 5]

    def they_may_be_shorter_than_the_heading(self) -> None:
        assert values("가,나\n1\n".encode()) == [{"가": "1", "나": ""}]

    def a_longer_one_is_a_fault_of_its_own(self) -> None:
        first, second = read("가,나\n1,2,3\n4,5\n".encode()).rows
        assert first.fault is not None
        assert first.fault.line == 2
        assert second.fault is None

    def an_open_quote_is_a_fault_of_the_file(self) -> None:
        with pytest.raises(DataError, match="CSV로 읽을 수 없는"):
            list(read('가\n"열림\n'.encode()).rows)

    def they_can_be_read_again(self) -> None:
        file = io.BytesIO(TEXT.encode())
        for _ in range(2):
            assert len(list(read_delimited(file, "a.csv").rows)) == 2


class DescribeTheHeading:
    def its_columns_have_letters(self) -> None:
        names = [f"열{n}" for n in range(28)]
        columns = read(",".join(names).encode() + b"\n").columns or {}
        assert (columns["열0"], columns["열25"], columns["열26"], columns["열27"]) == ("A", "Z", "AA", "AB")

    def it_may_not_say_the_same_twice(self) -> None:
        with pytest.raises(DataError, match="같은 제목의 열이 둘 이상입니다: 성명"):
            read("성명,학교, 성명\n".encode())

    def it_must_be_there(self) -> None:
        with pytest.raises(DataError, match="행이 없는 파일"):
            read(b"\n\n")
