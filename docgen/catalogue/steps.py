"""The eleven steps of the programme and the papers of each, as the guideline's edition lists them.

`docgen/guideline/<edition>/steps.yaml` (제1장 Ⅰ, 운영 전·후 체크리스트) says what is handed in, until
when and by which rule, in expressions over the case (docgen.rules.derive) that see every section, the file's
own `names`, and `it`, the thing that a paper is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from docgen.case.guideline import FOLDER, known_edition
from docgen.case.load import load_case

__all__ = ["Paper", "Step", "Steps", "load_steps"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that a step asks for; `document` is the id of its template.

    `each` is the list of what there is one for (None: one for the school), `name` what each is called, `of`
    picks the documents of each from those that the template makes. `by` maps the rules that ask for it to
    their last days; None where no day is printed. It is asked for since the day `since` (None: from the
    start). `needs` maps what must be true to the name of what is missing else; `done` is the day on which it
    was handed in. `required` says whether it is missed where the case holds nothing for it.
    """

    document: str
    by: Mapping[str, str | None]
    each: str | None = None
    name: str | None = None
    of: str | None = None
    since: str | None = None
    needs: Mapping[str, str] = field(default_factory=dict)
    done: str | None = None
    required: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step: the row of the printed checklist (`submit`: its papers go to the Foundation), the name of its
    folder in a package, and its papers."""

    number: int
    stage: str
    title: str
    count: str
    submit: bool
    folder: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of an edition, and the names that their expressions use, in the order of their making."""

    steps: tuple[Step, ...]
    names: Mapping[str, str]


@lru_cache(maxsize=4)
def load_steps(edition: str) -> Steps:
    """The steps of an edition of the guideline, of the newest where there is no such one."""
    data = load_case(FOLDER / known_edition(edition) / "steps.yaml").data
    return Steps(tuple(_step(dict(each)) for each in data["steps"]), data["names"])


def _step(row: dict[str, Any]) -> Step:
    papers = tuple(_paper(dict(each)) for each in row.pop("documents"))
    return Step(papers=papers, **row)


def _paper(row: dict[str, Any]) -> Paper:
    return Paper(since=row.pop("from", None), **row)
