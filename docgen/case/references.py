"""References within a case: an id that nothing has, an id that two things have.

Two keywords of our own in the schemas, each naming a section (`people`) or a table of the guideline
(`guideline.courses`):

- `ref`: the value names one of them, and a completed case holds that thing itself in its place. On an
  object (`who`) it says that an id may stand there instead. What it names must be there.
- `id_of`: the value stays an id. It is looked up only where the case has the section: an absent section
  means "not yet".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from docgen.case.guideline import entry, known_edition, tables
from docgen.case.messages import label
from docgen.case.model import Case, Path
from docgen.case.schemas import HEAD, Schema, blank, walk
from docgen.errors import Diagnostic, nearest
from docgen.korean.particles import josa, quoted

__all__ = ["GUIDELINE", "check_references", "edition_of"]

GUIDELINE: Final = "guideline."
_MAX_LISTED: Final = 12


def edition_of(case: Case) -> str:
    """The edition of the guideline that a case follows; the newest where it names none that is known."""
    head = case.data.get(HEAD)
    return known_edition(head.get("edition") if isinstance(head, dict) else None)


def check_references(
    case: Case, name: str, schema: Schema, titles: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """What is wrong with the references and ids of a section; `titles` are those of all sections."""
    known: dict[str, dict[str, str]] = {}
    for path, sub, value in walk(schema, case.data[name], (name,)):
        wanted = sub.get("ref") or sub.get("id_of")
        if wanted and isinstance(value, str if "type" in sub else str | int):
            if wanted not in known:
                known[wanted] = _known(case, wanted)
            if not _is_there(case, wanted, value, known[wanted], sub):
                yield _finding(case, path, schema, wanted, str(value), known[wanted], titles)
        if isinstance(value, list):
            yield from _twins(case, path, schema, value)


def _known(case: Case, wanted: str) -> dict[str, str]:
    """The ids that may be named, and the name of what has each."""
    if wanted.startswith(GUIDELINE):
        entries: Iterable[tuple[str, Any]] = tables(edition_of(case))[wanted.removeprefix(GUIDELINE)].items()
    else:
        held = case.data.get(wanted)
        if isinstance(held, dict):
            entries = held.items()
        else:
            items = held if isinstance(held, list) else []
            entries = [(each["id"], each) for each in items if isinstance(each, dict) and each.get("id")]
    return {
        str(id_): str((each.get("name") if isinstance(each, dict) else None) or id_) for id_, each in entries
    }


def _is_there(case: Case, wanted: str, value: Any, known: Mapping[str, str], schema: Schema) -> bool:
    if wanted.startswith(GUIDELINE):
        return entry(edition_of(case), wanted.removeprefix(GUIDELINE), value) is not None
    return value in known or ("id_of" in schema and wanted not in case.data)


def _finding(
    case: Case,
    path: Path,
    schema: Schema,
    wanted: str,
    value: str,
    known: Mapping[str, str],
    titles: Mapping[str, str],
) -> Diagnostic:
    names = {name: id_ for id_, name in known.items()}
    near = nearest(value, known) or names.get(nearest(value, names) or "")
    listed = ", ".join(
        id_ if id_ == name else f"{id_}({name})" for id_, name in [*known.items()][:_MAX_LISTED]
    )
    where = "지침의 표" if wanted.startswith(GUIDELINE) else f"'{titles[wanted]}'({wanted}) 자료"
    if near:
        hint = f"{josa(f'{near}({known[near]})' if known[near] != near else near, '을/를')} 뜻했나요?"
    else:
        hint = f"적을 수 있는 것: {listed}" if known else f"맨 위에 '{wanted}:'를 적고 그 아래에 더하세요."
    message = f"{label(path, schema)} 값 {quoted(value, '은/는')} {where}에 없습니다."
    return case.diagnostic(path, "schema.reference", message, hint=hint)


def _twins(case: Case, path: Path, schema: Schema, items: list[Any]) -> Iterator[Diagnostic]:
    """The items of a list whose id an item before them has."""
    seen: Counter[str] = Counter()
    for index, item in enumerate(items):
        id_ = item.get("id") if isinstance(item, dict) else None
        if not isinstance(id_, str) or blank(id_):
            continue
        seen[id_] += 1
        if seen[id_] > 1:
            message = f"{label((*path, index, 'id'), schema)} {quoted(id_, '은/는')} 앞에서 이미 썼습니다."
            hint = "다른 것과 겹치지 않는 이름을 적으세요."
            yield case.diagnostic((*path, index, "id"), "schema.duplicate-id", message, hint=hint)
