"""The checklist of the eleven steps as its paper prints it (제1장 Ⅰ): what is done, missing, due when.

A template with `progress` has it under the name `checklist`:

- `on`: the day that it is as of, None for none;
- `steps`: the eleven rows, with `number`, `stage`, `title`, `count` and `submit` as printed, `done` and
  `done_on`, how many documents are `at_hand` and papers `missing`, `ready` and `later`, `due_on` of the
  first that is open;
- `papers`: every paper with `step` (its number), `title`, `name`, `due_on`, `rule`, `status` (a word),
  `done_on`, `missing` (sentences) and `files` (names, where they were made).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from docgen.catalogue.agenda import Agenda, Duty, Status
from docgen.catalogue.steps import Step

__all__ = ["checklist", "is_done"]


def checklist(agenda: Agenda, files: Mapping[int, Sequence[str]] | None = None) -> dict[str, Any]:
    """What the paper prints of an agenda; `files` are the names of the files of a duty, by its place."""
    named = files or {}
    return {
        "on": agenda.on,
        "steps": [_row(step, agenda.of(step)) for step in agenda.steps],
        "papers": [_paper(duty, named.get(place, ())) for place, duty in enumerate(agenda.duties)],
    }


def is_done(duties: Sequence[Duty]) -> bool:
    """Whether a step is done: it has papers, and every one is."""
    return bool(duties) and all(duty.status is Status.DONE for duty in duties)


def _row(step: Step, duties: list[Duty]) -> dict[str, Any]:
    done = is_done(duties)
    count = Counter(duty.status for duty in duties)
    due = [duty.due_on for duty in duties if duty.due_on is not None and duty.status is not Status.DONE]
    days = [duty.done_on for duty in duties if duty.done_on is not None]
    return {
        **{key: getattr(step, key) for key in ("number", "stage", "title", "count", "submit")},
        "done": done,
        "done_on": max(days, default=None) if done else None,
        "at_hand": sum(len(duty.works) for duty in duties if duty.status in (Status.DONE, Status.READY)),
        **{status.value: count[status] for status in (Status.MISSING, Status.READY, Status.LATER)},
        "due_on": min(due, default=None),
    }


def _paper(duty: Duty, files: Sequence[str]) -> dict[str, Any]:
    return {
        "step": duty.step.number,
        "title": duty.template.title,
        **{key: getattr(duty, key) for key in ("name", "due_on", "rule", "done_on")},
        "status": duty.status.label,
        "missing": list(duty.missing) if duty.status in (Status.MISSING, Status.LATER) else [],
        "files": list(files),
    }
