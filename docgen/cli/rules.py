"""`docgen rules`: the rules of the guideline, by document, and those that a person answers."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.case.guideline import editions
from docgen.case.load import load_case
from docgen.case.references import edition_of
from docgen.catalogue.catalogue import Catalogue
from docgen.cli.korean import Command
from docgen.cli.options import print_format, templates
from docgen.cli.report import print_json, print_table
from docgen.rules.derive import derived_data
from docgen.rules.model import Rule, load_rules
from docgen.rules.waivers import open_questions

__all__ = ["command", "facts"]


@click.command("rules", cls=Command)
@click.option("--document", metavar="이름", help="이 문서에 걸린 규칙만 보입니다.")
@click.option(
    "--open",
    "case",
    metavar="자료",
    type=click.Path(path_type=Path),
    help="이 자료에서 사람이 아직 답하지 않은 규칙만 보입니다.",
)
@print_format
@templates
def command(document: str | None, case: Path | None, format: str, templates: Path | None) -> None:
    """지침의 규칙을 보입니다: 자료로 확인하는 것, 사람이 답하는 것, 확인하지 않는 것."""
    catalogue = Catalogue(templates)
    found = _open(case, catalogue) if case else load_rules(editions()[-1], *catalogue.overlays).values()
    if document:
        wanted = catalogue[document].id
        found = [rule for rule in found if wanted in rule.documents]
    if format == "json":
        print_json([facts(rule) for rule in found])
    else:
        rows = [(rule.id, _strength(rule), rule.way, rule.ask or rule.title) for rule in found]
        print_table(("규칙", "세기", "방식", "내용"), rows)


def _open(path: Path, catalogue: Catalogue) -> list[Rule]:
    case = load_case(path, catalogue.schemas)
    rules = load_rules(edition_of(case), *catalogue.overlays)
    return open_questions(case, derived_data(case, catalogue.schemas), rules.values())


def facts(rule: Rule) -> dict[str, object]:
    """What programs read of a rule."""
    names = ("id", "title", "way", "documents", "sections", "source", "hint", "ask", "because")
    severity = None if rule.severity is None else rule.severity.value
    return {"severity": severity} | {name: getattr(rule, name) for name in names}


def _strength(rule: Rule) -> str:
    return "허용" if rule.severity is None else rule.severity.label
