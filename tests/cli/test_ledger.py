"""`docgen ledger …` as the office that issues certificates types it."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfWriter

from docgen.bulk.ledger import Issued, Key, Ledger, Request
from docgen.bulk.sign import Signer
from docgen.cli.ledger import COMMANDS
from docgen.cli.ledger_options import signer
from docgen.errors import UsageError
from tests.conftest import Result
from tests.merge.word_files import cells, word_file
from tests.offices import PASSPHRASE, make_office

Run = Callable[..., Result]
NUMBER = "제2026-00001호"
CERTIFICATE = word_file(f"{NUMBER} 홍길동")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a register of two years and its key, which is where the office works."""
    monkeypatch.chdir(tmp_path)
    key, ledger = Key.open(Path("ledger.key")), Ledger("ledger.db")
    for year, name, course in ((2026, "홍길동", "데이터와 수업"), (2027, "김한별", "인공지능 윤리")):
        asked = Request("1", "새벽교육연구원", name, name, course, birth_date="1990. 1. 2.")
        ledger.reserve([asked], batch=str(year), today=date(year, 7, 10), key=key)
    ledger.issued("2026", [Issued("1", "docx", hashlib.sha256(CERTIFICATE).hexdigest())])
    return tmp_path


@pytest.fixture
def check(docgen: Run) -> str:
    value: str = json.loads(docgen("ledger", "list", "--format", "json").out)[0]["check"]
    return value


@pytest.mark.parametrize("name", COMMANDS)
def it_explains_every_command(docgen: Run, name: str) -> None:
    result = docgen("ledger", name, "--help")
    assert result.code == 0
    assert f"사용법: docgen ledger {name}" in result.out


class DescribeList:
    def it_masks_the_names(self, docgen: Run) -> None:
        result = docgen("ledger", "list")
        assert "홍*동" in result.out
        assert "홍길동" not in result.out
        assert "1990" not in docgen("ledger", "list", "--format", "json").out

    def it_shows_them_where_that_is_asked_for(self, docgen: Run) -> None:
        assert "홍길동" in docgen("ledger", "list", "--reveal").out

    def it_shows_a_year_or_a_course(self, docgen: Run) -> None:
        assert "제2027-00001호" not in docgen("ledger", "list", "--year", "2026").out
        assert docgen("ledger", "list", "--course", "인공지능 윤리").out.count("-00001호") == 1

    def it_wants_a_register(self, docgen: Run) -> None:
        result = docgen("ledger", "list", "--ledger", "no.db")
        assert (result.code, Path("no.db").exists()) == (2, False)
        assert "발급대장이 없습니다: no.db" in result.err


class DescribeVerify:
    def it_knows_a_number(self, docgen: Run) -> None:
        result = docgen("ledger", "verify", NUMBER)
        assert result.code == 0
        assert "발급한 것이 맞습니다" in result.out
        assert "홍*동" in result.out

    def it_takes_what_the_qr_code_says(self, docgen: Run, check: str) -> None:
        assert docgen("ledger", "verify", f"{NUMBER} {check}").code == 0
        assert docgen("ledger", "verify", f"제2027-00001호 {check}").code == 1

    def it_needs_no_register_where_it_has_the_key(self, docgen: Run, check: str) -> None:
        Path("ledger.db").unlink()
        result = docgen("ledger", "verify", NUMBER, "--check", check, "--key", "ledger.key")
        assert (result.code, "2026. 7. 10.에 발급한 번호" in result.out) == (0, True)

    def it_says_so_where_it_has_neither(self, docgen: Run, check: str) -> None:
        Path("ledger.db").unlink()
        Path("ledger.key").unlink()
        result = docgen("ledger", "verify", NUMBER, "--check", check)
        assert result.code == 2
        assert "열쇠도 없습니다" in result.err

    def it_refuses_another_key(self, docgen: Run, check: str) -> None:
        docgen("ledger", "key", "-o", "other.key")
        result = docgen("ledger", "verify", NUMBER, "--check", check, "--key", "other.key")
        assert result.code == 1
        assert "이 열쇠로 만든 것이 아닙니다" in result.err

    def it_knows_a_file(self, docgen: Run) -> None:
        Path("이수증.docx").write_bytes(CERTIFICATE)
        result = docgen("ledger", "verify", "이수증.docx")
        assert (result.code, f"발급한 파일 그대로입니다: {NUMBER}" in result.out) == (0, True)

    def it_knows_that_a_file_was_changed(self, docgen: Run) -> None:
        Path("이수증.docx").write_bytes(word_file(f"{NUMBER} 김가짜"))
        result = docgen("ledger", "verify", "이수증.docx")
        assert result.code == 1
        assert "내용이 바뀌었거나 다시 만든 파일" in result.err
        assert "홍*동" in result.out

    def it_tells_programs_the_same(self, docgen: Run) -> None:
        told = json.loads(docgen("ledger", "verify", "제2026-00009호", "--format", "json").out)
        assert (told["genuine"], told["diagnostics"][0]["code"]) == (False, "ledger.unknown")
        told = json.loads(docgen("ledger", "verify", NUMBER, "--format", "json").out)
        assert (told["genuine"], told["entry"]["name"], told["entry"]["issued_on"]) == (
            True,
            "홍*동",
            "2026-07-10",
        )


