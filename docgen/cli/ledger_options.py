"""Options that the commands about certificates share: where the register and the key are."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from docgen.bulk.sign import Signer

__all__ = ["course", "given", "institution", "key", "ledger", "named_ledger", "sign", "signer", "year"]

_LEDGER: Final = "ledger.db"
_KEY: Final = Path("ledger.key")
_PASSPHRASE: Final = "DOCGEN_PASSPHRASE"  # noqa: S105 # the name of the variable that holds it

_ledger = partial(
    click.option,
    "--ledger",
    envvar="DOCGEN_LEDGER",
    metavar="파일|URL",
    help="발급대장: SQLite 파일이나 postgresql:// 주소 (환경 변수 DOCGEN_LEDGER).",
)
ledger = _ledger(default=_LEDGER, show_default=True)
named_ledger = _ledger()  # where there may be none
key = click.option(
    "--key",
    envvar="DOCGEN_KEY",
    default=_KEY,
    show_default=True,
    type=click.Path(path_type=Path),
    metavar="파일",
    help="확인 번호를 만드는 열쇠 파일 (환경 변수 DOCGEN_KEY).",
)
sign = click.option(
    "--sign",
    type=click.Path(path_type=Path),
    metavar="인증서.p12",
    help=f"PDF에 이 인증서로 서명합니다. 암호는 물어봅니다 (또는 환경 변수 {_PASSPHRASE}).",
)
institution = click.option("--institution", metavar="기관", help="이 기관이 발급한 것만.")
course = click.option("--course", metavar="과정", help="이 과정의 것만.")
year = click.option("--year", type=int, metavar="연도", help="이 해에 발급한 것만.")


def given(ctx: click.Context, name: str) -> bool:
    """Whether an option was named, on the command line or by its environment variable."""
    return ctx.get_parameter_source(name) is not ParameterSource.DEFAULT


def signer(path: Path | None) -> Signer | None:
    """Who signs with the certificate of a file, its passphrase from the environment or asked for.

    Raises UsageError where it cannot be opened, MachineError without pyHanko.
    """
    if path is None:
        return None
    from docgen.bulk.sign import Signer

    passphrase = os.environ.get(_PASSPHRASE)
    if passphrase is None:
        passphrase = click.prompt("인증서의 암호", hide_input=True, err=True)
    return Signer(path, passphrase)
