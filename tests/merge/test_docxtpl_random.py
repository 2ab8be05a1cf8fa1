"""Templates put together at random, their tags split over runs at random, give docxtpl's document."""

from __future__ import annotations

import io
from random import Random
from typing import Any

import pytest
from docx.document import Document
from docx.shared import Mm

from tests.merge.test_docxtpl import png, same
from tests.merge.word_files import word_file

DOCUMENTS = 25


class Author:
    """Writes templates: paragraphs and a table with values, conditions, loops and objects; no torn blocks."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 # the same templates every time

    def template(self) -> bytes:
        return word_file(*map(self._split, self._paragraphs()), fill=self._fill)

    def _pick(self, *choices: str) -> str:
        return self._random.choice(choices)

    def _piece(self, depth: int = 0) -> str:
        kind = self._random.randrange(10 if depth < 2 else 6)
        if kind < 2:
            return self._pick("가", "나 ", "다라", " ")
        if kind < 5:
            return self._pick(
                "{{ a }}", "{{ b.c }}", "{{r rich }}", "{{ n }}", "{{ picture }}", "{{ b['c'] }}"
            )
        if kind == 5:
            return "{# 메모 #}"
        condition, inner = self._pick("t", "f", "n > 2", "a and f"), self._piece(depth + 1)
        if kind == 6:
            return f"{{% if {condition} %}}{inner}{{% endif %}}"
        if kind == 7:
            return f"{{% if {condition} %}}{inner}{{% else %}}{self._piece(depth + 1)}{{% endif %}}"
        if kind == 8:
            return f"{{%r if {condition} %}}{inner}{{%r endif %}}"
        return f"{{% for x in xs %}}{inner}{{{{ x }}}}{{% endfor %}}"

    def _line(self) -> str:
        return "".join(self._piece() for _ in range(self._random.randrange(1, 4))) + "."

    def _paragraphs(self, depth: int = 0) -> list[str]:
        made: list[str] = []
        for _ in range(self._random.randrange(1, 4)):
            kind = self._random.randrange(7 if depth < 2 else 3)
            if kind < 3:
                made.append(self._line())
            elif kind == 3:
                made += [f"{{%p if {self._pick('t', 'f')} %}}", *self._paragraphs(depth + 1), "{%p endif %}"]
            elif kind == 4:
                made += ["{%p for y in xs %}", *self._paragraphs(depth + 1), "{%p endfor %}"]
            elif kind == 5:
                made += ["앞", self._pick("{%- if t -%}", "{%- if f -%}"), "사이", "{%- endif -%}", "뒤"]
            else:
                made.append(self._pick("{{p block }}", "{#p 메모 #}"))
        return made

    def _split(self, text: str) -> list[str]:
        cuts = sorted(self._random.randrange(len(text) + 1) for _ in range(self._random.randrange(4)))
        return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]

    def _fill(self, document: Document) -> None:
        columns = self._random.randrange(1, 4)
        rows = [row for _ in range(self._random.randrange(1, 4)) for row in self._rows(columns)]
        rows.append(["끝"] * columns)
        table = document.add_table(len(rows), columns)
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    def _rows(self, columns: int) -> list[list[str]]:
        row, rest = [self._line() for _ in range(columns)], [""] * (columns - 1)
        kind = self._random.randrange(5)
        if kind == 0 and columns == 3:
            return [["{%tc for x in xs %}", self._line(), "{%tc endfor %}"]]
        if kind == 1:
            return [[f"{{%tr if {self._pick('t', 'f')} %}}", *rest], row, ["{%tr endif %}", *rest]]
        if kind > 1:
            row[0] += self._pick("", "{% vm %}")
            return [["{%tr for y in xs %}", *rest], row, ["{%tr endfor %}", *rest]]
        return [row]


def values(library: Any, template: Any) -> dict[str, Any]:
    objects = {
        "rich": library.RichText("굵은", bold=True),
        "block": library.RichTextParagraph("문단"),
        "picture": library.InlineImage(template, io.BytesIO(png()), width=Mm(5)),
    }
    return {"a": "A&<가>", "b": {"c": "디"}, "n": 3, "t": True, "f": False, "xs": ["하나", "둘"], **objects}


class DescribeRandomTemplates:
    @pytest.mark.parametrize("seed", range(DOCUMENTS))
    def they_give_the_same_document(self, seed: int) -> None:
        same(Author(seed).template(), values)
