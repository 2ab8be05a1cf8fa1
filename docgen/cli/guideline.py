"""`docgen guideline …`: the editions of the guideline."""

from __future__ import annotations

from docgen.cli.korean import Group

__all__ = ["COMMANDS", "command"]

COMMANDS = {"diff": ("docgen.cli.guideline_diff", "지침의 두 판에서 달라진 규칙과 표를 보입니다.")}

command = Group(COMMANDS, name="guideline", help="지침의 판을 살핍니다.")
