"""Whether a certificate is genuine: by its number and check value, by the register, by the file's bytes."""

from __future__ import annotations

import hashlib
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from docgen.bulk.ledger.check import Key, is_check, of_institution, same_check
from docgen.bulk.ledger.entry import Entry
from docgen.bulk.ledger.ledger import Ledger
from docgen.errors import DataError, Diagnostic
from docgen.formats.docx.names import qn
from docgen.formats.package import Package
from docgen.korean.dates import kdate

if TYPE_CHECKING:
    from docgen.bulk.sign import Signature

__all__ = ["Verdict", "verify_file", "verify_number"]

_MOST_TEXT: Final = 200_000  # characters of a file in which numbers are looked for
_MOST_PAGES: Final = 20
_SIGNED: Final = b"/ByteRange"  # what every signed PDF holds in plain (ISO 32000-2, 12.8.1)
_JOINER: Final = "\u2060"  # between the letters of words that must not break
_EDGES: Final = "()[]{}<>「」『』.,:;'\""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a number or file, and why it does not count; genuine where nothing is at fault.

    `entry` is None where the register does not know it or was not asked; `day` is the day of issue that a
    check value proves, None without key and check value; `signature` is a PDF's, None where it has none.
    """

    faults: tuple[Diagnostic, ...] = ()
    number: str | None = None
    entry: Entry | None = None
    day: date | None = None
    signature: Signature | None = None


def verify_number(
    number: str,
    *,
    check: str | None = None,
    key: Key | None = None,
    ledger: Ledger | None = None,
    institution: str | None = None,
) -> Verdict:
    """Whether a number was given out and is valid: by check value and key, by the register, or both."""
    number = unicodedata.normalize("NFC", number.strip()).encode(errors="replace").decode()
    if check is not None and not is_check(check):
        hint = "숫자와 글자 스무 개를 그대로 적으세요: XXXXX-XXXXX-XXXXX-XXXXX"
        return Verdict((Diagnostic("check.form", f"확인 번호의 꼴이 아닙니다: {check}", hint=hint),), number)
    day = key.issued_on(number, check) if key and check else None
    entries = [] if ledger is None else ledger.numbered([number])
    named = [entry for entry in entries if _belongs(entry, check, institution)]
    faults = [*_registered(number, entries, named)] if ledger else []
    entry = named[0] if len(named) == 1 else None
    if check is not None:
        faults += _checked(number, check, key, day, entry, institution)
    return Verdict(tuple(faults), number, entry, day)


def verify_file(data: bytes, ledger: Ledger, roots: Sequence[Any] = ()) -> Verdict:
    """Whether a PDF or DOCX file is one that was handed out, byte by byte, its number and signature valid.

    Of another file the number that stands in it is looked up. With `roots` (docgen.bulk.sign.load_roots) a
    signature must lead to one of them. Raises DataError where the file cannot be read, MachineError where it
    is signed and pyHanko is missing.
    """
    verdict, signature = _of_bytes(data, ledger), None
    if _SIGNED in data:
        from docgen.bulk.sign import verify_signature

        signature = verify_signature(data, roots)
    return replace(verdict, faults=(*verdict.faults, *_signed(signature, roots)), signature=signature)


def _of_bytes(data: bytes, ledger: Ledger) -> Verdict:
    entry = ledger.of_file(hashlib.sha256(data).hexdigest())
    if entry is not None:
        return Verdict(tuple(_void(entry)), entry.number, entry)
    words = {word.strip(_EDGES) for word in _text(data)[:_MOST_TEXT].split()}
    found = ledger.numbered(sorted(words))
    checks = [word for word in words if is_check(word)]
    found = [
        entry for entry in found if not checks or any(of_institution(c, entry.institution) for c in checks)
    ]
    if len(found) != 1:
        message = "발급한 파일이 아니고, 대장에 있는 번호도 적혀 있지 않습니다."
        if found:
            message = f"발급한 파일이 아니고, 번호가 여럿 적혀 있습니다: {_numbers(found)}"
        return Verdict((Diagnostic("file.unknown", message, hint="번호로 확인해 보세요."),))
    message = (
        f"{found[0].number}의 이수증으로 발급한 파일이 아닙니다: 내용이 바뀌었거나 다시 만든 파일입니다."
    )
    changed = Diagnostic("file.changed", message, hint="아래 대장의 내용과 견주어 보세요.")
    return Verdict((changed, *_void(found[0])), found[0].number, found[0])


def _belongs(entry: Entry, check: str | None, institution: str | None) -> bool:
    if institution is not None:
        return entry.institution == institution
    return check is None or of_institution(check, entry.institution)


def _registered(number: str, entries: Sequence[Entry], named: Sequence[Entry]) -> Sequence[Diagnostic]:
    """What the register says against a number."""
    if not entries:
        return [
            Diagnostic("ledger.unknown", f"발급대장에 없는 번호입니다: {number}", hint="번호를 확인하세요.")
        ]
    if not named:
        message = f"그 기관이 발급한 번호가 아닙니다: {number} ({_institutions(entries)})"
        return [Diagnostic("ledger.institution", message)]
    if len(named) > 1:
        message = f"여러 기관이 발급한 번호입니다: {number} ({_institutions(named)})"
        return [Diagnostic("ledger.which", message, hint="--institution에 기관을 적으세요.")]
    return _void(named[0])


def _checked(
    number: str, check: str, key: Key | None, day: date | None, entry: Entry | None, institution: str | None
) -> Sequence[Diagnostic]:
    """What the check value says against a number."""
    same = entry is not None and entry.check is not None and same_check(check, entry.check)
    if key is not None and day is None:
        if same:
            message = f"확인 번호는 대장과 같지만, 이 열쇠로 만든 것이 아닙니다: {number}"
            return [Diagnostic("key.other", message, hint="발급할 때 쓴 열쇠 파일을 --key에 적으세요.")]
        message = f"번호와 확인 번호가 서로 맞지 않습니다: {number}"
        hint = "적은 것을 확인하세요. 맞게 적었다면 꾸며 낸 것이거나, 다른 열쇠로 발급한 것입니다."
        return [Diagnostic("check.wrong", message, hint=hint)]
    if entry is not None and not same:
        return [
            Diagnostic("check.wrong", f"확인 번호가 대장과 다릅니다: {number}", hint="적은 것을 확인하세요.")
        ]
    if institution is not None and not of_institution(check, institution):
        return [Diagnostic("ledger.institution", f"{institution}의 확인 번호가 아닙니다: {check}")]
    return []


def _signed(signature: Signature | None, roots: Sequence[Any]) -> Iterator[Diagnostic]:
    """What a signature says against its file."""
    if signature is None:
        if roots:
            yield Diagnostic(
                "sign.none", "서명이 없는 파일입니다.", hint="서명을 보지 않으려면 --trust를 빼세요."
            )
    elif not signature.intact:
        message = f"서명이 맞지 않습니다: {signature.signer}의 서명 뒤에 파일이 바뀌었습니다."
        yield Diagnostic("sign.broken", message)
    elif roots and not signature.trusted:
        message = f"믿는 인증기관의 인증서로 한 서명이 아닙니다: {signature.signer}"
        yield Diagnostic("sign.untrusted", message, hint="--trust에 적은 인증서를 확인하세요.")


def _void(entry: Entry) -> list[Diagnostic]:
    if entry.voided_on is None:
        return []
    message = f"무효인 번호입니다: {entry.number} ({kdate(entry.voided_on)}: {entry.void_reason})"
    return [Diagnostic("ledger.void", message)]


def _institutions(entries: Sequence[Entry]) -> str:
    return ", ".join(entry.institution for entry in entries)


def _numbers(entries: Sequence[Entry]) -> str:
    shown = ", ".join(entry.number for entry in entries[:3])
    return f"{shown} 외 {len(entries) - 3}개" if len(entries) > 3 else shown


# --- the text of a file ------------------------------------------------------------------------------


def _text(data: bytes) -> str:
    """The words of a PDF or DOCX file; DataError where it is neither, or damaged."""
    text = _pdf_text(data) if data.startswith(b"%PDF-") else _docx_text(data)
    return unicodedata.normalize("NFC", text.replace(_JOINER, ""))


def _docx_text(data: bytes) -> str:
    package = Package(data)
    parts = [name for name in package.names if name.startswith("word/") and name.endswith(".xml")]
    paragraphs = (paragraph for name in parts for paragraph in package.xml(name).iter(qn("w:p")))
    return "\n".join("".join(text.text or "" for text in each.iter(qn("w:t"))) for each in paragraphs)


def _pdf_text(data: bytes) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = PdfReader(io.BytesIO(data)).pages
        return "\n".join(pages[number].extract_text() for number in range(min(len(pages), _MOST_PAGES)))
    except (PyPdfError, ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
        raise DataError(Diagnostic("file.damaged", "손상되었거나 잠긴 PDF입니다.")) from error
