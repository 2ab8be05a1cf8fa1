"""Which fields a template reads: full dotted paths, list or single, number, date, optional; as JSON Schema.

The statements of every part are parsed as one Jinja tree and walked with scopes: a loop binds its
variable to an item of the list, a `set` to what it names. What an expression does with a field says what
the field is: iterated → a list, calculated with → a number, a date filter → a date, tested or given a
default → optional.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol

from jinja2 import nodes

from docgen.merge.found import PlacedTag
from docgen.merge.sandbox import environment

__all__ = ["Shape", "Tagged", "Use", "read_fields"]

Kind = Literal["", "string", "number", "boolean", "object", "array"]

_LIST_FILTERS: Final = frozenset(
    [
        "approval_line",
        "batch",
        "first",
        "join",
        "last",
        "lines",
        "list",
        "map",
        "max",
        "min",
        "numbered_items",
        "reject",
        "rejectattr",
        "reverse",
        "rows",
        "select",
        "selectattr",
        "slice",
        "sort",
        "sum",
        "unique",
    ]
)
_NUMBER_FILTERS: Final = frozenset(
    ["abs", "float", "hours", "int", "number", "percent", "round", "won", "won_words"]
)
_DATE_FILTERS: Final = frozenset(["age", "kdate", "ktime", "weekday"])
_TEXT_FILTERS: Final = frozenset(
    ["image", "mask_email", "mask_id", "mask_name", "mask_phone", "phone", "qr", "rich", "seal"]
)
_ASKING_TESTS: Final = frozenset(["defined", "none", "undefined"])
_BUILT_IN: Final = frozenset(
    ["caller", "cycler", "dict", "joiner", "kwargs", "loop", "namespace", "range", "self", "varargs"]
)


@dataclass(slots=True)
class Shape:
    """What is known of one value: its kind ("" while nothing says), its properties or its items.

    `optional` as long as every use only asks whether it is there; `uses` are the tags that read it.
    """

    kind: Kind = ""
    format: str | None = None
    optional: bool = True
    properties: dict[str, Shape] = field(default_factory=dict)
    items: Shape | None = None
    uses: list[Use] = field(default_factory=list)

    def property(self, name: str) -> Shape:
        """The property of a name, made when first asked for."""
        self.kind = self.kind or "object"
        return self.properties.setdefault(name, Shape())

    def item(self) -> Shape:
        """An item of the list that this value is."""
        self.kind = "array"
        self.items = self.items or Shape()
        return self.items

    def paths(self, path: str = "") -> Iterator[tuple[str, Shape]]:
        """Every value below this one with its dotted path; the items of a list as `path[]`."""
        for name, shape in self.properties.items():
            here = f"{path}.{name}" if path else name
            yield here, shape
            yield from shape.paths(here)
        if self.items is not None:
            yield from self.items.paths(f"{path}[]")

    def schema(self) -> dict[str, Any]:
        """The value as JSON Schema 2020-12."""
        schema: dict[str, Any] = {"type": self.kind} if self.kind else {}
        if self.format:
            schema |= {"type": "string", "format": self.format}
        if self.kind == "array":
            schema["items"] = self.items.schema() if self.items else {}
        if self.properties:
            required = [name for name, shape in self.properties.items() if not shape.optional]
            schema |= {"type": "object", "properties": {k: v.schema() for k, v in self.properties.items()}}
            schema |= {"required": required} if required else {}
        return schema


class Tagged(Protocol):
    """A part whose tags can be read, compiled or not."""

    @property
    def tags(self) -> Sequence[PlacedTag]:
        """The tags in the order in which they stand."""


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a field is read: the part, and the line of its statements (the number of the tag)."""

    part: Tagged
    line: int


def read_fields(parts: Iterable[Tagged]) -> Shape:
    """The object of all values that the parts of a template read."""
    root = Shape("object", optional=False)
    for part in parts:
        source = "\n".join(placed.tag.source for placed in part.tags)
        tree = environment().parse(source)
        _Walk(part, root).body(tree.body, {})
    return root


Scope = Mapping[str, Shape | None]  # None: a name that the template itself makes


