"""`docgen explain R-090`: a rule, where it stands, what keeps it and what breaks it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click
import yaml

from docgen.case.guideline import editions
from docgen.catalogue.catalogue import Catalogue
from docgen.cli.korean import Command
from docgen.cli.options import print_format, templates
from docgen.cli.report import print_json
from docgen.cli.rules import facts
from docgen.errors import Diagnostic, UsageError, nearest
from docgen.korean.particles import quoted
from docgen.rules.model import Example, Rule, load_rules

__all__ = ["command"]


@click.command("explain", cls=Command)
@click.argument("rule_id", metavar="규칙")
@print_format
@templates
def command(rule_id: str, format: str, templates: Path | None) -> None:
    """규칙 하나를 설명합니다: 내용, 근거, 판마다 달라진 것, 지킨 예와 어긴 예."""
    overlays = Catalogue(templates).overlays
    rules = {edition: load_rules(edition, *overlays) for edition in editions()}
    rule = _named(rule_id, rules[editions()[-1]])
    history = [edition for edition, held in rules.items() if rule.id in held]
    if format == "json":
        examples = {"passes": rule.passes, "fails": rule.fails}
        listed = {
            name: [{"note": each.note, "case": each.case} for each in held] for name, held in examples.items()
        }
        print_json(facts(rule) | {"editions": history} | listed)
    else:
        _print(rule, history)


def _named(rule_id: str, rules: Mapping[str, Rule]) -> Rule:
    if (wanted := rule_id.upper()) in rules:
        return rules[wanted]
    near = nearest(wanted, rules)
    hint = f"{quoted(near, '을/를')} 뜻했나요?" if near else "docgen rules로 규칙을 볼 수 있습니다."
    message = f"지침에 {quoted(rule_id, '이라는/라는')} 규칙이 없습니다."
    raise UsageError(Diagnostic("rule.unknown", message, hint=hint))


def _print(rule: Rule, history: list[str]) -> None:
    strength = "허용" if rule.severity is None else rule.severity.label
    click.echo(f"{rule.id} {rule.title}\n")
    lines = [
        ("세기", strength),
        ("방식", rule.way),
        ("묻는 것", rule.ask),
        ("까닭", rule.because),
        ("근거", rule.source),
        ("판", ", ".join(history)),
        ("문서", ", ".join(rule.documents)),
        ("고치기", rule.hint),
    ]
    for word, text in lines:
        if text:
            click.echo(f"{word}: {text}")
    for word, examples in (("지킨 예", rule.passes), ("어긴 예", rule.fails)):
        for example in examples:
            click.echo(f"\n{word}: {example.note}\n{_shown(example)}")


def _shown(example: Example) -> str:
    text: str = yaml.safe_dump(example.case, allow_unicode=True, sort_keys=False, default_flow_style=None)
    return "".join(f"    {line}\n" for line in text.splitlines()).rstrip()
