"""`docgen case …`: what concerns case files themselves."""

from __future__ import annotations

from docgen.cli.korean import Group

__all__ = ["COMMANDS", "command"]

COMMANDS = {
    "convert": ("docgen.cli.case_convert", "자료 파일을 YAML, JSON, 엑셀 가운데 다른 꼴로 바꿉니다."),
}

command = Group(COMMANDS, name="case", help="자료 파일을 다루는 명령입니다.")
