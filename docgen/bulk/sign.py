"""Signing PDFs with the certificate of an office (PAdES B-B, ETSI EN 319 142-1), and reading such signatures.

The page is what it was: signing adds to the end of the file (an incremental update, ISO 32000-2, 7.5.6), so
the signed file begins with the bytes of the unsigned one. What is added holds the time of signing and differs
each time. The signature allows no later change. Nothing is fetched: no time stamp, no revocation list.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property, partial
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from docgen.errors import DataError, Diagnostic, MachineError, UsageError
from docgen.formats.files import read_file

__all__ = ["Signature", "Signer", "load_roots", "verify_signature"]

_FIELD: Final = "DocgenSignature"
_USAGES: Final = frozenset({"digital_signature", "non_repudiation"})  # either will do


@dataclass(frozen=True)
class Signer:
    """Signs with the key and certificate of a PKCS#12 file (.p12, .pfx). May be sent to other processes.

    Raises UsageError where the file is none or the passphrase is wrong, MachineError without pyHanko.
    """

    path: Path
    passphrase: str = field(repr=False)

    def __post_init__(self) -> None:
        _ = self._signer

    def __getstate__(self) -> dict[str, Any]:
        """What another process opens the file again with."""
        return {"path": self.path, "passphrase": self.passphrase}

    def sign(self, pdf: bytes) -> bytes:
        """The PDF with a signature that covers all of it."""
        hanko = _pyhanko()
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

        terms = hanko.PdfSignatureMetadata(
            field_name=_FIELD,
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
        )
        made = hanko.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), terms, signer=self._signer)
        signed: bytes = made.getvalue()
        return signed

    @cached_property
    def _signer(self) -> Any:
        hanko = _pyhanko()
        from cryptography.hazmat.primitives.serialization import pkcs12

        data, passphrase = read_file(self.path), self.passphrase.encode()
        try:
            signer = hanko.SimpleSigner.load_pkcs12_data(data, (), passphrase)
            key, _, _ = pkcs12.load_key_and_certificates(data, passphrase)
        except (ValueError, TypeError, AttributeError):  # the last where it holds no key
            message = f"서명할 인증서를 열 수 없습니다: {self.path}"
            hint = "암호가 맞는지, PKCS#12(.p12, .pfx) 파일인지 확인하세요."
            raise UsageError(Diagnostic("sign.key", message, file=str(self.path), hint=hint)) from None
        signer.sign_raw = partial(_sign_raw, key, signer.sign_raw)
        return signer


def _sign_raw(key: Any, other: Callable[..., bytes], data: bytes, digest_algorithm: str) -> bytes:
    """The signature of some bytes; pyHanko's own would read and check the key anew for each."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    if digest_algorithm == "sha256" and isinstance(key, rsa.RSAPrivateKey):
        return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
    if digest_algorithm == "sha256" and isinstance(key, ec.EllipticCurvePrivateKey):
        return key.sign(data, ec.ECDSA(hashes.SHA256()))
    return other(data, digest_algorithm)


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature of a PDF: whose it says it is, and when (by the signer's own clock).

    `intact` where nothing was changed since; `trusted` where the certificate leads to one of the roots given.
    """

    signer: str
    on: datetime | None
    intact: bool
    trusted: bool


def load_roots(path: Path) -> list[Any]:
    """The certificates of a PEM or DER file; UsageError where there is none. MachineError without pyHanko."""
    _pyhanko()
    from cryptography import x509
    from pyhanko.keys import load_certs_from_pemder_data

    data = read_file(path)
    try:
        pem = data.lstrip().startswith(b"-----")
        _ = x509.load_pem_x509_certificates(data) if pem else x509.load_der_x509_certificate(data)
    except ValueError:
        message = f"인증서 파일이 아닙니다: {path}"
        raise UsageError(Diagnostic("sign.roots", message, file=str(path))) from None
    return list(load_certs_from_pemder_data(data))


def verify_signature(pdf: bytes, roots: Sequence[Any] = ()) -> Signature | None:
    """The last signature of a PDF, None where it has none. Raises DataError where the PDF is damaged."""
    _pyhanko()
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.general import SigningError

    try:
        signatures = PdfFileReader(io.BytesIO(pdf), strict=False).embedded_signatures
        return _verified(signatures[-1], roots) if signatures else None
    except (PdfError, SigningError, ValueError, TypeError, LookupError) as error:
        raise DataError(Diagnostic("file.damaged", "손상되었거나 잠긴 PDF입니다.")) from error


def _verified(signature: Any, roots: Sequence[Any]) -> Signature:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    status = validate_pdf_signature(
        signature,
        ValidationContext(trust_roots=list(roots), allow_fetching=False),
        key_usage_settings=KeyUsageConstraints(key_usage=set(_USAGES), match_all_key_usages=False),
    )
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    name = status.signing_cert.subject.native.get("common_name") or status.signing_cert.subject.human_friendly
    return Signature(
        str(name), status.signer_reported_dt, status.intact and status.valid and whole, status.trusted
    )


@cache
def _pyhanko() -> ModuleType:
    try:
        from pyhanko.sign import signers
    except ModuleNotFoundError as error:
        message = "PDF에 서명할 라이브러리(pyHanko)가 없습니다."
        raise MachineError(
            Diagnostic("machine.pyhanko", message, hint="pip install 'docgen[sign]'")
        ) from error
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what it finds is returned and said in Korean
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    return signers
