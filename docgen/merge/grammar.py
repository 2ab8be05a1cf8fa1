"""Whether the statements of a part fit together: each by itself, each block closed, each in one place.

Jinja stops at its first error and knows no Word file. Here every tag is parsed alone and the blocks
are matched against a table, so that one run names all faults, each with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment, TemplateSyntaxError

from docgen.errors import Diagnostic, nearest
from docgen.korean.particles import josa, quoted
from docgen.merge.cells import CELL_TAGS
from docgen.merge.found import PlacedTag
from docgen.merge.tags import Tag

__all__ = ["check_tags", "closer_of", "depth_change", "opener_of"]

# Block → what closes it, and what may stand between.
_BLOCKS: Final = {
    "if": ("endif", ("elif", "else")),
    "for": ("endfor", ("else",)),
    "set": ("endset", ()),
    "with": ("endwith", ()),
    "macro": ("endmacro", ()),
    "call": ("endcall", ()),
    "filter": ("endfilter", ()),
    "raw": ("endraw", ()),
}
_CLOSERS: Final = {closer: opener for opener, (closer, _) in _BLOCKS.items()}
_KNOWN: Final = (*_BLOCKS, *_CLOSERS, "elif", "else", *CELL_TAGS)
_FOREIGN: Final = ("include", "import", "from", "extends", "block", "endblock", "autoescape")


# Jinja's words for what stands in a tag.
_TOKENS: Final = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "name": "이름",
    "string": "글",
    "integer": "수",
    "float": "수",
}


@dataclass(frozen=True, slots=True)
class _Open:
    keyword: str
    tag: PlacedTag


@dataclass(frozen=True, slots=True)
class _BlockFault:
    about: PlacedTag
    code: str
    message: str
    hint: str | None = None

    @property
    def diagnostic(self) -> Diagnostic:
        return _fault(self.about, self.code, self.message, self.hint)


def depth_change(tag: Tag) -> int:
    """How a tag changes the nesting of blocks: 1 where it opens one, -1 where it closes one, else 0."""
    if tag.keyword in _BLOCKS and _is_block(tag):
        return 1
    return -1 if tag.keyword in _CLOSERS else 0


def closer_of(opener: str) -> str:
    """The statement that closes a block: `endif` for `if`."""
    return _BLOCKS[opener][0]


def opener_of(closer: str) -> str:
    """The statement that opens what another closes: `if` for `endif`."""
    return _CLOSERS[closer]


def check_tags(tags: Sequence[PlacedTag], environment: Environment | None = None) -> Iterator[Diagnostic]:
    """What is wrong with the tags of a part, in the order in which they stand: statements and blocks.

    With an environment each tag is also parsed alone. That is slow (half a millisecond a tag), and needed
    only when the part as a whole did not compile.
    """
    cooked = list(_outside_raw(tags))
    blocks = {id(fault.about): fault for fault in _blocks(cooked)}
    for placed in cooked:
        fault = _statement(placed) if placed.tag.kind == "{%" else None
        if fault is None and environment is not None:
            fault = _syntax(placed, environment)
        if fault:
            yield fault
        if id(placed) in blocks:
            yield blocks[id(placed)].diagnostic


def _outside_raw(tags: Sequence[PlacedTag]) -> Iterator[PlacedTag]:
    """The tags that count: not those which `{% raw %}` … `{% endraw %}` shows as they are written."""
    raw = False
    for placed in tags:
        raw = raw and placed.tag.keyword != "endraw"
        if not raw:
            yield placed
        raw = raw or placed.tag.keyword == "raw"


def _blocks(tags: Sequence[PlacedTag]) -> Iterator[_BlockFault]:
    opened: list[_Open] = []
    for placed in tags:
        yield from _structure(placed, opened)
    for block in opened:
        closer = _BLOCKS[block.keyword][0]
        yield _BlockFault(
            block.tag,
            "template.unclosed-block",
            f"'{block.keyword}'로 연 블록이 닫히지 않았습니다.",
            f"끝나는 자리에 {{% {closer} %}}를 적으세요.",
        )


def _fault(placed: PlacedTag, code: str, message: str, hint: str | None = None) -> Diagnostic:
    return Diagnostic(code, message, place=str(placed.place), tag=placed.tag.text, hint=hint)


def _statement(placed: PlacedTag) -> Diagnostic | None:
    keyword = placed.tag.keyword
    if keyword in _FOREIGN:
        return _fault(
            placed, "template.barred", f"{quoted(keyword, '은/는')} 문서 템플릿에서 쓸 수 없습니다."
        )
    if keyword in _KNOWN:
        return None
    near = nearest(keyword, _KNOWN)
    hint = f"혹시 '{near}'인가요?" if near else "if, for, set 같은 명령으로 시작해야 합니다."
    return _fault(
        placed, "template.unknown-statement", f"{quoted(keyword, '이라는/라는')} 명령은 없습니다.", hint
    )


def _syntax(placed: PlacedTag, environment: Environment) -> Diagnostic | None:
    tag = placed.tag
    if tag.kind == "{#" or tag.keyword in ("raw", "endraw"):
        return None
    try:
        tree = environment.parse(_alone(tag))
        environment.compile(tree)
    except TemplateSyntaxError as error:
        return _fault(placed, "template.syntax", *_wording(tag, error.message or "", environment))
    return None


def _alone(tag: Tag) -> str:
    """A tag made a whole template of its own, so that it can be parsed without its block."""
    if tag.kind == "{{" or (tag.keyword == "set" and not _is_block(tag)):
        return tag.source
    if tag.keyword in _BLOCKS:
        return f"{tag.source}{{% {_BLOCKS[tag.keyword][0]} %}}"
    if tag.keyword in ("elif", "else"):
        return f"{{% if true %}}{tag.source}{{% endif %}}"
    if tag.keyword in _CLOSERS:
        opener = {"for": "for x in x", "if": "if x", "set": "set x", "macro": "macro x()", "call": "call x()"}
        block = _CLOSERS[tag.keyword]
        return f"{{% {opener.get(block, 'filter string' if block == 'filter' else block)} %}}{tag.source}"
    return tag.source


def _is_block(tag: Tag) -> bool:
    """Whether a `set` opens a block (`{% set x %}…{% endset %}`) or gives a value on the spot."""
    return tag.keyword != "set" or "=" not in tag.inner


def _structure(placed: PlacedTag, opened: list[_Open]) -> Iterator[_BlockFault]:
    keyword = placed.tag.keyword
    if keyword in _BLOCKS and _is_block(placed.tag):
        opened.append(_Open(keyword, placed))
    elif keyword in ("elif", "else"):
        if not opened or keyword not in _BLOCKS[opened[-1].keyword][1]:
            yield _BlockFault(placed, "template.stray", f"'{keyword}'에 맞는 'if'가 앞에 없습니다.")
        else:
            yield from _same_home(opened[-1].tag, placed)
    elif keyword in _CLOSERS:
        yield from _close(placed, opened)


def _close(placed: PlacedTag, opened: list[_Open]) -> Iterator[_BlockFault]:
    keyword, opener = placed.tag.keyword, _CLOSERS[placed.tag.keyword]
    if not any(block.keyword == opener for block in opened):
        yield _BlockFault(
            placed,
            "template.stray",
            f"'{keyword}'에 맞는 '{opener}'가 앞에 없습니다.",
            "이 태그를 지우거나 여는 태그를 적으세요.",
        )
        return
    while opened[-1].keyword != opener:
        block = opened.pop()
        closer = _BLOCKS[block.keyword][0]
        yield _BlockFault(
            block.tag,
            "template.unclosed-block",
            f"'{block.keyword}'로 연 블록이 '{keyword}' 앞에서 닫히지 않았습니다.",
            f"'{placed.tag.text}' 앞에 {{% {closer} %}}를 적으세요.",
        )
    yield from _same_home(opened.pop().tag, placed)


def _same_home(first: PlacedTag, second: PlacedTag) -> Iterator[_BlockFault]:
    """A fault where two tags of a block do not stand in the same kind of place: the file would break."""
    if first.path != second.path:
        yield _BlockFault(
            second,
            "template.crossing",
            f"'{first.tag.text}', '{second.tag.text}': 한 블록의 두 태그가 서로 다른 층에 있습니다.",
            "둘 다 같은 방식({%tr, {%p, {%tc, {%r 또는 글 안)으로 적으세요. 여는 태그: " + str(first.place),
        )


def _wording(tag: Tag, message: str, environment: Environment) -> tuple[str, str | None]:
    """Jinja's sentence in Korean, with the nearest filter where one is unknown."""
    if message.startswith(("No filter named", "No test named")):
        name = message.split("'")[1]
        known = environment.filters if "filter" in message else environment.tests
        near = nearest(name, known)
        what = "필터" if "filter" in message else "검사"
        return (
            f"{quoted(name, '이라는/라는')} {josa(what, '은/는')} 없습니다.",
            f"혹시 '{near}'인가요?" if near else None,
        )
    if not tag.inner.strip(" -+"):
        return "태그가 비어 있습니다.", "괄호 안에 값의 이름을 적으세요."
    return _in_korean(message), "괄호, 따옴표, 점, 쉼표가 맞는지 확인하세요."


def _in_korean(message: str) -> str:
    """What Jinja's parser says of a tag, in Korean where its form is known."""
    quotes = [_TOKENS.get(word, word) for word in message.split("'")[1::2]]
    if message.startswith("expected token") and len(quotes) == 2:
        return f"{quoted(quotes[0], '이/가')} 있어야 할 자리에 {quoted(quotes[1], '이/가')} 있습니다."
    if message.startswith("Expected an expression"):
        return "값이 있어야 할 자리가 비어 있습니다."
    if message.startswith("unexpected char") and quotes:
        return f"태그에 쓸 수 없는 글자가 있습니다: {quotes[0]}"
    return "태그를 읽을 수 없습니다."
