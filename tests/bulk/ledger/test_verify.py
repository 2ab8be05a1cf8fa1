from __future__ import annotations

import hashlib
import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfWriter

from docgen import Catalogue
from docgen.bulk.ledger import Issued, Key, Ledger, Number, request
from docgen.bulk.ledger.verify import Verdict, verify_file, verify_number
from docgen.bulk.sign import Signer, load_roots
from docgen.errors import DataError
from tests.bulk.ledger.conftest import INSTITUTION, TODAY, request_of
from tests.merge.word_files import word_file
from tests.offices import PASSPHRASE, Office

KEY, OTHER_KEY = Key(bytes(range(32))), Key(bytes(32))
NUMBER, OTHER = "제2026-00001호", "제2026-00002호"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Two numbers of an institution, and the first again of another."""
    ledger = Ledger(str(tmp_path / "ledger.db"))
    requests = [request_of(1), request_of(2, name="김한별"), request_of(3, institution="한빛교육원")]
    ledger.reserve(requests, batch="a", today=TODAY, key=KEY)
    return ledger


def codes(verdict: Verdict) -> list[str]:
    return [fault.code for fault in verdict.faults]


def check_of(number: str, institution: str = INSTITUTION) -> str:
    return KEY.check(number, institution, TODAY)


class DescribeWithoutTheRegister:
    def it_takes_the_check_value_and_the_key(self) -> None:
        assert verify_number(NUMBER, check=check_of(NUMBER), key=KEY) == Verdict((), NUMBER, None, TODAY)

    @pytest.mark.parametrize(
        ("number", "key", "check", "code"),
        [
            (OTHER, KEY, check_of(NUMBER), "check.wrong"),
            (NUMBER, OTHER_KEY, check_of(NUMBER), "check.wrong"),
            (NUMBER, KEY, check_of(NUMBER)[:-1], "check.form"),
        ],
    )
    def it_finds_what_does_not_belong_together(self, number: str, key: Key, check: str, code: str) -> None:
        assert codes(verify_number(number, check=check, key=key)) == [code]

    def it_may_ask_for_an_institution(self) -> None:
        check = check_of(NUMBER)
        assert codes(verify_number(NUMBER, check=check, key=KEY, institution=INSTITUTION)) == []
        found = verify_number(NUMBER, check=check, key=KEY, institution="한빛교육원")
        assert codes(found) == ["ledger.institution"]

    def it_reads_a_number_typed_on_a_mac(self) -> None:
        decomposed = "\u110c\u11662026-00001\u1112\u1169"  # 제…호 in NFD
        assert codes(verify_number(decomposed, check=check_of(NUMBER), key=KEY)) == []


class DescribeANumber:
    def it_leads_to_its_entry(self, ledger: Ledger) -> None:
        verdict = verify_number(OTHER, ledger=ledger)
        assert verdict.entry is not None
        assert (codes(verdict), verdict.entry.masked().name) == ([], "김*별")

    @pytest.mark.parametrize("number", ["제2026-00099호", "", "\udcff", "' OR 1=1 --"])
    def it_may_be_unknown(self, ledger: Ledger, number: str) -> None:
        assert codes(verify_number(number, ledger=ledger)) == ["ledger.unknown"]
        assert codes(verify_number(number, check=check_of(NUMBER), key=KEY)) == ["check.wrong"]

    def it_may_be_void(self, ledger: Ledger) -> None:
        ledger.void(OTHER, "성명 오기", date(2026, 8, 1))
        verdict = verify_number(OTHER, ledger=ledger)
        assert [fault.message for fault in verdict.faults] == [
            "무효인 번호입니다: 제2026-00002호 (2026. 8. 1.: 성명 오기)"
        ]
        assert verdict.entry is not None

    def it_may_be_of_two_institutions_of_which_the_check_value_tells_one(self, ledger: Ledger) -> None:
        assert codes(verify_number(NUMBER, ledger=ledger)) == ["ledger.which"]
        for institution in (INSTITUTION, "한빛교육원"):
            by_name = verify_number(NUMBER, ledger=ledger, institution=institution)
            by_check = verify_number(NUMBER, ledger=ledger, check=check_of(NUMBER, institution))
            assert by_name.entry == by_check.entry
            assert by_check.entry is not None
            assert by_check.entry.institution == institution
        assert codes(verify_number(NUMBER, ledger=ledger, institution="달빛교육원")) == ["ledger.institution"]

    def it_may_have_the_check_value_of_another(self, ledger: Ledger) -> None:
        found = verify_number(OTHER, ledger=ledger, check=check_of("제2026-00003호"))
        assert codes(found) == ["check.wrong"]

    def it_may_be_right_and_the_key_wrong(self, ledger: Ledger) -> None:
        found = verify_number(OTHER, ledger=ledger, check=check_of(OTHER), key=OTHER_KEY)
        assert codes(found) == ["key.other"]


def blank_pdf(password: str | None = None) -> bytes:
    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(buffer)
    return buffer.getvalue()


class DescribeAFile:
    def it_is_the_one_that_was_handed_out(self, ledger: Ledger) -> None:
        data = word_file(f"{OTHER}")
        ledger.issued("a", [Issued("2", "docx", hashlib.sha256(data).hexdigest())])
        verdict = verify_file(data, ledger)
        assert verdict.entry is not None
        assert (verdict.faults, verdict.number, verdict.entry.name) == ((), OTHER, "김한별")

    def it_may_be_one_whose_number_is_void(self, ledger: Ledger) -> None:
        data = word_file("이수증")
        ledger.issued("a", [Issued("2", "docx", hashlib.sha256(data).hexdigest())])
        ledger.void(OTHER, "성명 오기", TODAY)
        assert codes(verify_file(data, ledger)) == ["ledger.void"]

    def it_may_bear_a_number_and_not_be_the_one(self, ledger: Ledger) -> None:
        verdict = verify_file(word_file(f"({OTHER})", "김가짜"), ledger)
        assert verdict.entry is not None
        assert (codes(verdict), verdict.entry.name) == (["file.changed"], "김한별")

    def it_may_bear_the_number_of_two_institutions(self, ledger: Ledger) -> None:
        verdict = verify_file(word_file(NUMBER, f"확인 번호 {check_of(NUMBER, '한빛교육원')}"), ledger)
        assert verdict.entry is not None
        assert verdict.entry.institution == "한빛교육원"
        assert "여럿" in verify_file(word_file(NUMBER), ledger).faults[0].message

    @pytest.mark.parametrize("data", [word_file("아무 글"), blank_pdf()], ids=["docx", "pdf"])
    def it_may_be_any_other(self, ledger: Ledger, data: bytes) -> None:
        assert codes(verify_file(data, ledger)) == ["file.unknown"]

    @pytest.mark.parametrize(
        "data", [b"", b"text", b"PK\x03\x04", b"%PDF-1.7 nothing", blank_pdf("secret"), blank_pdf()[:200]]
    )
    def it_may_be_no_document_at_all(self, ledger: Ledger, data: bytes) -> None:
        with pytest.raises(DataError):
            verify_file(data, ledger)

    @pytest.mark.parametrize("kind", ["pdf", "docx"])
    def it_is_found_by_the_number_on_the_certificate(self, tmp_path: Path, kind: str) -> None:
        certificate = Catalogue()["completion-certificate"]
        work = certificate.works(certificate.sample())[0][0]
        asked = request(certificate, work.data, "1")
        assert asked is not None
        ledger = Ledger(str(tmp_path / "ledger.db"))
        (number,) = ledger.reserve([asked], batch="a", today=TODAY, key=KEY)
        assert isinstance(number, Number)
        work.data["certificate"] = number.data()
        assert codes(verify_file(certificate.produce(work, kind)[0], ledger)) == ["file.changed"]


@pytest.mark.parametrize("change", [b"", b"%% later"], ids=["as it was", "changed"])
class DescribeASignedFile:
    def its_signature_is_read_too(self, ledger: Ledger, office: Office, change: bytes) -> None:
        signed = Signer(office.p12, PASSPHRASE).sign(blank_pdf()) + change
        ledger.issued("a", [Issued("2", "pdf", hashlib.sha256(signed).hexdigest())])
        verdict = verify_file(signed, ledger, load_roots(office.root))
        assert verdict.signature is not None
        assert verdict.signature.signer == "새벽교육연구원장"
        assert codes(verdict) == (["sign.broken"] if change else [])


class DescribeTrust:
    def it_asks_for_a_signature_of_those_it_knows(self, ledger: Ledger, office: Office) -> None:
        pdf = blank_pdf()
        signed = Signer(office.p12, PASSPHRASE).sign(pdf)
        for data in (pdf, signed):
            ledger.issued("a", [Issued("2", "pdf", hashlib.sha256(data).hexdigest())])
        assert codes(verify_file(pdf, ledger)) == []
        assert codes(verify_file(pdf, ledger, load_roots(office.root))) == ["sign.none"]
        assert codes(verify_file(signed, ledger)) == []
        assert codes(verify_file(signed, ledger, load_roots(office.stranger))) == ["sign.untrusted"]
