"""A hostile template reaches no file, no code and no Python internals."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

import pytest

from docgen import TemplateError, WordTemplate
from docgen.merge.sandbox import environment
from tests.merge.word_files import word_file

# What each attack is refused as; a code of its own, so that no other fault passes for the guard.
ATTACKS = {
    "{{ ''.__class__.__mro__[1].__subclasses__() }}": "barred",
    "{{ x.__init__.__globals__ }}": "barred",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}": "barred",
    "{{ joiner.__init__.__globals__ }}": "barred",
    "{{ namespace.__init__.__globals__ }}": "barred",
    "{{ self.__init__.__globals__ }}": "barred",
    "{{ '{0.__class__}'.format(1) }}": "barred",
    "{{ '{x.__class__}'.format_map({'x': 1}) }}": "barred",
    "{{ x | attr('__class__') }}": "barred",
    "{{ [1] | map(attribute='__class__') | list }}": "barred",
    "{{ xs.append(1) }}": "barred",
    "{{ data.update({'a': 1}) }}": "barred",
    "{{ '<w:p/>' | docgen_rows }}": "barred",
    "{% filter docgen_cells %}가{% endfilter %}": "barred",
    "{{ lipsum.__globals__['os'] }}": "missing-name",
    "{{ lipsum(n=100) }}": "missing-name",
    "{{ '<w:p/>' | safe }}": "syntax",
    "{{ 'http://x' | urlize }}": "syntax",
    "{{ xs | random }}": "syntax",
    "{{ range(1000000000) | list }}": "failed",
    "{% for i in range(100001) %}{% endfor %}": "failed",
}


class DescribeSandbox:
    @pytest.mark.parametrize(("attack", "code"), ATTACKS.items())
    def it_refuses_what_reaches_out_of_the_data(self, attack: str, code: str) -> None:
        data: dict[str, Any] = {"x": "가", "xs": [1, 2], "data": {}}
        with pytest.raises(TemplateError) as caught:
            WordTemplate(word_file(attack)).render(data)
        assert [found.code for found in caught.value.diagnostics] == [f"template.{code}"]
        assert data == {"x": "가", "xs": [1, 2], "data": {}}

    def it_keeps_jinjas_own_filters_and_globals_that_are_safe(self) -> None:
        source = "{{ [3, 1] | sort | join(',') }} {{ range(3) | list }} {% set n = namespace(a=1) %}{{ n.a }}"
        assert environment().from_string(source).render() == "1,3 [0, 1, 2] 1"

    @pytest.mark.parametrize(
        ("expression", "printed"),
        [
            ("text.upper().strip()", "A"),
            ("day.year + day.weekday()", "2026"),
            ("(rows | groupby('a') | first).grouper", "1"),
            ("(rows | groupby('a') | first).list | length", "2"),
            ("mapping.get('x', '없음')", "없음"),
            ("thing.name", "가람"),
            ("thing.greet()", "안녕"),
        ],
    )
    def it_lets_templates_read_what_values_offer(self, expression: str, printed: str) -> None:
        class Thing:
            name = "가람"

            def greet(self) -> str:
                return "안녕"

        data = {
            "text": " a ",
            "day": date(2026, 6, 1),
            "rows": [{"a": 1}] * 2,
            "mapping": {},
            "thing": Thing(),
        }
        assert environment().from_string(f"{{{{ {expression} }}}}").render(data) == printed

    @pytest.mark.parametrize(
        "expression",
        [
            "text.encode()",
            "text.translate({})",
            "number.to_bytes(9, 'big')",
            "number.real",
            "function.secret",
            "kind.mro()",
            "module.path",
            "rows.copy()",
            "mapping.fromkeys([1])",
        ],
    )
    def it_allows_attributes_of_built_in_values_by_name_only(self, expression: str) -> None:
        def function() -> None:
            """What a caller may hand in."""

        setattr(function, "secret", 1)  # noqa: B010 # a function's type knows no attributes
        data = {
            "text": "a",
            "number": 1,
            "function": function,
            "kind": dict,
            "module": os,
            "rows": [],
            "mapping": {},
        }
        with pytest.raises(TemplateError) as caught:
            WordTemplate(word_file(f"{{{{ {expression} }}}}")).render(data)
        assert [found.code for found in caught.value.diagnostics] == ["template.barred"]
