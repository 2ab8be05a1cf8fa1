"""Check a case by the schemas of its sections (JSON Schema 2020-12, written in YAML).

Three readings of our own, for people who type:

- a blank value (nothing after the key, or only spaces) is the same as an absent one, and so is an optional
  mapping with blank values only: a starter's `author:` that nobody filled in;
- a choice (`enum`, or `oneOf` of `const` and `title`) ignores spaces and takes the id or its word;
- `date-time` is `2026-06-01 15:30`, and `ordered: [from, to]` says that the second may not be the earlier.

What refers to something else is checked by docgen.case.references. A key that the guideline computes is
unknown like any other, and said to be computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from docgen.case.choices import choice, is_choice
from docgen.case.guideline import derived
from docgen.case.messages import Finding, finding
from docgen.case.model import Case, Path
from docgen.case.moments import parse_date, parse_datetime, parse_time
from docgen.case.pictures import check_pictures
from docgen.case.references import check_references, edition_of
from docgen.case.schemas import HEAD, Schema, Sources, blank, is_map, load_schemas
from docgen.errors import Diagnostic, nearest
from docgen.korean.particles import quoted

__all__ = ["check_schema", "checker", "given_sections"]

_COMPUTED = "다른 값에서 계산되므로 적지 않습니다. 그 줄을 지우세요."


def check_schema(case: Case, sections: Iterable[str], sources: Sources) -> list[Diagnostic]:
    """All that is wrong with the sections that a template reads, and with the keys at the top, in file order.

    The head (`case`) is checked wherever it is given; other sections that the template does not read are
    left alone.
    """
    schemas = load_schemas(sources)
    found = [_unknown_section(case, name, schemas) for name in case.data if name not in schemas]
    for name in dict.fromkeys([HEAD, *sections]):
        if not blank(case.data.get(name)):
            found += _section(case, name, sources)
        elif name != HEAD:
            found.append(_missing_section(case, name, schemas[name]))
    return sorted(found, key=lambda diagnostic: (diagnostic.line or 0, diagnostic.column or 0))


def given_sections(case: Case, sources: Sources) -> list[str]:
    """The sections that a case has, in the order of the schemas, without its head."""
    return [name for name in load_schemas(sources) if name != HEAD and not blank(case.data.get(name))]


@lru_cache(maxsize=64)
def _section(case: Case, name: str, sources: Sources) -> tuple[Diagnostic, ...]:
    """The findings on a section, kept for the next template that reads it."""
    return tuple(_check_section(case, name, sources))


def _check_section(case: Case, name: str, sources: Sources) -> Iterator[Diagnostic]:
    schema = load_schemas(sources)[name]
    for error in _validators(sources)[name].iter_errors(case.data[name]):
        path: Path = (name, *error.absolute_path)
        yield _diagnostic(case, path, finding(error, path, schema))
    titles = {key: other.get("title", key) for key, other in load_schemas(sources).items()}
    yield from check_references(case, name, schema, titles)
    yield from check_pictures(case, name, schema)


def _diagnostic(case: Case, path: Path, found: Finding) -> Diagnostic:
    hint = _COMPUTED if found.keyword == "unknown-key" and _is_computed(case, path) else found.hint
    return case.diagnostic(path, f"schema.{found.keyword}", found.message, hint=hint, at_key=found.at_key)


def _is_computed(case: Case, path: Path) -> bool:
    pattern = "".join("[]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
    return pattern in derived(edition_of(case))


def _unknown_section(case: Case, name: str, schemas: Mapping[str, Schema]) -> Diagnostic:
    near = nearest(name, schemas)
    known = ", ".join(f"{key}({schema.get('title', key)})" for key, schema in schemas.items())
    hint = f"{quoted(near, '을/를')} 뜻했나요?" if near else f"맨 위에 적을 수 있는 자료: {known}"
    hint = _COMPUTED if _is_computed(case, (name,)) else hint
    message = f"{quoted(name, '이라는/라는')} 자료는 없습니다."
    return case.diagnostic((name,), "schema.unknown-section", message, hint=hint, at_key=True)


def _missing_section(case: Case, name: str, schema: Schema) -> Diagnostic:
    message = f"'{schema.get('title', name)}'({name}) 자료가 없습니다."
    return case.diagnostic(
        (name,), "schema.required", message, hint=f"맨 위에 '{name}:'을 적고 그 아래를 채우세요."
    )


@lru_cache(maxsize=8)
def _validators(sources: Sources) -> Mapping[str, Validator]:
    """The compiled checker of every section of a folder."""
    schemas = load_schemas(sources)
    return {name: checker(schema) for name, schema in schemas.items()}


def checker(schema: Schema) -> Validator:
    """The compiled checker of a schema; what it finds is worded by docgen.case.messages."""
    made: Validator = _CHECKER(schema, format_checker=_FORMATS)
    return made


Keyword = Iterator[ValidationError]


def _properties(validator: Any, properties: Schema, instance: Any, schema: Schema) -> Keyword:
    if isinstance(instance, dict):
        needed = schema.get("required", ())
        for name, sub in properties.items():
            unfilled = name not in needed and sub.get("type") == "object" and _unfilled(instance.get(name))
            if not unfilled and not blank(instance.get(name)):
                yield from validator.descend(instance[name], sub, path=name, schema_path=name)


def _unfilled(value: Any) -> bool:
    """Whether a value is blank, or a mapping with nothing filled in."""
    return blank(value) or (isinstance(value, dict) and all(_unfilled(held) for held in value.values()))


def _required(validator: Any, required: list[str], instance: Any, schema: Schema) -> Keyword:
    if isinstance(instance, dict):
        for name in required:
            if blank(instance.get(name)):
                yield ValidationError(name, path=[name])


def _type(validator: Any, types: Any, instance: Any, schema: Schema) -> Keyword:
    if not ("ref" in schema and isinstance(instance, str)):
        yield from Draft202012Validator.VALIDATORS["type"](validator, types, instance, schema)


def _additional(validator: Any, allowed: Any, instance: Any, schema: Schema) -> Keyword:
    if not isinstance(instance, dict):
        return
    for name in instance.keys() - schema.get("properties", {}).keys():
        if is_map(schema):
            entry = {} if blank(instance[name]) else instance[name]
            yield from validator.descend(entry, allowed, path=name, schema_path=name)
        elif not allowed:
            yield ValidationError(name, path=[name])


def _choice(validator: Any, options: list[Any], instance: Any, schema: Schema) -> Keyword:
    if choice(schema, instance) is None:
        yield ValidationError("not one of the choices")


def _one_of(validator: Any, options: list[Any], instance: Any, schema: Schema) -> Keyword:
    if is_choice(schema):
        yield from _choice(validator, options, instance, schema)
    else:
        yield from Draft202012Validator.VALIDATORS["oneOf"](validator, options, instance, schema)


def _ordered(validator: Any, names: list[str], instance: Any, schema: Schema) -> Keyword:
    if isinstance(instance, dict):
        first, last = (_moment(instance.get(name)) for name in names)
        if first is not None and last is not None and str(last) < str(first):
            yield ValidationError("wrong order", path=[names[1]])


def _moment(value: Any) -> Any:
    parsers = (parse_date, parse_datetime, parse_time)
    return next(filter(None, (parse(value) for parse in parsers)), None) if isinstance(value, str) else None


_CHECKER = extend(  # type: ignore[no-untyped-call]  # the stubs leave `extend` without types
    Draft202012Validator,
    {
        "properties": _properties,
        "required": _required,
        "additionalProperties": _additional,
        "enum": _choice,
        "oneOf": _one_of,
        "ordered": _ordered,
        "type": _type,
    },
)


def _is_email(text: str) -> bool:
    name, at, host = text.partition("@")
    return (
        bool(name and at)
        and "." in host.strip(".")
        and not any(sign.isspace() or sign == "@" for sign in host + name)
    )


def _is_uri(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in text


_FORMATS = FormatChecker(formats=())
_CHECKS: dict[str, Callable[[str], Any]] = {
    "date": parse_date,
    "date-time": parse_datetime,
    "time": parse_time,
    "email": _is_email,
    "uri": _is_uri,
}


def _text_only(check: Callable[[str], Any]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or check(value) not in (None, False)


for _name, _check in _CHECKS.items():
    _FORMATS.checks(_name)(_text_only(_check))
