"""Choices of a schema: `enum` of printed words, or `oneOf` of ids (`const`) with their words (`title`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["Choice", "choice", "is_choice", "words"]


class Choice(str):
    """A choice as completed data hold it: the text is its id, `word` what a person reads."""

    word: str

    def __new__(cls, id_: str, word: str) -> Choice:
        """A choice by its id and its word."""
        made = super().__new__(cls, id_)
        made.word = word
        return made

    def __reduce__(self) -> tuple[type[Choice], tuple[str, str]]:
        """What a copy, or another process, makes it from."""
        return Choice, (str(self), self.word)


def is_choice(schema: Mapping[str, Any]) -> bool:
    """Whether a value of this schema is picked from a list."""
    return "enum" in schema or ("oneOf" in schema and all("const" in option for option in schema["oneOf"]))


def words(schema: Mapping[str, Any]) -> dict[str, str]:
    """What is stored for each choice, and the word that a person reads, in the order of the schema."""
    if "enum" in schema:
        return {word: word for word in schema["enum"]}
    return {option["const"]: option.get("title", option["const"]) for option in schema["oneOf"]}


def choice(schema: Mapping[str, Any], value: Any) -> Choice | None:
    """What is stored for a value as written (its id or its word, spaces ignored), None if it is no choice.

    A choice that is a digit may be written as a number.
    """
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    wanted = _bare(str(value))
    found = (Choice(key, word) for key, word in words(schema).items() if wanted in (_bare(key), _bare(word)))
    return next(found, None)


def _bare(text: str) -> str:
    return "".join(text.split())
