from __future__ import annotations

from typing import Any

import pytest

from docgen.rules.paths import parse, select

DATA = {"a": {"list": [{"b": 1}, {"b": None}, {"b": 3}], "none": None}, "empty": []}


class DescribePaths:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("", [((), DATA)]),
            ("a.list[].b", [(("a", "list", 0, "b"), 1), (("a", "list", 2, "b"), 3)]),
            ("a.list[1]", [(("a", "list", 1), {"b": None})]),
            ("a.list[9]", []),
            ("a.list.b", []),
            ("a.none", []),
            ("a[]", []),
            ("empty", [(("empty",), [])]),
            ("empty[]", []),
        ],
    )
    def they_select_every_value_that_is_there(self, text: str, found: list[Any]) -> None:
        assert list(select(DATA, parse(text))) == found

    @pytest.mark.parametrize("text", ["a..b", ".", "a[x]", "a b", "a[", "[-1]"])
    def they_have_one_form(self, text: str) -> None:
        with pytest.raises(ValueError, match="not a path"):
            parse(text)
