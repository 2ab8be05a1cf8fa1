"""A run from rows to files: the same pages as `render`, checked before anything is written."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from docgen import Catalogue, load_case
from docgen.bulk.archive import write_archive
from docgen.bulk.store import open_store
from docgen.errors import DataError, DocgenError, UsageError
from tests.bulk.runs import CERTIFICATE, HEADINGS, files, made, people, prepared, sheet
from tests.merge.word_files import texts, word_file

SCHOOL = "fixtures/school/saebyeol.yaml"
APPLICATION = "fixtures/people/coordinator-application.yaml"


@pytest.fixture(autouse=True)
def _at_home(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


class DescribeAPage:
    @pytest.mark.parametrize("output", ["docx", "pdf"])
    def it_is_what_render_makes_of_the_same_row(self, tmp_path: Path, output: str) -> None:
        case = load_case(APPLICATION)
        row = json.dumps(case.data, ensure_ascii=False).encode()
        summary = made(tmp_path, row, name="a.jsonl", template="coordinator-application", formats=(output,))
        (page,) = (data for name, data in files(tmp_path).items() if name.endswith(output))
        assert page == Catalogue()["coordinator-application"].render(case, output)
        assert (summary.rows, summary.documents, summary.files) == (1, 1, 1)

    @pytest.mark.parametrize("name", ["consulting-plan", "meeting-minutes", "instructor-recommendation"])
    def it_is_what_render_makes_of_a_row_that_is_a_whole_case(self, tmp_path: Path, name: str) -> None:
        """With a list of contents, with pictures, with several documents of one row."""
        template = Catalogue()[name]
        case = template.sample()
        row = json.dumps(case.data, ensure_ascii=False).encode()
        made(tmp_path, row, name="a.jsonl", template=name, case=Path(case.name))
        found = files(tmp_path)
        found.pop("manifest.csv")
        works, _ = template.works(case)
        assert found == {f"{work.name}.docx": template.produce(work, "docx")[0] for work in works}

    def it_is_what_render_makes_of_the_same_case(self, tmp_path: Path) -> None:
        template = Catalogue()[CERTIFICATE]
        works, _ = template.works(load_case(SCHOOL))
        made(tmp_path, None, case=Path(SCHOOL))
        found = files(tmp_path)
        found.pop("manifest.csv")
        assert found == {f"{work.name}.docx": template.produce(work, "docx")[0] for work in works}
        assert len(found) == 38

    def it_is_the_same_from_a_sheet_as_from_the_attendance(self, tmp_path: Path) -> None:
        template = Catalogue()[CERTIFICATE]
        works, _ = template.works(load_case(SCHOOL))
        paths = [
            *("person.name", "person.birth_date", "person.affiliation", "person.position", "person.neis_no"),
            *("person.id", "school.name", "the_run.name", "the_run.started_on", "the_run.ended_on"),
            *("the_run.certificate_from", "enrolment.credited_hours"),
        ]

        def cell(data: object, path: str) -> object:
            for key in path.split("."):
                data = data[key]  # type: ignore[index]  # the data of a template
            return data

        rows = sheet(([cell(work.data, path) for path in paths] for work in works), paths)
        made(tmp_path, rows)
        found = [data for name, data in files(tmp_path).items() if name.endswith(".docx")]
        assert found == [template.produce(work, "docx")[0] for work in works]

    def it_is_what_merge_makes_of_a_bare_word_file(self, tmp_path: Path) -> None:
        docx = word_file("{{ name }}님, {{ day }}까지 {{ school.name }}{% if note %}: {{ note }}{% endif %}")
        (tmp_path / "편지.docx").write_bytes(docx)
        case = tmp_path / "case.yaml"
        case.write_text("school: {name: 새별중학교}\n", encoding="utf-8")
        rows = sheet([("한가람", "2026-06-01", "<&>"), ("도담", "2026-06-02", "")], ("name", "day", "note"))
        made(tmp_path / "out", rows, template=tmp_path / "편지.docx", case=case)
        pages = [texts(data) for name, data in files(tmp_path / "out").items() if name.endswith(".docx")]
        assert pages == [
            ["한가람님, 2026. 6. 1.까지 새별중학교: <&>"],
            ["도담님, 2026. 6. 2.까지 새별중학교"],
        ]

    def it_takes_common_values_from_the_case(self, tmp_path: Path) -> None:
        (tmp_path / "case.yaml").write_text("school: {name: 새별중학교, level: 중학교}\n", encoding="utf-8")
        headings = ("성명", "과정명", "시작일", "종료일", "이수시간")
        rows = sheet([("한가람", "디지털 수업", "2026-06-01", "2026-06-30", 15)], headings)
        made(tmp_path / "out", rows, case=tmp_path / "case.yaml", pattern="{school}_{name}")
        page = files(tmp_path / "out")["새별중학교_한가람.docx"]
        with zipfile.ZipFile(io.BytesIO(page)) as package:
            assert "새별중학교" in package.read("word/document.xml").decode()


class DescribeAMap:
    def its_entry_is_the_row_and_the_others_are_for_reference(self, tmp_path: Path) -> None:
        person = load_case(SCHOOL).data["people"]["p-han"]
        row = json.dumps({"person": person}, ensure_ascii=False).encode()
        made(tmp_path, row, name="a.jsonl", template="privacy-consent", case=Path(SCHOOL))
        assert list(files(tmp_path)) == ["manifest.csv", "개인정보 동의서_한가람.docx"]


class DescribeNames:
    def they_follow_the_pattern_and_are_all_different(self, tmp_path: Path) -> None:
        made(tmp_path, sheet(people(7)), pattern="{school}/{name}")
        assert [name for name in files(tmp_path) if name.endswith("docx")] == [
            "새별0학교/도담 (2).docx",
            "새별0학교/도담.docx",
            "새별0학교/최바다 (2).docx",
            "새별0학교/최바다.docx",
            "새별0학교/한가람 (2).docx",
            "새별0학교/한가람 (3).docx",
            "새별0학교/한가람.docx",
        ]

    def they_hold_nothing_personal_unless_asked(self, tmp_path: Path) -> None:
        made(tmp_path, sheet(people(1)))
        assert list(files(tmp_path)) == ["manifest.csv", "이수증_000001.docx"]

    def a_number_needs_the_ledger(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="--ledger"):
            prepared(tmp_path, sheet(people(1)), pattern="{number}")


class DescribeTheManifest:
    def it_lists_every_file_with_its_row_and_digest(self, tmp_path: Path) -> None:
        made(tmp_path, sheet(people(3)), formats=("docx", "html"))
        text = (tmp_path / "manifest.csv").read_text(encoding="utf-8-sig")
        listed = list(csv.DictReader(io.StringIO(text)))
        assert [line["행"] for line in listed] == ["2", "2", "3", "3", "4", "4"]
        for line in listed:
            data = (tmp_path / line["파일"]).read_bytes()
            assert int(line["바이트"]) == len(data)
            assert line["SHA-256"] == hashlib.sha256(data).hexdigest()


class DescribeTheArchive:
    def it_holds_every_file_with_the_same_bytes_each_time(self, tmp_path: Path) -> None:
        for name in ("a", "b"):
            run = prepared(tmp_path / name, sheet(people(3)))
            store, zipped = open_store(run.job.out), tmp_path / f"{name}.zip"
            run.go(outputs=partial(write_archive, store=store, path=zipped))
        assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
        with zipfile.ZipFile(tmp_path / "a.zip") as archive:
            assert {name: archive.read(name) for name in archive.namelist()} == files(tmp_path / "a")


def spoilt() -> bytes:
    rows = [list(row) for row in people(4)]
    rows[1][1], rows[3][7] = "1980-13-02", "열다섯"
    return sheet(rows)


class DescribeBadRows:
    def it_writes_nothing_where_one_is_bad(self, tmp_path: Path) -> None:
        with pytest.raises(DataError) as refused:
            made(tmp_path / "out", spoilt())
        found = [(each.line, each.place) for each in refused.value.diagnostics]
        assert found == [(3, "B3"), (5, "H5")]
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize("name", ["틀린.csv", "틀린.xlsx"])
    def they_are_put_into_a_sheet_with_the_reasons(self, tmp_path: Path, name: str) -> None:
        summary = made(tmp_path / "out", spoilt(), skip_bad=tmp_path / name)
        assert (summary.rows, summary.bad, summary.documents) == (4, 2, 2)
        path = tmp_path / name
        if name.endswith("csv"):
            lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        else:
            sheet_of = openpyxl.load_workbook(path).active
            assert sheet_of is not None
            lines = [[str(cell) for cell in line] for line in sheet_of.values]
        assert [line[2] for line in lines] == ["연수생 번호표", "u1", "u3"]
        assert lines[0][-1] == "까닭"
        assert "달력에 없습니다" in lines[1][-1]
        assert "정수여야" in lines[2][-1]

    def they_are_put_there_as_they_came(self, tmp_path: Path) -> None:
        row = list(people(1)[0])
        row[0], row[7] = "=1+1", "\x07열다섯"
        made(tmp_path / "out", sheet([row, people(1)[0]]), skip_bad=tmp_path / "틀린.xlsx")
        page = openpyxl.load_workbook(tmp_path / "틀린.xlsx").active
        assert page is not None
        assert (page["A2"].value, page["A2"].data_type) == ("=1+1", "s")
        assert page["H2"].value == "\ufffd열다섯"

    def they_may_not_be_all(self, tmp_path: Path) -> None:
        rows = sheet([("", *row[1:]) for row in people(2)])
        with pytest.raises(DataError, match="만들 문서가 없습니다"):
            made(tmp_path / "out", rows, skip_bad=tmp_path / "틀린.csv")

    def they_are_counted_where_there_are_too_many_to_show(self, tmp_path: Path) -> None:
        rows = sheet([(*row[:7], "많이") for row in people(350)])
        with pytest.raises(DataError) as refused:
            made(tmp_path / "out", rows)
        assert [each.line for each in refused.value.diagnostics[:100]] == list(range(2, 102))
        assert "250개 더" in refused.value.diagnostics[-1].message

    def a_sheet_without_a_needed_column_is_refused_at_once(self, tmp_path: Path) -> None:
        with pytest.raises(DataError, match="꼭 있어야 하는 값의 열이 없습니다: 학교명"):
            made(tmp_path / "out", sheet([("한가람", "가")], ("성명", "반")))

    def a_column_that_is_not_used_is_a_warning_and_with_strict_an_error(self, tmp_path: Path) -> None:
        rows = sheet([(*row, "x") for row in people(2)], (*HEADINGS, "비고"))
        summary = made(tmp_path / "out", rows)
        assert [finding.code for finding in summary.findings] == ["rows.unused"]
        with pytest.raises(DataError, match="쓰지 않는 열입니다: 비고"):
            made(tmp_path / "strict", rows, strict=True)

    def a_template_that_fails_on_a_row_is_found_before_anything_is_written(self, tmp_path: Path) -> None:
        (tmp_path / "a.docx").write_bytes(word_file("{{ 100 / count }}"))
        with pytest.raises(DocgenError, match="0으로"):
            made(tmp_path / "out", sheet([(5,), (0,)], ("count",)), template=tmp_path / "a.docx")
        assert not (tmp_path / "out").exists()


class DescribeTheFolder:
    def its_files_are_not_written_over_unless_asked(self, tmp_path: Path) -> None:
        made(tmp_path, sheet(people(2)))
        before = files(tmp_path)
        with pytest.raises(UsageError, match="이미 있는 파일입니다: manifest"):
            made(tmp_path, sheet(people(3)))
        assert files(tmp_path) == before
        made(tmp_path, sheet(people(3)), force=True)
        assert len(files(tmp_path)) == 4

    def it_may_be_anywhere_that_fsspec_knows(self, tmp_path: Path) -> None:
        url = f"memory://{tmp_path}"
        made(url, sheet(people(2)), journal=tmp_path / "run")
        made(tmp_path / "local", sheet(people(2)))
        store = open_store(url)
        for name, data in files(tmp_path / "local").items():
            with store.open(name) as file:
                assert file.read() == data


MEASURE = """
import sys
from pathlib import Path
from tests.bulk.runs import prepared
from docgen.bulk.work import Checked, Draft, File, Written, check

class Instant:
    def __init__(self, job): pass
    def map(self, task, pieces):
        for piece in pieces:
            if task is check:
                yield [Checked(row.no, row.line, (), (Draft(0, f"{row.no}_이름", None),)) for row in piece]
            else:
                yield [(Written(o.id, (File("docx", 4000, "0" * 64),), ()), None) for o in piece], 0.1
    def close(self): pass

with open(sys.argv[1], "rb") as rows:
    prepared(sys.argv[2], rows, executor=Instant).go()
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""  # not ru_maxrss, which counts what the process was before it ran Python


class DescribeMemory:
    def it_hardly_grows_with_the_rows(self, tmp_path: Path, root: Path) -> None:
        """The process that reads, plans and notes; workers hold a piece at a time."""
        peaks = []
        for count in (500, 10_000):
            rows = tmp_path / f"{count}.csv"
            rows.write_bytes(sheet(people(count)))
            command = [sys.executable, "-c", MEASURE, rows, tmp_path / str(count)]
            done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
            peaks.append(int(done.stdout))
        assert peaks[1] <= 1.2 * peaks[0]
