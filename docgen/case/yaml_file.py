"""Read YAML 1.2 (core schema) with the line and column of every key and value.

libyaml does the parsing, in C; it knows YAML 1.1, whose surprises are left out here: `yes`, `no`, `on`
and `off` are text, `14:30` is text and no base-60 number, dates are text, octal is `0o17`. A merge key
(`<<`) is refused with a finding, since 1.2 has none and a plain key of that name helps nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode
from yaml.resolver import BaseResolver

from docgen.case.model import Path
from docgen.case.source import Place, Source
from docgen.case.tree import MAX_DEPTH, MAX_VALUES, Tree
from docgen.case.yaml_syntax import syntax_findings
from docgen.errors import DataError

__all__ = ["add_core_resolvers", "read_yaml"]

_CORE = "tag:yaml.org,2002:"
_SCALARS: dict[
    str, tuple[str, str]
] = {  # YAML 1.2.2, 10.3.2: tag, what a plain scalar of it looks like, first signs
    "null": (r"(?:~|null|Null|NULL|)", "~nN\0"),
    "bool": (r"(?:true|True|TRUE|false|False|FALSE)", "tTfF"),
    "int": (r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)", "-+0123456789"),
    "float": (
        r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))",
        "-+.0123456789",
    ),
}


class _TooMuchError(Exception):
    """Raised while composing: more nodes, or deeper ones, than a case may hold."""

    def __init__(self, error: Callable[[Tree, Place], DataError], near: Node | None) -> None:
        self.error, self.near = error, near


class _Composer(CParser, BaseResolver):
    """libyaml's composer with the core schema. It bounds nodes and depth before they cost memory or stack."""

    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)
        BaseResolver.__init__(self)
        self._nodes = self._depth = 0

    def descend_resolver(self, current_node: Node | None, current_index: Any) -> None:
        """Called for every node before it is composed."""
        self._nodes += 1
        self._depth += 1
        near = current_index if isinstance(current_index, Node) else current_node
        if self._nodes > 2 * MAX_VALUES:  # keys are nodes too
            raise _TooMuchError(Tree.too_many, near)
        if self._depth > MAX_DEPTH + 2:
            raise _TooMuchError(Tree.too_deep, near)

    def ascend_resolver(self) -> None:
        """Called for every node when it is done."""
        self._depth -= 1


def add_core_resolvers(resolver: type[BaseResolver]) -> None:
    """Let a reader or writer of PyYAML tell the types of plain scalars as YAML 1.2 does."""
    for name, (pattern, first) in _SCALARS.items():
        signs = [sign if sign != "\0" else "" for sign in first]
        resolver.add_implicit_resolver(_CORE + name, re.compile(rf"\A{pattern}\Z"), signs)


add_core_resolvers(_Composer)


def read_yaml(source: Source) -> tuple[Any, Tree]:
    """The value of the one YAML document and its tree. Raises DataError where it is no YAML."""
    tree = Tree(source)
    composer = _Composer(source.text)
    try:
        node = composer.get_node() if composer.check_node() else None
        extra = composer.get_node() if composer.check_node() else None
    except _TooMuchError as stop:
        raise stop.error(tree, _start(stop.near) if stop.near else Place(1, 1)) from None
    except yaml.MarkedYAMLError as error:
        raise DataError(*syntax_findings(source, error)) from None
    finally:
        composer.dispose()
    if extra is not None:
        message = "파일 하나에 자료가 여럿 들어 있습니다 ('---'로 나뉘어 있음)."
        tree.report(_start(extra), "case.several-documents", message, "사례 하나를 파일 하나에 적으세요.")
    return (None if node is None else _Builder(tree).value(node, (), None)), tree


class _Builder:
    """Turns nodes into values; an aliased node is built anew wherever it is used."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.open: set[int] = set()  # ids of the collections that are being built

    def value(self, node: Node, path: Path, key: Place | None) -> Any:
        place = _start(node)
        self.tree.enter(path, place, key)
        if isinstance(node, ScalarNode):
            return self.scalar(node, place)
        if id(node) in self.open:
            message = "별칭(*이름)이 자기 자신을 담고 있습니다."
            self.tree.report(place, "case.recursive-alias", message, "별칭 대신 값을 그대로 적으세요.")
            return None
        self.open.add(id(node))
        try:
            return self.mapping(node, path) if isinstance(node, MappingNode) else self.sequence(node, path)
        finally:
            self.open.discard(id(node))

    def sequence(self, node: Node, path: Path) -> list[Any]:
        self.known_tag(node, "seq")
        return [self.value(item, (*path, index), None) for index, item in enumerate(node.value)]

    def mapping(self, node: Node, path: Path) -> dict[str, Any]:
        self.known_tag(node, "map")
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, place = self.key(key_node), _start(key_node)
            new = self.tree.key((*path, key), place)
            # A second value is read on for what else is wrong in it, below a name that nothing else has.
            value = self.value(
                value_node, (*path, key if new else f"{key}\0{place.line}:{place.column}"), place
            )
            result.setdefault(key, value)
        return result

    def key(self, node: Node) -> str:
        place = _start(node)
        if not isinstance(node, ScalarNode) or node.tag != _CORE + "str":
            shown = f" ({node.value})" if isinstance(node, ScalarNode) and node.value else ""
            line = self.tree.source.excerpt(place) or ""
            hint = (
                "'{{ … }}'처럼 괄호로 시작하는 글은 따옴표로 감싸세요."
                if "{{" in line
                else "키를 따옴표로 감싸세요."
            )
            self.tree.report(place, "case.key-not-text", f"키는 글이어야 합니다{shown}.", hint)
            return str(node.value) if isinstance(node, ScalarNode) else f"?{place.line}:{place.column}"
        if node.value == "<<" and not node.style:
            hint = "합치려는 키와 값을 그대로 적으세요."
            self.tree.report(
                place, "case.merge-key", "합치기 키(<<)는 쓸 수 없습니다 (YAML 1.2에 없습니다).", hint
            )
        return str(node.value)

    def scalar(self, node: ScalarNode, place: Place) -> Any:
        text, tag = node.value, node.tag.removeprefix(_CORE)
        match tag:
            case "str":
                return self.tree.text(text, place)
            case "null":
                return None
            case "bool" if text.lower() in ("true", "false"):
                return text.lower() == "true"
            case "int" | "float" if re.fullmatch(_SCALARS[tag][0], text):
                return self.tree.number(text, _number(tag, text), place)
        self.unknown_tag(node)
        return None

    def known_tag(self, node: Node, kind: str) -> None:
        if node.tag != _CORE + kind:
            self.unknown_tag(node)

    def unknown_tag(self, node: Node) -> None:
        tag = node.tag.replace(_CORE, "!!", 1)
        message = f"알 수 없는 태그이거나 태그와 값이 맞지 않습니다: {tag}"
        self.tree.report(
            _start(node),
            "case.unknown-tag",
            message,
            "느낌표(!)로 시작하는 태그를 지우세요. 글이라면 따옴표로 감싸세요.",
        )


def _number(tag: str, text: str) -> int | float | None:
    try:
        if tag == "float":
            return float(text.replace(".inf", "inf").lower().replace(".inf", "inf").replace(".nan", "nan"))
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
    except ValueError:  # Python reads integers of at most 4,300 digits
        return None


def _start(node: Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)
