"""Whole cases: every section by its schema, every rule of the edition, and what only shows over many cases.

A thousand cases are checked a file at a time, on all cores where there are many files; of each only its
findings and the values that rules over many cases need are kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path as FilePath
from typing import NamedTuple

from docgen.case import Case, load_case
from docgen.case.references import edition_of
from docgen.case.schema import check_schema, given_sections
from docgen.case.schemas import HEAD, Sources
from docgen.errors import Diagnostic, DocgenError
from docgen.rules.check import check_rules
from docgen.rules.derive import derived_data
from docgen.rules.model import load_rules
from docgen.rules.together import Kept, check_together, keep
from docgen.rules.waivers import idle_waivers, open_questions, unknown_rules

__all__ = ["Checked", "check_case", "check_cases"]

_FEW: int = 16  # files: fewer are checked in less time than it takes to start a process


class Checked(NamedTuple):
    """What one file gave: its findings in file order, what rules over many cases need of it, the rules that
    a person has yet to answer, and the exit code of what could not be read (0 where it could)."""

    findings: list[Diagnostic]
    kept: list[Kept]
    open: list[str]
    code: int = 0


def check_cases(
    paths: Iterable[FilePath], sources: Sources, overlays: tuple[FilePath, ...] = ()
) -> tuple[list[Diagnostic], list[str], int]:
    """The findings of files in their order, and those over all of them; the open questions, each once; the
    exit code of the worst that could not be read."""
    listed = list(paths)
    ask = partial(_checked, sources=sources, overlays=overlays)
    checked = list(_mapped(ask, listed))
    findings = [finding for each in checked for finding in each.findings]
    editions = {kept.edition for each in checked for kept in each.kept}
    for edition in sorted(editions):
        kept = [one for each in checked for one in each.kept if one.edition == edition]
        findings += check_together(load_rules(edition, *overlays), kept)
    questions = sorted({rule for each in checked for rule in each.open})
    return findings, questions, max((each.code for each in checked), default=0)


def check_case(case: Case, sources: Sources, overlays: tuple[FilePath, ...] = ()) -> Checked:
    """One case: the sections that it has by their schemas, all rules, its waivers and answers."""
    rules = load_rules(edition_of(case), *overlays)
    sections = given_sections(case, sources)
    if not sections and case.data.keys() <= {HEAD}:
        return Checked([_nothing(case)], [], [])
    data = derived_data(case, sources)
    broken = check_rules(case, data, rules, overlays=overlays)
    found = [
        *check_schema(case, sections, sources),
        *broken,
        *unknown_rules(case, data, rules),
        *idle_waivers(case, data, broken, rules),
    ]
    questions = [rule.id for rule in open_questions(case, data, rules.values())]
    order = sorted(found, key=lambda each: (each.line or 0, each.column or 0))
    return Checked(order, keep(case, data, rules.values()), questions)


def _nothing(case: Case) -> Diagnostic:
    message = "이 자료로 만들 수 있는 문서가 없습니다."
    hint = "docgen list로 문서를, docgen show 이름으로 적을 것을 확인하세요."
    return case.diagnostic((), "check.nothing", message, hint=hint)


def _checked(path: FilePath, sources: Sources, overlays: tuple[FilePath, ...]) -> Checked:
    try:
        return check_case(load_case(path, sources), sources, overlays)
    except DocgenError as error:
        return Checked(list(error.diagnostics), [], [], error.exit_code)


def _mapped(ask: partial[Checked], paths: list[FilePath]) -> Iterator[Checked]:
    if len(paths) <= _FEW or (os.cpu_count() or 1) == 1:
        yield from map(ask, paths)
        return
    with ProcessPoolExecutor() as pool:
        yield from pool.map(ask, paths, chunksize=8)
