"""Write docs/rules.md: every rule of the newest edition, and how it is held. `python -m docgen.rules`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from docgen.case.guideline import editions
from docgen.rules.model import Rule, load_rules

__all__ = ["rules_page"]

PAGE = Path(__file__).parents[2] / "docs/rules.md"
_WAYS = {
    "자료": "자료로 확인",
    "여러 자료": "여러 자료를 함께 확인",
    "물음": "사람이 답함 (`case.answers`)",
    "없음": "확인하지 않음",
}


def rules_page() -> str:
    """The page as Markdown: a count of each way, and a row for each rule."""
    edition = editions()[-1]
    rules = list(load_rules(edition).values())
    counts = Counter(rule.way for rule in rules)
    lines = [
        f"# 지침의 규칙 ({edition})",
        "",
        "`python -m docgen.rules`가 쓰는 쪽입니다. 규칙 하나는 `docgen explain R-090`이 설명합니다.",
        "",
        "| 방식 | 규칙 |",
        "|---|---|",
        *(f"| {words} | {counts[way]} |" for way, words in _WAYS.items()),
        "",
        "| 규칙 | 세기 | 방식 | 내용 |",
        "|---|---|---|---|",
        *(_row(rule) for rule in rules),
    ]
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    strength = "허용" if rule.severity is None else rule.severity.label
    text = f"{rule.title} ({rule.because})" if rule.because else rule.title
    return f"| {rule.id} | {strength} | {rule.way} | {' '.join(text.split()).replace('|', '/')} |"


if __name__ == "__main__":
    PAGE.write_text(rules_page(), encoding="utf-8")
