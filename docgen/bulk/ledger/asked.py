"""What a document asks of the register: the `register:` of its template, computed of its data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from docgen.bulk.ledger.number import Request
from docgen.catalogue.template import Template
from docgen.errors import DataError, Diagnostic, TemplateError, nearest
from docgen.korean.dates import kdate
from docgen.korean.particles import quoted

__all__ = ["request"]

_FIELDS: Final = frozenset(Request.__slots__) - {"row"}
_NEEDED: Final = {"institution": "발급 기관", "person": "사람을 가릴 값", "name": "성명", "course": "과정"}


def request(template: Template, data: Mapping[str, Any], row: str) -> Request | None:
    """What to ask for a document of a template with its data; None where the template's papers get no number.

    Raises DataError where the data lack what the register needs or hold what no database takes, TemplateError
    where `register:` is at fault.
    """
    asked = template.description.register
    if not asked:
        return None
    if unknown := asked.keys() - _FIELDS:
        raise TemplateError(*(_unknown(name) for name in sorted(unknown)))
    from docgen.rules.derive import derive

    # One at a time: what is called `name` in the register may be something else in the data.
    given = {name: _text(derive({name: text}, data)[name]) for name, text in asked.items()}
    for value in given.values():
        if not _writable(value):
            message = f"발급대장에 적을 수 없는 글자가 있습니다: {value!a}"
            raise DataError(Diagnostic("ledger.sign", message, hint="그 글자를 지우고 다시 적으세요."))
    lacking = [label for name, label in _NEEDED.items() if not given.get(name)]
    if lacking:
        message = f"발급대장에 적을 것이 없습니다: {', '.join(lacking)}"
        raise DataError(Diagnostic("ledger.lacking", message, hint="자료를 채우세요."))
    return Request(row, **given)


def _text(value: object) -> str:
    return "" if value is None else (kdate(value) if isinstance(value, date) else str(value).strip())


def _writable(value: str) -> bool:
    """Whether a database takes the text: no NUL, no half of a surrogate pair."""
    return not any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in value)


def _unknown(name: str) -> Diagnostic:
    near = nearest(name, _FIELDS)
    hint = f"혹시 '{near}'인가요?" if near else f"쓸 수 있는 항목: {', '.join(sorted(_FIELDS))}"
    message = f"{quoted(name, '은/는')} 발급대장에 없는 항목입니다 (template.yaml의 register)."
    return Diagnostic("ledger.register", message, hint=hint)
