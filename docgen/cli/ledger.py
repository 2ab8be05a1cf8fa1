"""`docgen ledger …`: the register of certificates."""

from __future__ import annotations

from docgen.cli.korean import Group

__all__ = ["COMMANDS", "command"]

COMMANDS = {
    "list": ("docgen.cli.ledger_list", "발급한 번호를 보입니다."),
    "verify": ("docgen.cli.ledger_verify", "번호나 파일이 발급한 것인지 확인합니다."),
    "void": ("docgen.cli.ledger_void", "잘못 발급한 번호를 무효로 합니다."),
    "export": ("docgen.cli.ledger_export", "발급대장을 문서나 엑셀 파일로 냅니다."),
    "key": ("docgen.cli.ledger_key", "확인 번호를 만드는 열쇠 파일을 만듭니다."),
}

command = Group(COMMANDS, name="ledger", help="이수증의 발급대장을 보고 확인합니다.")
