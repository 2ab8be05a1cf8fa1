"""`docgen ledger verify NUMBER|FILE`: whether a certificate is genuine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.korean import Command
from docgen.cli.ledger_options import given, institution, key, ledger
from docgen.cli.options import print_format
from docgen.cli.report import print_table, show_findings
from docgen.errors import Diagnostic, UsageError
from docgen.formats.files import read_file
from docgen.korean.dates import kdate

if TYPE_CHECKING:
    from docgen.bulk.ledger import Entry, Key, Ledger
    from docgen.bulk.ledger.verify import Verdict

__all__ = ["command"]

_ENDINGS = (".pdf", ".docx")


@click.command("verify", cls=Command)
@click.argument("what", metavar="번호|파일")
@click.option("--check", metavar="확인번호", help="이수증에 적힌 확인 번호. 열쇠만 있어도 확인합니다.")
@institution
@click.option(
    "--trust",
    type=click.Path(path_type=Path),
    metavar="인증서",
    help="PDF의 서명이 이 인증기관(PEM)에 이어지는지도 봅니다.",
)
@key
@ledger
@print_format
@click.pass_context
def command(
    ctx: click.Context,
    what: str,
    check: str | None,
    institution: str | None,
    trust: Path | None,
    key: Path,
    ledger: str,
    format: str,
) -> None:
    """번호나 파일이 발급한 것인지 확인합니다. QR 코드에 담긴 글을 그대로 적어도 됩니다."""
    if what.lower().endswith(_ENDINGS):
        verdict = _of_file(what, ledger, trust)
    else:
        register = _ledger(ledger, given(ctx, "ledger"))
        verdict = _of_number(what, check, institution, _key(key, given(ctx, "key")), register)
    entry = verdict.entry and verdict.entry.masked()
    if format == "json":
        day = verdict.day and verdict.day.isoformat()
        facts = {"number": verdict.number, "entry": entry and entry.data(), "check_proves": day}
        facts["signature"] = _signature(verdict)
        show_findings(verdict.faults, as_json=True, genuine=not verdict.faults, **facts)
    else:
        show_findings(verdict.faults, as_json=False)
        same = "발급한 파일 그대로입니다" if what.lower().endswith(_ENDINGS) else "발급한 것이 맞습니다"
        _print(verdict, entry, same)
    ctx.exit(1 if verdict.faults else 0)


def _of_file(name: str, where: str, trust: Path | None) -> Verdict:
    from docgen.bulk.ledger import Ledger
    from docgen.bulk.ledger.verify import verify_file
    from docgen.bulk.sign import load_roots

    roots = load_roots(trust) if trust else []
    return verify_file(read_file(Path(name)), Ledger(where, create=False), roots)


def _of_number(
    what: str, check: str | None, institution: str | None, key: Key | None, ledger: Ledger | None
) -> Verdict:
    from docgen.bulk.ledger.verify import verify_number

    number, _, printed = what.strip().partition(" ")
    check = check or printed or None
    if ledger is None and (check is None or key is None):
        message = "확인할 발급대장도, 확인 번호를 확인할 열쇠도 없습니다."
        hint = "--ledger에 발급대장을 적거나, --check에 확인 번호를 --key에 열쇠 파일을 적으세요."
        raise UsageError(Diagnostic("ledger.nothing", message, hint=hint))
    return verify_number(number, check=check, key=key, ledger=ledger, institution=institution)


def _ledger(where: str, named: bool) -> Ledger | None:
    """The register; None where none was named and there is none of the usual name."""
    from docgen.bulk.ledger import Ledger

    return Ledger(where, create=False) if named or Path(where).is_file() else None


def _key(path: Path, named: bool) -> Key | None:
    """The key; None where none was named and there is none of the usual name."""
    from docgen.bulk.ledger import Key

    return Key.load(path) if named or path.is_file() else None


def _signature(verdict: Verdict) -> dict[str, Any] | None:
    """The signature as it is told; the time is the signer's own."""
    found = verdict.signature
    if found is None:
        return None
    on = found.on and found.on.isoformat(" ", "minutes")
    return {"signer": found.signer, "on": on, "intact": found.intact, "trusted": found.trusted}


def _print(verdict: Verdict, entry: Entry | None, genuine: str) -> None:
    if not verdict.faults:
        click.echo(f"{genuine}: {verdict.number}")
    if verdict.day and not entry:
        click.echo(f"확인 번호가 맞습니다. {kdate(verdict.day)}에 발급한 번호입니다.")
    if signature := _signature(verdict):
        known = "인증기관을 확인했습니다" if signature["trusted"] else "인증기관은 확인하지 않았습니다"
        click.echo(f"서명: {signature['signer']} ({signature['on']}), {known}.")
    if entry:
        rows = [
            ("발급 기관", entry.institution),
            ("성명", entry.name),
            ("소속", entry.affiliation),
            ("과정", entry.course),
            ("발급일", kdate(entry.issued_on)),
            ("비고", entry.remarks),
        ]
        print_table(("대장의 내용", ""), [row for row in rows if row[1]])
