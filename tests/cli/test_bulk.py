"""`docgen bulk` as its user types it: what it prints, what it writes, how it ends."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pypdf
import pytest

from docgen.bulk.sign import verify_signature
from docgen.cli.progress import ProgressBar
from tests.bulk.runs import CERTIFICATE, HEADINGS, people, sheet
from tests.conftest import Result
from tests.merge.word_files import word_file
from tests.offices import PASSPHRASE, Office, make_office

Run = Callable[..., Result]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "명단.csv"
    path.write_bytes(sheet(people(3)).decode().encode("cp949"))
    return path


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return make_office(tmp_path_factory.mktemp("office"))


class DescribeBulk:
    def it_writes_a_document_of_every_row(self, docgen: Run, rows: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        result = docgen(
            "bulk", CERTIFICATE, rows, "-f", "docx,pdf", "-o", out, "--name", "{school}/{no}_{name}"
        )
        assert (result.code, "문서 3건" in result.out, "파일 6개" in result.out) == (0, True, True)
        assert sorted(path.name for path in (out / "새별0학교").iterdir()) == [
            *("1_한가람.docx", "1_한가람.pdf", "2_도담.docx", "2_도담.pdf", "3_최바다.docx", "3_최바다.pdf"),
        ]

    def it_puts_the_pages_together_for_printing(self, docgen: Run, rows: Path, tmp_path: Path) -> None:
        all_pages, archive = tmp_path / "all.pdf", tmp_path / "all.zip"
        together = ("--merge", all_pages, "--duplex", "--zip", archive)
        result = docgen("bulk", CERTIFICATE, rows, "-o", tmp_path / "out", *together, "--quiet")
        assert (result.code, result.out, result.err) == (0, "", "")
        assert len(pypdf.PdfReader(all_pages).pages) == 6
        assert archive.stat().st_size > 0

    def it_does_not_write_over_what_was_put_together(self, docgen: Run, rows: Path, tmp_path: Path) -> None:
        (tmp_path / "all.zip").write_bytes(b"before")
        words = (
            "bulk",
            CERTIFICATE,
            rows,
            "-f",
            "docx",
            "-o",
            tmp_path / "out",
            "--zip",
            tmp_path / "all.zip",
        )
        result = docgen(*words)
        assert (result.code, (tmp_path / "all.zip").read_bytes()) == (2, b"before")
        assert "이미 있는 파일입니다" in result.err
        assert docgen(*words, "--force").code == 0

    def it_shows_what_the_columns_mean_and_writes_nothing(
        self, docgen: Run, rows: Path, tmp_path: Path
    ) -> None:
        result = docgen("bulk", CERTIFICATE, rows, "--dry-run", "-o", tmp_path / "out")
        assert result.code == 0
        assert "CSV, CP949, 쉼표" in result.out
        assert ["이수시간", "이수시간", "enrolment.credited_hours"] in map(str.split, result.out.splitlines())
        assert "나이스 개인번호(person.neis_no)" in result.out
        assert "파일 이름: 이수증_000001" in result.out
        assert not (tmp_path / "out").exists()

    def it_takes_other_headings_by_map(self, docgen: Run, tmp_path: Path) -> None:
        path = tmp_path / "명단.csv"
        path.write_bytes(sheet(people(2), ("이름", *HEADINGS[1:])))
        failed = docgen("bulk", CERTIFICATE, path, "--dry-run")
        assert failed.code == 1
        assert "꼭 있어야 하는 값의 열이 없습니다: 성명 (person.name)" in failed.err
        assert docgen("bulk", CERTIFICATE, path, "--dry-run", "--map", "이름=성명").code == 0

    def it_reads_standard_input(self, docgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(sheet(people(2)))))
        result = docgen("bulk", CERTIFICATE, "-", "-f", "docx", "-o", tmp_path / "out", "--format", "json")
        assert result.code == 0
        assert json.loads(result.out)["documents"] == 2

    def it_takes_any_word_file(self, docgen: Run, tmp_path: Path) -> None:
        (tmp_path / "편지.docx").write_bytes(word_file("{{ name }}님께"))
        (tmp_path / "명단.jsonl").write_text('{"name": "한가람"}\n', encoding="utf-8")
        words = ("--template-file", tmp_path / "편지.docx", tmp_path / "명단.jsonl")
        assert docgen("bulk", *words, "-f", "docx", "-o", tmp_path / "out").code == 0
        assert (tmp_path / "out" / "편지_000001.docx").exists()

    def it_makes_the_certificates_of_a_case(self, docgen: Run, root: Path, tmp_path: Path) -> None:
        """Of those who completed: 38 of the school's enrolments, as the attendance has them."""
        case = root / "fixtures/school/saebyeol.yaml"
        result = docgen("bulk", CERTIFICATE, "--case", case, "-f", "docx", "-o", tmp_path / "out")
        assert (result.code, "문서 38건" in result.out) == (0, True)

    def it_signs_pdfs(
        self, docgen: Run, rows: Path, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DOCGEN_PASSPHRASE", PASSPHRASE)
        result = docgen("bulk", CERTIFICATE, rows, "-o", tmp_path / "out", "--sign", office.p12)
        assert result.code == 0
        for path in (tmp_path / "out").glob("*.pdf"):
            assert verify_signature(path.read_bytes()) is not None

    def it_checks_numbers_without_a_trace(self, docgen: Run, rows: Path, tmp_path: Path) -> None:
        ledger = ("--ledger", tmp_path / "ledger.db", "--key", tmp_path / "ledger.key")
        assert docgen("bulk", CERTIFICATE, rows, "--dry-run", *ledger, "--name", "{number}").code == 0
        assert [path.name for path in tmp_path.iterdir()] == [rows.name]

    def it_numbers(self, docgen: Run, rows: Path, tmp_path: Path) -> None:
        ledger = ("--ledger", tmp_path / "ledger.db", "--key", tmp_path / "ledger.key")
        result = docgen("bulk", CERTIFICATE, rows, "-f", "docx", "-o", tmp_path / "out", *ledger)
        assert result.code == 0
        assert "열쇠를 만들었습니다" in result.err
        manifest = (tmp_path / "out" / "manifest.csv").read_text(encoding="utf-8-sig")
        assert "00003호" in manifest

    def it_makes_no_key_for_rows_that_are_wrong(self, docgen: Run, tmp_path: Path) -> None:
        (tmp_path / "명단.csv").write_text("성명,학교명\n한가람,새별학교\n", encoding="utf-8")
        ledger = ("--ledger", tmp_path / "ledger.db", "--key", tmp_path / "ledger.key")
        words = (tmp_path / "명단.csv", "-o", tmp_path / "out")
        assert docgen("bulk", CERTIFICATE, *words, *ledger).code == 1
        assert not (tmp_path / "ledger.key").exists()

    def a_file_that_is_no_key_is_refused_at_once(self, docgen: Run, rows: Path, tmp_path: Path) -> None:
        (tmp_path / "ledger.key").write_text("열쇠", encoding="utf-8")
        ledger = ("--ledger", tmp_path / "ledger.db", "--key", tmp_path / "ledger.key")
        result = docgen("bulk", CERTIFICATE, rows, "-o", tmp_path / "out", *ledger)
        assert (result.code, "열쇠 파일이 아닙니다" in result.err) == (2, True)
        assert not (tmp_path / "out").exists()

    def a_key_of_the_environment_does_not_number(
        self, docgen: Run, rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DOCGEN_KEY", str(tmp_path / "ledger.key"))
        assert docgen("bulk", CERTIFICATE, rows, "-f", "docx", "-o", tmp_path / "out").code == 0
        assert not (tmp_path / "ledger.key").exists()

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            ([], "문서의 이름이 없습니다"),
            ([CERTIFICATE], "행의 파일"),
            (["completion-certificat", "a.csv"], "혹시 'completion-certificate'"),
            ([CERTIFICATE, "없다.csv"], "파일이 없습니다: 없다.csv"),
            ([CERTIFICATE, "a.csv", "b.csv"], "남는 말이 있습니다: b.csv"),
            ([CERTIFICATE, "a.csv", "--duplex"], "--merge와 함께"),
            ([CERTIFICATE, "a.csv", "-f", "docx", "--merge", "a.pdf"], "-f에 pdf가"),
            ([CERTIFICATE, "a.csv", "--reissue"], "--reissue는 --ledger와 함께"),
            ([CERTIFICATE, "a.csv", "--key", "a.key"], "--key는 --ledger와 함께"),
            ([CERTIFICATE, "a.csv", "--number", "{seq}"], "--number는 --ledger와 함께"),
            ([CERTIFICATE, "a.csv", "--map", "이름"], "--map의 꼴"),
            ([CERTIFICATE, "a.csv", "--skip-bad", "a.txt"], ".xlsx나 .csv"),
            ([CERTIFICATE, "a.csv", "-f", "xlsx"], "xlsx로 만들지 않는 문서"),
            (["--template-file", "a.docx", "a.csv", "-f", "xlsx"], "엑셀(xlsx)을 만들지"),
        ],
    )
    def its_wrong_use_is_explained(self, docgen: Run, words: list[str], says: str) -> None:
        result = docgen("bulk", *words)
        assert result.code == 2
        assert says in result.err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class DescribeTheProgress:
    def it_moves_on_a_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        clock = iter([100.0, 110.0, 120.0])
        monkeypatch.setattr("time.monotonic", lambda: next(clock))
        screen = Terminal()
        bar = ProgressBar(screen)
        for done in (0, 250, 1000):
            bar("작성", done, 1000)
        bar.end()
        first, second, third = screen.getvalue().split("\r")[1:]
        assert "0/1,000건 (0%)" in first
        assert "██████░░" in second
        assert "250/1,000건 (25%) · 초당 25건 · 남은 시간 0:30" in second
        assert third.rstrip().endswith("1,000/1,000건 (100%) · 초당 50건")

    def it_is_a_line_now_and_then_in_a_log(self, monkeypatch: pytest.MonkeyPatch) -> None:
        clock = iter([100.0, 110.0, 131.0, 132.0])
        monkeypatch.setattr("time.monotonic", lambda: next(clock))
        log = io.StringIO()
        bar = ProgressBar(log)
        for done in (0, 100, 310, 320):
            bar("작성", done, 100_000)
        bar.end()
        assert log.getvalue() == "작성 310/100,000건 (0%) · 초당 10건 · 남은 시간 2:46:09\n"

    def it_may_be_quiet(self) -> None:
        log = io.StringIO()
        ProgressBar(log, quiet=True)("작성", 1, 1)
        assert log.getvalue() == ""
