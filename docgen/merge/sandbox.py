"""The sandbox in which every expression runs: templates and rules are data from strangers.

Jinja's immutable sandbox keeps underscored attributes, code objects and changes of the data out of
reach and bounds `range`. On top of it filters and attributes are allowed by name (docgen.merge.allowed),
what could make a giant is measured first, and a key of the data comes before a method of the same name:
`change.items` is the list that the case holds, not Python's `dict.items`.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from docgen.korean import FILTERS
from docgen.merge.allowed import FILTERS_OF_JINJA, may_read
from docgen.merge.limits import SHORT, built, check_call, check_operation, check_printed, guarded

__all__ = ["PrintingGenerator", "Sandbox", "environment"]


class _Guards(NodeTransformer):
    """Puts the engine's own calls into a template: `turn` into each loop and macro, `joined` for `~`."""

    def visit_For(self, node: nodes.For) -> nodes.Node:
        return self._counted(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:
        return self._counted(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:
        return self._counted(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _own_call("joined", list(node.nodes)).set_lineno(node.lineno)

    def visit_List(self, node: nodes.List) -> nodes.Node:
        return self._built(node, node.items)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        return self._built(node, [side for pair in node.items for side in (pair.key, pair.value)])

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        return self._built(node, node.items) if node.ctx == "load" else self.generic_visit(node)

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        """The arguments of a macro beyond those that it names are a list that the template makes."""
        return (
            self._built(node, [node]) if node.name in ("varargs", "kwargs") and node.ctx == "load" else node
        )

    def _built(self, node: nodes.Expr, items: list[nodes.Expr]) -> nodes.Node:
        constant = all(isinstance(item, nodes.Const) for item in items)
        self.generic_visit(node)
        return node if constant else _own_call("built", [node]).set_lineno(node.lineno)

    def _counted(self, node: nodes.For | nodes.Macro | nodes.CallBlock) -> nodes.Node:
        self.generic_visit(node)
        turn = nodes.ExprStmt(_own_call("turn", [nodes.Const(_weight(node.body))]))
        node.body.insert(0, turn.set_lineno(node.lineno))
        return node


def _own_call(name: str, arguments: list[nodes.Expr]) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(name), arguments, [], None, None)


def _weight(body: list[nodes.Node]) -> int:
    """The characters that one turn writes as they stand, without those of inner loops."""
    if not body:
        return 0
    weight, waiting = 0, list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.TemplateData):
            weight += len(node.data)
        elif isinstance(node, nodes.Output):
            weight += SHORT * len(node.nodes)
            waiting += node.nodes
        elif not isinstance(node, nodes.For | nodes.Macro | nodes.CallBlock):
            waiting += node.iter_child_nodes()
    return weight


class Generator(CodeGenerator):
    """Jinja's code generator with the guards; a call of the engine's own goes past the sandbox."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        _Guards().visit(node)
        node.set_environment(self.environment)
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if not isinstance(node.node, nodes.EnvironmentAttribute):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write(f"environment.{node.node.name}(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class PrintingGenerator(Generator):
    """For an environment whose `finalize` escapes: every value passes it, those of the template too."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with our filters and nothing that reaches outside the data."""

    code_generator_class = Generator
    intercepted_binops = frozenset(("*", "**", "+", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        del self.globals["lipsum"]
        self.filters = {name: guarded(name, self.filters[name]) for name in FILTERS_OF_JINJA}
        self.filters.update(FILTERS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute` of an expression: the key of a mapping first, then what Jinja does."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether an expression may read an attribute: neither Jinja's sandbox nor our list bars it."""
        return super().is_safe_attribute(obj, attr, value) and may_read(obj, attr)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """An arithmetic operator of an expression; LimitError where it would make a giant."""
        check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 # as Jinja's
        """A call in an expression; LimitError where it would make a giant."""
        check_call(__obj, args, kwargs)
        result = super().call(__context, __obj, *args, **kwargs)
        return built(result) if __obj is dict else result

    def turn(self, weight: int) -> None:
        """Called at every turn of a loop and every call of a macro."""

    def built(self, value: Any) -> Any:
        """A list or mapping that a template makes; LimitError where it holds too much."""
        return built(value)

    def joined(self, *values: Any) -> str:
        """The values of `a ~ b` as one text."""
        check_printed(values)
        text: str = markup_join(values) if self.autoescape else str_join(values)
        return text


def environment(**options: Any) -> Sandbox:
    """A fresh sandbox; `options` are Jinja's (extensions, undefined, finalize, autoescape …)."""
    return Sandbox(**options)
