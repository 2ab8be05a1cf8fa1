"""What a template adds to the case: the schema.yaml of its folder.

It is a JSON Schema (2020-12) of a few keywords. Its `properties` are sections: new ones, or ones that the
case schema has, whose `properties` then are further fields. Nothing that is there already can be given
another meaning, and no name that the guideline computes can be taken: a case means the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from docgen.case.guideline import derived, editions
from docgen.case.model import Case, Path
from docgen.case.schemas import Schema, is_map
from docgen.errors import Diagnostic, TemplateError, nearest
from docgen.korean.particles import josa, quoted

__all__ = ["add_own"]

_TYPES: Final = ("string", "integer", "number", "boolean", "array", "object")
_FORMATS: Final = ("date", "date-time", "time", "email", "uri")
_TAKEN: Final = "이미 있는 것의 뜻은 바꿀 수 없습니다."
_SHARED: Final = "common.yaml#/$defs/"


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_choices(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(item, dict) and set(item) == {"const", "title"} for item in value)
        and all(_is_text(text) for item in value for text in item.values())
    )


_KEYWORDS: Final[Mapping[str, Callable[[Any], bool]]] = {
    "$schema": _is_text,
    "$ref": _is_text,
    "title": _is_text,
    "description": _is_text,
    "type": lambda value: value in _TYPES,
    "format": lambda value: value in _FORMATS,
    "properties": lambda value: isinstance(value, dict),
    "items": lambda value: isinstance(value, dict),
    "required": _is_texts,
    "enum": _is_texts,
    "oneOf": _is_choices,
    "minimum": _is_number,
    "maximum": _is_number,
    "minLength": _is_count,
    "maxLength": _is_count,
    "minItems": _is_count,
    "maxItems": _is_count,
}
_KINDS: Final = ("type", "enum", "oneOf", "$ref")
_SHAPES: Final = {"object": "properties", "array": "items"}


def add_own(schemas: Mapping[str, Schema], own: Case, shared: Schema) -> dict[str, Schema]:
    """The schemas with what a schema.yaml adds; `shared` are the `$defs` of common.yaml, resolved.

    Raises TemplateError with all that keeps it from being added.
    """
    adding = _Adding(own, shared, [])
    about: dict[str, Any] = {key: own.data[key] for key in ("title", "description") if key in own.data}
    root: Schema = {**about, "type": "object", "properties": schemas}
    made = adding.joined(root, own.data, _Place((), ""))
    if not adding.findings and (section := _circle(made["properties"])):
        message = f"{quoted(section, '이/가')} 자기 자신으로 돌아오는 사람·기관을 가리키게 됩니다."
        adding.findings.append(own.diagnostic((), "own.circle", message, hint="그 항목을 글로 적으세요."))
    if adding.findings:
        raise TemplateError(*adding.findings)
    found: dict[str, Schema] = made["properties"]
    return found


class _Place(NamedTuple):
    """Where a schema stands: its path in schema.yaml, and that of what it describes (`plan.courses[]`)."""

    path: Path
    pattern: str

    def field(self, name: str) -> _Place:
        """The place of a field of the object that is described here."""
        return _Place((*self.path, "properties", name), f"{self.pattern}.{name}".removeprefix("."))

    def item(self) -> _Place:
        """The place of the items of the list that is described here."""
        return _Place((*self.path, "items"), f"{self.pattern}[]")


class _Adding(NamedTuple):
    """One schema.yaml as it is added; what is wrong with it comes into `findings`."""

    own: Case
    shared: Schema
    findings: list[Diagnostic]

    def joined(self, given: Schema, more: Schema, place: _Place) -> dict[str, Any]:
        """A schema that is there, with the fields that are new."""
        keywords = self.keywords(more, place)
        if "$ref" in keywords:
            if self.shared_one(keywords, place) != given:
                self.find((*place.path, "$ref"), "own.taken", _TAKEN, at_key=True)
            return dict(given)
        made = dict(given)
        for key, value in keywords.items():
            if not _agrees(given, key, value):
                self.find((*place.path, key), "own.taken", _TAKEN, at_key=True)
        if "items" in keywords and "items" in given:
            made["items"] = self.joined(given["items"], keywords["items"], place.item())
        if "properties" in keywords and given.get("type") == "object":
            made |= self.with_fields(given, keywords["properties"], place)
        if "required" in keywords:
            made |= self.requiring(made, keywords["required"], place)
        return made

    def with_fields(self, given: Schema, fields: Mapping[str, Any], place: _Place) -> dict[str, Any]:
        """The keyword that holds the fields of an object, or of the entries of a map, with the new ones."""
        if is_map(given):
            entries = given["additionalProperties"]
            if "id" in fields:  # the name of an entry, in completed data
                self.find(place.field("id").path, "own.taken", _TAKEN, at_key=True)
            inner = self.with_fields(entries, fields, _Place(place.path, f"{place.pattern}[]"))
            return {"additionalProperties": dict(entries) | inner}
        made = dict(given.get("properties", {}))
        for name, schema in fields.items():
            at = place.field(name)
            if not isinstance(schema, dict):
                self.find(
                    at.path, "own.no-schema", f"{quoted(name, '이/가')} 무엇인지 title과 type으로 적으세요."
                )
            elif name in made:
                made[name] = self.joined(made[name], schema, at)
            elif self.may_be_named(name, at):
                made[name] = self.whole(schema, at)
        return {"properties": made}

    def whole(self, schema: Schema, place: _Place, named: bool = True) -> dict[str, Any]:
        """A schema that is new, references replaced; a typing error in a key of its data is found."""
        made = self.keywords(schema, place)
        if named and "title" not in schema:
            self.find(
                place.path, "own.no-title", "title이 없습니다. 서식에 찍히는 이름을 적으세요.", at_key=True
            )
        if not any(kind in schema for kind in _KINDS):
            hint = f"쓸 수 있는 것: {', '.join(_TYPES)}"
            self.find(place.path, "own.no-type", "type이 없습니다.", hint, at_key=True)
        shape = _SHAPES.get(made.get("type", ""))
        if shape and shape not in made:
            self.find(
                place.path,
                "own.no-shape",
                f"type이 {made['type']}이면 {josa(shape, '을/를')} 적습니다.",
                at_key=True,
            )
        if "$ref" in schema:
            return self.shared_one(made, place)
        if "items" in made:
            made["items"] = self.whole(made["items"], place.item(), named=False)
        if "properties" in made:
            made |= self.with_fields({}, made["properties"], place) | {"additionalProperties": False}
        if "required" in made:
            made |= self.requiring(made, made["required"], place)
        return made

    def shared_one(self, made: dict[str, Any], place: _Place) -> dict[str, Any]:
        """What a reference to common.yaml stands for, what is written beside it first."""
        wanted = made.pop("$ref")
        name = wanted.removeprefix(_SHARED)
        if wanted.startswith(_SHARED) and name in self.shared:
            return {**self.shared[name], **made}
        near = nearest(name, self.shared)
        hint = f"혹시 '{_SHARED}{near}'인가요?" if near else f"쓸 수 있는 것: {', '.join(self.shared)}"
        self.find((*place.path, "$ref"), "own.unknown-ref", f"{quoted(wanted, '은/는')} 없습니다.", hint)
        return made

    def keywords(self, schema: Schema, place: _Place) -> dict[str, Any]:
        """The keywords of a schema that are known and well written."""
        good = {}
        for key, value in schema.items():
            if key not in _KEYWORDS:
                near = nearest(key, _KEYWORDS)
                hint = f"혹시 '{near}'인가요?" if near else f"쓸 수 있는 것: {', '.join(_KEYWORDS)}"
                message = f"{quoted(key, '은/는')} schema.yaml에 쓰는 낱말이 아닙니다."
                self.find((*place.path, key), "own.unknown-keyword", message, hint, at_key=True)
            elif not _KEYWORDS[key](value):
                self.find((*place.path, key), "own.wrong-value", f"'{key}'의 값이 바르지 않습니다.")
            else:
                good[key] = value
        return good

    def requiring(self, made: Schema, names: Iterable[str], place: _Place) -> dict[str, Any]:
        """The keyword that requires fields of an object, or of the entries of a map."""
        if is_map(made):
            entries = made["additionalProperties"]
            return {"additionalProperties": entries | self.requiring(entries, names, place)}
        fields = made.get("properties", {})
        for name in names:
            if name not in fields:
                near = nearest(name, fields)
                hint = f"혹시 '{near}'인가요?" if near else "properties에 있는 이름을 적으세요."
                message = f"required의 {quoted(name, '은/는')} 없는 항목입니다."
                self.find((*place.path, "required"), "own.not-there", message, hint, at_key=True)
        return {"required": list(dict.fromkeys((*made.get("required", ()), *names)))}

    def may_be_named(self, name: Any, place: _Place) -> bool:
        """Whether a name that is new can be used in tags, and is not that of a computed value."""
        if not (isinstance(name, str) and name.isidentifier()):
            hint = "빈칸과 부호 없이 글자, 숫자, 밑줄(_)로 적으세요."
            self.find(place.path, "own.bad-name", f"태그에 쓸 수 없는 이름입니다: {name}", hint, at_key=True)
        elif place.pattern in derived(editions()[-1]):
            message = f"{quoted(name, '은/는')} 다른 값에서 계산되는 것의 이름입니다."
            self.find(place.path, "own.computed", message, "다른 이름을 붙이세요.", at_key=True)
        else:
            return True
        return False

    def find(
        self, path: Path, code: str, message: str, hint: str | None = None, *, at_key: bool = False
    ) -> None:
        """Note what is wrong at a path of schema.yaml."""
        self.findings.append(self.own.diagnostic(path, code, message, hint=hint, at_key=at_key))


def _agrees(given: Schema, key: str, value: Any) -> bool:
    """Whether a keyword says nothing else than the schema that is there, or has a place in it."""
    match key:
        case "properties":
            return given.get("type") == "object"
        case "items":
            return "items" in given
        case "required" | "$schema":
            return True
    return bool(given.get(key) == value)


def _circle(schemas: Mapping[str, Schema]) -> str | None:
    """A section whose references lead back to it, None where none does."""
    targets = {name: {to for to in _references(schema) if to in schemas} for name, schema in schemas.items()}
    for name in targets:
        reached: set[str] = set()
        ahead = set(targets[name])
        while ahead - reached:
            reached |= ahead
            ahead = {to for at in ahead for to in targets[at]}
        if name in reached:
            return name
    return None


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("ref"), str):
            yield schema["ref"]
        for inner in schema.values():
            yield from _references(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _references(inner)
