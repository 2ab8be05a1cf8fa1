"""What renders wrong in silence: found in a Word file before anyone fills it in.

Beyond the faults that bar a template (`WordTemplate` names those), this looks for what Word's own text
hides: a tag that autocorrection has broken, a tag inside a deleted tracked change, a loop variable used
outside its loop, a field that the data can never have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from jinja2 import nodes
from lxml import etree

from docgen.errors import Diagnostic, Severity, TemplateError, nearest
from docgen.formats.docx.names import qn
from docgen.formats.package import Package
from docgen.korean.particles import quoted
from docgen.merge.fields import Shape
from docgen.merge.parts import Part
from docgen.merge.places import Place, Places
from docgen.merge.sandbox import environment
from docgen.merge.tags import Tag, scan
from docgen.merge.word import WordTemplate, tagged_parts

__all__ = ["lint"]

_P, _T, _DELETED = qn("w:p"), qn("w:t"), qn("w:delText")

# What someone meant as a tag and Word, or the keyboard, made something else of.
_BROKEN: Final = re.compile(
    r"\{[\s“”‘’\"']+[{%]|[}%][\s“”‘’\"']+\}|[{｛][｛]|[｛][%{]|[｝}][｝]|[%][｝]|\}\}|%\}"
)


def lint(
    data: bytes, name: str = "", schema: Mapping[str, Any] | None = None, *, unused: bool = False
) -> list[Diagnostic]:
    """All findings on a Word file, faults that bar it first.

    `schema` is what the data will be, as a JSON Schema of one object; None when nothing is known, and
    then no field can be called missing. `unused` adds notes of what the data have and the template never
    uses. Raises DataError when the file is no DOCX.
    """
    package = Package(data, name)
    findings = [found for part in tagged_parts(package) for found in _in_text(package.xml(part), part)]
    try:
        template = WordTemplate(data, name)
    except TemplateError as error:
        findings = [*error.diagnostics, *findings]
    else:
        findings = [*template.warnings, *findings, *_strays(template), *_unknown_fields(template, schema)]
        if unused and schema is not None:
            findings += _unused(template.fields(), schema, "")
    return [_in_file(found, name) for found in dict.fromkeys(findings)]


def _in_file(found: Diagnostic, name: str) -> Diagnostic:
    return replace(found, file=name or None)


def _warning(code: str, message: str, place: Place, tag: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, Severity.WARNING, place=str(place), tag=tag, hint=hint)


# --- the text of the paragraphs ----------------------------------------------------------------------


def _in_text(root: etree._Element, part: str) -> Iterator[Diagnostic]:
    places = Places(root, part)
    for paragraph in root.iter(_P):
        place = places.of(paragraph)
        yield from _deleted(paragraph, place)
        yield from _broken("".join(text.text or "" for text in paragraph.iter(_T)), place)


def _deleted(paragraph: etree._Element, place: Place) -> Iterator[Diagnostic]:
    """A tag in a deletion that is still tracked: Word shows it struck out, and no merge fills it."""
    text = "".join(deleted.text or "" for deleted in paragraph.iter(_DELETED))
    for tag in scan(text):
        yield _warning(
            "lint.deleted-tag",
            "지운 것으로 표시된 글 안에 태그가 남아 있습니다.",
            place,
            tag.text,
            "Word의 검토 메뉴에서 변경 내용을 적용하세요.",
        )


def _broken(text: str, place: Place) -> Iterator[Diagnostic]:
    """Brackets outside every tag that look as if they were meant for one; the first of a paragraph."""
    tags = [item for item in scan(text) if isinstance(item, Tag)]
    starts, ends = [0, *(tag.end for tag in tags)], [*(tag.start for tag in tags), len(text)]
    for start, end in zip(starts, ends, strict=True):
        if match := _BROKEN.search(text, start, end):
            yield _warning(
                "lint.broken-tag",
                "태그처럼 보이지만 태그가 아닙니다. 이대로 문서에 찍힙니다.",
                place,
                text[max(0, match.start() - 8) : match.end() + 12].strip(),
                "괄호를 붙여 {{ 이름 }}처럼 다시 적으세요 (전각 괄호, 사이의 빈칸이나 따옴표를 지우고).",
            )
            return


# --- names -------------------------------------------------------------------------------------------


def _strays(template: WordTemplate) -> Iterator[Diagnostic]:
    """A loop variable read where its loop is over: it would be looked for in the data."""
    loops = {name for part in template.parts for name in _loop_variables(part)}
    for name, shape in template.fields().properties.items():
        if name in loops:
            for use in shape.uses:
                placed = use.part.tags[use.line - 1]
                yield _warning(
                    "lint.outside-loop",
                    f"{quoted(name, '은/는')} 되풀이(for) 안에서만 있는 이름인데 그 밖에서 쓰였습니다.",
                    placed.place,
                    placed.tag.text,
                    "태그를 {% for … %}와 {% endfor %} 사이로 옮기세요.",
                )


def _loop_variables(part: Part) -> set[str]:
    tree = environment().parse("\n".join(placed.tag.source for placed in part.tags))
    targets = [loop.target for loop in tree.find_all(nodes.For)]
    names = [name for target in targets for name in (target, *target.find_all(nodes.Name))]
    return {name.name for name in names if isinstance(name, nodes.Name)}


def _unknown_fields(template: WordTemplate, schema: Mapping[str, Any] | None) -> Iterator[Diagnostic]:
    if schema is not None:
        yield from _unknown(template.fields(), schema, "")


def _unknown(shape: Shape, schema: Mapping[str, Any], path: str) -> Iterator[Diagnostic]:
    """Fields of a value that its schema does not have, with the nearest that it has."""
    if shape.items is not None and "items" in schema:
        yield from _unknown(shape.items, schema["items"], f"{path}[]")
    known: Mapping[str, Any] = schema.get("properties", {})
    for name, inner in shape.properties.items():
        here = f"{path}.{name}" if path else name
        if name in known:
            yield from _unknown(inner, known[name], here)
        elif known or schema.get("type") not in (None, "object"):
            yield from _missing(here, name, inner, known)


def _missing(path: str, name: str, shape: Shape, known: Iterable[str]) -> Iterator[Diagnostic]:
    near = nearest(name, known)
    hint = f"혹시 '{near}'인가요?" if near else "자료에 있는 이름으로 고치거나 태그를 지우세요."
    for use in shape.uses:
        placed = use.part.tags[use.line - 1]
        yield Diagnostic(
            "lint.unknown-field",
            f"자료에는 {quoted(path, '이라는/라는')} 항목이 없습니다.",
            place=str(placed.place),
            tag=placed.tag.text,
            path=path,
            hint=hint,
        )


def _unused(shape: Shape, schema: Mapping[str, Any], path: str) -> Iterator[Diagnostic]:
    """A note for every object that the template reads, of the fields of it that it does not."""
    known: Mapping[str, Any] = schema.get("properties", {})
    left = [name for name in known if name not in shape.properties]
    if path and shape.properties and left:
        message = f"{quoted(path, '을/를')} 쓰면서 서식이 쓰지 않는 항목: {', '.join(left)}"
        hint = "빠뜨린 것이 없는지 보세요."
        yield Diagnostic("lint.unused-fields", message, Severity.NOTE, path=path, hint=hint)
    for name, inner in shape.properties.items():
        if name in known:
            yield from _unused(inner, known[name], f"{path}.{name}" if path else name)
    if shape.items is not None and "items" in schema:
        yield from _unused(shape.items, schema["items"], f"{path}[]")
