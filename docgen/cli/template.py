"""`docgen template …`: what whoever keeps Word templates needs."""

from __future__ import annotations

from docgen.cli.korean import Group

__all__ = ["COMMANDS", "command"]

COMMANDS = {
    "eject": ("docgen.cli.template_eject", "기본 서식을 내 폴더에 복사해 Word에서 고칠 수 있게 합니다."),
    "lint": ("docgen.cli.template_lint", "Word 서식에서 잘못된 태그와 소리 없이 틀리는 곳을 찾습니다."),
    "tags": ("docgen.cli.template_tags", "Word 서식이 쓰는 값을 모두 보입니다."),
    "verify": ("docgen.cli.template_verify", "모든 값이 문서에 찍히는지 표지 값으로 확인합니다."),
}

command = Group(COMMANDS, name="template", help="Word 서식을 만들고 고치는 데 쓰는 명령입니다.")
