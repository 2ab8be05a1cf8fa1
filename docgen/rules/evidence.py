"""The papers that each expense needs (제2장 Ⅴ [참고] 세세목별 제출 증빙자료): made, attached, missing.

A requirement is a row of `evidence.yaml`. What the case lists under an expense's `evidence` is compared by
name, without spaces and what stands in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["papers"]

Expense = Mapping[str, Any]


def papers(expense: Expense, table: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What an expense must have, a row each: `id`, `group`, `paper` (the ways to have it, as text),
    `document` (the id of what docgen makes, None: somebody else issues it), `attached` (the ids of the
    attachments), and `state`: 첨부 (attached), 작성 (listed or to be made by docgen), 없음."""
    listed = {_bare(each["paper"]): each for each in expense["evidence"] if each["paper"]}
    return [_paper(row, listed) for row in _needed(expense, table)]


def _needed(expense: Expense, table: Mapping[str, Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    from docgen.rules.expressions import expression  # which offers `papers` to expressions

    for row in table.values():
        of_item = not row["items"] or expense["item"]["id"] in row["items"]
        if of_item and (row["when"] is None or expression(row["when"])(it=expense)):
            yield row


def _paper(row: Mapping[str, Any], listed: Mapping[str, Expense]) -> dict[str, Any]:
    ways = [[listed.get(_bare(name)) for name in way] for way in row["ways"]]
    whole = next((way for way in ways if all(way)), None)
    attached = [each["attachment"] for each in whole or () if each and each["attachment"]]
    state = "첨부" if attached else "작성" if whole or row["document"] else "없음"
    paper = " 또는 ".join(" + ".join(way) for way in row["ways"])
    return {
        "id": row["id"],
        "group": row["group"],
        "paper": paper,
        "document": row["document"],
        "attached": attached,
        "listed": whole is not None,
        "state": state,
    }


def _bare(name: str) -> str:
    return "".join(name.split("(")[0].split())
