"""What a broken keyword of a schema means in Korean, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any, NamedTuple

from jsonschema.exceptions import ValidationError

from docgen.case.choices import words
from docgen.case.model import Path
from docgen.case.moments import likely_date, why_no_date
from docgen.case.schemas import Schema, sub_schema
from docgen.errors import nearest
from docgen.korean.particles import josa, quoted

__all__ = ["Finding", "finding", "label"]

Text = tuple[str, str | None]  # message, hint

_MAX_SHOWN = 30  # characters of a value in a message
_KINDS = {
    "string": "글이어야",
    "integer": "정수여야",
    "number": "수여야",
    "boolean": "true나 false여야",
    "array": "목록이어야",
    "object": "'키: 값'의 묶음이어야",
}
_FORMATS = {
    "date": "날짜는 2026-06-01처럼 적으세요.",
    "date-time": "날짜와 시각은 2026-06-01 15:30처럼 적으세요.",
    "time": "시각은 15:30처럼 적으세요.",
    "email": "name@example.com처럼 적으세요.",
    "uri": "https://로 시작하는 주소를 적으세요.",
}
_FORMAT_NAMES = {
    "date": "날짜",
    "date-time": "날짜와 시각",
    "time": "시각",
    "email": "전자우편 주소",
    "uri": "인터넷 주소",
}


class Finding(NamedTuple):
    """The wording of one broken keyword; `at_key` where the key is at fault and not its value."""

    keyword: str
    message: str
    hint: str | None
    at_key: bool


def finding(error: ValidationError, path: Path, section: Schema) -> Finding:
    """The Korean wording of what jsonschema found at a path of a section."""
    keyword = str(error.validator)
    at_key = keyword in ("additionalProperties", "required")
    message, hint = _WORDING.get(keyword, _other)(error, path, section)
    return Finding(_CODES.get(keyword, keyword), message, hint, at_key)


def label(path: Path, section: Schema) -> str:
    """What a person calls the value at a path: "'연수명'(name)", "3번째 '교원대상 강의 경험'(lectures)"."""
    numbers = ""
    while path and isinstance(path[-1], int):
        numbers, path = f"{path[-1] + 1}번째 {numbers}", path[:-1]
    return numbers + _titled(str(path[-1]) if path else "", _at(path, section))


def _titled(key: str, schema: Schema) -> str:
    """A key under its Korean title, as `'성명'(name)`."""
    title = schema.get("title")
    return f"'{title}'({key})" if title else f"'{key}'"


def _at(path: Path, section: Schema) -> Schema:
    """The schema of the value at a path (whose first step is the section), {} where there is none."""
    return reduce(sub_schema, path[1:], section)


def _shown(value: Any) -> str:
    """A value as the message quotes it."""
    if isinstance(value, dict):
        return "'키: 값'의 묶음"
    if isinstance(value, list):
        return f"항목 {len(value)}개의 목록"
    if value is None:
        return "빈 값"
    if isinstance(value, bool):
        return str(value).lower()
    text = " ".join(str(value).split())
    return f"'{text[:_MAX_SHOWN]}…'" if len(text) > _MAX_SHOWN else f"'{text}'"


def _required(error: ValidationError, path: Path, section: Schema) -> Text:
    holder: Any = error.instance
    state = "비어 있습니다" if error.message in holder else "없습니다"
    where = f"{label(path[:-1], section)}에 " if len(path) > 2 else ""
    about = _at(path, section).get("description")
    hint = f"'{path[-1]}: …'을 적으세요." + (f" ({about.rstrip('.')})" if about else "")
    return f"{where}꼭 적어야 하는 {label(path, section)} 값이 {state}.", hint


def _unknown(error: ValidationError, path: Path, section: Schema) -> Text:
    known = _at(path[:-1], section).get("properties", {})
    near = _near_key(str(path[-1]), known)
    hint = (
        f"{josa(_titled(near, known[near]), '을/를')} 뜻했나요?"
        if near
        else f"적을 수 있는 키: {', '.join(known)}"
    )
    return f"{label(path[:-1], section)}에 {quoted(path[-1], '이라는/라는')} 키는 없습니다.", hint


def _near_key(name: str, known: Mapping[str, Schema]) -> str | None:
    """The key meant by a mistyped one, or by its Korean label."""
    titles = {schema.get("title", key): key for key, schema in known.items()}
    return nearest(name, known) or titles.get(nearest(name, titles) or "")


def _type(error: ValidationError, path: Path, section: Schema) -> Text:
    wanted = str(error.validator_value)
    message = f"{label(path, section)} 값은 {_KINDS[wanted]} 합니다 (지금은 {_shown(error.instance)})."
    return message, _type_hint(wanted, error.instance, _at(path, section))


def _type_hint(wanted: str, value: Any, schema: Schema) -> str | None:
    if value is None:
        return "값을 적거나 그 줄을 지우세요. '#'으로 시작하는 글이라면 따옴표로 감싸세요."
    if wanted == "string" and isinstance(value, (int, float)):
        if (form := schema.get("format")) in _FORMATS:
            return _form_hint(form, str(value))
        return "글로 적으려면 따옴표로 감싸세요. 맨 앞의 0도 따옴표가 있어야 남습니다."
    if wanted in ("integer", "number") and isinstance(value, str):
        number = re.fullmatch(r"\s*([0-9]+(?:\.[0-9]+)?)\s*[^0-9_.,]*", value)
        return (
            f"단위와 따옴표 없이 수만 적으세요: {number[1]}" if number else "쉼표나 밑줄 없이 수만 적으세요."
        )
    if wanted == "integer":
        return "소수점 아래 없이 적으세요."
    if wanted == "number":
        return "수만 적으세요."
    if wanted == "array":
        return "한 줄에 하나씩 '- '로 시작해 적으세요."
    if wanted == "object":
        return f"아랫줄에 들여서 적으세요: {', '.join(f'{key}: …' for key in schema.get('properties', {}))}"
    return "따옴표 없이 true나 false로 적으세요." if wanted == "boolean" else "따옴표로 감싸세요."


def _choices(error: ValidationError, path: Path, section: Schema) -> Text:
    known = words(_at(path, section))
    listed = ", ".join(key if key == word else f"{word}({key})" for key, word in known.items())
    if isinstance(error.instance, list | dict):
        return (
            f"{label(path, section)} 값은 하나여야 합니다 (지금은 {_shown(error.instance)}).",
            f"고를 수 있는 값: {listed}",
        )
    near = nearest(str(error.instance), [*known, *known.values()])
    hint = f"{quoted(near, '을/를')} 뜻했나요? " if near else ""
    return (
        f"{label(path, section)} 값에 {josa(_shown(error.instance), '은/는')} 없습니다.",
        f"{hint}고를 수 있는 값: {listed}",
    )


def _format(error: ValidationError, path: Path, section: Schema) -> Text:
    form = str(error.validator_value)
    text = str(error.instance)
    if form == "date" and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9:].*", text):
        return (
            f"{label(path, section)} 값에는 날짜만 적습니다 (지금은 {_shown(text)}).",
            f"{text[:10]}처럼 시각을 빼고 적으세요.",
        )
    why = why_no_date(str(error.instance)[:10]) if form in ("date", "date-time") else None
    name = _FORMAT_NAMES.get(form, form)
    if why and form == "date":
        return f"{label(path, section)} 날짜 {josa(_shown(error.instance), '은/는')} 달력에 없습니다.", why
    return (
        f"{label(path, section)} 값 {josa(_shown(error.instance), '은/는')} {name}의 형식에 맞지 않습니다.",
        _form_hint(form, str(error.instance)),
    )


def _form_hint(form: str, text: str) -> str | None:
    if form == "date" and (meant := likely_date(text)):
        return f"{meant}처럼 적으세요 (네 자리 연도-두 자리 월-두 자리 일)."
    return _FORMATS.get(form)


def _pattern(error: ValidationError, path: Path, section: Schema) -> Text:
    return f"{label(path, section)} 값 {_shown(error.instance)}의 형식이 맞지 않습니다.", _at(
        path, section
    ).get("description")


def _limit(words_of: str) -> Callable[[ValidationError, Path, Schema], Text]:
    """A wording with `{label}`, `{limit}` and `{now}`: the value, or how many items or letters it has."""

    def write(error: ValidationError, path: Path, section: Schema) -> Text:
        value = error.instance
        now = len(value) if isinstance(value, (str, list)) else value
        message = words_of.format(label=label(path, section), limit=error.validator_value, now=now)
        return message, _at(path, section).get("description")

    return write


def _ordered(error: ValidationError, path: Path, section: Schema) -> Text:
    first, last = (label((*path[:-1], name), section) for name in _at(path[:-1], section)["ordered"])
    return f"{last} 값이 {first} 값보다 앞섭니다.", "두 값을 바꾸어 적지 않았는지, 연도가 맞는지 보세요."


def _other(error: ValidationError, path: Path, section: Schema) -> Text:
    return f"{label(path, section)} 값이 정해진 형식에 맞지 않습니다 ({error.validator}).", _at(
        path, section
    ).get("description")


_CODES = {"additionalProperties": "unknown-key", "oneOf": "choice", "enum": "choice"}
_WORDING: dict[str, Callable[[ValidationError, Path, Schema], Text]] = {
    "required": _required,
    "additionalProperties": _unknown,
    "type": _type,
    "enum": _choices,
    "oneOf": _choices,
    "format": _format,
    "pattern": _pattern,
    "ordered": _ordered,
    "minimum": _limit("{label} 값은 {limit} 이상이어야 합니다 (지금 {now})."),
    "maximum": _limit("{label} 값은 {limit} 이하여야 합니다 (지금 {now})."),
    "minLength": _limit("{label} 글은 {limit}자 이상이어야 합니다 (지금 {now}자)."),
    "maxLength": _limit("{label} 글은 {limit}자까지 적습니다 (지금 {now}자)."),
    "minItems": _limit("{label} 목록은 {limit}개 이상이어야 합니다 (지금 {now}개)."),
    "maxItems": _limit("{label} 목록은 {limit}개까지 적습니다 (지금 {now}개)."),
}
