"""Read JSON (RFC 8259) with the line and column of every key and value."""

from __future__ import annotations

import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # the string reader that json itself uses
from typing import Any

from docgen.case.model import Path
from docgen.case.source import Place, Source
from docgen.case.tree import Tree
from docgen.errors import DataError

__all__ = ["looks_like_json", "read_json"]

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?(?![0-9.\w])")
_NO_NUMBER = re.compile(r"NaN|-?Infinity")
_WORDS = {"true": True, "false": False, "null": None}
_WORD = re.compile(r"true|false|null")


def looks_like_json(text: str) -> bool:
    """Whether text of unknown kind starts as a JSON object or list does."""
    return re.match(r'\s*(\{\s*["}]|\[\s*["{\[\]])', text) is not None


def read_json(source: Source) -> tuple[Any, Tree]:
    """The value of a JSON text and the tree of places and findings. Raises DataError where it is no JSON."""
    reader = _Reader(source)
    if reader.peek() == "":
        return None, reader.tree
    value = reader.value((), None)
    if reader.peek() != "":
        raise reader.error("JSON 자료가 끝난 뒤에 글자가 더 있습니다.", "파일 하나에는 자료 하나만 적습니다.")
    return value, reader.tree


class _Reader:
    """Reads from `index` onwards; depth is bounded by the tree, so recursion is safe."""

    def __init__(self, source: Source) -> None:
        self.source, self.text, self.index = source, source.text, 0
        self.tree = Tree(source)

    def peek(self) -> str:
        """The next character that is no space, "" at the end."""
        match = _SPACE.match(self.text, self.index)
        self.index = match.end() if match else self.index
        return self.text[self.index : self.index + 1]

    def here(self) -> Place:
        return self.source.place(self.index)

    def error(self, message: str, hint: str | None = None) -> DataError:
        return self.tree.stop(self.here(), "case.json-syntax", message, hint)

    def value(self, path: Path, key: Place | None) -> Any:
        first, place = self.peek(), self.here()
        self.tree.enter(path, place, key)
        if first == "{":
            return self.mapping(path)
        if first == "[":
            return self.sequence(path)
        if first == '"':
            return self.string(place)
        return self.scalar(place)

    def mapping(self, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while self.more("}", bool(result)):
            key_place = self.here()
            if self.peek() != '"':
                raise self.error("키가 와야 하는 자리입니다.", '키는 큰따옴표로 감쌉니다: {"name": "홍길동"}')
            key = self.string(key_place)
            if self.peek() != ":":
                raise self.error("키 뒤에 쌍점(:)이 없습니다.", '"키": 값 꼴로 적으세요.')
            self.index += 1
            new = self.tree.key((*path, key), key_place)
            # A second value is read on for what else is wrong in it, below a name that nothing else has.
            value = self.value((*path, key if new else f"{key}\0{self.index}"), key_place)
            result.setdefault(key, value)
        return result

    def sequence(self, path: Path) -> list[Any]:
        result: list[Any] = []
        while self.more("]", bool(result)):
            result.append(self.value((*path, len(result)), None))
        return result

    def more(self, end: str, started: bool) -> bool:
        """Step over the opening bracket or the comma; False at the end of the list or mapping."""
        if self.peek() == "":
            raise self.error(*_what_stands_there(""))
        if started and self.peek() not in (",", end):
            raise self.error(
                f"쉼표(,)나 '{end}'가 와야 하는 자리입니다.", "값과 값 사이에 쉼표가 빠지지 않았는지 보세요."
            )
        if not (started and self.peek() == end):
            self.index += 1
            if self.peek() != end:
                return True
            if started:
                raise self.error(f"쉼표 뒤에 값이 없이 '{end}'로 끝났습니다.", "마지막 쉼표를 지우세요.")
        self.index += 1
        return False

    def string(self, place: Place) -> str:
        try:
            value, self.index = scanstring(self.text, self.index + 1, True)
        except ValueError as error:
            self.index = getattr(error, "pos", self.index)
            hint = '글 안의 줄바꿈은 \\n, 큰따옴표는 \\", 역슬래시는 \\\\로 적습니다.'
            raise self.error(
                "큰따옴표로 감싼 글이 잘못되었습니다 (닫는 따옴표, 줄바꿈, 역슬래시).", hint
            ) from None
        return self.tree.text(value, place)

    def scalar(self, place: Place) -> Any:
        if match := _WORD.match(self.text, self.index):
            self.index = match.end()
            return _WORDS[match[0]]
        if match := _NUMBER.match(self.text, self.index):
            self.index = match.end()
            return self.tree.number(match[0], _number(match), place)
        if match := _NO_NUMBER.match(self.text, self.index):
            self.index = match.end()
            return self.tree.number(match[0], None, place)
        raise self.error(*_what_stands_there(self.text[self.index : self.index + 2]))


def _number(match: re.Match[str]) -> int | float | None:
    try:
        return float(match[0]) if match[1] or match[2] else int(match[0])
    except ValueError:  # Python reads integers of at most 4,300 digits
        return None


def _what_stands_there(text: str) -> tuple[str, str]:
    if not text:
        return "자료가 중간에 끊겼습니다.", "닫는 괄호(}, ])가 빠지지 않았는지 보세요."
    if text[0] == "'":
        return "작은따옴표는 쓸 수 없습니다.", '큰따옴표(")로 감싸세요.'
    if text[0] == "#" or text in ("//", "/*"):
        return "JSON에는 설명(주석)을 적을 수 없습니다.", "설명을 지우거나 YAML 파일(.yaml)로 적으세요."
    return (
        "값이 와야 하는 자리입니다.",
        "글은 큰따옴표로 감쌉니다. 그 밖에는 수, true, false, null만 적습니다.",
    )
