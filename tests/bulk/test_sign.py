from __future__ import annotations

import hashlib
import io
import pickle
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from pypdf import PdfReader, PdfWriter

from docgen.bulk import sign
from docgen.bulk.sign import Signer, load_roots, verify_signature
from docgen.errors import DataError, MachineError, UsageError
from tests.offices import NOW, PASSPHRASE, Office, certificate, key


def page(pages: int = 1) -> bytes:
    writer, buffer = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    writer.write(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def signed(office: Office) -> bytes:
    return Signer(office.p12, PASSPHRASE).sign(page())


class DescribeSigner:
    def it_leaves_the_bytes_of_the_page_and_adds_to_them(self, signed: bytes) -> None:
        assert signed.startswith(page())
        assert len(PdfReader(io.BytesIO(signed)).pages) == 1

    def it_makes_a_pades_signature_over_the_whole_file(self, office: Office, signed: bytes) -> None:
        """Read by pypdf, asn1crypto and cryptography (RFC 5652, 5.4), which know nothing of pyHanko."""
        (field,) = (PdfReader(io.BytesIO(signed)).get_fields() or {}).values()
        value: Any = field["/V"]
        assert value["/SubFilter"] == "/ETSI.CAdES.detached"
        start, before, after, length = value["/ByteRange"]
        assert (start, after + length) == (0, len(signed))
        covered = signed[:before] + signed[after:]
        info = cms.ContentInfo.load(bytes(value["/Contents"]))["content"]["signer_infos"][0]
        attributes = {each["type"].native: each["values"][0].native for each in info["signed_attrs"]}
        assert attributes["message_digest"] == hashlib.sha256(covered).digest()
        public: Any = office.certificate.public_key()
        signed_attributes = info["signed_attrs"].untag().dump()
        public.verify(info["signature"].native, signed_attributes, padding.PKCS1v15(), hashes.SHA256())

    def it_signs_in_another_process_too(self, office: Office) -> None:
        signer = pickle.loads(pickle.dumps(Signer(office.p12, PASSPHRASE)))  # noqa: S301 # our own bytes
        assert verify_signature(signer.sign(page())) is not None

    @pytest.mark.parametrize(
        "own", [ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP384R1())]
    )
    def its_key_may_be_of_an_elliptic_curve(self, tmp_path: Path, own: ec.EllipticCurvePrivateKey) -> None:
        path, leaf = tmp_path / "ec.p12", certificate("한빛교육원", own, "시험 인증기관", key())
        locked = BestAvailableEncryption(PASSPHRASE.encode())
        path.write_bytes(pkcs12.serialize_key_and_certificates(b"x", own, leaf, None, locked))
        found = verify_signature(Signer(path, PASSPHRASE).sign(page()))
        assert found is not None
        assert (found.signer, found.intact) == ("한빛교육원", True)

    def it_does_not_show_its_passphrase(self, office: Office) -> None:
        assert PASSPHRASE not in repr(Signer(office.p12, PASSPHRASE))

    def it_needs_the_right_passphrase(self, office: Office) -> None:
        with pytest.raises(UsageError, match="인증서를 열 수 없습니다"):
            Signer(office.p12, "틀린 암호")

    def it_needs_a_pkcs12_file(self, office: Office, tmp_path: Path) -> None:
        keyless = tmp_path / "keyless.p12"
        locked = BestAvailableEncryption(PASSPHRASE.encode())
        keyless.write_bytes(
            pkcs12.serialize_key_and_certificates(b"x", None, office.certificate, None, locked)
        )
        for path in (office.root, keyless):
            with pytest.raises(UsageError, match="인증서를 열 수 없습니다"):
                Signer(path, PASSPHRASE)
        with pytest.raises(UsageError, match="파일이 없습니다"):
            Signer(tmp_path / "no.p12", PASSPHRASE)

    def it_says_how_to_install_what_it_needs(self, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        sign._pyhanko.cache_clear()
        monkeypatch.setitem(sys.modules, "pyhanko.sign", None)
        with pytest.raises(MachineError, match=r"pip install 'docgen\[sign\]'"):
            Signer(office.p12, PASSPHRASE)


class DescribeVerifySignature:
    def it_names_the_signer_and_the_time(self, signed: bytes) -> None:
        found = verify_signature(signed)
        assert found is not None
        assert (found.signer, found.intact) == ("새벽교육연구원장", True)
        assert found.on is not None
        assert abs(found.on - NOW) < timedelta(minutes=10)

    def it_trusts_who_a_root_vouches_for(self, office: Office, signed: bytes) -> None:
        assert getattr(verify_signature(signed, load_roots(office.root)), "trusted", None) is True
        assert getattr(verify_signature(signed), "trusted", None) is False
        assert getattr(verify_signature(signed, load_roots(office.stranger)), "trusted", None) is False

    def it_sees_a_changed_byte(self, signed: bytes) -> None:
        changed = signed.replace(b"200", b"300", 1)
        assert getattr(verify_signature(changed), "intact", None) is False

    def it_sees_what_was_added_later(self, signed: bytes) -> None:
        writer = PdfWriter(io.BytesIO(signed), incremental=True)
        writer.add_blank_page(200, 200)
        buffer = io.BytesIO()
        writer.write(buffer)
        assert getattr(verify_signature(buffer.getvalue()), "intact", None) is False

    def it_is_none_of_a_page_without_one(self) -> None:
        assert verify_signature(page()) is None

    @pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", page()[:150]])
    def it_refuses_what_is_no_pdf(self, data: bytes) -> None:
        with pytest.raises(DataError, match="손상"):
            verify_signature(data)

    def its_roots_are_certificates(self, office: Office) -> None:
        with pytest.raises(UsageError, match="인증서 파일이 아닙니다"):
            load_roots(office.p12)
