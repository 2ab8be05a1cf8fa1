"""An office that signs: keys and certificates that live as long as the tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12

PASSPHRASE = "열려라 참깨"  # noqa: S105 # of keys that live for a test
NOW = datetime.now(UTC)
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


def key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def certificate(name: str, key: Key, issuer: str, signed_by: rsa.RSAPrivateKey) -> x509.Certificate:
    """A certificate of a day; of an authority where it signs itself, else of who signs papers."""
    own = signed_by is key
    common = x509.oid.NameOID.COMMON_NAME
    usage = x509.KeyUsage(
        digital_signature=not own, content_commitment=not own, key_cert_sign=own, crl_sign=own,
        key_encipherment=False, data_encipherment=False, key_agreement=False, encipher_only=False,
        decipher_only=False,
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(common, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(common, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=own, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(signed_by, hashes.SHA256())
    )


@dataclass
class Office:
    """The key of an office (PKCS#12), its certificate, the authority that vouches for it, and a stranger."""

    root: Path
    stranger: Path
    p12: Path
    certificate: x509.Certificate


def make_office(folder: Path) -> Office:
    authority, own = key(), key()
    root = certificate("시험 인증기관", authority, "시험 인증기관", authority)
    leaf = certificate("새벽교육연구원장", own, "시험 인증기관", authority)
    (folder / "root.pem").write_bytes(root.public_bytes(Encoding.PEM))
    locked = BestAvailableEncryption(PASSPHRASE.encode())
    (folder / "office.p12").write_bytes(pkcs12.serialize_key_and_certificates(b"x", own, leaf, None, locked))
    other = key()
    stranger = certificate("남", other, "남", other)
    (folder / "stranger.pem").write_bytes(stranger.public_bytes(Encoding.PEM))
    return Office(folder / "root.pem", folder / "stranger.pem", folder / "office.p12", leaf)