class DescribeASignature:
    def it_is_told_with_the_signer_and_whether_it_is_trusted(self, docgen: Run, tmp_path: Path) -> None:
        office = make_office(tmp_path)
        signed = Signer(office.p12, PASSPHRASE).sign(draw_page())
        Path("이수증.pdf").write_bytes(signed)
        Ledger("ledger.db").issued("2026", [Issued("1", "pdf", hashlib.sha256(signed).hexdigest())])
        result = docgen("ledger", "verify", "이수증.pdf")
        assert (result.code, "인증기관은 확인하지 않았습니다" in result.out) == (0, True)
        result = docgen("ledger", "verify", "이수증.pdf", "--trust", office.root, "--format", "json")
        told = json.loads(result.out)["signature"]
        assert (told["signer"], told["intact"], told["trusted"]) == ("새벽교육연구원장", True, True)
        assert docgen("ledger", "verify", "이수증.pdf", "--trust", office.stranger).code == 1

    def its_passphrase_is_asked_for_or_in_the_environment(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        office = make_office(tmp_path)
        assert signer(None) is None
        monkeypatch.setattr("getpass.getpass", lambda *_, **__: PASSPHRASE)
        assert signer(office.p12) is not None
        monkeypatch.setenv("DOCGEN_PASSPHRASE", "틀린 암호")
        with pytest.raises(UsageError, match="인증서를 열 수 없습니다"):
            signer(office.p12)


def draw_page() -> bytes:
    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(buffer)
    return buffer.getvalue()


class DescribeVoid:
    def it_makes_a_number_count_no_more(self, docgen: Run) -> None:
        result = docgen("ledger", "void", NUMBER, "--reason", "성명 오기", "--today", "2026-08-01")
        assert (result.code, "무효로 했습니다: 홍*동" in result.out) == (0, True)
        assert "무효 (2026. 8. 1.: 성명 오기)" in docgen("ledger", "list").out
        assert docgen("ledger", "verify", NUMBER).code == 1

    def it_wants_a_reason_and_a_number_that_there_is(self, docgen: Run) -> None:
        assert docgen("ledger", "void", NUMBER).code == 2
        assert docgen("ledger", "void", NUMBER, "--reason", " ").code == 2
        assert docgen("ledger", "void", "제2026-00009호", "--reason", "오기").code == 2
        assert "무효" not in docgen("ledger", "list").out


class DescribeExport:
    def it_writes_a_register_for_each_year(self, docgen: Run) -> None:
        assert docgen("ledger", "export", "-f", "docx,xlsx", "-o", "대장").code == 0
        assert sorted(path.name for path in Path("대장").iterdir()) == [
            f"이수증 발급대장_새벽교육연구원_{year}년.{kind}"
            for year in (2026, 2027)
            for kind in ("docx", "xlsx")
        ]

    def it_prints_names_and_days_in_full(self, docgen: Run) -> None:
        docgen("ledger", "export", "--year", "2026", "-f", "docx,xlsx", "-o", ".")
        row = cells(Path("이수증 발급대장_새벽교육연구원_2026년.docx").read_bytes())[1]
        assert row == [NUMBER, "홍길동", "1990. 1. 2.", "", "데이터와 수업", "", "", "2026. 7. 10.", ""]
        page = load_workbook("이수증 발급대장_새벽교육연구원_2026년.xlsx").active
        assert page is not None
        assert [cell.value for cell in page[2]][1:4] == [NUMBER, "홍길동", "1990. 1. 2."]
        assert page["J2"].value == datetime(2026, 7, 10)

    def it_names_the_course_that_it_was_asked_for(self, docgen: Run) -> None:
        docgen("ledger", "export", "--course", "인공지능 윤리", "-f", "html", "-o", ".")
        (path,) = Path().glob("*.html")
        assert path.stem == "이수증 발급대장_새벽교육연구원_2027년_인공지능 윤리"

    def it_writes_nothing_of_nothing(self, docgen: Run) -> None:
        result = docgen("ledger", "export", "--year", "2025", "-o", "대장")
        assert (result.code, Path("대장").exists()) == (1, False)


class DescribeKey:
    def it_does_not_replace_a_key(self, docgen: Run) -> None:
        before = Path("ledger.key").read_bytes()
        result = docgen("ledger", "key")
        assert result.code == 2
        assert "이미 있는 열쇠" in result.err
        assert Path("ledger.key").read_bytes() == before