class _Walk:
    """A walk over the statements of one part."""

    def __init__(self, part: Tagged, root: Shape) -> None:
        self.part = part
        self.root = root
        self.tested: list[int] = []  # the shapes that conditions around this place have asked for

    def body(self, statements: Iterable[nodes.Node], scope: Scope) -> None:
        """The statements of a block, names that it sets known to those after it."""
        names = dict(scope)
        for statement in statements:
            names |= self.statement(statement, names)

    def statement(self, node: nodes.Node, scope: Scope) -> dict[str, Shape | None]:
        """One statement; the names that it makes known."""
        match node:
            case nodes.For():
                self.loop(node, scope)
            case nodes.If():
                outer = len(self.tested)
                self.asked(node.test, scope)
                self.body(node.body, scope)
                del self.tested[outer:]
                self.body(node.elif_, scope)
                self.body(node.else_, scope)
            case nodes.Assign(target=nodes.Name(name=name)):
                return {name: self.value(node.node, scope)}
            case nodes.AssignBlock(target=nodes.Name(name=name)):
                self.body(node.body, scope)
                return {name: None}
            case nodes.Macro():
                self.body(node.body, {**scope, **{argument.name: None for argument in node.args}})
                return {node.name: None}
            case nodes.With():
                made = {
                    target.name: self.value(value, scope)
                    for target, value in zip(node.targets, node.values, strict=True)
                    if isinstance(target, nodes.Name)
                }
                self.body(node.body, {**scope, **made})
            case nodes.Output():
                for child in node.nodes:
                    self.value(child, scope)
            case _:
                self.children(node, scope)
        return {}

    def loop(self, node: nodes.For, scope: Scope) -> None:
        """A loop: its variable is an item of the list, or keys and values of an object."""
        over = self.value(node.iter, scope)
        inner: dict[str, Shape | None] = {**scope, "loop": None}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = over.item() if over else None
        else:
            inner |= {name.name: None for name in node.target.find_all(nodes.Name)}
        if node.test is not None:
            self.asked(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope)

    def children(self, node: nodes.Node, scope: Scope) -> None:
        """Whatever else: expressions are read, blocks walked."""
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.value(child, scope)
            elif isinstance(child, nodes.Stmt):
                self.statement(child, scope)

    # --- expressions -------------------------------------------------------------------------------

    def value(self, node: nodes.Node | None, scope: Scope) -> Shape | None:
        """Read an expression; the shape of the field that it is, None where it is none."""
        shape = (
            self.field(node, scope) if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem) else None
        )
        if shape is not None and node is not None:
            shape.optional = shape.optional and id(shape) in self.tested
            shape.uses.append(Use(self.part, node.lineno))
        elif node is not None:
            shape = self.expression(node, scope)
        return shape

    def field(self, node: nodes.Node, scope: Scope) -> Shape | None:
        """The field that a name, an attribute or an item is; None for what the template made itself."""
        match node:
            case nodes.Name(name=name):
                if name in scope or name in _BUILT_IN:
                    return scope.get(name)
                return self.root.property(name)
            case (
                nodes.Getattr(node=owner, attr=name)
                | nodes.Getitem(node=owner, arg=nodes.Const(value=str(name)))
            ):
                holder = self.value(owner, scope)
                return holder.property(name) if holder else None
            case nodes.Getitem(node=owner, arg=argument):
                self.value(argument, scope)
                holder = self.value(owner, scope)
                return holder.item() if holder else None
        return None

    def expression(self, node: nodes.Node, scope: Scope) -> Shape | None:
        """An expression that is no plain field."""
        match node:
            case nodes.Filter():
                return self.filter(node, scope)
            case nodes.Call(node=nodes.Getattr(node=owner)):  # a method of the value: rows.items()
                self.value(owner, scope)
                for argument in node.args:
                    self.value(argument, scope)
            case nodes.Test(name=name) if name in _ASKING_TESTS:
                self.asked(node.node, scope)
            case nodes.CondExpr():
                outer = len(self.tested)
                self.asked(node.test, scope)
                first = self.value(node.expr1, scope)
                del self.tested[outer:]
                second = self.value(node.expr2, scope)
                return first or second
            case nodes.Or(left=left, right=right):
                first, second = self.asked(left, scope), self.value(right, scope)
                return first or second
            case nodes.Sub() | nodes.Mul() | nodes.Div() | nodes.FloorDiv() | nodes.Mod() | nodes.Pow():
                for side in (node.left, node.right):
                    _is(self.value(side, scope), "number")
            case nodes.Neg() | nodes.Pos():
                _is(self.value(node.node, scope), "number")
            case _:
                self.children(node, scope)
        return None

    def filter(self, node: nodes.Filter, scope: Scope) -> Shape | None:
        """A filter: it may say what its value is; some give the value on."""
        asked = node.name in ("default", "d")
        shape = self.asked(node.node, scope) if asked else self.value(node.node, scope)
        for argument in node.args:
            self.value(argument, scope)
        for keyword in node.kwargs:
            self.value(keyword.value, scope)
        if node.name in _LIST_FILTERS and shape is not None:
            shape.item()
            return shape if node.name not in ("first", "last") else shape.item()
        if node.name in _NUMBER_FILTERS:
            _is(shape, "number")
        elif node.name in _TEXT_FILTERS:
            _is(shape, "string")
        elif node.name in _DATE_FILTERS and shape is not None and not shape.kind:
            shape.format = "date"
        return shape if asked else None

    def asked(self, node: nodes.Node | None, scope: Scope) -> Shape | None:
        """Read an expression that only asks whether a field is there: it stays optional."""
        match node:
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                shape = self.field(node, scope)
                if shape is not None:
                    shape.uses.append(Use(self.part, node.lineno))
                    self.tested.append(id(shape))
                return shape
            case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
                self.asked(left, scope)
                self.asked(right, scope)
            case nodes.Not(node=inner):
                self.asked(inner, scope)
            case None:
                pass
            case _:
                return self.value(node, scope)
        return None


def _is(shape: Shape | None, kind: Kind) -> None:
    if shape is not None and not shape.kind:
        shape.kind = kind
