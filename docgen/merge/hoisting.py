"""Row, cell, paragraph and run tags take the place of what they govern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from docgen.errors import Diagnostic, Severity
from docgen.formats.docx.names import qn
from docgen.merge.found import Found, ancestor
from docgen.merge.joining import put_instead
from docgen.merge.markers import MARK, mark, unmark
from docgen.merge.paragraphs import keep_only, paragraph_text, part_run
from docgen.merge.tags import Scope, Tag

__all__ = ["hoist", "part_runs"]

_P, _T = qn("w:p"), qn("w:t")
_SCOPE_ELEMENT: Final = {"r": qn("w:r"), "p": _P, "tc": qn("w:tc"), "tr": qn("w:tr")}


def part_runs(found: list[Found], findings: list[Diagnostic]) -> None:
    """Give a run tag (`{%r`) a run of its own, so that the text beside it stays. A value for a whole
    paragraph (`{{p x }}`) stays alone in it; a value for a run (`{{r x }}`) is one like any other."""

    def alone(number: int) -> bool:
        return found[number].tag.scope == ("p" if found[number].tag.kind == "{{" else "r")

    for number, each in enumerate(found):
        if each.element is None or not alone(number):
            continue
        for text, other in part_run(each.element, alone):
            found[other] = replace(found[other], element=text)
        if each.tag.kind == "{{":
            findings.extend(_clear_beside(found[number]))
    for number, each in enumerate(found):
        if each.tag.kind == "{{" and each.tag.scope:
            found[number] = replace(each, tag=_plain(each.tag))


def _plain(tag: Tag) -> Tag:
    """A value tag with its scope: `{{r` is one like any other, `{{p` may take its paragraph along, `{{tr`
    and `{{tc` govern their row and cell."""
    inner, what = tag.inner.strip("-+ "), "block" if tag.scope == "p" else "whole"
    if tag.scope == "r" or not inner:
        return replace(tag, scope="")
    scope: Scope = tag.scope if what == "whole" else ""
    return replace(tag, scope=scope, inner=f" ({inner}) | docgen_{what} ")


def _clear_beside(value: Found) -> Iterator[Diagnostic]:
    paragraph = ancestor(value.element, _P)
    if paragraph is not None and value.element is not None:
        governing = paragraph_text(paragraph).count(MARK[0])
        yield from _dropped_text(paragraph, value, governing)
        keep_only(paragraph, value.element)


def hoist(found: list[Found], findings: list[Diagnostic]) -> dict[int, tuple[str, ...]]:
    """Let row, cell, paragraph and run tags take the place of what they govern; the path of every tag."""
    governed: dict[etree._Element, list[int]] = {}
    homes: dict[int, tuple[str, ...]] = {}
    for number, each in enumerate(found):
        target = _target(each)
        if target is None:
            homes[number] = (*_path(each.element), each.home)
            if each.tag.scope:
                findings.append(_nothing_to_govern(each))
        else:
            governed.setdefault(target, []).append(number)
            homes[number] = _path(target)[:-1]
    for target, numbers in governed.items():
        findings.extend(_dropped_text(target, found[numbers[0]], len(numbers)))
    for target, numbers in governed.items():
        put_instead(target, "".join(map(mark, numbers)))
    return homes


def _target(each: Found) -> etree._Element | None:
    return ancestor(each.element, _SCOPE_ELEMENT[each.tag.scope]) if each.tag.scope else None


def _path(element: etree._Element | None) -> tuple[str, ...]:
    if element is None:
        return ()
    return tuple(str(e.tag) for e in reversed([element, *element.iterancestors()]))


def _nothing_to_govern(each: Found) -> Diagnostic:
    scope = each.tag.scope
    where = {"tr": "표의 행", "tc": "표의 칸"}.get(scope, "문단")
    return Diagnostic(
        "template.nothing-to-govern",
        f"'{each.tag.kind}{scope}' 태그는 {where} 안에 있어야 합니다.",
        place=str(each.place),
        tag=each.tag.text,
        hint=f"태그를 {where} 안으로 옮기거나 '{scope}'를 지우세요.",
    )


def _dropped_text(target: etree._Element, first: Found, governing: int) -> Iterator[Diagnostic]:
    """A finding where text beside a governing tag will vanish together with its row or paragraph."""
    text = "".join(t.text or "" for t in target.iter(_T))
    rest = "".join(literal for literal, _ in unmark(text)).strip()
    if rest or text.count(MARK[0]) > governing:
        yield Diagnostic(
            "template.dropped-text",
            f"'{first.tag.text}' 옆에 있는 내용은 문서에 나오지 않습니다"
            + (f": '{rest[:30]}'" if rest else "."),
            Severity.WARNING,
            place=str(first.place),
            tag=first.tag.text,
            hint="태그만 든 행이나 문단을 따로 만드세요.",
        )
